import type { CellPatch } from '../contract.ts';
import { ruleSeenFrom, ruleWrittenFor } from '../model/rule-place.ts';
import { DataValidationObject, settable } from './data-validation.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkSize, sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import { corner } from './range-read.ts';
import { fill, fillEach } from './range-write.ts';
import type { Methods } from './service-class.ts';

type Rule = DataValidationObject | null;

/** A rule for cells from the one at `down`, `right` of the range's corner on. */
function patchOf({ sheet, rect }: RangeObject, rule: Rule, down = 0, right = 0): CellPatch {
  return { d: rule && ruleWrittenFor(settable(rule.rule), sheet, rect.row + down, rect.column + right) };
}

function setRules(context: ExecutionContext, range: RangeObject, rules: Rule[][]): RangeObject {
  checkSize(range.rect, rules);
  const placed = rules.map((line, i) => line.map((rule, j) => patchOf(range, rule, i, j)));
  return fillEach(context, range, placed, (patch) => patch);
}

function validations(context: ExecutionContext, range: RangeObject): Rule[][] {
  const { sheet, rect } = range;
  return context.readCells('validations', sheet, rect, () => {
    const { cells } = sheetState(context, sheet);
    return Array.from({ length: rect.rows }, (_, i) =>
      Array.from({ length: rect.columns }, (__, j) => {
        const [row, column] = [rect.row + i, rect.column + j];
        const rule = context.book.validationOf(cells[row]?.[column]);
        return rule ? new DataValidationObject(ruleSeenFrom(rule, row, column)) : null;
      }),
    );
  });
}

export const rangeRules: Methods<RangeObject> = {
  getDataValidation: ['', (context, range) => validations(context, corner(range))[0]![0]],
  getDataValidations: ['', validations],
  setDataValidation: ['DataValidation?', (context, range, rule: Rule) => fill(context, range, patchOf(range, rule))],
  setDataValidations: ['DataValidation?[][]', setRules],
};
