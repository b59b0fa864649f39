import { civilToSerial, epochToSerial, serialToCivil, serialToEpoch } from '../model/dates.ts';

const MINUTE = 60_000;
const WEEK_DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/**
 * When a clock trigger fires next after `now`, in ms since 1970; `undefined` when it has had its one run. "At nine" is a
 * minute somewhere between nine and ten (platform.md §2).
 */
export function nextRun(plan: Record<string, unknown>, now: number, zone: string, random: () => number): number | undefined {
  const number = (key: string): number | undefined => (typeof plan[key] === 'number' ? (plan[key] as number) : undefined);
  const at = number('at');
  if (at !== undefined) return at > now ? at : undefined;
  const after = number('after');
  if (after !== undefined) return number('ran') === undefined ? now + after : undefined;
  const everyMinutes = number('everyMinutes');
  if (everyMinutes !== undefined) return now + everyMinutes * MINUTE;
  const everyHours = number('everyHours');
  if (everyHours !== undefined) return now + everyHours * 60 * MINUTE;

  const timeZone = typeof plan.timeZone === 'string' ? plan.timeZone : zone;
  const hour = number('atHour') ?? Math.floor(random() * 24);
  const near = number('nearMinute');
  const minute =
    near === undefined ? Math.floor(random() * 60) : Math.max(0, Math.min(59, near + Math.floor(random() * 31) - 15));
  const date = plan.atDate as [number, number, number] | undefined;
  if (date) return serialToEpoch(civilToSerial({ year: date[0], month: date[1], day: date[2], hour, minute }), timeZone);

  const today = Math.floor(epochToSerial(now, timeZone));
  const step = number('everyDays') ?? 1;
  for (let day = today; day <= today + 400; day++) {
    const epoch = serialToEpoch(day + (hour * 60 + minute) / 1440, timeZone);
    if (epoch <= now || (day !== today && (day - today) % step !== 0)) continue;
    if (plan.onWeekDay !== undefined && WEEK_DAYS[(day + 6) % 7] !== plan.onWeekDay) continue;
    if (number('onMonthDay') !== undefined && serialToCivil(day).day !== number('onMonthDay')) continue;
    return epoch;
  }
  return undefined;
}
