/** Univer's open workbook: where its worksheets are found, and how it is told to draw again. */
import { IRenderManagerService, SheetSkeletonManagerService } from '@univerjs/preset-sheets-core';
import { IUniverInstanceService, type IWorkbookData, UniverInstanceType, type Workbook, type Worksheet } from '@univerjs/presets';
import type { Engine } from './engine.ts';

export const UNIT = 'ledger';

interface Drawable {
  makeForceDirty(state?: boolean): void;
}

export class SheetCanvas {
  private pending: 'cells' | 'layout' | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly container: HTMLElement,
  ) {}

  /** Puts another workbook in the place of the one shown. */
  replace(data: Partial<IWorkbookData>): void {
    const instances = this.engine.injector.get(IUniverInstanceService);
    if (instances.getUnit(UNIT)) instances.disposeUnit(UNIT);
    this.engine.univer.createUnit(UniverInstanceType.UNIVER_SHEET, { ...data, id: UNIT });
  }

  get workbook(): Workbook {
    const workbook = this.engine.injector.get(IUniverInstanceService).getUnit<Workbook>(UNIT);
    if (!workbook) throw new Error('no workbook is open');
    return workbook;
  }

  sheet(id: number): Worksheet | undefined {
    return this.workbook.getSheetBySheetId(String(id)) ?? undefined;
  }

  get activeSheet(): Worksheet {
    return this.workbook.getActiveSheet();
  }

  get activeId(): number {
    return Number(this.activeSheet.getSheetId());
  }

  /** Whether the sheet is on the screen and takes clicks and keys: Univer puts its parts up one after the other. */
  get isUp(): boolean {
    const canvas = this.container.querySelector('canvas[data-u-comp=render-canvas]');
    return canvas !== null && this.container.querySelector('[data-u-comp=editor]') !== null;
  }

  /**
   * Draws again with the next picture, once for however many changes.
   *
   * @param what `layout` where rows, columns or their sizes changed
   */
  redraw(sheet: number, what: 'cells' | 'layout'): void {
    if (sheet !== this.activeId) return;
    if (this.pending === undefined) requestAnimationFrame(() => this.draw());
    if (this.pending !== 'layout') this.pending = what;
  }

  /** Calls back when the pointer leaves the sheet, or the sheet is scrolled under it. */
  onLeave(action: () => void): void {
    this.container.addEventListener('pointerleave', action);
    this.container.addEventListener('wheel', action, { passive: true });
    this.container.addEventListener('pointerdown', action);
  }

  private draw(): void {
    const what = this.pending;
    this.pending = undefined;
    const render = this.engine.injector.get(IRenderManagerService).getRenderById(UNIT);
    if (!render) return;
    const skeletons = render.with(SheetSkeletonManagerService);
    const current = skeletons.getCurrentParam();
    if (!current) return;
    current.skeleton.resetCache();
    const sheetId = String(this.activeId);
    skeletons.makeDirty({ sheetId }, true);
    if (what === 'layout') skeletons.setCurrent({ sheetId });
    else skeletons.reCalculate();
    (render.mainComponent as unknown as Drawable | null)?.makeForceDirty(true);
    render.scene.makeDirty(true);
  }
}
