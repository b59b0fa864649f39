import type { CustomerIndex } from '../customers/customer-index.ts';
import { digitsAsDay } from '../dates/digits-as-day.ts';
import { parseDate } from '../dates/parse-date.ts';
import type { Field } from '../dictionary/types.ts';
import { checkEmail } from '../email/check-email.ts';
import type { Locale } from '../locale.ts';
import { type Currency, isForeign } from '../money/own-currency.ts';
import { parseNumber } from '../numbers/parse-number.ts';
import { parseYesNo } from '../numbers/parse-yes-no.ts';
import { parsePhone } from '../phone/parse-phone.ts';
import type { PhoneRegion } from '../phone/phone-types.ts';
import type { Problem } from '../problem.ts';
import { cleanLongText, cleanText } from '../text/clean-text.ts';
import { foldWidth } from '../text/fold-width.ts';
import { closest, matchOption, optionKey } from '../text/match-option.ts';
import { type Cell, cellText, isBlank, isDay, type Written } from './cell.ts';

export interface CheckContext {
  /** the workbook's language: options are written in it */
  language: Locale;
  region: PhoneRegion;
  /** `yyyy-MM-dd` in the workbook's zone */
  today: string;
  dateOrder: 'ymd' | 'mdy' | 'dmy';
  /** what the workbook counts in; absent: amounts in other currencies are not told apart */
  currency?: Pick<Currency, 'code' | 'sign'>;
  /** absent: references are not looked up */
  customers?: CustomerIndex;
}

/** `write` is there when the value should read differently; without a problem the value is right. */
export interface Verdict {
  write?: Written;
  problem?: Problem;
}

type Area = 'text' | 'number' | 'date' | 'email' | 'phone' | 'check';

const wrong = (area: Area, problem: { code: string; params?: Problem['params']; suggestion?: string }): Verdict => ({
  problem: { code: `${area}.${problem.code}`, params: problem.params, suggestion: problem.suggestion, severity: 'wrong' },
});

const as = (cell: Cell, value: Written): Verdict => (cell === value ? {} : { write: value });

function checkChoice(field: Field, cell: Cell, context: CheckContext): Verdict {
  const text = cellText(cell);
  const options = field.options ?? [];
  const labels = options.map((option) => option.label[context.language]);
  const found = matchOption(text, labels);
  if (found !== undefined) return as(cell, found);
  const other = options.find((option) => Object.values(option.label).some((label) => optionKey(label) === optionKey(text)));
  if (other) return as(cell, other.label[context.language]);
  const near = closest(text, labels, 2);
  return wrong(
    'text',
    near
      ? { code: 'optionTypo', params: { value: text, suggestion: near }, suggestion: near }
      : { code: 'notAnOption', params: { value: text } },
  );
}

/**
 * Dates that a shop can mean. A bare number typed into a date column becomes a day soon after 1900 (12.5 is 1900-01-11,
 * the year 2026 is 1905-07-18): nobody means that.
 */
const earliest = '1910-01-01';
const latest = '2200-01-01';

function checkDate(field: Field, cell: Cell, context: CheckContext): Verdict {
  let day: string;
  const typed = isDay(cell) ? (digitsAsDay(cell.day) ?? cell) : cell;
  if (isDay(typed)) day = typed.day;
  else {
    const parsed = parseDate(typeof typed === 'boolean' ? cellText(typed) : typed, {
      order: context.dateOrder,
      today: context.today,
    });
    if (!parsed.ok) return wrong('date', parsed);
    day = parsed.date;
  }
  if (day < '1900-01-01' && isDay(typed)) return wrong('check', { code: 'timeOnly' });
  const verdict: Verdict = isDay(typed) ? {} : { write: day };
  if (field.period === 'past' && day > context.today)
    verdict.problem = { code: 'check.dateInFuture', params: { value: day }, severity: 'wrong' };
  else if (field.period === 'future' && day < context.today)
    verdict.problem = { code: 'check.dateInPast', params: { value: day }, severity: 'wrong' };
  else if (day < earliest || day > latest)
    verdict.problem = { code: 'check.dateOutOfRange', params: { value: day }, severity: 'wrong' };
  return verdict;
}

function checkPhone(cell: Cell, context: CheckContext): Verdict {
  const result = parsePhone(typeof cell === 'number' ? cell : cellText(cell), { region: context.region });
  if (result.verdict === 'invalid')
    return wrong('phone', result.problem ?? { code: 'notANumber', params: { value: cellText(cell) } });
  const verdict = as(cell, result.display);
  if (result.verdict === 'possible' && result.problem)
    verdict.problem = { ...result.problem, code: `phone.${result.problem.code}`, severity: 'warning' };
  return verdict;
}

function checkReference(field: Field, cell: Cell, context: CheckContext): Verdict {
  if (field.reference !== 'customers' || !context.customers) return as(cell, cleanText(cellText(cell)));
  const found = context.customers.resolve(cellText(cell));
  if (found.kind === 'one') return as(cell, found.number);
  if (found.kind === 'doubled') return wrong('check', { code: 'doubledCustomer', params: { value: found.number } });
  if (found.kind === 'none') return wrong('check', { code: 'unknownCustomer', params: { value: cellText(cell) } });
  return wrong('check', {
    code: 'severalCustomers',
    params: {
      value: cellText(cell),
      count: found.count,
      list: found.candidates.map((c) => `${c.number} ${c.name} ${c.phone}`.trim()).join('\n'),
    },
  });
}

/**
 * A number in its usual spelling; one of the shop's own stays as it is.
 *
 * @example numberText('c000001 ') // 'C000001'
 */
export function numberText(typed: string): string {
  const text = cleanText(typed);
  const folded = foldWidth(text).toUpperCase();
  return /^[A-Z]{1,4}\d{4,15}$/.test(folded) ? folded : text;
}

/**
 * What is to be said and written about one cell. Blank cells are right: what is required is a matter of the row.
 * Applying `write` and checking again changes nothing.
 *
 * @example checkCell(phoneField, '+86 138-0013-8000', context) // { write: '13800138000' }
 */
export function checkCell(field: Field, cell: Cell, context: CheckContext): Verdict {
  if (isBlank(cell)) return cellText(cell) === '' ? {} : { write: '' };
  switch (field.kind) {
    case 'phone':
      return checkPhone(cell, context);
    case 'email': {
      const result = checkEmail(cellText(cell));
      const whole = result.problem?.code === 'endingMissingMended' ? result.problem.suggestion : undefined;
      // @qq is @qq.com; @qqq may be anything
      if (whole?.startsWith(`${cellText(cell).trim().toLowerCase()}.`)) return { write: whole };
      if (result.verdict === 'invalid')
        return wrong('email', result.problem ?? { code: 'notAnEmail', params: { value: cellText(cell) } });
      const verdict = as(cell, result.display);
      if (result.verdict === 'suspicious' && result.problem)
        verdict.problem = { ...result.problem, code: `email.${result.problem.code}`, severity: 'warning' };
      return verdict;
    }
    case 'date':
      return checkDate(field, cell, context);
    case 'money':
    case 'integer':
    case 'rating': {
      if (isDay(cell) || typeof cell === 'boolean')
        return wrong('number', { code: 'notANumber', params: { value: cellText(cell) } });
      const { currency } = context;
      // the sign would be taken away, and twenty dollars become twenty yuan
      if (field.kind === 'money' && currency && typeof cell === 'string' && isForeign(cell, currency.code))
        return wrong('number', { code: 'otherCurrency', params: { value: cell.trim(), sign: currency.sign } });
      const kind = field.kind === 'integer' ? 'whole' : field.kind;
      const parsed = parseNumber(cell, { kind, min: field.min, max: field.max });
      return parsed.ok ? as(cell, parsed.value) : wrong('number', parsed);
    }
    case 'yesNo': {
      const parsed = parseYesNo(isDay(cell) ? cell.day : cell);
      return parsed.ok ? as(cell, parsed.value) : wrong('number', parsed);
    }
    case 'choice':
      return checkChoice(field, cell, context);
    case 'reference':
      return checkReference(field, cell, context);
    case 'series':
      return as(cell, numberText(cellText(cell)));
    case 'longText':
      return as(cell, cleanLongText(cellText(cell)));
    default:
      return as(cell, cleanText(cellText(cell)));
  }
}
