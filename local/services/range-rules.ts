import type { CellPatch } from '../contract.ts';
import { DataValidationObject, settable } from './data-validation.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import { corner, readCells } from './range-read.ts';
import { fill, fillEach } from './range-write.ts';
import type { Methods } from './service-class.ts';
import { checkRights } from './write-check.ts';

const patchOf = (rule: DataValidationObject | null): CellPatch => ({ d: rule ? settable(rule.rule) : null });

function validations(context: ExecutionContext, range: RangeObject): (DataValidationObject | null)[][] {
  return readCells(context, range, 'validations', (cell) => {
    const rule = context.book.validationOf(cell);
    return rule ? new DataValidationObject(rule) : null;
  });
}

/** A checkbox is a rule, and `false` in cells that were empty. */
function insertCheckboxes(context: ExecutionContext, range: RangeObject, ...values: (string | number | boolean)[]): RangeObject {
  const unchecked = values.length === 0 ? false : (values[1] ?? '');
  const { sheet: id, rect } = range;
  context.write({
    formatCells: rect.rows * rect.columns,
    resolve: () => {
      const sheet = sheetState(context, id);
      checkRights(context, sheet, rect);
      const d = { criteria: 'CHECKBOX', args: values, allowInvalid: false };
      const cells = Array.from({ length: rect.rows }, (_, i) =>
        Array.from({ length: rect.columns }, (_, j): CellPatch => {
          const cell = sheet.cells[rect.row + i]?.[rect.column + j];
          return (cell?.v ?? '') === '' && cell?.f === undefined ? { d, v: unchecked } : { d };
        }),
      );
      return [{ op: 'cells', sheet: id, row: rect.row, column: rect.column, cells }];
    },
  });
  return range;
}

/** Sets the cells that are checkboxes, leaves all others. */
function setChecked(context: ExecutionContext, range: RangeObject, checked: boolean): RangeObject {
  const { sheet: id, rect } = range;
  context.write({
    valueCells: rect.rows * rect.columns,
    resolve: () => {
      const sheet = sheetState(context, id);
      checkRights(context, sheet, rect);
      const cells = Array.from({ length: rect.rows }, (_, i) =>
        Array.from({ length: rect.columns }, (_, j): CellPatch | null => {
          const rule = context.book.validationOf(sheet.cells[rect.row + i]?.[rect.column + j]);
          if (rule?.criteria !== 'CHECKBOX') return null;
          const [on = true, off = on === true ? false : ''] = rule.args as (string | number | boolean)[];
          return { v: checked ? on : off, f: null };
        }),
      );
      return [{ op: 'cells', sheet: id, row: rect.row, column: rect.column, cells }];
    },
  });
  return range;
}

export const rangeRules: Methods<RangeObject> = {
  getDataValidation: ['', (context, range) => validations(context, corner(range))[0]![0]],
  getDataValidations: ['', validations],
  setDataValidation: [
    'DataValidation?',
    (context, range, rule: DataValidationObject | null) => fill(context, range, patchOf(rule)),
  ],
  setDataValidations: [
    'DataValidation?[][]',
    (context, range, rules: (DataValidationObject | null)[][]) => fillEach(context, range, rules, patchOf),
  ],
  insertCheckboxes: ['| any | any, any', insertCheckboxes],
  removeCheckboxes: ['', (context, range) => fill(context, range, { d: null, v: null, f: null })],
  check: ['', (context, range) => setChecked(context, range, true)],
  uncheck: ['', (context, range) => setChecked(context, range, false)],
};
