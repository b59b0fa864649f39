import { addDays, addMonths, daysBetween, partsOf } from '../dates/calendar.ts';

/**
 * When a job runs, by the workbook's clock: within the hour that begins at `hour`, because a trigger comes once an hour at
 * a minute that Google chooses.
 */
export type Schedule =
  | { every: 'day'; hour: number }
  /** 1 is Monday */
  | { every: 'week'; weekDay: number; hour: number }
  /** `months` 3: January, April …; the day is one that every month has */
  | { every: 'month'; months: 1 | 3 | 6 | 12; day: number; hour: number };

/**
 * The beginning of one hour in which a job is due, `yyyy-MM-dd HH`. Texts in their order are slots in theirs, so that it
 * does not matter how often, or how late, a trigger comes: what is settled once for a slot is not done for it again.
 */
export type Slot = string;

const two = (n: number): string => String(n).padStart(2, '0');
/** 1970-01-05 was a Monday. */
const weekDayOf = (day: string): number => (((daysBetween('1970-01-05', day) % 7) + 7) % 7) + 1;

/** The last day of the schedule that is not after a day. */
function dayUpTo(schedule: Schedule, day: string): string {
  if (schedule.every === 'day') return day;
  if (schedule.every === 'week') return addDays(day, -((weekDayOf(day) - schedule.weekDay + 7) % 7));
  const { year, month } = partsOf(day);
  const first = `${year}-${two(month)}-01`;
  const here = addDays(addMonths(first, -((month - 1) % schedule.months)), schedule.day - 1);
  return here <= day ? here : addDays(addMonths(`${here.slice(0, 7)}-01`, -schedule.months), schedule.day - 1);
}

/**
 * The last slot that has begun.
 *
 * @param moment `yyyy-MM-dd HH:mm:ss` by the workbook's clock
 * @example slotAt({ every: 'day', hour: 2 }, '2026-11-22 01:59:00') // '2026-11-21 02'
 */
export function slotAt(schedule: Schedule, moment: string): Slot {
  const today = moment.slice(0, 10);
  const hasBegun = Number(moment.slice(11, 13)) >= schedule.hour;
  const day = dayUpTo(schedule, today);
  return `${day < today || hasBegun ? day : dayUpTo(schedule, addDays(today, -1))} ${two(schedule.hour)}`;
}

/**
 * The slot that follows.
 *
 * @example slotAfter({ every: 'month', months: 3, day: 1, hour: 3 }, '2026-10-01 03') // '2027-01-01 03'
 */
export function slotAfter(schedule: Schedule, slot: Slot): Slot {
  const day = slot.slice(0, 10);
  const next =
    schedule.every === 'day'
      ? addDays(day, 1)
      : schedule.every === 'week'
        ? addDays(day, 7)
        : addDays(addMonths(`${day.slice(0, 7)}-01`, schedule.months), schedule.day - 1);
  return `${next} ${two(schedule.hour)}`;
}
