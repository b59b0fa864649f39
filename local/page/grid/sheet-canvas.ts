/** Univer's open workbook: where its worksheets are found, and how it is told to draw again. */
import { IRenderManagerService, SheetSkeletonManagerService } from '@univerjs/preset-sheets-core';
import { IUniverInstanceService, type IWorkbookData, UniverInstanceType, type Workbook, type Worksheet } from '@univerjs/presets';
import type { Engine } from './engine.ts';

export const UNIT = 'ledger';

/** Rows beside the picture that Univer keeps drawn, with room to spare. */
const NEAR = 300;

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
   * @param rows where the change was; what is far from the picture need not be drawn
   */
  redraw(sheet: number, what: 'cells' | 'layout', rows?: { from: number; count: number }): void {
    if (sheet !== this.activeId || (what === 'cells' && rows && !this.isNear(rows))) return;
    if (this.pending === undefined) requestAnimationFrame(() => this.draw());
    if (this.pending !== 'layout') this.pending = what;
  }

  /** Calls back when the pointer leaves the sheet, or the sheet is scrolled under it. */
  onLeave(action: () => void): void {
    this.container.addEventListener('pointerleave', action);
    this.container.addEventListener('wheel', action, { passive: true });
    this.container.addEventListener('pointerdown', action);
  }

  private get render() {
    return this.engine.injector.get(IRenderManagerService).getRenderById(UNIT);
  }

  private isNear({ from, count }: { from: number; count: number }): boolean {
    const ranges = this.render?.with(SheetSkeletonManagerService).getCurrentParam()?.skeleton.getVisibleRanges();
    if (!ranges || ranges.size === 0) return true;
    return [...ranges.values()].some(({ startRow, endRow }) => from <= endRow + NEAR && from + count > startRow - NEAR);
  }

  private draw(): void {
    const what = this.pending;
    this.pending = undefined;
    const { render } = this;
    if (!render) return;
    const skeletons = render.with(SheetSkeletonManagerService);
    const current = skeletons.getCurrentParam();
    if (!current) return;
    current.skeleton.resetCache();
    if (what === 'layout') {
      const sheetId = String(this.activeId);
      skeletons.makeDirty({ sheetId }, true);
      skeletons.setCurrent({ sheetId });
    }
    (render.mainComponent as unknown as Drawable | null)?.makeForceDirty(true);
    render.scene.makeDirty(true);
  }
}
