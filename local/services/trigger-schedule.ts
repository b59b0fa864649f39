import { civilToSerial, epochToSerial, serialToCivil, serialToEpoch } from '../model/dates.ts';

const MINUTE = 60_000;
const WEEK_DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
/** `nearMinute` is kept to within this many minutes. */
const NEAR = 15;
/** How far ahead a day is looked for: the 29th of February comes every eight years at worst. */
const HORIZON_DAYS = 366 * 8;

/** What `newTrigger(…).timeBased()` was told, and what was drawn when it was created. */
export interface Schedule {
  everyMinutes?: number;
  everyHours?: number;
  everyDays?: number;
  everyWeeks?: number;
  onWeekDay?: string;
  onMonthDay?: number;
  atHour?: number;
  nearMinute?: number;
  /** IANA name; default: the script's */
  timeZone?: string;
  /** ms */
  after?: number;
  /** ms since 1970 */
  at?: number;
  atDate?: [year: number, month: number, day: number];
  /** drawn once: the same minute every day */
  minuteOfDay?: number;
  /** serial of the day it was created, from which `everyDays` and `everyWeeks` count */
  since?: number;
  /** set when it has fired */
  ran?: number;
}

/** Whether it was told when to fire at all. */
export function hasTime({
  everyMinutes,
  everyHours,
  everyDays,
  everyWeeks,
  onWeekDay,
  onMonthDay,
  after,
  at,
  atDate,
}: Schedule): boolean {
  return [everyMinutes, everyHours, everyDays, everyWeeks, onWeekDay, onMonthDay, after, at, atDate].some(
    (part) => part !== undefined,
  );
}

/**
 * Draws what is left to chance: "at nine" is a minute between nine and ten, the same every day (platform.md §2).
 * @param now ms since 1970
 */
export function drawn(plan: Schedule, now: number, zone: string, random: () => number): Schedule {
  const { atHour, nearMinute, atDate, timeZone = zone } = plan;
  const hour = atHour ?? (atDate || nearMinute !== undefined ? 0 : Math.floor(random() * 24));
  const near = nearMinute ?? (atDate && atHour === undefined ? 0 : undefined);
  const minute = near === undefined ? Math.floor(random() * 60) : near + Math.floor(random() * (2 * NEAR + 1)) - NEAR;
  const minuteOfDay = Math.max(0, Math.min(1439, hour * 60 + minute));
  return { ...plan, minuteOfDay, since: Math.floor(epochToSerial(now, timeZone)) };
}

/** When a clock trigger fires next after `now`, in ms since 1970; `undefined` when it has had its one run. */
export function nextRun(plan: Schedule, now: number, zone: string): number | undefined {
  const { at, after, ran, everyMinutes, everyHours, atDate, minuteOfDay = 0, timeZone = zone } = plan;
  if (at !== undefined) return ran === undefined ? Math.max(at, now) : undefined;
  if (after !== undefined) return ran === undefined ? now + after : undefined;
  if (everyMinutes !== undefined) return now + everyMinutes * MINUTE;
  if (everyHours !== undefined) return now + everyHours * 60 * MINUTE;
  if (atDate) {
    const [year, month, day] = atDate;
    const date = civilToSerial({ year, month, day });
    return ran === undefined ? Math.max(now, serialToEpoch(date + minuteOfDay / 1440, timeZone)) : undefined;
  }
  const today = Math.floor(epochToSerial(now, timeZone));
  for (let day = today; day <= today + HORIZON_DAYS; day++) {
    const epoch = serialToEpoch(day + minuteOfDay / 1440, timeZone);
    if (epoch > now && isDay(plan, day)) return epoch;
  }
  return undefined;
}

/** Whether the plan means this day, given as a serial. */
function isDay({ everyDays = 1, everyWeeks, onWeekDay, onMonthDay, since = 0 }: Schedule, day: number): boolean {
  if (onMonthDay !== undefined && serialToCivil(day).day !== onMonthDay) return false;
  if (everyWeeks === undefined && onWeekDay === undefined) return onMonthDay !== undefined || (day - since) % everyDays === 0;
  const weekDay = (serial: number): number => (serial + 6) % 7;
  const wanted = onWeekDay === undefined ? weekDay(since) : WEEK_DAYS.indexOf(onWeekDay);
  const weeks = Math.floor((day - weekDay(day) - (since - weekDay(since))) / 7);
  return weekDay(day) === wanted && weeks % (everyWeeks ?? 1) === 0;
}
