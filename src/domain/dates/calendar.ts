/**
 * Calendar arithmetic on `yyyy-MM-dd` texts. What is asked a hundred thousand times at once is counted without dates; for
 * the rest date-fns is used, with dates that stand at noon, so that neither a zone nor summer time can move a day.
 */
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';

/** Year, month (1–12), day (1–31). */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function atNoon({ year, month, day }: DateParts): Date {
  const date = new Date(2000, 0, 1, 12);
  date.setFullYear(year, month - 1, day);
  return date;
}

/** ms since 1970, as if the place were Greenwich. */
const midnight = ({ year, month, day }: DateParts): number => new Date(0).setUTCFullYear(year, month - 1, day);

const isoOf = (date: Date): string => toIsoDate({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });

export function isRealDate({ year, month, day }: DateParts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function toIsoDate({ year, month, day }: DateParts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** @param date a real date as `yyyy-MM-dd`; throws for anything else, because that is a bug of the caller */
export function partsOf(date: string): DateParts {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  const parts = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!parts || !isRealDate(parts)) throw new Error(`not a yyyy-MM-dd date: ${date}`);
  return parts;
}

/** The date that is so many days after 1970-01-01. */
export function dateOfDayNumber(days: number): string {
  return addDays('1970-01-01', days);
}

/**
 * Days from one date to another, negative where `to` is earlier.
 *
 * @example daysBetween('2026-02-28', '2026-03-01') // 1
 */
export function daysBetween(from: string, to: string): number {
  return (midnight(partsOf(to)) - midnight(partsOf(from))) / 86_400_000;
}

/** @example addDays('2026-12-31', 1) // '2027-01-01' */
export function addDays(date: string, days: number): string {
  return isoOf(addDaysTo(atNoon(partsOf(date)), days));
}

/**
 * The same day so many months later (or earlier); the last day of the month where that day does not exist.
 *
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(date: string, months: number): string {
  return isoOf(addMonthsTo(atNoon(partsOf(date)), months));
}
