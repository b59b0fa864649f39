import type { Rect, SheetState, Validation } from '../contract.ts';
import { type CriteriaContext, type CriteriaValue, isBlank, meetsCriteria, textOf } from './criteria.ts';
import { epochToSerial } from './dates.ts';
import { resolveRange } from './ranges.ts';
import { ruleSeenFrom } from './rule-place.ts';
import type { SheetRef, Workbook } from './workbook.ts';

interface ValidationContext extends CriteriaContext {
  row: number;
  column: number;
  /** what stands in a range given as A1 with its tab */
  textsOf(range: string): ReadonlySet<string>;
}

/**
 * Whether a value keeps a rule; blank always does, and so does what a rule unknown here would say. A formula of a rule sees
 * the workbook as it is: to ask about a value that is yet to come see {@link Workbook.suppose}.
 *
 * @example checkValidation(rule, '普通', validationContext(workbook, sheet, 3, 2, Date.now()))
 */
export function checkValidation(validation: Validation, value: CriteriaValue, context: ValidationContext): boolean {
  if (isBlank(value)) return true;
  const { criteria } = validation;
  if (criteria === 'VALUE_IN_LIST') {
    return itemsOf(validation).has(textOf(value));
  }
  if (criteria === 'VALUE_IN_RANGE') {
    return context.textsOf(String(validation.args[0])).has(textOf(value));
  }
  if (criteria === 'CHECKBOX') {
    return checkboxValues(validation).some((each) => textOf(value) === textOf(each));
  }
  const { args } = ruleSeenFrom(validation, context.row, context.column);
  const plain = args.filter((arg) => !Array.isArray(arg)) as Exclude<(typeof args)[number], unknown[]>[];
  return meetsCriteria(criteria, plain, value, context) ?? true;
}

/** What a checkbox's cell holds when it is checked and when it is not; with one value of its own that is the checked one. */
export function checkboxValues({ args }: Validation): [checked: string | number | boolean, unchecked: string | number | boolean] {
  const [checked, unchecked = ''] = args.filter((arg) => arg !== null && !Array.isArray(arg)) as (string | number | boolean)[];
  return checked === undefined ? [true, false] : [checked, unchecked];
}

/** The items of a list rule: `args` is `[items, showDropdown]` as in Apps Script, or the items themselves. */
export function listItems(validation: Validation): string[] {
  const [first] = validation.args;
  const items = Array.isArray(first) ? first : (validation.args as CriteriaValue[]);
  return items.map(textOf);
}

const itemSets = new WeakMap<Validation, ReadonlySet<string>>();

/** A paste of 5,000 rows asks the same rule 5,000 times. */
function itemsOf(validation: Validation): ReadonlySet<string> {
  let items = itemSets.get(validation);
  if (!items) itemSets.set(validation, (items = new Set(listItems(validation))));
  return items;
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
    row,
    column,
    locale,
    get today() {
      return Math.floor(epochToSerial(now, timeZone));
    },
    evaluate: (formula) => workbook.evaluate(sheet, row, column, formula),
    textsOf: (range) => rangeTexts(workbook, range, workbook.sheet(sheet)),
  };
}

interface RangeTexts {
  version: number;
  byRange: Map<string, ReadonlySet<string>>;
}

const rangeSets = new WeakMap<Workbook, RangeTexts>();

function rangeTexts(workbook: Workbook, range: string, own: SheetState): ReadonlySet<string> {
  let known = rangeSets.get(workbook);
  if (known?.version !== workbook.version) rangeSets.set(workbook, (known = { version: workbook.version, byRange: new Map() }));
  const key = `${own.id} ${range}`;
  let texts = known!.byRange.get(key);
  if (!texts) {
    const found = resolveRange(workbook.state, range, own);
    const values = found ? workbook.values(found.sheet, clip(found.rect, found.sheet.cells.length)).flat() : [];
    texts = new Set(values.filter((value) => !isBlank(value)).map(textOf));
    known!.byRange.set(key, texts);
  }
  return texts;
}

function clip(rect: Rect, filled: number): Rect {
  return { ...rect, rows: Math.max(0, Math.min(rect.rows, filled - rect.row)) };
}
