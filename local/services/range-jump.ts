import type { CellState, Rect } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import { rangeAt, sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import { pickCells } from './range-read.ts';
import type { Methods } from './service-class.ts';
import type { EnumValue } from './service-object.ts';

const isUsed = (cell: CellState | null | undefined): boolean => cell?.f !== undefined || (cell?.v ?? '') !== '';

/** Where Ctrl and an arrow key lead from a cell of a line: to the end of its block, to the next block, or to the edge. */
function jump(used: readonly boolean[], from: number, step: 1 | -1): number {
  const edge = step > 0 ? used.length - 1 : 0;
  if (from === edge) return from;
  let at = from + step;
  if (used[from] && used[at]) {
    while (at !== edge && used[at + step]) at += step;
    return at;
  }
  while (at !== edge && !used[at]) at += step;
  return at;
}

export function nextDataCell(context: ExecutionContext, range: RangeObject, { name }: EnumValue): RangeObject {
  context.extent(range.sheet, 'row');
  const sheet = sheetState(context, range.sheet);
  const { row, column } = range.rect;
  const step = name === 'DOWN' || name === 'NEXT' ? 1 : -1;
  if (name === 'UP' || name === 'DOWN') {
    const lane: Rect = { row: 0, column, rows: sheet.rowCount, columns: 1 };
    const used = pickCells(context, sheet.id, lane, isUsed).flat();
    return rangeAt(sheet, jump(used, row, step) + 1, column + 1);
  }
  const used = pickCells(context, sheet.id, { row, column: 0, rows: 1, columns: sheet.columnCount }, isUsed).flat();
  return rangeAt(sheet, row + 1, jump(used, column, step) + 1);
}

/**
 * The block of cells with contents around the range: it grows by every row and column with contents that lies next to it, but
 * not around its corners. By rows it grows up and down only, by columns left and right.
 */
function dataRegion(context: ExecutionContext, range: RangeObject, dimension?: EnumValue): RangeObject {
  context.extent(range.sheet, 'row');
  const sheet = sheetState(context, range.sheet);
  const used = (row: number, column: number) => isUsed(sheet.cells[row]?.[column]);
  let { row: top, column: left } = range.rect;
  let bottom = top + range.rect.rows - 1;
  let right = left + range.rect.columns - 1;
  const rowUsed = (row: number): boolean => {
    for (let column = left; column <= right; column++) if (used(row, column)) return true;
    return false;
  };
  const columnUsed = (column: number): boolean => {
    for (let row = top; row <= bottom; row++) if (used(row, column)) return true;
    return false;
  };
  const [down, across] = [dimension?.name !== 'COLUMNS', dimension?.name !== 'ROWS'];
  for (let grown = true; grown; ) {
    grown = false;
    if (down && top > 0 && rowUsed(top - 1)) [top, grown] = [top - 1, true];
    if (down && rowUsed(bottom + 1)) [bottom, grown] = [bottom + 1, true];
    if (across && left > 0 && columnUsed(left - 1)) [left, grown] = [left - 1, true];
    if (across && columnUsed(right + 1)) [right, grown] = [right + 1, true];
  }
  return rangeAt(sheet, top + 1, left + 1, bottom - top + 1, right - left + 1);
}

export const rangeJump: Methods<RangeObject> = {
  getNextDataCell: ['Direction', nextDataCell],
  getDataRegion: ['| Dimension', dataRegion],
};
