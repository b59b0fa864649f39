/** Data validations between the workbook and the file. */
import type { Validation } from '../../contract.ts';
import { cellName } from '../../model/a1.ts';
import { absoluteName, maxRows, parseRect, quoteTab } from '../a1.ts';
import type { RawValidation } from './raw-workbook.ts';

export interface ListPlaces {
  /** where a list is kept that does not fit into the rule itself: `'tab'!$B$1:$B$9` */
  place(values: string[]): string;
  /** the tab's name in the file */
  tab(name: string): string | undefined;
}

const tag = 'Ledger #';

const comparisons: Record<string, string> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  LESS_THAN: 'lessThan',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};
const dateComparisons: Record<string, string> = {
  DATE_AFTER: 'greaterThan',
  DATE_BEFORE: 'lessThan',
  DATE_BETWEEN: 'between',
  DATE_EQUAL_TO: 'equal',
  DATE_NOT_BETWEEN: 'notBetween',
  DATE_ON_OR_AFTER: 'greaterThanOrEqual',
  DATE_ON_OR_BEFORE: 'lessThanOrEqual',
};

const literal = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;

/**
 * The rule as Excel can have it, for cells beginning at `row`, `column`. What Excel lacks becomes a rule that lets
 * everything pass; `index` in its title leads back to the original.
 */
export function validationForFile(
  validation: Validation,
  index: number,
  at: { row: number; column: number },
  places: ListPlaces,
): RawValidation {
  const { helpText, allowInvalid } = validation;
  const body = ruleBody(validation, cellName(at.row, at.column), places);
  return {
    ...body,
    refuses: !allowInvalid && body.type !== 'any',
    title: `${tag}${index}`,
    // Excel shows at most 255 characters
    ...(helpText && { prompt: helpText.slice(0, 255) }),
  };
}

function ruleBody(
  { criteria, args }: Validation,
  cell: string,
  places: ListPlaces,
): Pick<RawValidation, 'type' | 'operator' | 'formulas' | 'hideDropdown'> {
  const custom = (formula: string) => ({ type: 'custom', formulas: [formula] });
  const numbers = args.filter((arg): arg is number => typeof arg === 'number');
  const hides = args[1] === false && { hideDropdown: true };
  const [, subject, comparison = ''] = /^(NUMBER|DATE)_(.*)$/.exec(criteria) ?? [];
  if (criteria === 'VALUE_IN_LIST' && Array.isArray(args[0])) {
    return { type: 'list', formulas: [listFormula(args[0].map(String), places)], ...hides };
  }
  if (criteria === 'VALUE_IN_RANGE') {
    const range = rangeFormula(String(args[0] ?? ''), places);
    if (range) return { type: 'list', formulas: [range], ...hides };
  } else if (criteria === 'CHECKBOX' && args.length === 0) return { type: 'list', formulas: ['"TRUE,FALSE"'] };
  else if (subject === 'NUMBER' && comparison in comparisons && numbers.length === args.length && numbers.length > 0) {
    return { type: 'decimal', operator: comparisons[comparison], formulas: numbers.map(String) };
  } else if (criteria in dateComparisons && numbers.length === args.length && numbers.length > 0) {
    return { type: 'date', operator: dateComparisons[criteria], formulas: numbers.map(String) };
  } else if (criteria === 'DATE_IS_VALID_DATE') return custom(`ISNUMBER(${cell})`);
  else if (criteria === 'TEXT_CONTAINS') return custom(`ISNUMBER(SEARCH(${literal(args[0])},${cell}))`);
  else if (criteria === 'TEXT_DOES_NOT_CONTAIN') return custom(`NOT(ISNUMBER(SEARCH(${literal(args[0])},${cell})))`);
  else if (criteria === 'TEXT_EQUAL_TO') return custom(`EXACT(${cell},${literal(args[0])})`);
  else if (criteria === 'TEXT_IS_VALID_EMAIL') return custom(`ISNUMBER(SEARCH("?@?*.?",${cell}))`);
  return { type: 'any', formulas: [] };
}

function listFormula(values: string[], places: ListPlaces): string {
  const text = values.join(',');
  const fits = text.length <= 250 && values.every((value) => value !== '' && value === value.trim() && !/[,"\n\r]/.test(value));
  return fits ? `"${text}"` : places.place(values);
}

/** `'Tab 1'!A2:B` → what Excel reads; `undefined` when the tab is not there or the range is none. */
function rangeFormula(text: string, { tab }: ListPlaces): string | undefined {
  const [, quoted, plain, range = ''] = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/i.exec(text) ?? [];
  const name = tab(quoted?.replaceAll("''", "'") ?? plain ?? '');
  const rect = parseRect(range.replace(/^(.*\d):(\$?[A-Z]+)$/i, `$1:$2${maxRows}`));
  return name === undefined || !rect ? undefined : `${quoteTab(name)}!${absoluteName(rect)}`;
}

/** The validation that a rule of the file was written for, when the rule is still the same. */
export function validationOfRule(
  rule: RawValidation,
  at: { row: number; column: number },
  validations: readonly Validation[],
  places: ListPlaces,
): number | undefined {
  const index = rule.title?.startsWith(tag) ? Number(rule.title.slice(tag.length)) : -1;
  const original = validations[index];
  if (!original) return undefined;
  const written = validationForFile(original, index, at, places);
  const same =
    written.type === rule.type &&
    (written.operator ?? 'between') === (rule.operator ?? 'between') &&
    written.refuses === rule.refuses &&
    (written.prompt ?? '') === (rule.prompt ?? '') &&
    sameFormulas(written.formulas, rule.formulas);
  return same ? index : undefined;
}

/** Quotes around a tab's name and `$` come and go with the program that saved; a list's own place may move. */
function sameFormulas(a: string[], b: string[]): boolean {
  const plain = (text: string) => {
    const bare = text.startsWith('"') ? text : text.replace(/['$]/g, '').replace(/^_ledger[!.].*/, '_ledger');
    const number = Number(bare);
    return Number.isNaN(number) ? bare : String(Math.round(number * 1e6) / 1e6);
  };
  return a.length === b.length && a.every((text, i) => plain(text) === plain(b[i]!));
}

/** A rule that was made in Excel or LibreOffice. `listAt` reads a list's cells. */
export function validationFromFile(
  rule: RawValidation,
  listAt: (formula: string) => string[] | undefined,
): Validation | undefined {
  const { type, operator = 'between', formulas } = rule;
  const base = { allowInvalid: !rule.refuses, ...(rule.prompt && { helpText: rule.prompt }) };
  const show = !rule.hideDropdown;
  const named = (table: Record<string, string>) => Object.entries(table).find(([, name]) => name === operator)?.[0];
  const numbers = formulas.map(Number);
  if (type === 'list') {
    const text = formulas[0] ?? '';
    if (/^"TRUE,FALSE"$/i.test(text)) return { criteria: 'CHECKBOX', args: [], ...base };
    if (text.startsWith('"')) {
      const values = text.slice(1, -1).replaceAll('""', '"').split(',');
      return { criteria: 'VALUE_IN_LIST', args: [values.map((value) => value.trim()), show], ...base };
    }
    const kept = listAt(text);
    return kept
      ? { criteria: 'VALUE_IN_LIST', args: [kept, show], ...base }
      : { criteria: 'VALUE_IN_RANGE', args: [text, show], ...base };
  }
  if (numbers.length > 0 && numbers.every((value) => !Number.isNaN(value))) {
    const comparison = named(comparisons);
    if ((type === 'decimal' || type === 'whole') && comparison)
      return { criteria: `NUMBER_${comparison}`, args: numbers, ...base };
    const dates = named(dateComparisons);
    if (type === 'date' && dates) return { criteria: dates, args: numbers, ...base };
  }
  return type === 'custom' && formulas[0] ? { criteria: 'CUSTOM_FORMULA', args: [`=${formulas[0]}`], ...base } : undefined;
}
