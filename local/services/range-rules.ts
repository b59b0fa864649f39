import type { CellPatch } from '../contract.ts';
import { DataValidationObject, settable } from './data-validation.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { RangeObject } from './objects.ts';
import { corner, readCells } from './range-read.ts';
import { fill, fillEach } from './range-write.ts';
import type { Methods } from './service-class.ts';

const patchOf = (rule: DataValidationObject | null): CellPatch => ({ d: rule ? settable(rule.rule) : null });

function validations(context: ExecutionContext, range: RangeObject): (DataValidationObject | null)[][] {
  return readCells(context, range, 'validations', (cell) => {
    const rule = context.book.validationOf(cell);
    return rule ? new DataValidationObject(rule) : null;
  });
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
};
