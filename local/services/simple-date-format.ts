import { zoneOffset } from '../model/zone-offset.ts';
import { ServiceError } from './service-object.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** `GMT+8`, `GMT-3:30`, `UTC` as ms; `undefined` for the name of a zone. */
function fixedOffset(zone: string): number | undefined {
  const match = /^(?:GMT|UTC)?(?:([+-])(\d{1,2}):?(\d{2})?)?$/.exec(zone);
  if (!match || zone === '') return undefined;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function offsetAt(epoch: number, zone: string): number {
  try {
    return fixedOffset(zone) ?? zoneOffset(epoch, zone);
  } catch {
    throw new ServiceError(`Invalid argument: timeZone. Should be of type: String`);
  }
}

function isoOffset(offset: number, colon: boolean): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${colon ? ':' : ''}${pad(minutes % 60, 2)}`;
}

function weekOfYear(date: Date): number {
  const start = new Date(Date.UTC(date.getUTCFullYear(), 0, 1));
  const day = Math.floor((date.getTime() - start.getTime()) / 86_400_000);
  return Math.floor((day + start.getUTCDay()) / 7) + 1;
}

function field(letter: string, width: number, wall: Date, offset: number): string {
  const hour = wall.getUTCHours();
  switch (letter) {
    case 'G':
      return 'AD';
    case 'y':
    case 'Y':
      return width === 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear(), width);
    case 'M':
    case 'L': {
      const name = MONTHS[wall.getUTCMonth()]!;
      return width >= 4 ? name : width === 3 ? name.slice(0, 3) : pad(wall.getUTCMonth() + 1, width);
    }
    case 'd':
      return pad(wall.getUTCDate(), width);
    case 'D':
      return pad(Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1, width);
    case 'E':
      return width >= 4 ? DAYS[wall.getUTCDay()]! : DAYS[wall.getUTCDay()]!.slice(0, 3);
    case 'u':
      return pad(wall.getUTCDay() || 7, width);
    case 'w':
      return pad(weekOfYear(wall), width);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour, width);
    case 'k':
      return pad(hour || 24, width);
    case 'h':
      return pad(hour % 12 || 12, width);
    case 'K':
      return pad(hour % 12, width);
    case 'm':
      return pad(wall.getUTCMinutes(), width);
    case 's':
      return pad(wall.getUTCSeconds(), width);
    case 'S':
      return pad(wall.getUTCMilliseconds(), width);
    case 'z':
      return offset === 0 ? 'GMT' : `GMT${isoOffset(offset, true)}`;
    case 'Z':
      return isoOffset(offset, false);
    case 'X':
      return offset === 0 ? 'Z' : width === 1 ? isoOffset(offset, false).slice(0, 3) : isoOffset(offset, width === 3);
    default:
      throw new ServiceError(`Illegal pattern character '${letter}'`);
  }
}

/**
 * `Utilities.formatDate`: Java's `SimpleDateFormat` with English names.
 * @example formatDate(new Date(0), 'Asia/Shanghai', "yyyy-MM-dd'T'HH:mm") // 1970-01-01T08:00
 * @throws ServiceError for a zone or a letter that does not exist
 */
export function formatDate(date: Date, zone: string, pattern: string): string {
  const epoch = date.getTime();
  const offset = offsetAt(epoch, zone);
  const wall = new Date(epoch + offset);
  return pattern.replace(
    /''|'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (match, quoted: string | undefined, letter: string | undefined) => {
      if (match === "''") return "'";
      if (quoted !== undefined) return quoted.replaceAll("''", "'");
      return field(letter!, match.length, wall, offset);
    },
  );
}
