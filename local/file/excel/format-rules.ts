/** Conditional formats between the workbook and the file. */
import type { ConditionalFormat } from '../../contract.ts';
import { cellName } from '../../model/a1.ts';
import { type FormulaWords, formulaForFile, formulaFromFile } from './formula-text.ts';
import type { RawRule } from './raw-workbook.ts';
import { asRuleKeeps } from './style-writing.ts';

const comparisons: Record<string, string> = {
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};
const dateComparisons: Record<string, string> = { DATE_AFTER: 'greaterThan', DATE_BEFORE: 'lessThan', DATE_EQUAL_TO: 'equal' };
const relativeDates: Record<string, string> = { TODAY: 'TODAY()', TOMORROW: 'TODAY()+1', YESTERDAY: 'TODAY()-1' };

const literal = (text: unknown) => `"${String(text).replaceAll('"', '""')}"`;

/** The rule as Excel can have it, without its place; `undefined` when it cannot, then it only rides along. */
export function ruleForFile(format: ConditionalFormat, words: FormulaWords): RawRule | undefined {
  const { criteria, args, gradient, ranges } = format;
  const first = ranges[0];
  if (!first) return undefined;
  const cell = cellName(first.row, first.column);
  const style = asRuleKeeps(format.style);
  const is = (operator: string, formulas: string[]): RawRule => ({ type: 'cellIs', operator, formulas, style });
  const when = (formula: string): RawRule => ({ type: 'expression', formulas: [formula], style });
  const text = String(args[0] ?? '');
  if (gradient) {
    const points = ['min', 'mid', 'max'].flatMap((point) => {
      const found = gradient.find((each) => each.point === point);
      return found
        ? [{ type: pointType(found.type, point), ...(found.value && { value: found.value }), color: found.color }]
        : [];
    });
    return points.length >= 2 ? { type: 'colorScale', formulas: [], style: {}, points } : undefined;
  }
  if (text.length > 200) return undefined;
  if (criteria === 'TEXT_EQUAL_TO') return is('equal', [literal(text)]);
  if (criteria in comparisons && args.length > 0)
    return args.every((arg) => typeof arg === 'number') ? is(comparisons[criteria]!, args.map(String)) : undefined;
  if (criteria in dateComparisons) {
    const day = typeof args[0] === 'number' ? String(args[0]) : relativeDates[text];
    return day ? is(dateComparisons[criteria]!, [day]) : undefined;
  }
  if (criteria === 'CELL_EMPTY') return when(`ISBLANK(${cell})`);
  if (criteria === 'CELL_NOT_EMPTY') return when(`NOT(ISBLANK(${cell}))`);
  if (criteria === 'TEXT_CONTAINS') return when(`NOT(ISERROR(SEARCH(${literal(text)},${cell})))`);
  if (criteria === 'TEXT_DOES_NOT_CONTAIN') return when(`ISERROR(SEARCH(${literal(text)},${cell}))`);
  if (criteria === 'TEXT_STARTS_WITH') return when(`LEFT(${cell},LEN(${literal(text)}))=${literal(text)}`);
  if (criteria === 'TEXT_ENDS_WITH') return when(`RIGHT(${cell},LEN(${literal(text)}))=${literal(text)}`);
  if (criteria === 'CUSTOM_FORMULA' && text.startsWith('=')) {
    const formula = formulaForFile(text, words);
    return formula ? when(formula) : undefined;
  }
  return undefined;
}

function pointType(type: string, point: string): string {
  if (/PERCENTILE/i.test(type)) return 'percentile';
  if (/PERCENT/i.test(type)) return 'percent';
  if (/NUMBER/i.test(type)) return 'num';
  return point === 'mid' ? 'percentile' : point;
}

const letters = (texts: string[]) => texts.map((text) => text.replace(/\s/g, '')).join('|');

/** Whether a rule of the file is the one that was written; its colours are compared apart. */
export function isSameRule(a: RawRule, b: RawRule): boolean {
  if (a.type !== b.type || letters(a.formulas) !== letters(b.formulas)) return false;
  const points = (rule: RawRule) =>
    JSON.stringify((rule.points ?? []).map(({ type, color, value }) => [type, color, value ?? '']));
  return (a.type !== 'cellIs' || a.operator === b.operator) && points(a) === points(b);
}

/** A rule that was made in Excel or LibreOffice; `undefined` for kinds that Sheets lacks (icons, bars). */
export function ruleFromFile(rule: RawRule, ranges: ConditionalFormat['ranges']): ConditionalFormat | undefined {
  const { type, operator = '', formulas, style, points, text } = rule;
  const [formula = ''] = formulas;
  const of = (criteria: string, args: ConditionalFormat['args']): ConditionalFormat => ({ ranges, criteria, args, style });
  if (type === 'colorScale' && points && points.length >= 2) {
    const names = points.length === 2 ? (['min', 'max'] as const) : (['min', 'mid', 'max'] as const);
    const types: Record<string, string> = { num: 'NUMBER', percent: 'PERCENT', percentile: 'PERCENTILE' };
    const gradient = names.map((point, i) => {
      const { type: kind, value, color } = points[i]!;
      return { point, type: types[kind] ?? point.toUpperCase(), ...(value && { value }), color };
    });
    return { ...of('GRADIENT', []), gradient };
  }
  if (type === 'cellIs') {
    const quoted = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
    if (quoted !== undefined && operator === 'equal') return of('TEXT_EQUAL_TO', [quoted.replaceAll('""', '"')]);
    const criteria = Object.entries(comparisons).find(([, name]) => name === operator)?.[0];
    const numbers = formulas.map(Number);
    if (criteria && numbers.every((value) => !Number.isNaN(value))) return of(criteria, numbers);
    return undefined;
  }
  if (type === 'containsText' && text) return of('TEXT_CONTAINS', [text]);
  if (type === 'notContainsText' && text) return of('TEXT_DOES_NOT_CONTAIN', [text]);
  if (type === 'beginsWith' && text) return of('TEXT_STARTS_WITH', [text]);
  if (type === 'endsWith' && text) return of('TEXT_ENDS_WITH', [text]);
  if (type === 'containsBlanks') return of('CELL_EMPTY', []);
  if (type === 'notContainsBlanks') return of('CELL_NOT_EMPTY', []);
  if (formula && ['expression', 'duplicateValues', 'timePeriod', 'containsErrors'].includes(type)) {
    return of('CUSTOM_FORMULA', [formulaFromFile(formula)]);
  }
  return undefined;
}
