/** The grid: shows what the server says, and nothing else changes it. */
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetWorksheetOrderMutation,
} from '@univerjs/preset-sheets-core';
import { type ICellData, LocaleType, type Nullable, type Worksheet } from '@univerjs/presets';
import type { ServerMessage, TabMeta, ValidationKind, ViewChange, ViewStyle } from '../../server/protocol.ts';
import { cellData, styleData, styleId } from './cell-data.ts';
import { ChartLayer } from './charts.ts';
import type { Engine } from './engine.ts';
import { fitRows } from './fit-rows.ts';
import { SheetCanvas, UNIT } from './sheet-canvas.ts';
import { showFilter } from './show-filter.ts';
import { showTab } from './show-tab.ts';
import { worksheetData } from './tab-data.ts';

type Message<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;
type Change<T extends ViewChange['change']> = Extract<ViewChange, { change: T }>;
type Lengthwise = Change<'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns' | 'moveRows' | 'moveColumns'>;

export class Grid {
  readonly canvas: SheetCanvas;
  readonly charts: ChartLayer;
  readonly tabs = new Map<number, TabMeta>();
  readonly validations: ValidationKind[] = [];
  private readonly styles: ViewStyle[] = [];
  private readonly complete = new Set<number>();
  /** id of the tab that came last */
  lastAdded: number | undefined;
  /** above 0: commands come from the server's word and are let through */
  private applying = 0;

  constructor(
    private readonly engine: Engine,
    container: HTMLElement,
  ) {
    this.canvas = new SheetCanvas(engine, container);
    this.charts = new ChartLayer(engine, this.canvas);
  }

  get isApplying(): boolean {
    return this.applying > 0;
  }

  /** Whether all rows of a tab have arrived. */
  isComplete(sheet: number): boolean {
    return this.complete.has(sheet);
  }

  /** Begins anew with this workbook, still without cells. */
  open(hello: Message<'hello'>): void {
    this.tabs.clear();
    this.complete.clear();
    this.styles.length = 0;
    this.validations.length = 0;
    for (const tab of hello.tabs) this.tabs.set(tab.id, tab);
    const ordered = hello.tabs.map((tab) => String(tab.id));
    this.apply(() => {
      this.canvas.replace({
        name: hello.title,
        appVersion: '0.25.1',
        locale: LocaleType.ZH_CN,
        styles: {},
        defaultStyle: { ff: 'Arial', fs: 10 },
        sheetOrder: ordered,
        sheets: Object.fromEntries(hello.tabs.map((tab) => [String(tab.id), worksheetData(tab)])),
      });
      const active = this.canvas.sheet(hello.active);
      if (active) this.canvas.workbook.setActiveSheet(active);
      for (const tab of hello.tabs) showFilter(this.engine, this.canvas, tab);
      this.charts.forget();
    });
  }

  takeStyles({ from, add }: Message<'styles'>): void {
    const known = this.canvas.workbook.getStyles();
    for (const [offset, style] of add.entries()) {
      this.styles[from + offset] = style;
      known.addCustomStyle(styleId(from + offset), styleData(style));
    }
  }

  takeValidations({ from, add }: Message<'validations'>): void {
    for (const [offset, kind] of add.entries()) this.validations[from + offset] = kind;
  }

  takeRows({ sheet, row, rows, defaults, last }: Message<'rows'>): void {
    const worksheet = this.canvas.sheet(sheet);
    if (!worksheet) return;
    const matrix = worksheet.getCellMatrix();
    if (row === 0) {
      matrix.reset();
      this.complete.delete(sheet);
    }
    for (const [offset, cells] of rows.entries()) {
      if (!cells) continue;
      for (let column = 0; column < cells.length; column++) {
        const data = cellData(cells[column], defaults[column] ?? [0, -1], this.styles);
        if (data) matrix.setValue(row + offset, column, data);
      }
    }
    if (last) this.complete.add(sheet);
    const grown = this.fit(sheet, row, rows.length);
    this.canvas.redraw(sheet, row === 0 || grown ? 'layout' : 'cells', { from: row, count: rows.length });
  }

  takeChanges(changes: readonly ViewChange[]): void {
    this.apply(() => {
      for (const change of changes) this.takeChange(change);
    });
  }

  /** Lets commands through that carry out the server's word. */
  apply(action: () => void): void {
    this.applying++;
    try {
      action();
    } finally {
      this.applying--;
    }
  }

  /** Brings a tab into view. */
  activate(sheet: number): void {
    if (sheet === this.canvas.activeId || !this.canvas.sheet(sheet)) return;
    this.run('sheet.operation.set-worksheet-active', { unitId: UNIT, subUnitId: String(sheet) });
  }

  /** The style that a cell is shown with, as the server sent it. */
  styleOf(cell: Nullable<ICellData>): ViewStyle {
    const style = (cell || undefined)?.s;
    return typeof style === 'string' ? (this.styles[Number(style.slice(1))] ?? {}) : {};
  }

  private takeChange(change: ViewChange): void {
    switch (change.change) {
      case 'cells':
        this.takeCells(change);
        return;
      case 'tab':
        this.takeTab(change.tab);
        return;
      case 'addTab':
        this.addTab(change);
        return;
      case 'deleteTab':
        this.deleteTab(change.sheet);
        return;
      case 'order':
        this.order(change.sheets);
        return;
      case 'charts':
        this.charts.take(change.sheet, change.charts);
        return;
      case 'title':
        return;
      default:
        this.reshape(change);
        return;
    }
  }

  private takeCells({ sheet, row, column, cells }: Change<'cells'>): void {
    const matrix = this.canvas.sheet(sheet)?.getCellMatrix();
    if (!matrix) return;
    for (const [i, line] of cells.entries()) {
      for (const [j, cell] of line.entries()) {
        const data = cellData(cell, [0, -1], this.styles);
        if (data) matrix.setValue(row + i, column + j, data);
        else matrix.realDeleteValue(row + i, column + j);
      }
    }
    const grown = this.fit(sheet, row, cells.length);
    this.canvas.redraw(sheet, grown ? 'layout' : 'cells', { from: row, count: cells.length });
  }

  /** @returns whether rows came to be of another height */
  private fit(sheet: number, row: number, count: number): boolean {
    const worksheet = this.canvas.sheet(sheet);
    const tab = this.tabs.get(sheet);
    if (!worksheet || !tab) return false;
    const matrix = worksheet.getCellMatrix();
    return fitRows(worksheet, tab, row, count, (at, column) => this.styleOf(matrix.getValue(at, column)));
  }

  private takeTab(tab: TabMeta): void {
    const before = this.tabs.get(tab.id);
    this.tabs.set(tab.id, tab);
    const worksheet = this.canvas.sheet(tab.id);
    if (!worksheet) return;
    showTab(this.engine, worksheet, tab, before);
    this.fit(tab.id, 0, worksheet.getCellMatrix().getLength());
    if (JSON.stringify(before?.filter) !== JSON.stringify(tab.filter)) showFilter(this.engine, this.canvas, tab);
    this.canvas.redraw(tab.id, 'layout');
  }

  /** Univer brings a new worksheet into view; here everybody stays where they are. */
  private addTab({ tab, position }: Change<'addTab'>): void {
    const active = this.canvas.activeId;
    this.tabs.set(tab.id, tab);
    this.run(InsertSheetMutation.id, { unitId: UNIT, index: position, sheet: worksheetData(tab) });
    this.lastAdded = tab.id;
    this.activate(active);
  }

  private deleteTab(sheet: number): void {
    this.tabs.delete(sheet);
    this.complete.delete(sheet);
    this.charts.forget(sheet);
    if (this.canvas.activeId === sheet) {
      const other = this.canvas.workbook.getSheets().find((each) => each.getSheetId() !== String(sheet) && !each.isSheetHidden());
      if (other) this.run('sheet.operation.set-worksheet-active', { unitId: UNIT, subUnitId: other.getSheetId() });
    }
    this.run(RemoveSheetMutation.id, { unitId: UNIT, subUnitId: String(sheet), subUnitName: '' });
  }

  private order(sheets: number[]): void {
    for (const [position, sheet] of sheets.entries()) {
      const order = this.canvas.workbook.getConfig().sheetOrder;
      const from = order.indexOf(String(sheet));
      if (from >= 0 && from !== position)
        this.run(SetWorksheetOrderMutation.id, { unitId: UNIT, subUnitId: String(sheet), fromOrder: from, toOrder: position });
    }
  }

  private reshape(change: Lengthwise): void {
    const worksheet = this.canvas.sheet(change.sheet);
    if (!worksheet) return;
    const target = { unitId: UNIT, subUnitId: String(change.sheet) };
    const rows = stretch(worksheet, change.at, change.count, true);
    const columns = stretch(worksheet, change.at, change.count, false);
    if (change.change === 'insertRows') this.run(InsertRowMutation.id, { ...target, range: rows });
    if (change.change === 'deleteRows') this.run(RemoveRowMutation.id, { ...target, range: rows });
    if (change.change === 'insertColumns') this.run(InsertColMutation.id, { ...target, range: columns });
    if (change.change === 'deleteColumns') this.run(RemoveColMutation.id, { ...target, range: columns });
    if (change.change === 'moveRows' || change.change === 'moveColumns') {
      const byRow = change.change === 'moveRows';
      const sourceRange = byRow ? rows : columns;
      const targetRange = stretch(worksheet, change.to, change.count, byRow);
      this.run(byRow ? MoveRowsMutation.id : MoveColsMutation.id, { ...target, sourceRange, targetRange });
    }
    this.canvas.redraw(change.sheet, 'layout');
  }

  private run(id: string, params: object): void {
    this.engine.commands.syncExecuteCommand(id, params);
  }
}

function stretch(worksheet: Worksheet, at: number, count: number, rows: boolean) {
  return rows
    ? { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: worksheet.getColumnCount() - 1 }
    : { startRow: 0, endRow: worksheet.getRowCount() - 1, startColumn: at, endColumn: at + count - 1 };
}
