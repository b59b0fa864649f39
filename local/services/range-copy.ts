import type { CellPatch, CellState, Op, Rect } from '../contract.ts';
import { wholeStyle } from '../model/intern.ts';
import { followMove, moveInFormula } from '../model/move-formula.ts';
import { copyFormula } from '../model/shift-formula.ts';
import type { Workbook } from '../model/workbook.ts';
import { type Copied, columnWidthsAfter, conditionalFormatsAfter, mergesAfter } from './copy-along.ts';
import type { ExecutionContext } from './execution-context.ts';
import { rangeAt, sheetState } from './grid.ts';
import { type RangeObject, SheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { EnumValue, ServiceError } from './service-object.ts';
import { checkRights } from './write-check.ts';

type What = 'all' | 'noBorders' | 'values' | 'formula' | 'format' | 'validation' | 'conditional' | 'widths';

const BY_PASTE_TYPE: Record<string, What> = {
  PASTE_NORMAL: 'all',
  PASTE_NO_BORDERS: 'noBorders',
  PASTE_FORMAT: 'format',
  PASTE_FORMULA: 'formula',
  PASTE_DATA_VALIDATION: 'validation',
  PASTE_VALUES: 'values',
  PASTE_CONDITIONAL_FORMATTING: 'conditional',
  PASTE_COLUMN_WIDTHS: 'widths',
};

function patchFrom(book: Workbook, cell: CellState | undefined, what: What, down: number, right: number): CellPatch {
  const patch: CellPatch = {};
  const whole = what === 'all' || what === 'noBorders';
  if (what === 'values') Object.assign(patch, { v: cell?.v ?? null, f: null });
  if (whole || what === 'formula') {
    if (cell?.f === undefined) Object.assign(patch, { v: cell?.v ?? null, f: null });
    else Object.assign(patch, { v: null, f: copyFormula(cell.f, down, right) });
  }
  if (whole || what === 'format') patch.s = wholeStyle(book.styleOf(cell));
  if (what === 'noBorders') delete patch.s!.border;
  if (whole || what === 'validation') patch.d = book.validationOf(cell) ?? null;
  if (whole) Object.assign(patch, { n: cell?.n ?? null, r: cell?.r ?? null });
  return patch;
}

/** The target as Google fills it: whole copies of the source only, as many as there is room for, and one at least. */
function targetOf(source: Rect, target: Rect): Rect {
  const whole = (room: number, size: number): number => Math.max(1, Math.floor(room / size)) * size;
  return {
    row: target.row,
    column: target.column,
    rows: whole(target.rows, source.rows),
    columns: whole(target.columns, source.columns),
  };
}

function alongWith(copied: Copied, what: What): Op[] {
  if (what === 'widths') return columnWidthsAfter(copied);
  const merges = what === 'all' || what === 'noBorders' ? mergesAfter(copied) : [];
  const conditional = ['all', 'noBorders', 'format', 'conditional'].includes(what) ? conditionalFormatsAfter(copied) : [];
  return [...merges, ...conditional];
}

function checkSameWorkbook(source: RangeObject, target: RangeObject | SheetObject): void {
  if (source.place !== target.place) {
    throw new ServiceError('Target range and source range must be on the same spreadsheet.');
  }
}

function copy(context: ExecutionContext, source: RangeObject, target: RangeObject, what: What, transposed = false): void {
  const from = source.rect;
  const shape = transposed ? { ...from, rows: from.columns, columns: from.rows } : from;
  const to = targetOf(shape, target.rect);
  rangeAt(sheetState(context, target.sheet), to.row + 1, to.column + 1, to.rows, to.columns);
  const resolve = (): Op[] => {
    const { book } = context;
    const sheet = sheetState(context, source.sheet);
    const targetSheet = sheetState(context, target.sheet);
    checkRights(context, targetSheet, to);
    const along = alongWith({ source: sheet, from, target: targetSheet, to, transposed }, what);
    if (what === 'conditional' || what === 'widths') return along;
    if (what === 'values') book.value(sheet, from.row, from.column);
    const cells = Array.from({ length: to.rows }, (_, i) =>
      Array.from({ length: to.columns }, (_, j) => {
        const [down, right] = transposed ? [j % from.rows, i % from.columns] : [i % from.rows, j % from.columns];
        const cell = sheet.cells[from.row + down]?.[from.column + right] ?? undefined;
        return patchFrom(book, cell, what, to.row + i - (from.row + down), to.column + j - (from.column + right));
      }),
    );
    return [...along, { op: 'cells', sheet: target.sheet, row: to.row, column: to.column, cells }];
  };
  const count = to.rows * to.columns;
  const valued = ['all', 'noBorders', 'values', 'formula'].includes(what);
  context.write(valued ? { valueCells: count, resolve } : { formatCells: count, resolve });
}

/** Google looks at the second argument only as far as it understands it: anything else is a normal copy. */
function copyTo(context: ExecutionContext, source: RangeObject, target: RangeObject, how?: unknown, transposed?: boolean): void {
  checkSameWorkbook(source, target);
  if (how instanceof EnumValue && how.type === 'CopyPasteType') {
    copy(context, source, target, BY_PASTE_TYPE[how.name]!, transposed);
    return;
  }
  const { formatOnly, contentsOnly } = Object(how) as { formatOnly?: boolean; contentsOnly?: boolean };
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
    if (to instanceof SheetObject) checkSameWorkbook(source, to);
    const sheet = sheetState(context, to instanceof SheetObject ? to.id : to);
    copy(context, source, rangeAt(sheet, row, column, rowEnd - row + 1, columnEnd - column + 1), what);
  };
}

/** Cut and paste: everything goes, formulas elsewhere follow it, and the source is empty and plain. */
function moveTo(context: ExecutionContext, source: RangeObject, target: RangeObject): void {
  checkSameWorkbook(source, target);
  const from = source.rect;
  const to: Rect = { ...from, row: target.rect.row, column: target.rect.column };
  rangeAt(sheetState(context, target.sheet), to.row + 1, to.column + 1, to.rows, to.columns);
  context.write({
    valueCells: 2 * from.rows * from.columns,
    resolve: () => {
      const { book } = context;
      const sheet = sheetState(context, source.sheet);
      const targetSheet = sheetState(context, target.sheet);
      checkRights(context, sheet, from);
      checkRights(context, targetSheet, to);
      const move = { source: sheet, from, target: targetSheet, to };
      const cells = Array.from({ length: from.rows }, (_, i) =>
        Array.from({ length: from.columns }, (_, j) => {
          const cell = sheet.cells[from.row + i]?.[from.column + j] ?? undefined;
          const patch = patchFrom(book, cell, 'all', 0, 0);
          return cell?.f === undefined ? patch : { ...patch, f: moveInFormula(cell.f, sheet, move, true) };
        }),
      );
      return [
        ...followMove(book, move),
        ...alongWith({ ...move, cut: true }, 'all'),
        { op: 'fill', sheet: source.sheet, rects: [from], patch: { v: null, f: null, s: null, d: null, n: null, r: null } },
        { op: 'cells', sheet: target.sheet, row: to.row, column: to.column, cells },
      ];
    },
  });
}

const CORNERS = 'int, int, int, int';

export const rangeCopy: Methods<RangeObject> = {
  copyTo: ['Range | Range, CopyPasteType, boolean | Range, any', copyTo],
  copyFormatToRange: [`Sheet, ${CORNERS} | int, ${CORNERS}`, toRange('format')],
  copyValuesToRange: [`Sheet, ${CORNERS} | int, ${CORNERS}`, toRange('values')],
  moveTo: ['Range', moveTo],
};
