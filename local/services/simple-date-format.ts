import { isoOffset, offsetAt, zoneName } from './date-zones.ts';
import { ServiceError } from './service-object.ts';

export const MONTHS = 'January February March April May June July August September October November December'.split(' ');
export const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const DAY_MS = 86_400_000;

const pad = (number: number, width: number): string => String(number).padStart(width, '0');
const newYear = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);
const dayOfYear = (wall: Date): number => Math.floor((wall.getTime() - newYear(wall.getUTCFullYear())) / DAY_MS);

/** Weeks begin on Sunday, and the one with January 1 is the first, as in the United States. */
function weekOfYear(wall: Date): { year: number; week: number } {
  const year = wall.getUTCFullYear();
  const next = newYear(year + 1);
  const sunday = wall.getTime() - wall.getUTCDay() * DAY_MS;
  if (sunday + 7 * DAY_MS > next) return { year: year + 1, week: 1 };
  return { year, week: Math.floor((dayOfYear(wall) + new Date(newYear(year)).getUTCDay()) / 7) + 1 };
}

function weekOfMonth(wall: Date): number {
  const first = new Date(wall.getTime() - (wall.getUTCDate() - 1) * DAY_MS).getUTCDay();
  return Math.floor((wall.getUTCDate() - 1 + first) / 7) + 1;
}

function yearText(year: number, width: number): string {
  const shown = year > 0 ? year : 1 - year;
  return width === 2 ? pad(shown % 100, 2) : pad(shown, width);
}

const name = (names: readonly string[], index: number, width: number): string =>
  width >= 4 ? names[index]! : names[index]!.slice(0, 3);

function isoZone(offset: number, width: number): string {
  if (width > 3) throw new ServiceError(`invalid ISO 8601 format: length=${width}`);
  if (offset === 0) return 'Z';
  return width === 1 ? isoOffset(offset, false).slice(0, 3) : isoOffset(offset, width === 3);
}

/** One run of pattern letters; `wall` has the zone's clock in its UTC fields. */
type Field = (wall: Date, width: number, epoch: number, zone: string) => string;

const monthText: Field = (wall, width) =>
  width >= 3 ? name(MONTHS, wall.getUTCMonth(), width) : pad(wall.getUTCMonth() + 1, width);

const FIELDS: Readonly<Record<string, Field>> = {
  G: (wall) => (wall.getUTCFullYear() > 0 ? 'AD' : 'BC'),
  y: (wall, width) => yearText(wall.getUTCFullYear(), width),
  Y: (wall, width) => yearText(weekOfYear(wall).year, width),
  M: monthText,
  L: monthText,
  w: (wall, width) => pad(weekOfYear(wall).week, width),
  W: (wall, width) => pad(weekOfMonth(wall), width),
  D: (wall, width) => pad(dayOfYear(wall) + 1, width),
  d: (wall, width) => pad(wall.getUTCDate(), width),
  F: (wall, width) => pad(Math.floor((wall.getUTCDate() - 1) / 7) + 1, width),
  E: (wall, width) => name(DAYS, wall.getUTCDay(), width),
  u: (wall, width) => pad(wall.getUTCDay() || 7, width),
  a: (wall) => (wall.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: (wall, width) => pad(wall.getUTCHours(), width),
  k: (wall, width) => pad(wall.getUTCHours() || 24, width),
  K: (wall, width) => pad(wall.getUTCHours() % 12, width),
  h: (wall, width) => pad(wall.getUTCHours() % 12 || 12, width),
  m: (wall, width) => pad(wall.getUTCMinutes(), width),
  s: (wall, width) => pad(wall.getUTCSeconds(), width),
  S: (wall, width) => pad(wall.getUTCMilliseconds(), width),
  z: (_, width, epoch, zone) => zoneName(epoch, zone, width >= 4),
  Z: (_, __, epoch, zone) => isoOffset(offsetAt(epoch, zone), false),
  X: (_, width, epoch, zone) => isoZone(offsetAt(epoch, zone), width),
};

/** A pattern in pieces: text as it is, or a letter as often as it stands there. */
export type Piece = { text: string } | { letter: string; width: number };

/** @throws ServiceError for a letter that means nothing, or a quote without its end */
export function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [match, quoted, letter] of pattern.matchAll(/''|'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g)) {
    if (match === "''") pieces.push({ text: "'" });
    else if (quoted !== undefined) pieces.push({ text: quoted.replaceAll("''", "'") });
    else if (match === "'") throw new ServiceError('Unterminated quote');
    else if (!letter) pieces.push({ text: match });
    else if (!Object.hasOwn(FIELDS, letter)) throw new ServiceError(`Illegal pattern character '${letter}'`);
    else pieces.push({ letter, width: match.length });
  }
  return pieces;
}

/**
 * `Utilities.formatDate`: Java's `SimpleDateFormat` with English names.
 * @example formatDate(new Date(0), 'Asia/Shanghai', "yyyy-MM-dd'T'HH:mm") // 1970-01-01T08:00
 * @throws ServiceError for a zone or a letter that does not exist
 */
export function formatDate(date: Date, zone: string, pattern: string): string {
  const epoch = date.getTime();
  const wall = new Date(epoch + offsetAt(epoch, zone));
  return piecesOf(pattern)
    .map((piece) => ('text' in piece ? piece.text : FIELDS[piece.letter]!(wall, piece.width, epoch, zone)))
    .join('');
}
