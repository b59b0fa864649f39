import type { CellPatch, Op, Rect, SheetState } from '../contract.ts';
import { wholeStyle } from '../model/intern.ts';
import { followMove, moveInFormula } from '../model/move-formula.ts';
import { covers, intersects } from '../model/rects.ts';
import { mergesAfter } from './copy-along.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkGrowth, sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';
import { checkRights } from './write-check.ts';

/** From the range downwards or to the right, as far as anything has ever been in the tab's cells. */
function restOf({ cells, merges }: SheetState, rect: Rect, down: boolean): Rect {
  const used = { row: cells.length, column: cells.reduce((widest, line) => Math.max(widest, line?.length ?? 0), 0) };
  if (down) {
    const end = Math.max(used.row, ...merges.map((merge) => merge.row + merge.rows));
    return { ...rect, rows: Math.max(rect.rows, end - rect.row) };
  }
  const end = Math.max(used.column, ...merges.map((merge) => merge.column + merge.columns));
  return { ...rect, columns: Math.max(rect.columns, end - rect.column) };
}

/** How many lines the grid goes on behind a block. */
function roomBehind(sheet: SheetState, block: Rect, down: boolean): number {
  return down ? sheet.rowCount - block.row - block.rows : sheet.columnCount - block.column - block.columns;
}

/** How many of a block's last lines hold nothing at all. */
function emptyLines(sheet: SheetState, block: Rect, down: boolean): number {
  const isEmpty = (line: number): boolean => {
    const lane = down ? { ...block, row: block.row + line, rows: 1 } : { ...block, column: block.column + line, columns: 1 };
    if (sheet.merges.some((merge) => intersects(merge, lane))) return false;
    for (let k = 0; k < (down ? block.columns : block.rows); k++) {
      const cell = down ? sheet.cells[block.row + line]?.[block.column + k] : sheet.cells[block.row + k]?.[block.column + line];
      if (cell && (cell.f !== undefined || (cell.v ?? '') !== '' || cell.n !== undefined)) return false;
    }
    return true;
  };
  const length = down ? block.rows : block.columns;
  let count = 0;
  while (count < length && isEmpty(length - 1 - count)) count++;
  return count;
}

function checkMerges(sheet: SheetState, block: Rect): void {
  if (sheet.merges.some((merge) => intersects(merge, block) && !covers(block, merge))) {
    throw new ServiceError('You cannot shift a part of a merged cell.');
  }
}

/** The cells of `from` come to lie at `to`, formulas everywhere follow them, and the part of `from` they left is empty. */
function shiftOps(context: ExecutionContext, sheet: SheetState, from: Rect, to: Rect): Op[] {
  const { book } = context;
  const move = { source: sheet, from, target: sheet, to };
  const cells = Array.from({ length: from.rows }, (_, i) =>
    Array.from({ length: from.columns }, (_, j): CellPatch => {
      const cell = sheet.cells[from.row + i]?.[from.column + j];
      return {
        v: cell?.v ?? null,
        f: cell?.f === undefined ? null : moveInFormula(cell.f, sheet, move, true),
        s: wholeStyle(book.styleOf(cell)),
        d: book.validationOf(cell) ?? null,
        n: cell?.n ?? null,
        r: cell?.r ?? null,
      };
    }),
  );
  return [
    ...followMove(book, move),
    ...mergesAfter({ ...move, cut: true }),
    { op: 'fill', sheet: sheet.id, rects: [from], patch: { v: null, f: null, d: null, n: null, r: null } },
    { op: 'cells', sheet: sheet.id, row: to.row, column: to.column, cells },
  ];
}

/** The new cells keep the formats of those they push away; the grid grows where contents would fall off its end. */
function insertCells(context: ExecutionContext, range: RangeObject, { name }: EnumValue): RangeObject {
  const down = name === 'ROWS';
  const { sheet: id, rect } = range;
  const count = down ? rect.rows : rect.columns;
  context.restructure(() => {
    const sheet = sheetState(context, id);
    const block = restOf(sheet, rect, down);
    checkRights(context, sheet, block);
    checkMerges(sheet, block);
    const empty = emptyLines(sheet, block, down);
    const missing = Math.max(0, count - empty - roomBehind(sheet, block, down));
    checkGrowth(context, missing * (down ? sheet.columnCount : sheet.rowCount));
    const grow: Op[] =
      missing === 0
        ? []
        : [
            {
              op: down ? 'insertRows' : 'insertColumns',
              sheet: id,
              at: down ? sheet.rowCount : sheet.columnCount,
              count: missing,
            },
          ];
    const length = (down ? block.rows : block.columns) - empty;
    if (length === 0) return grow;
    const from = down ? { ...block, rows: length } : { ...block, columns: length };
    const to = down ? { ...from, row: from.row + count } : { ...from, column: from.column + count };
    return [...grow, ...shiftOps(context, sheet, from, to)];
  });
  return range;
}

/** What lies beyond the range moves up to its place; the cells left over at the grid's end are empty and plain. */
function deleteCells(context: ExecutionContext, { sheet: id, rect }: RangeObject, { name }: EnumValue): void {
  const down = name === 'ROWS';
  const count = down ? rect.rows : rect.columns;
  context.restructure(() => {
    const sheet = sheetState(context, id);
    const block = restOf(sheet, rect, down);
    checkRights(context, sheet, block);
    checkMerges(sheet, block);
    const from = down
      ? { ...block, row: block.row + count, rows: block.rows - count }
      : { ...block, column: block.column + count, columns: block.columns - count };
    const plain: CellPatch = { v: null, f: null, s: null, d: null, n: null, r: null };
    const left: Rect = down
      ? { ...block, row: block.row + block.rows - count, rows: count }
      : { ...block, column: block.column + block.columns - count, columns: count };
    const clear: Op = { op: 'fill', sheet: id, rects: [left], patch: plain };
    return from.rows > 0 && from.columns > 0 ? [...shiftOps(context, sheet, from, rect), clear] : [clear];
  });
}

export const rangeShift: Methods<RangeObject> = {
  insertCells: ['Dimension', insertCells],
  deleteCells: ['Dimension', deleteCells],
};
