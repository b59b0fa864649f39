/** Dates and times as people type them in a Chinese or an English workbook. */
import { dateSerial, serialToCivil } from './dates.ts';
import { parseTime } from './parse-time.ts';

export interface TypedDate {
  /** serial days since 1899-12-30 */
  value: number;
  numberFormat: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH_MONTH =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)';

type Order = 'ymd' | 'mdy' | 'dmy';

/** In which order the locale writes a date in digits. */
function dateOrder(locale: string): Order {
  if (/^(zh|ja|ko|hu|lt|sv|mn)/.test(locale)) return 'ymd';
  return /^(en_US|en$|en_PH|es_US)/.test(locale) ? 'mdy' : 'dmy';
}

/** A date, a time, or both. `today` (serial) gives the year to a date without one. `undefined` when the text is none. */
export function parseDate(text: string, locale: string, today: number): TypedDate | undefined {
  const time = clockOf(text, locale);
  if (time) return time;
  const split = /^(.*?\d[日号]?,?)\s+(\S.*)$/s.exec(text) ?? /^(.*\d[日号])(\S.*)$/s.exec(text);
  if (split) {
    const date = parseDay(split[1]!.replace(/,$/, ''), locale, today);
    const clock = date && clockOf(split[2]!, locale);
    if (date && clock && clock.value < 1) {
      return { value: date.value + clock.value, numberFormat: `${date.numberFormat} ${clock.numberFormat}` };
    }
  }
  return parseDay(text, locale, today);
}

/** A Chinese workbook shows the hours of the whole day, however they were typed. */
function clockOf(text: string, locale: string): TypedDate | undefined {
  const time = parseTime(text);
  return time && locale.startsWith('zh') ? { ...time, numberFormat: time.numberFormat.replace(' am/pm', '') } : time;
}

function parseDay(text: string, locale: string, today: number): TypedDate | undefined {
  const digits = /^(\d{1,4})([-/])(\d{1,2})(?:\2(\d{1,4}))?$/.exec(text);
  if (digits) return parseDigits(digits, locale, today);
  const chinese = /^(?:(\d{2}|\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]?)?$/.exec(text);
  if (chinese) {
    const [, year, month, day] = chinese;
    if (year === undefined && day === undefined) return undefined;
    const pattern = `${year === undefined ? '' : 'yyyy年'}m月${day === undefined ? '' : 'd日'}`;
    return typedDay(year === undefined ? thisYear(today) : fullYear(year), Number(month), Number(day ?? 1), pattern);
  }
  return parseEnglish(text, today);
}

function parseDigits(match: RegExpExecArray, locale: string, today: number): TypedDate | undefined {
  const [, first, separator, second, third] = match as unknown as [string, string, string, string, string | undefined];
  const order = dateOrder(locale);
  const pad = (text: string) => text.length === 2 && text.startsWith('0');
  if (first.length === 4) {
    const wide = separator === '-' || pad(second) || (third !== undefined && pad(third));
    const [month, dayPattern] = wide ? ['mm', 'dd'] : ['m', 'd'];
    if (third === undefined) return typedDay(Number(first), Number(second), 1, `yyyy${separator}${month}`);
    if (third.length > 2) return undefined;
    return typedDay(Number(first), Number(second), Number(third), ['yyyy', month, dayPattern].join(separator));
  }
  if (first.length === 3) return undefined;
  if (third === undefined) {
    const [month, day] = order === 'dmy' ? [second, first] : [first, second];
    return typedDay(thisYear(today), Number(month), Number(day), order === 'dmy' ? `d${separator}m` : `m${separator}d`);
  }
  if (third.length === 3 || third.length === 1) {
    if (order !== 'ymd' || third.length === 3) return undefined;
  }
  if (order === 'ymd') {
    if (first.length !== 2 || third.length > 2) return undefined;
    return typedDay(fullYear(first), Number(second), Number(third), ['yyyy', 'm', 'd'].join(separator));
  }
  const [month, day] = order === 'mdy' ? [first, second] : [second, first];
  return typedDay(
    fullYear(third),
    Number(month),
    Number(day),
    (order === 'mdy' ? ['m', 'd', 'yyyy'] : ['d', 'm', 'yyyy']).join(separator),
  );
}

function parseEnglish(text: string, today: number): TypedDate | undefined {
  const american = new RegExp(`^${ENGLISH_MONTH}\\.?[ -](\\d{1,2})(?:,? (\\d{4}))?$`, 'i').exec(text);
  const british = american ? null : new RegExp(`^(\\d{1,2})[ -]${ENGLISH_MONTH}\\.?(?:,?[ -](\\d{4}))?$`, 'i').exec(text);
  const match = american ?? british;
  if (!match) return undefined;
  const [name, day] = american ? [match[1]!, match[2]!] : [match[2]!, match[1]!];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const long = name.length > 4 ? 'mmmm' : 'mmm';
  const pattern = american ? `${long} d` : `d ${long}`;
  if (match[3] === undefined) return typedDay(thisYear(today), month, Number(day), pattern);
  return typedDay(Number(match[3]), month, Number(day), american ? `${pattern}, yyyy` : `${pattern} yyyy`);
}

function typedDay(year: number, month: number, day: number, numberFormat: string): TypedDate | undefined {
  const value = dateSerial(year, month, day);
  return value === undefined ? undefined : { value, numberFormat };
}

function thisYear(today: number): number {
  return serialToCivil(today).year;
}

/** Two digits lie between 1950 and 2049. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}
