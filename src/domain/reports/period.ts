import { monthNumber, monthStart, sameDay } from './buckets.ts';

/** A stretch of days, both included, counted since 1970-01-01. */
export interface Period {
  from: number;
  to: number;
}

export const presets = [
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'last12Months',
  'all',
  'own',
] as const;
export type Preset = (typeof presets)[number];

/** Months of the stretch that a preset names. */
const lengths: Partial<Record<Preset, number>> = {
  thisMonth: 1,
  lastMonth: 1,
  thisQuarter: 3,
  lastQuarter: 3,
  thisYear: 12,
  lastYear: 12,
};

/**
 * The days that a preset means; what is under way ends today. `last12Months` are the month under way and the eleven before.
 *
 * @returns undefined for `all` and `own`
 */
export function periodOf(preset: Preset, today: number): Period | undefined {
  const now = monthNumber(today);
  if (preset === 'last12Months') return { from: monthStart(now - 11), to: today };
  const months = lengths[preset];
  if (months === undefined) return undefined;
  const first = now - (now % months);
  return preset.startsWith('this')
    ? { from: monthStart(first), to: today }
    : { from: monthStart(first - months), to: monthStart(first) - 1 };
}

const isMonthStart = (day: number): boolean => monthStart(monthNumber(day)) === day;
/** So many months on; the end of a month stays one. */
const shifted = (day: number, months: number): number =>
  isMonthStart(day + 1) ? monthStart(monthNumber(day) + months + 1) - 1 : sameDay(day, months);

export const yearBefore = ({ from, to }: Period): Period => ({ from: sameDay(from, -12), to: shifted(to, -12) });

/**
 * What comes before: as many months where the period begins with one (22 days of a month are compared with the first 22
 * days of the month before), otherwise as many days.
 *
 * @param months that the period is meant to have where it is still under way: a quarter is compared with the one before
 */
export function periodBefore({ from, to }: Period, months = monthNumber(to) - monthNumber(from) + 1): Period {
  const days = to - from + 1;
  if (!isMonthStart(from)) return { from: from - days, to: from - 1 };
  return { from: sameDay(from, -months), to: shifted(to, -months) };
}

/** Months that a preset stands for; undefined where it has no length of its own. */
export const monthsOf = (preset: Preset): number | undefined => (preset === 'last12Months' ? 12 : lengths[preset]);
