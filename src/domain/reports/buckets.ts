import { dayNumber, dayOf } from '../facts/day-number.ts';

/** Stretches of time that a report counts by. */
export const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof units)[number];

/** The most days of a period that are shown by this unit. */
const longest: readonly [Unit, number][] = [
  ['day', 31],
  ['week', 120],
  ['month', 1_100],
  ['quarter', 3_000],
];

/** @param days of the period */
export const unitFor = (days: number): Unit => longest.find(([, most]) => days <= most)?.[0] ?? 'year';

/**
 * Months since the year 0 of a day, without going through text: a hundred thousand days are looked at. After Hinnant's
 * `civil_from_days`.
 *
 * @param day since 1970-01-01
 * @example monthNumber(0) // 23640, which is 1970 * 12
 */
export function monthNumber(day: number): number {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1_460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 2 : mp - 10;
  return (yoe + era * 400 + (month <= 1 ? 1 : 0)) * 12 + month;
}

/** First day of a month counted as by `monthNumber`. */
export const monthStart = (month: number): number => {
  const year = Math.floor(month / 12);
  return dayNumber(`${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}-01`);
};

const months: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** The stretch in which a day lies, counted on from stretch to stretch. Weeks begin on Mondays. */
export function bucketOf(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  return unit === 'week' ? Math.floor((day + 3) / 7) : Math.floor(monthNumber(day) / months[unit]!);
}

/** The first day of a stretch. */
export function bucketStart(bucket: number, unit: Unit): number {
  if (unit === 'day') return bucket;
  return unit === 'week' ? bucket * 7 - 3 : monthStart(bucket * months[unit]!);
}

/** The stretch a year before; of weeks the one 52 weeks before, so that the same weekdays are compared. */
export function bucketYearBefore(bucket: number, unit: Unit): number {
  if (unit === 'week') return bucket - 52;
  return unit === 'day' ? sameDay(bucket, -12) : bucket - 12 / months[unit]!;
}

/** The same day so many months on; the last of the month where it has no such day. */
export function sameDay(day: number, on: number): number {
  const month = monthNumber(day) + on;
  return Math.min(monthStart(month) + Number(dayOf(day).slice(8)) - 1, monthStart(month + 1) - 1);
}
