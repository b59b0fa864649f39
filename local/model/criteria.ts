/** The conditions that data validation, conditional formats and filters have in common. */
import type { CellError, Scalar } from '../contract.ts';
import { parseDate } from './parse-date.ts';
import { parseTyped } from './parse-typed.ts';

export type CriteriaValue = Scalar | CellError;
type CriteriaArg = string | number | boolean | null;

export interface CriteriaContext {
  /** the workbook's */
  locale: string;
  /** serial of the present day */
  today: number;
  /** value of a formula seen from the cell; `undefined` when it cannot be computed */
  evaluate(formula: string): CriteriaValue | undefined;
}

/** `undefined` for a condition that is not among these. */
export function meetsCriteria(
  criteria: string,
  args: readonly CriteriaArg[],
  value: CriteriaValue,
  context: CriteriaContext,
): boolean | undefined {
  if (criteria === 'CELL_EMPTY') return isBlank(value);
  if (criteria === 'CELL_NOT_EMPTY') return !isBlank(value);
  if (criteria === 'CUSTOM_FORMULA') return isTrue(context.evaluate(String(args[0] ?? '')));
  const rule = criteria.replace(/_RELATIVE$/, '');
  if (rule.startsWith('NUMBER_'))
    return compareNumber(
      rule.slice(7),
      numberOf(value),
      args.map((arg) => argNumber(arg, context)),
    );
  if (rule.startsWith('DATE_')) return compareDate(rule.slice(5), value, args, context);
  if (rule.startsWith('TEXT_'))
    return compareText(
      rule.slice(5),
      textOf(value),
      args.map((arg) => argText(arg, context)),
    );
  return undefined;
}

export function isBlank(value: CriteriaValue): boolean {
  return value === null || value === '';
}

/** Text of a value as comparisons see it. */
export function textOf(value: CriteriaValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? value.error : String(value);
}

function isTrue(value: CriteriaValue | undefined): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

function numberOf(value: CriteriaValue): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function evaluated(arg: CriteriaArg | undefined, context: CriteriaContext): CriteriaValue | undefined {
  return typeof arg === 'string' && arg.startsWith('=') ? context.evaluate(arg) : (arg ?? undefined);
}

function argText(arg: CriteriaArg, context: CriteriaContext): string {
  return textOf(evaluated(arg, context) ?? null);
}

function argNumber(arg: CriteriaArg, context: CriteriaContext): number {
  const value = evaluated(arg, context);
  const typed =
    typeof value === 'string'
      ? parseTyped(value, { locale: context.locale, format: undefined, today: context.today }).value
      : value;
  return typeof typed === 'number' ? typed : Number.NaN;
}

function compareNumber(
  rule: string,
  value: number | undefined,
  [first = Number.NaN, second = Number.NaN]: number[],
): boolean | undefined {
  if (value === undefined) return rule === 'NOT_EQUAL_TO';
  const low = Math.min(first, second);
  const high = Math.max(first, second);
  switch (rule) {
    case 'BETWEEN':
      return value >= low && value <= high;
    case 'NOT_BETWEEN':
      return value < low || value > high;
    case 'EQUAL_TO':
      return value === first;
    case 'NOT_EQUAL_TO':
      return value !== first;
    case 'GREATER_THAN':
      return value > first;
    case 'GREATER_THAN_OR_EQUAL_TO':
      return value >= first;
    case 'LESS_THAN':
      return value < first;
    case 'LESS_THAN_OR_EQUAL_TO':
      return value <= first;
    default:
      return undefined;
  }
}

const RELATIVE_DAYS: Record<string, number> = {
  TODAY: 0,
  TOMORROW: 1,
  YESTERDAY: -1,
  PAST_WEEK: -7,
  PAST_MONTH: -30,
  PAST_YEAR: -365,
};

function compareDate(
  rule: string,
  value: CriteriaValue,
  args: readonly CriteriaArg[],
  context: CriteriaContext,
): boolean | undefined {
  const serial = typeof value === 'string' ? parseDate(value.trim(), context.locale, context.today)?.value : numberOf(value);
  if (rule === 'IS_VALID_DATE') return serial !== undefined && serial >= 0;
  if (serial === undefined) return false;
  const [first = Number.NaN, second = Number.NaN] = args.map((arg) => {
    const days = typeof arg === 'string' ? RELATIVE_DAYS[arg] : undefined;
    return days === undefined ? Math.floor(argNumber(arg, context)) : context.today + days;
  });
  const day = Math.floor(serial);
  switch (rule) {
    case 'AFTER':
      return day > first;
    case 'BEFORE':
      return day < first;
    case 'ON_OR_AFTER':
      return day >= first;
    case 'ON_OR_BEFORE':
      return day <= first;
    case 'EQUAL_TO':
      // the past week is a stretch of days, today among them
      return String(args[0]).startsWith('PAST_') ? day >= first && day <= context.today : day === first;
    case 'NOT_EQUAL_TO':
      return day !== first;
    case 'BETWEEN':
      return day >= Math.min(first, second) && day <= Math.max(first, second);
    case 'NOT_BETWEEN':
      return day < Math.min(first, second) || day > Math.max(first, second);
    default:
      return undefined;
  }
}

function compareText(rule: string, text: string, [wanted = '']: string[]): boolean | undefined {
  const value = text.toLowerCase();
  const part = wanted.toLowerCase();
  switch (rule) {
    case 'CONTAINS':
      return value.includes(part);
    case 'DOES_NOT_CONTAIN':
      return !value.includes(part);
    case 'EQUAL_TO':
      return value === part;
    case 'NOT_EQUAL_TO':
      return value !== part;
    case 'STARTS_WITH':
      return value.startsWith(part);
    case 'ENDS_WITH':
      return value.endsWith(part);
    case 'IS_VALID_EMAIL':
      return /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
    case 'IS_VALID_URL':
      return /^(https?:\/\/|ftp:\/\/|mailto:)?[^\s/?#.]+(\.[^\s/?#.]+)+([/?#]\S*)?$/i.test(text.trim());
    default:
      return undefined;
  }
}
