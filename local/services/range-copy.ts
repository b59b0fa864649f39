import type { CellPatch, CellState, Rect } from '../contract.ts';
import { wholeStyle } from '../model/intern.ts';
import { copyFormula } from '../model/shift-formula.ts';
import type { Workbook } from '../model/workbook.ts';
import type { ExecutionContext } from './execution-context.ts';
import { rangeAt, sheetState } from './grid.ts';
import { RangeObject, SheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { EnumValue } from './service-object.ts';
import { checkRights } from './write-check.ts';

type What = 'all' | 'values' | 'formula' | 'format' | 'validation';

const BY_PASTE_TYPE: Record<string, What> = {
  PASTE_NORMAL: 'all',
  PASTE_NO_BORDERS: 'all',
  PASTE_FORMAT: 'format',
  PASTE_FORMULA: 'formula',
  PASTE_DATA_VALIDATION: 'validation',
  PASTE_VALUES: 'values',
};

function patchFrom(book: Workbook, cell: CellState | undefined, what: What, down: number, right: number): CellPatch {
  const patch: CellPatch = {};
  if (what === 'values') Object.assign(patch, { v: cell?.v ?? null, f: null });
  if (what === 'all' || what === 'formula') {
    if (cell?.f === undefined) Object.assign(patch, { v: cell?.v ?? null, f: null });
    else Object.assign(patch, { v: null, f: copyFormula(cell.f, down, right) });
  }
  if (what === 'all' || what === 'format') patch.s = cell?.s === undefined ? null : wholeStyle(book.styleOf(cell));
  if (what === 'all' || what === 'validation') patch.d = book.validationOf(cell) ?? null;
  if (what === 'all') Object.assign(patch, { n: cell?.n ?? null, r: cell?.r ?? null });
  return patch;
}

/** The target as Google fills it: at least the source's size, and repeated when it is a multiple. */
function targetOf(source: Rect, target: Rect): Rect {
  const rows = target.rows % source.rows === 0 ? target.rows : source.rows;
  const columns = target.columns % source.columns === 0 ? target.columns : source.columns;
  return { row: target.row, column: target.column, rows, columns };
}

function copy(context: ExecutionContext, source: RangeObject, target: RangeObject, what: What, transposed = false): void {
  const from = source.rect;
  const shape = transposed ? { ...from, rows: from.columns, columns: from.rows } : from;
  const to = targetOf(shape, target.rect);
  rangeAt(sheetState(context, target.sheet), to.row + 1, to.column + 1, to.rows, to.columns);
  const resolve = (): Parameters<Workbook['apply']>[0][number][] => {
    const { book } = context;
    const sheet = sheetState(context, source.sheet);
    checkRights(context, sheetState(context, target.sheet), to);
    if (what === 'values') book.value(sheet, from.row, from.column);
    const cells = Array.from({ length: to.rows }, (_, i) =>
      Array.from({ length: to.columns }, (_, j) => {
        const [down, right] = transposed ? [j % from.rows, i % from.columns] : [i % from.rows, j % from.columns];
        const cell = sheet.cells[from.row + down]?.[from.column + right] ?? undefined;
        return patchFrom(book, cell, what, to.row + i - (from.row + down), to.column + j - (from.column + right));
      }),
    );
    return [{ op: 'cells', sheet: target.sheet, row: to.row, column: to.column, cells }];
  };
  const count = to.rows * to.columns;
  context.write(what === 'format' || what === 'validation' ? { formatCells: count, resolve } : { valueCells: count, resolve });
}

function copyTo(context: ExecutionContext, source: RangeObject, target: RangeObject, how?: unknown, transposed?: boolean): void {
  if (how instanceof EnumValue) {
    copy(context, source, target, BY_PASTE_TYPE[how.name] ?? 'all', transposed);
    return;
  }
  const { formatOnly, contentsOnly } = (how ?? {}) as { formatOnly?: boolean; contentsOnly?: boolean };
  copy(context, source, target, formatOnly ? 'format' : contentsOnly ? 'values' : 'all');
}

function toRange(what: What) {
  return (
    context: ExecutionContext,
    source: RangeObject,
    to: SheetObject | number,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ) => {
    const sheet = sheetState(context, to instanceof SheetObject ? to.id : to);
    copy(context, source, rangeAt(sheet, row, column, rowEnd - row + 1, columnEnd - column + 1), what);
  };
}

/** Cut and paste: everything goes, and the source is empty and plain. */
function moveTo(context: ExecutionContext, source: RangeObject, target: RangeObject): void {
  const { rect } = source;
  const to = new RangeObject(target.sheet, { ...rect, row: target.rect.row, column: target.rect.column });
  const { book } = context;
  context.write({
    valueCells: 2 * rect.rows * rect.columns,
    resolve: () => {
      const sheet = sheetState(context, source.sheet);
      checkRights(context, sheet, rect);
      checkRights(context, sheetState(context, to.sheet), to.rect);
      const cells = Array.from({ length: rect.rows }, (_, i) =>
        Array.from({ length: rect.columns }, (_, j) =>
          patchFrom(book, sheet.cells[rect.row + i]?.[rect.column + j] ?? undefined, 'all', 0, 0),
        ),
      );
      const empty: CellPatch = { v: null, f: null, s: null, d: null, n: null };
      return [
        { op: 'fill', sheet: source.sheet, rects: [rect], patch: empty },
        { op: 'cells', sheet: to.sheet, row: to.rect.row, column: to.rect.column, cells },
      ];
    },
  });
}

const CORNERS = 'int, int, int, int';

export const rangeCopy: Methods<RangeObject> = {
  copyTo: ['Range | Range, CopyPasteType, boolean | Range, object', copyTo],
  copyFormatToRange: [`Sheet, ${CORNERS} | int, ${CORNERS}`, toRange('format')],
  copyValuesToRange: [`Sheet, ${CORNERS} | int, ${CORNERS}`, toRange('values')],
  moveTo: ['Range', moveTo],
};
