import { cleanText } from '../text/clean-text.ts';
import { foldWidth } from '../text/fold-width.ts';
import { dateOfDayNumber, daysInMonth, isRealDate, toIsoDate } from './calendar.ts';
import type { DateContext, DateReading } from './date-reading.ts';
import type { DateProblemCode } from './messages.ts';
import { readChineseDate } from './read-chinese-date.ts';
import { readEnglishDate } from './read-english-date.ts';
import { readNumericDate } from './read-numeric-date.ts';

export type ParsedDate =
  | {
      readonly ok: true;
      /** `yyyy-MM-dd` */
      readonly date: string;
      /** False where another reading is possible (11/12/2026, 85-3-1): show it, do not rely on it. */
      readonly certain: boolean;
    }
  | {
      readonly ok: false;
      readonly code: DateProblemCode;
      readonly params: Readonly<Record<string, string | number>>;
      /** `yyyy-MM-dd` that was probably meant. */
      readonly suggestion?: string;
    };

/** Day 0 of spreadsheets' serial numbers, 1899-12-30, counted from 1970-01-01. */
const SERIAL_ZERO = -25_569;
const WEEKDAY =
  /[(]?(?:星期|周|週|礼拜)[一二三四五六日天][)]?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?/gi;
const DAY_PART = '凌晨|早上|上午|中午|下午|晚上';
const TIME = new RegExp(
  `[T\\s]\\s*(?:(?:${DAY_PART}|am|pm)\\s*)?\\d{1,2}[:时点時點]\\s*\\d{0,2}分?(?::?\\d{1,2}(?:\\.\\d+)?秒?)?\\s*(?:am|pm)?\\s*(?:z|[+-]\\d\\d:?\\d\\d)?$`,
  'i',
);
// No look-behind anywhere: older Safari cannot even load a sidebar that has one.
const TIME_STUCK_TO_DATE = new RegExp(`([日号號])(?=\\d)|(\\d)(?=${DAY_PART})`, 'g');

/**
 * The calendar date that a person typed, in any usual notation; a time behind it is dropped.
 *
 * @param input typed text, or a number: a spreadsheet's serial (20000 to 80000) or digits such as 20261122
 * @param context the locale's order, and today for words such as 昨天 and dates without a year
 * @returns problems as data; `impossibleDate` comes with the nearest real day where there is one
 * @example parseDate('26年1月2日', { order: 'ymd', today: '2026-11-22' }) // { ok: true, date: '2026-01-02', certain: true }
 * @example parseDate('2026-02-30', …) // { ok: false, code: 'impossibleDateMended', suggestion: '2026-02-28', … }
 */
export function parseDate(input: string | number, context: DateContext): ParsedDate {
  if (typeof input === 'number') return parseNumericCell(input, context);
  const shown = cleanText(input);
  if (shown === '') return failed('emptyDate', '');
  return settle(readText(normalise(shown), context), shown);
}

function parseNumericCell(value: number, context: DateContext): ParsedDate {
  if (value >= 20_000 && value <= 80_000)
    return { ok: true, date: dateOfDayNumber(Math.floor(value) + SERIAL_ZERO), certain: true };
  const text = String(value);
  return settle(/^\d{8}$|^\d{6}$/.test(text) ? readNumericDate(text, context) : undefined, text);
}

function normalise(shown: string): string {
  const text = foldWidth(shown)
    .replace(/[−–—－﹣‐‑]/g, '-')
    .replace(/[。．·•]/g, '.')
    .replace(/[，、]/g, ',')
    .replace(/^'/, '')
    .replace(/\s*([-/.])\s*(?=\d|[a-z])/gi, '$1')
    .replace(WEEKDAY, ' ')
    .replace(TIME_STUCK_TO_DATE, '$1$2 ');
  return text
    .trim()
    .replace(TIME, '')
    .replace(/[\s,;.]+$/, '')
    .replace(/^[\s,]+/, '')
    .trim();
}

function readText(text: string, context: DateContext): DateReading | undefined {
  const serial = /^[2-7]\d{4}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial) {
    // A date that lost its format on the way through a CSV.
    const [year, month, day] = dateOfDayNumber(serial + SERIAL_ZERO)
      .split('-')
      .map(Number) as [number, number, number];
    return { year, month, day, certain: false };
  }
  return readNumericDate(text, context) ?? readChineseDate(text, context) ?? readEnglishDate(text, context);
}

function settle(reading: DateReading | undefined, shown: string): ParsedDate {
  if (reading === undefined) return failed('notADate', shown);
  if ('problem' in reading) return failed(reading.problem, shown);
  const { year, month, day, certain } = reading;
  if (isRealDate(reading)) {
    return year < 1800 || year > 2199 ? failed('yearOutOfRange', shown) : { ok: true, date: toIsoDate(reading), certain };
  }
  const mended = year >= 1800 && year <= 2199 ? nearest(year, month, day) : undefined;
  if (mended === undefined) return failed('impossibleDate', shown);
  return { ...failed('impossibleDateMended', shown), suggestion: mended };
}

/** 2026-02-30 is nearest to the month's last day, 2026-22-11 has day and month swapped; others stay open. */
function nearest(year: number, month: number, day: number): string | undefined {
  if (month >= 1 && month <= 12 && day > 0 && day <= 31) return toIsoDate({ year, month, day: daysInMonth(year, month) });
  const swapped = { year, month: day, day: month };
  return isRealDate(swapped) ? toIsoDate(swapped) : undefined;
}

function failed(code: DateProblemCode, value: string) {
  return { ok: false as const, code, params: { value } };
}
