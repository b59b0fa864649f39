import type { Op, Rect } from '../contract.ts';
import { covers, intersects } from '../model/rects.ts';
import { sortOrder } from '../model/sort-order.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject, type SheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';
import { checkRights } from './write-check.ts';

interface Key {
  /** 1-based, of the tab */
  column: number;
  ascending: boolean;
}

/** Sorts by what the cells hold once everything queued before has been applied. */
export function sortRange(context: ExecutionContext, range: RangeObject, keys: Key[]): RangeObject {
  const { sheet: id, rect } = range;
  for (const { column } of keys) {
    if (column - 1 < rect.column || column - 1 >= rect.column + rect.columns) {
      throw new ServiceError('The sort column is outside the range.');
    }
  }
  context.write({
    valueCells: rect.rows * rect.columns,
    resolve: (): Op[] => {
      const sheet = sheetState(context, id);
      checkRights(context, sheet, rect);
      const offsets = keys.map(({ column, ascending }) => ({ column: column - 1 - rect.column, ascending }));
      return [
        { op: 'sort', sheet: id, rect, order: sortOrder(context.book.values(sheet, rect), offsets, context.book.state.locale) },
      ];
    },
  });
  return range;
}

type SortSpec = number | { column: number; ascending?: boolean };

function sort(context: ExecutionContext, range: RangeObject, spec: SortSpec | SortSpec[]): RangeObject {
  const keys = (Array.isArray(spec) ? spec : [spec]).map((each) =>
    typeof each === 'number' ? { column: each, ascending: true } : { column: each.column, ascending: each.ascending !== false },
  );
  return sortRange(context, range, keys);
}

/** A tab is sorted below its frozen rows. */
function sortSheet(context: ExecutionContext, sheet: SheetObject, column: number, ascending = true): SheetObject {
  context.look();
  const { frozenRows, columnCount } = sheetState(context, sheet.id);
  const rows = context.book.lastRow(sheet.id) - frozenRows;
  if (rows > 0)
    sortRange(context, new RangeObject(sheet.id, { row: frozenRows, column: 0, rows, columns: columnCount }), [
      { column, ascending },
    ]);
  return sheet;
}

function mergeInto(context: ExecutionContext, range: RangeObject, rects: Rect[]): RangeObject {
  const { sheet: id, rect } = range;
  const emptied = rects.flatMap((each) => restOf(each));
  context.write({
    formatCells: rect.rows * rect.columns,
    resolve: (): Op[] => {
      const sheet = sheetState(context, id);
      checkRights(context, sheet, rect);
      const others = sheet.merges.filter((each) => !intersects(each, rect));
      if (sheet.merges.some((each) => intersects(each, rect) && !covers(rect, each))) {
        throw new ServiceError('You must select all cells in a merged range to merge or unmerge them.');
      }
      const clear: Op[] = emptied.length > 0 ? [{ op: 'fill', sheet: id, rects: emptied, patch: { v: null, f: null } }] : [];
      return [
        ...clear,
        { op: 'sheet', sheet: id, patch: { merges: [...others, ...rects.filter((each) => each.rows * each.columns > 1)] } },
      ];
    },
  });
  return range;
}

/** All of a rectangle but its top left cell, which alone keeps its contents in a merge. */
function restOf({ row, column, rows, columns }: Rect): Rect[] {
  const right: Rect = { row, column: column + 1, rows: 1, columns: columns - 1 };
  const below: Rect = { row: row + 1, column, rows: rows - 1, columns };
  return [right, below].filter((each) => each.rows > 0 && each.columns > 0);
}

const lines = ({ rect }: RangeObject): Rect[] =>
  Array.from({ length: rect.rows }, (_, i) => ({ ...rect, row: rect.row + i, rows: 1 }));
const lanes = ({ rect }: RangeObject): Rect[] =>
  Array.from({ length: rect.columns }, (_, j) => ({ ...rect, column: rect.column + j, columns: 1 }));

function mergesOf(context: ExecutionContext, { sheet, rect }: RangeObject): Rect[] {
  context.look();
  return sheetState(context, sheet).merges.filter((each) => intersects(each, rect));
}

export const rangeArrange: Methods<RangeObject> = {
  sort: ['int | object | any[]', sort],
  merge: ['', (context, range) => mergeInto(context, range, [range.rect])],
  mergeAcross: ['', (context, range) => mergeInto(context, range, lines(range))],
  mergeVertically: ['', (context, range) => mergeInto(context, range, lanes(range))],
  breakApart: ['', (context, range) => mergeInto(context, range, [])],
  isPartOfMerge: ['', (context, range) => mergesOf(context, range).length > 0],
  getMergedRanges: ['', (context, range) => mergesOf(context, range).map((rect) => new RangeObject(range.sheet, rect))],
};

export const sheetArrange: Methods<SheetObject> = {
  sort: ['int | int, boolean', sortSheet],
};
