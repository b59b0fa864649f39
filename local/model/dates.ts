/**
 * Serial days (since 1899-12-30, time as the fraction) to calendar fields and to instants, and back. A time alone lies on
 * 1899-12-30 (platform.md §3).
 */
import { isDateFormat as isNumfmtDate } from 'numfmt';
import { wallToEpoch, zoneOffset } from './zone-offset.ts';

const DAY = 86_400_000;
/** 1899-12-30 in ms since 1970 */
const ORIGIN = Date.UTC(1899, 11, 30);

/** As a clock on the wall shows it; `month` and `day` from 1. */
interface Civil {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** `civilToSerial({ year: 2026, month: 11, day: 22 })` → `46348`. Days beyond the month's end run on, as in JavaScript. */
export function civilToSerial(civil: Partial<Civil> & { year: number; month: number; day: number }): number {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = civil;
  const date = new Date(Date.UTC(2000, 0, 1, hour, minute, second, millisecond));
  date.setUTCFullYear(year, month - 1, day + Math.floor(hour / 24));
  return (date.getTime() - ORIGIN) / DAY;
}

export function serialToCivil(serial: number): Civil {
  const date = new Date(serialToWall(serial));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** Rounded to the millisecond: a fraction of a day cannot say more. */
function serialToWall(serial: number): number {
  return ORIGIN + Math.round(serial * DAY);
}

/** ms since 1970 of a serial in a zone. */
export function serialToEpoch(serial: number, timeZone: string): number {
  return wallToEpoch(serialToWall(serial), timeZone);
}

export function epochToSerial(epoch: number, timeZone: string): number {
  return (epoch + zoneOffset(epoch, timeZone) - ORIGIN) / DAY;
}

/** `46348.5` → `2026-11-22`. */
export function serialToIso(serial: number): string {
  const { year, month, day } = serialToCivil(serial);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2026-11-22` → `46348`; `undefined` for a day that the calendar does not have. */
export function isoToSerial(iso: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  return match ? dateSerial(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `undefined` for a day that the calendar does not have. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 0 || year > 99_999) return undefined;
  const serial = civilToSerial({ year, month, day });
  return serialToCivil(serial).day === day ? serial : undefined;
}

const known = new Map<string, boolean>();

/** Whether a cell with this number format shows a date or a time, so that scripts read a `Date` from it. */
export function isDateFormat(numberFormat: string | undefined): boolean {
  if (!numberFormat) return false;
  let answer = known.get(numberFormat);
  if (answer === undefined) known.set(numberFormat, (answer = isNumfmtDate(numberFormat)));
  return answer;
}
