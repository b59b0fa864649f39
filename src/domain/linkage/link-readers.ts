import type { DateOrder } from '../dates/date-reading.ts';
import { parseDate } from '../dates/parse-date.ts';
import { parsePhone } from '../phone/parse-phone.ts';
import type { PhoneRegion } from '../phone/phone-types.ts';
import type { LinkReaders } from './link-table.ts';
import { plainPhones } from './plain-phones.ts';

export interface LinkSetting {
  readonly region: PhoneRegion;
  readonly order: DateOrder;
  /** `yyyy-MM-dd` */
  readonly today: string;
}

/** Fewer digits than this are no number, not even a mistyped one. */
const FEWEST_DIGITS = 5;
const SOME_DIGITS = /(?:\d\D*){5}/;
/** The year first, in a day that every month has. */
const PLAIN_DATE = /^(19\d\d|20[0-2]\d)(?:([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|1\d|2[0-8])|(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8]))$/;

/**
 * Readers for a shop: phones as E.164 by its region, dates in its order.
 *
 * @example linkReaders({ region: 'CN', order: 'ymd', today: '2026-11-22' }).phones('138-0013-8000') // ['+8613800138000']
 */
export function linkReaders({ region, order, today }: LinkSetting): LinkReaders {
  const dates = new Map<unknown, string>();
  return {
    cantonese: region === 'HK' || region === 'MO' ? true : undefined,
    // nine cells in ten need no numbering plan, and some say 0 or 'none'
    phones: (cell) => {
      if (!SOME_DIGITS.test(cell)) return [];
      return (region === 'CN' || region === 'HK' ? plainPhones(cell, region) : undefined) ?? readPhones(cell, region);
    },
    date: (cell) => {
      const plain = typeof cell === 'string' ? PLAIN_DATE.exec(cell) : null;
      if (plain) return `${plain[1]}-${(plain[3] ?? plain[5]!).padStart(2, '0')}-${(plain[4] ?? plain[6]!).padStart(2, '0')}`;
      let date = dates.get(cell);
      if (date === undefined) {
        date = readDate(cell, order, today);
        dates.set(cell, date);
      }
      return date;
    },
  };
}

function readPhones(cell: string, region: PhoneRegion): readonly string[] {
  const found = parsePhone(cell, { region }).numbers.map(({ e164 }) => e164);
  if (found.length > 0) return found;
  const digits = cell.replace(/\D/g, '');
  return digits.length >= FEWEST_DIGITS ? [`?${digits}`] : [];
}

function readDate(cell: unknown, order: DateOrder, today: string): string {
  if (typeof cell !== 'string' && typeof cell !== 'number') return '';
  const read = parseDate(cell, { order, today });
  if (read.ok) return read.date;
  return read.suggestion ?? '';
}
