import type { CellPatch, Op, Rect } from '../contract.ts';
import { isBlank } from '../model/criteria.ts';
import type { CellValue } from '../model/workbook.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkGrowth, sheetState } from './grid.ts';
import { RangeObject } from './objects.ts';
import { pickCells } from './range-read.ts';
import { valueOps } from './range-write.ts';
import type { Methods } from './service-class.ts';
import { EnumValue, ServiceError } from './service-object.ts';
import { checkRights } from './write-check.ts';

const cellsOf = ({ rect }: RangeObject): number => rect.rows * rect.columns;

function trimWhitespace(context: ExecutionContext, range: RangeObject): RangeObject {
  const { sheet: id, rect } = range;
  context.write({
    valueCells: cellsOf(range),
    resolve: (): Op[] => {
      checkRights(context, sheetState(context, id), rect);
      const cells = pickCells(context, id, rect, (cell): CellPatch | null =>
        typeof cell?.v === 'string' && cell.f === undefined ? { v: cell.v.trim().replace(/\s+/g, ' ') } : null,
      );
      return [{ op: 'cells', sheet: id, row: rect.row, column: rect.column, cells }];
    },
  });
  return range;
}

/** Equal for the eye: letters' case and formats make no difference. */
const sameKey = (values: readonly CellValue[]): string =>
  JSON.stringify(values.map((value) => (typeof value === 'string' ? value.toLowerCase() : isBlank(value) ? null : value)));

/**
 * Of rows that are equal the first stays, and the rows below close up; what is left over at the end is emptied.
 * @param columns 1-based, of the tab; absent: all of the range
 */
function removeDuplicates(context: ExecutionContext, range: RangeObject, columns?: number[]): RangeObject {
  context.look();
  const { sheet: id, rect } = range;
  const offsets = columns?.length
    ? columns.map((column) => column - 1 - rect.column)
    : Array.from({ length: rect.columns }, (_, j) => j);
  if (offsets.some((offset) => offset < 0 || offset >= rect.columns)) {
    throw new ServiceError('The columns to compare must be within the range.');
  }
  const sheet = sheetState(context, id);
  const seen = new Set<string>();
  const kept: number[] = [];
  const doubled: number[] = [];
  context.book.values(sheet, rect).forEach((values, i) => {
    const key = sameKey(offsets.map((offset) => values[offset]!));
    (seen.has(key) ? doubled : kept).push(i);
    seen.add(key);
  });
  if (doubled.length === 0) return range;
  const emptied: Rect = { ...rect, row: rect.row + kept.length, rows: doubled.length };
  context.write({
    valueCells: cellsOf(range),
    resolve: (): Op[] => {
      checkRights(context, sheet, rect);
      return [
        { op: 'sort', sheet: id, rect, order: [...kept, ...doubled] },
        { op: 'fill', sheet: id, rects: [emptied], patch: { v: null, f: null, n: null } },
      ];
    },
  });
  return new RangeObject(id, { ...rect, rows: kept.length });
}

/** Shuffles the rows (Fisher and Yates). */
function randomize(context: ExecutionContext, range: RangeObject): RangeObject {
  const { sheet, rect } = range;
  context.write({
    valueCells: cellsOf(range),
    resolve: (): Op[] => {
      checkRights(context, sheetState(context, sheet), rect);
      const order = Array.from({ length: rect.rows }, (_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const other = Math.floor(context.surroundings.random() * (i + 1));
        [order[i], order[other]] = [order[other]!, order[i]!];
      }
      return [{ op: 'sort', sheet, rect, order }];
    },
  });
  return range;
}

const DELIMITERS: Record<string, string> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** The delimiter that most of the texts hold; of several, the one that comes first in Google's menu. */
function detectDelimiter(texts: readonly string[]): string {
  const counts = Object.values(DELIMITERS).map((delimiter) => ({
    delimiter,
    count: texts.filter((text) => text.includes(delimiter)).length,
  }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

/** What is to the right of a text that falls into pieces is overwritten; the grid grows where it must. */
function splitTextToColumns(context: ExecutionContext, range: RangeObject, chosen?: string | EnumValue): void {
  const { sheet: id, rect } = range;
  if (rect.columns > 1) throw new ServiceError('The range must have one column only.');
  if (chosen === '') throw new ServiceError('Invalid argument: delimiter');
  context.restructure(() => {
    const sheet = sheetState(context, id);
    const texts = pickCells(context, id, rect, (cell) => (typeof cell?.v === 'string' ? cell.v : undefined)).flat();
    const delimiter =
      chosen instanceof EnumValue
        ? DELIMITERS[chosen.name]!
        : (chosen ?? detectDelimiter(texts.filter((text) => text !== undefined)));
    const pieces = texts.map((text) => text?.split(delimiter) ?? []);
    const missing = rect.column + Math.max(...pieces.map(({ length }) => length)) - sheet.columnCount;
    if (missing > 0) checkGrowth(context, missing * sheet.rowCount);
    const grow: Op[] = missing > 0 ? [{ op: 'insertColumns', sheet: id, at: sheet.columnCount, count: missing }] : [];
    const split = pieces.flatMap((line, i) =>
      line.length > 1
        ? valueOps(context, id, { ...rect, row: rect.row + i, rows: 1, columns: line.length }, (_, j) => line[j]!)
        : [],
    );
    return [...grow, ...split];
  });
}

export const rangeTidy: Methods<RangeObject> = {
  trimWhitespace: ['', trimWhitespace],
  removeDuplicates: ['| int[]', removeDuplicates],
  randomize: ['', randomize],
  splitTextToColumns: ['| string | TextToColumnsDelimiter', splitTextToColumns],
};
