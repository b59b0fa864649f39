import { offsetAt } from './date-zones.ts';
import { ServiceError } from './service-object.ts';
import { DAYS, MONTHS, type Piece, piecesOf } from './simple-date-format.ts';

/** What has been read so far; fields that are absent are those of 1970-01-01 00:00. */
interface Read {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  hour?: number;
  half?: number;
  minute?: number;
  second?: number;
  ms?: number;
  /** ms ahead of UTC */
  offset?: number;
}

const isNumber = (piece: Piece | undefined): boolean =>
  piece !== undefined && 'letter' in piece && !/[GEazZX]/.test(piece.letter) && !(/[ML]/.test(piece.letter) && piece.width >= 3);

/** A year of two digits is the one within 80 years before and 20 after today (Java). */
function century(two: number, now: number): number {
  const start = new Date(now).getUTCFullYear() - 80;
  const year = start - (start % 100) + two;
  return year < start ? year + 100 : year;
}

function nameIndex(names: readonly string[], rest: string): { index: number; length: number } | undefined {
  const lower = rest.toLowerCase();
  for (const cut of [(each: string) => each, (each: string) => each.slice(0, 3)]) {
    const index = names.findIndex((each) => lower.startsWith(cut(each).toLowerCase()));
    if (index >= 0) return { index, length: cut(names[index]!).length };
  }
  return undefined;
}

const SETTERS: Readonly<Record<string, (read: Read, value: number) => void>> = {
  M: (read, value) => void (read.month = value - 1),
  L: (read, value) => void (read.month = value - 1),
  d: (read, value) => void (read.day = value),
  D: (read, value) => void (read.dayOfYear = value),
  H: (read, value) => void (read.hour = value),
  k: (read, value) => void (read.hour = value % 24),
  h: (read, value) => void (read.hour = value % 12),
  K: (read, value) => void (read.hour = value),
  m: (read, value) => void (read.minute = value),
  s: (read, value) => void (read.second = value),
  S: (read, value) => void (read.ms = value),
};

/** Reads what stands for one run of letters. @returns how many signs it took; `undefined`: it does not fit */
function readField(
  piece: { letter: string; width: number },
  rest: string,
  tight: boolean,
  read: Read,
  now: number,
): number | undefined {
  const { letter, width } = piece;
  if (letter === 'G') return /^(AD|BC)/i.exec(rest)?.[0].length;
  if (letter === 'E') return nameIndex(DAYS, rest)?.length;
  if (letter === 'a') {
    const half = /^[ap]m/i.exec(rest)?.[0];
    if (half) read.half = half.toLowerCase() === 'pm' ? 12 : 0;
    return half?.length;
  }
  if (/[zZX]/.test(letter)) return readZone(rest, read);
  if (/[ML]/.test(letter) && width >= 3) {
    const found = nameIndex(MONTHS, rest);
    if (found) read.month = found.index;
    return found?.length;
  }
  const digits = new RegExp(`^\\s*[-+]?\\d{1,${tight ? width : 20}}`).exec(rest)?.[0];
  if (digits === undefined) return undefined;
  const value = Number(digits);
  if (letter === 'y' || letter === 'Y') read.year = width <= 2 && digits.trim().length === 2 ? century(value, now) : value;
  else SETTERS[letter]?.(read, value);
  return digits.length;
}

function readZone(rest: string, read: Read): number | undefined {
  const match = /^(?:GMT|UTC|UT|Z)?(?:([+-])(\d{1,2}):?(\d{2})?)?/i.exec(rest);
  if (!match || match[0] === '') return undefined;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  read.offset = (match[1] === '-' ? -minutes : minutes) * 60_000;
  return match[0].length;
}

function epochOf(read: Read, zone: string): number {
  const { year = 1970, hour = 0, half = 0, minute = 0, second = 0, ms = 0, dayOfYear } = read;
  const [month, day] = dayOfYear === undefined ? [read.month ?? 0, read.day ?? 1] : [0, dayOfYear];
  const wall = new Date(0);
  wall.setUTCFullYear(year, month, day);
  wall.setUTCHours(hour + half, minute, second, ms);
  if (read.offset !== undefined) return wall.getTime() - read.offset;
  return wall.getTime() - offsetAt(wall.getTime() - offsetAt(wall.getTime(), zone), zone);
}

/**
 * `Utilities.parseDate`: as lenient as Java's `SimpleDateFormat`, so that February 30 is March 2.
 * @param now ms since 1970, for years of two digits
 * @throws ServiceError for text that does not fit the pattern
 * @example parseDate('2026-02-03 04:05', 'Asia/Shanghai', 'yyyy-MM-dd HH:mm', Date.now())
 */
export function parseDate(text: string, zone: string, pattern: string, now: number): Date {
  const pieces = piecesOf(pattern);
  const read: Read = {};
  let at = 0;
  pieces.forEach((piece, i) => {
    const rest = text.slice(at);
    // only digits that stand against other digits are counted off
    const took =
      'text' in piece
        ? rest.startsWith(piece.text) && piece.text.length
        : readField(piece, rest, isNumber(piece) && isNumber(pieces[i + 1]), read, now);
    if (took === undefined || took === false) throw new ServiceError(`Unparseable date: "${text}"`);
    at += took;
  });
  return new Date(epochOf(read, zone));
}
