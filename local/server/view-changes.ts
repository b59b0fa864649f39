/** Puts applied operations into the words of the page. */
import type { Op, Rect, SheetState, WorkbookState } from '../contract.ts';
import { ChartWatch } from './chart-watch.ts';
import { FormulaWatch } from './formula-watch.ts';
import { dependentCells } from './list-sources.ts';
import type { ViewChange } from './protocol.ts';
import type { StyleTable } from './style-table.ts';
import { MANY_CELLS, TouchedCells } from './touched.ts';
import type { Sight } from './view-cell.ts';
import { conditionalWidth, tabMeta, viewBlock } from './view-tab.ts';

export interface ViewUpdate {
  changes: ViewChange[];
  /** tabs to be shown anew as a whole */
  reload: Set<number>;
  /** tabs whose rows or columns came, went or moved */
  reshaped: Set<number>;
}

/** Rules that may look at other cells than the coloured one. */
const FAR_SEEING = new Set(['CUSTOM_FORMULA', 'GRADIENT']);

export class ChangeView {
  private readonly watch = new FormulaWatch();
  private readonly charts = new ChartWatch();
  private readonly scales = new Map<number, string>();

  constructor(
    private readonly sight: Sight,
    private readonly styles: StyleTable,
  ) {}

  /** @param state the workbook with the operations applied */
  update(state: WorkbookState, ops: Op[]): ViewUpdate {
    const collected = new Collected(state);
    for (const op of ops) {
      this.watch.note(op);
      collected.take(op);
    }
    return this.finish(state, collected);
  }

  private finish(state: WorkbookState, collected: Collected): ViewUpdate {
    const { changes, touched, metas } = collected;
    for (const sheet of state.sheets)
      for (const cell of this.watch.changed(state, sheet, this.sight))
        touchedOf(touched, sheet.id).add({ ...cell, rows: 1, columns: 1 });
    for (const sheet of state.sheets) this.addScales(sheet, touched);
    for (const { sheet, rect } of dependentCells(state, new Set(touched.keys()))) touchedOf(touched, sheet.id).add(rect);
    for (const id of metas) {
      const sheet = state.sheets.find((candidate) => candidate.id === id);
      if (sheet) changes.push({ change: 'tab', tab: tabMeta(sheet) });
    }
    const reload = new Set<number>();
    for (const [id, cells] of touched) {
      const sheet = state.sheets.find((candidate) => candidate.id === id);
      if (!sheet) continue;
      const rects = cells.rects.map((rect) => seen(sheet, rect)).filter((rect) => rect.rows > 0 && rect.columns > 0);
      if (cells.whole || rects.reduce((sum, rect) => sum + rect.rows * rect.columns, 0) > MANY_CELLS) reload.add(id);
      else for (const rect of rects) changes.push(this.block(state, sheet, rect));
    }
    const looked = new Set([...touched.keys(), ...metas]);
    for (const { sheet, charts } of this.charts.changed(state, this.sight, looked))
      changes.push({ change: 'charts', sheet, charts });
    return { changes, reload, reshaped: collected.reshaped };
  }

  /** Another smallest or largest number colours all cells of a scale anew. */
  private addScales(sheet: SheetState, touched: Map<number, TouchedCells>): void {
    const scaled = sheet.conditionalFormats.filter(({ criteria }) => criteria === 'GRADIENT');
    if (scaled.length === 0) return;
    const scales = this.sight.scales(sheet);
    const before = this.scales.get(sheet.id);
    this.scales.set(sheet.id, scales);
    if (before === scales) return;
    for (const { ranges } of scaled)
      for (const range of ranges)
        touchedOf(touched, sheet.id).add({ ...range, rows: Math.min(range.rows, sheet.cells.length - range.row) });
  }

  private block(state: WorkbookState, sheet: SheetState, rect: Rect): ViewChange {
    const cells = viewBlock(state, this.sight, this.styles, sheet, rect);
    return { change: 'cells', sheet: sheet.id, row: rect.row, column: rect.column, cells };
  }
}

/** A rule with a formula may colour a whole row after one of its cells. */
function seen(sheet: SheetState, rect: Rect): Rect {
  const rows = Math.min(rect.row + rect.rows, sheet.rowCount) - rect.row;
  if (!sheet.conditionalFormats.some((format) => FAR_SEEING.has(format.criteria)))
    return { ...rect, rows, columns: Math.min(rect.column + rect.columns, sheet.columnCount) - rect.column };
  const width = Math.max(conditionalWidth(sheet), rect.column + rect.columns);
  return { row: rect.row, rows, column: 0, columns: Math.min(width, sheet.columnCount) };
}

function touchedOf(all: Map<number, TouchedCells>, sheet: number): TouchedCells {
  let touched = all.get(sheet);
  if (!touched) all.set(sheet, (touched = new TouchedCells()));
  return touched;
}

class Collected {
  readonly changes: ViewChange[] = [];
  readonly touched = new Map<number, TouchedCells>();
  readonly metas = new Set<number>();
  readonly reshaped = new Set<number>();

  constructor(private readonly state: WorkbookState) {}

  take(op: Op): void {
    switch (op.op) {
      case 'cells':
        this.of(op.sheet).add({
          row: op.row,
          column: op.column,
          rows: op.cells.length,
          columns: op.cells.reduce((most, row) => Math.max(most, row.length), 0),
        });
        return;
      case 'fill':
        for (const rect of op.rects) this.of(op.sheet).add(rect);
        return;
      case 'sort':
        this.of(op.sheet).add(op.rect);
        return;
      case 'insertRows':
      case 'deleteRows':
      case 'insertColumns':
      case 'deleteColumns':
        this.reshape(op);
        return;
      case 'moveRows':
      case 'moveColumns':
        this.changes.push({ change: op.op, sheet: op.sheet, at: op.at, count: op.count, to: op.to });
        if (this.of(op.sheet).rects.length > 0) this.of(op.sheet).whole = true;
        this.reshaped.add(op.sheet);
        this.metas.add(op.sheet);
        return;
      case 'rowHeights':
      case 'columnWidths':
      case 'hideRows':
      case 'hideColumns':
        this.metas.add(op.sheet);
        return;
      default:
        this.takeTabs(op);
        return;
    }
  }

  private takeTabs(op: Op): void {
    switch (op.op) {
      case 'addSheet':
        this.changes.push({ change: 'addTab', tab: tabMeta(op.sheet), position: op.position });
        this.of(op.sheet.id).whole = true;
        this.metas.add(op.sheet.id);
        return;
      case 'deleteSheet':
        this.changes.push({ change: 'deleteTab', sheet: op.sheet });
        return;
      case 'moveSheet':
        this.changes.push({ change: 'order', sheets: this.state.sheets.map((sheet) => sheet.id) });
        return;
      case 'sheet':
        this.metas.add(op.sheet);
        if (op.patch.conditionalFormats) this.of(op.sheet).whole = true;
        return;
      case 'workbook':
        if (op.patch.title !== undefined) this.changes.push({ change: 'title', title: op.patch.title });
        if (op.patch.locale || op.patch.timeZone) for (const sheet of this.state.sheets) this.of(sheet.id).whole = true;
        return;
      default:
        return;
    }
  }

  private reshape(op: Extract<Op, { op: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns' }>): void {
    this.changes.push({ change: op.op, sheet: op.sheet, at: op.at, count: op.count });
    const touched = this.of(op.sheet);
    touched.shift(op);
    const sheet = this.state.sheets.find((candidate) => candidate.id === op.sheet);
    const width = sheet ? Math.max(sheet.cells[op.at]?.length ?? 0, 1) : 0;
    if (op.op === 'insertRows') touched.add({ row: op.at, column: 0, rows: op.count, columns: width });
    if (op.op === 'insertColumns' && sheet) touched.add({ row: 0, column: op.at, rows: sheet.cells.length, columns: op.count });
    this.reshaped.add(op.sheet);
    this.metas.add(op.sheet);
  }

  private of(sheet: number): TouchedCells {
    return touchedOf(this.touched, sheet);
  }
}
