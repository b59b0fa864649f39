import type { CellPatch, CellState, Scalar, SheetState } from '../contract.ts';
import { isBlank, textOf } from '../model/criteria.ts';
import { checkboxValues } from '../model/validate.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import { readCells } from './range-read.ts';
import type { Methods } from './service-class.ts';
import { checkRights } from './write-check.ts';

/** Whether a cell's checkbox is checked; `undefined` where there is none, or something else stands in it. */
function stateOf(context: ExecutionContext, cell: CellState | null | undefined): boolean | undefined {
  const rule = context.book.validationOf(cell);
  if (rule?.criteria !== 'CHECKBOX') return undefined;
  const [on, off] = checkboxValues(rule);
  const value = cell?.v ?? null;
  if (textOf(value) === textOf(on)) return true;
  return isBlank(value) || textOf(value) === textOf(off) ? false : undefined;
}

/** Changes the cells of a range one by one; `null` leaves a cell alone. */
function eachCell(
  context: ExecutionContext,
  range: RangeObject,
  patchOf: (cell: CellState | null | undefined) => CellPatch | null,
): RangeObject {
  const { sheet: id, rect } = range;
  context.write({
    valueCells: rect.rows * rect.columns,
    resolve: () => {
      const sheet: SheetState = sheetState(context, id);
      checkRights(context, sheet, rect);
      const cells = Array.from({ length: rect.rows }, (_, i) =>
        Array.from({ length: rect.columns }, (_, j) => patchOf(sheet.cells[rect.row + i]?.[rect.column + j])),
      );
      return [{ op: 'cells', sheet: id, row: rect.row, column: rect.column, cells }];
    },
  });
  return range;
}

/** A checkbox is a rule, and its unchecked value in the cell, whatever stood there. */
function insert(context: ExecutionContext, range: RangeObject, ...args: Exclude<Scalar, null>[]): RangeObject {
  const d = { criteria: 'CHECKBOX', args, allowInvalid: false };
  const [, unchecked] = checkboxValues(d);
  const patch: CellPatch = { d, v: unchecked === '' ? null : unchecked, f: null };
  return eachCell(context, range, () => patch);
}

/** What stands in a cell beside its checkbox stays. */
function remove(context: ExecutionContext, range: RangeObject): RangeObject {
  return eachCell(context, range, (cell) => {
    if (context.book.validationOf(cell)?.criteria !== 'CHECKBOX') return null;
    return stateOf(context, cell) === undefined ? { d: null } : { d: null, v: null, f: null };
  });
}

const set = (checked: boolean) => (context: ExecutionContext, range: RangeObject) =>
  eachCell(context, range, (cell) => {
    if (stateOf(context, cell) === undefined) return null;
    const [on, off] = checkboxValues(context.book.validationOf(cell)!);
    const value = checked ? on : off;
    return { v: value === '' ? null : value, f: null };
  });

/** `null` where a cell is no checkbox, or some are checked and others not. */
function isChecked(context: ExecutionContext, range: RangeObject): boolean | null {
  const [first, ...others] = readCells(context, range, 'checkboxes', (cell) => stateOf(context, cell)).flat();
  return first !== undefined && others.every((state) => state === first) ? first : null;
}

export const rangeCheckboxes: Methods<RangeObject> = {
  insertCheckboxes: ['| any | any, any', insert],
  removeCheckboxes: ['', remove],
  check: ['', set(true)],
  uncheck: ['', set(false)],
  isChecked: ['', isChecked],
};
