/** What a page shows of a whole tab, in pieces. */
import type { Rect, SheetState, WorkbookState } from '../contract.ts';
import type { ColumnDefault, TabMeta, ViewCell, ViewRow } from './protocol.ts';
import type { StyleTable } from './style-table.ts';
import { type Sight, shorten, viewCell } from './view-cell.ts';

/** Rows looked at to find what most cells of a column have in common. */
const SAMPLE = 200;

export function tabMeta(sheet: SheetState): TabMeta {
  const { cells: _cells, conditionalFormats: _formats, protections: _protections, charts: _charts, ...meta } = sheet;
  return meta;
}

/** The commonest style and validation of each column, over some rows under the header. */
export function columnDefaults(state: WorkbookState, sight: Sight, styles: StyleTable, sheet: SheetState): ColumnDefault[] {
  const counts: Map<string, { of: ColumnDefault; count: number }>[] = [];
  for (let row = 1; row <= Math.min(SAMPLE, sheet.cells.length - 1); row++) {
    const cells = sheet.cells[row];
    if (!cells) continue;
    for (let column = 0; column < cells.length; column++) {
      const cell = viewCell(state, sight, styles, sheet, row, column, cells[column]);
      if (!cell) continue;
      const of: ColumnDefault = [cell[1], cell[2]?.d ?? -1];
      const column_ = (counts[column] ??= new Map());
      const entry = column_.get(String(of)) ?? { of, count: 0 };
      entry.count++;
      column_.set(String(of), entry);
    }
  }
  const found: ColumnDefault[] = [];
  for (let column = 0; column < counts.length; column++) {
    let best: { of: ColumnDefault; count: number } | undefined;
    for (const entry of counts[column]?.values() ?? []) if (!best || entry.count > best.count) best = entry;
    found.push(best?.of ?? [0, -1]);
  }
  return found;
}

/** Columns up to the last one with a conditional format: it may colour empty cells too. */
export function conditionalWidth(sheet: SheetState): number {
  let width = 0;
  for (const format of sheet.conditionalFormats)
    for (const range of format.ranges) width = Math.max(width, range.column + range.columns);
  return Math.min(width, sheet.columnCount);
}

/** Rows in the short form, for the first showing of a tab. */
export function viewRows(
  state: WorkbookState,
  sight: Sight,
  styles: StyleTable,
  sheet: SheetState,
  defaults: ColumnDefault[],
  from: number,
  count: number,
): ViewRow[] {
  const rows: ViewRow[] = [];
  const formatted = conditionalWidth(sheet);
  const end = Math.min(from + count, sheet.cells.length);
  for (let row = from; row < end; row++) {
    const cells = sheet.cells[row];
    if (!cells) {
      rows.push(null);
      continue;
    }
    const shown: ViewCell[] = [];
    const width = Math.max(cells.length, formatted);
    for (let column = 0; column < width; column++) {
      const cell = viewCell(state, sight, styles, sheet, row, column, cells[column]);
      shown.push(shorten(cell, defaults[column] ?? [0, -1]));
    }
    while (shown.length > 0 && shown[shown.length - 1] === null) shown.pop();
    rows.push(shown.length > 0 ? shown : null);
  }
  return rows;
}

/** A block of cells in the full form, for a change. */
export function viewBlock(state: WorkbookState, sight: Sight, styles: StyleTable, sheet: SheetState, rect: Rect): ViewCell[][] {
  const block: ViewCell[][] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    const line: ViewCell[] = [];
    for (let column = rect.column; column < rect.column + rect.columns; column++)
      line.push(viewCell(state, sight, styles, sheet, row, column, sheet.cells[row]?.[column]));
    block.push(line);
  }
  return block;
}
