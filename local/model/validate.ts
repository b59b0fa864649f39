import type { Rect, Validation } from '../contract.ts';
import { type CriteriaContext, type CriteriaValue, isBlank, meetsCriteria, textOf } from './criteria.ts';
import { epochToSerial } from './dates.ts';
import { resolveRange } from './ranges.ts';
import type { SheetRef, Workbook } from './workbook.ts';

export interface ValidationContext extends CriteriaContext {
  /** values of a range given as A1 with its tab */
  valuesOf(range: string): CriteriaValue[];
}

/**
 * Whether a value keeps a rule; blank always does, and so does what a rule unknown here would say.
 *
 * @example checkValidation(rule, '普通', validationContext(workbook, sheet, 3, 2, Date.now()))
 */
export function checkValidation(validation: Validation, value: CriteriaValue, context: ValidationContext): boolean {
  if (isBlank(value)) return true;
  const { criteria, args } = validation;
  if (criteria === 'VALUE_IN_LIST') {
    const text = textOf(value);
    return listItems(validation).some((item) => item === text);
  }
  if (criteria === 'VALUE_IN_RANGE') {
    const text = textOf(value);
    return context.valuesOf(String(args[0])).some((item) => !isBlank(item) && textOf(item) === text);
  }
  if (criteria === 'CHECKBOX') {
    const [checked = true, unchecked = false] = args.filter((arg) => arg !== null && !Array.isArray(arg)) as CriteriaValue[];
    return textOf(value) === textOf(checked) || textOf(value) === textOf(unchecked);
  }
  const plain = args.filter((arg) => !Array.isArray(arg)) as Exclude<(typeof args)[number], unknown[]>[];
  return meetsCriteria(criteria, plain, value, context) ?? true;
}

/** The items of a list rule: `args` is `[items, showDropdown]` as in Apps Script, or the items themselves. */
export function listItems(validation: Validation): string[] {
  const [first] = validation.args;
  const items = Array.isArray(first) ? first : (validation.args as CriteriaValue[]);
  return items.map(textOf);
}

/** `now` in ms since 1970. */
export function validationContext(
  workbook: Workbook,
  sheet: SheetRef,
  row: number,
  column: number,
  now: number,
): ValidationContext {
  const { locale, timeZone } = workbook.state;
  return {
    locale,
    today: Math.floor(epochToSerial(now, timeZone)),
    evaluate: (formula) => workbook.evaluate(sheet, row, column, formula),
    valuesOf: (range) => {
      const found = resolveRange(workbook.state, range, workbook.sheet(sheet));
      return found ? workbook.values(found.sheet, clip(found.rect, found.sheet.cells.length)).flat() : [];
    },
  };
}

function clip(rect: Rect, filled: number): Rect {
  return { ...rect, rows: Math.max(0, Math.min(rect.rows, filled - rect.row)) };
}
