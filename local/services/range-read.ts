import type { CellState, Rect } from '../contract.ts';
import { cellReader } from './cell-value.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { Ready, type Wire } from './wire.ts';

const first = <T>(matrix: T[][]): T => matrix[0]![0]!;

/** One read of the cells of a range. `kind` tells apart what Google fetches apart. */
export function readCells<T>(
  context: ExecutionContext,
  range: RangeObject,
  kind: string,
  pick: (cell: CellState | null | undefined) => T,
): T[][] {
  return context.readCells(kind, range.sheet, range.rect, () => pickCells(context, range.sheet, range.rect, pick));
}

export function pickCells<T>(
  context: ExecutionContext,
  id: number,
  rect: Rect,
  pick: (cell: CellState | null | undefined) => T,
): T[][] {
  const { cells } = sheetState(context, id);
  const out: T[][] = new Array(rect.rows);
  for (let i = 0; i < rect.rows; i++) {
    const line = cells[rect.row + i];
    const values: T[] = new Array(rect.columns);
    for (let j = 0; j < rect.columns; j++) values[j] = pick(line?.[rect.column + j]);
    out[i] = values;
  }
  return out;
}

/** Values as scripts get them: numbers, booleans, dates, text; `''` for empty (platform.md §3). */
function values(context: ExecutionContext, range: RangeObject): Wire[][] {
  return context.readCells('values', range.sheet, range.rect, () => {
    // has formulas computed first
    context.book.value(range.sheet, range.rect.row, range.rect.column);
    return pickCells(context, range.sheet, range.rect, cellReader(context.book, context.surroundings.doubts.errorCells));
  });
}

export function readValues(context: ExecutionContext, range: RangeObject): Ready {
  return new Ready(values(context, range));
}

function displayValues(context: ExecutionContext, range: RangeObject): string[][] {
  return context.readCells('display', range.sheet, range.rect, () => context.book.displayValues(range.sheet, range.rect));
}

function formulas(context: ExecutionContext, range: RangeObject): string[][] {
  return readCells(context, range, 'formulas', (cell) => cell?.f ?? '');
}

function notes(context: ExecutionContext, range: RangeObject): string[][] {
  return readCells(context, range, 'notes', (cell) => cell?.n ?? '');
}

export const rangeRead: Methods<RangeObject> = {
  getValue: ['', (context, range) => new Ready(first(values(context, corner(range))))],
  getValues: ['', readValues],
  getDisplayValue: ['', (context, range) => first(displayValues(context, corner(range)))],
  getDisplayValues: ['', displayValues],
  getFormula: ['', (context, range) => first(formulas(context, corner(range)))],
  getFormulas: ['', formulas],
  getNote: ['', (context, range) => first(notes(context, corner(range)))],
  getNotes: ['', notes],
  isBlank: [
    '',
    (context, range) =>
      readCells(context, range, 'blank', (cell) => cell?.f === undefined && (cell?.v ?? '') === '').every((line) =>
        line.every(Boolean),
      ),
  ],
};

/** The top left cell: what the methods for a single cell look at. */
export function corner(range: RangeObject): RangeObject {
  const { rect } = range;
  return rect.rows === 1 && rect.columns === 1 ? range : new RangeObject(range.sheet, { ...rect, rows: 1, columns: 1 });
}
