import { addDays, partsOf } from '../dates/calendar.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import type { Schedule } from './schedule.ts';

/**
 * A moment as people speak of it.
 *
 * @param moment `yyyy-MM-dd HH:mm…` by the workbook's clock
 * @param today `yyyy-MM-dd` by the same
 * @example sayWhen('2026-11-23 02:00:00', '2026-11-22', 'en') // 'tomorrow 02:00'
 */
export function sayWhen(moment: string, today: string, locale: Locale): string {
  const date = moment.slice(0, 10);
  const time = moment.slice(11, 16);
  if (date === today) return say('when.today', locale, { time });
  if (date === addDays(today, -1)) return say('when.yesterday', locale, { time });
  if (date === addDays(today, 1)) return say('when.tomorrow', locale, { time });
  const { year, month, day } = partsOf(date);
  const key = date.slice(0, 4) === today.slice(0, 4) ? 'when.day' : 'when.dayOfYear';
  return say(key, locale, { year, month: say('when.months', locale).split('|')[month - 1]!, day, time });
}

const monthly = { 1: 'when.every1', 3: 'when.every3', 6: 'when.every6', 12: 'when.every12' } as const;

/** @example saySchedule({ every: 'day', hour: 2 }, 'en') // 'Daily between 2:00 and 3:00' */
export function saySchedule(schedule: Schedule, locale: Locale): string {
  const hours = { from: schedule.hour, to: schedule.hour + 1 };
  if (schedule.every === 'day') return say('when.daily', locale, hours);
  if (schedule.every === 'month') return say(monthly[schedule.months], locale, { ...hours, day: schedule.day });
  const weekDay = say('when.weekDays', locale).split('|')[schedule.weekDay - 1]!;
  return say('when.weekly', locale, { ...hours, weekDay });
}
