import { type Cell, isBlank, isDay } from '../check/cell.ts';
import type { DateContext } from '../dates/date-reading.ts';
import { parseDate } from '../dates/parse-date.ts';
import { isForeign } from '../money/own-currency.ts';
import { parseNumber } from '../numbers/parse-number.ts';
import { dayNumber } from './day-number.ts';
import { noDay, unpriced } from './record-facts.ts';

/** Reads days out of cells; the same text is looked at once. */
export class DayReader {
  private readonly known = new Map<string, number>();

  constructor(private readonly context: DateContext) {}

  /** @returns `noDay` where nothing stands there, or what cannot be read for certain */
  read(cell: Cell): number {
    if (isBlank(cell) || typeof cell === 'boolean') return noDay;
    const text = isDay(cell) ? cell.day : String(cell);
    let day = this.known.get(text);
    if (day === undefined) {
      day = isDay(cell) ? dayNumber(text) : this.parse(cell);
      this.known.set(text, day);
    }
    return day;
  }

  private parse(cell: string | number): number {
    const parsed = parseDate(cell, this.context);
    return parsed.ok && parsed.certain ? dayNumber(parsed.date) : noDay;
  }
}

/** A count or a score; NaN where there is none, or what cannot be read. */
export function readNumber(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  if (isBlank(cell) || isDay(cell) || typeof cell === 'boolean') return Number.NaN;
  const parsed = parseNumber(cell, { kind: 'rating' });
  return parsed.ok ? parsed.value : Number.NaN;
}

/**
 * An amount in hundredths, or why there is none.
 *
 * @param currency code of the workbook's
 * @example readCents('¥1,299.5', 'CNY') // { cents: 129950, why: 0 }
 */
export function readCents(cell: Cell, currency: string): { cents: number; why: number } {
  if (isBlank(cell)) return { cents: Number.NaN, why: unpriced.empty };
  if (isDay(cell) || typeof cell === 'boolean') return { cents: Number.NaN, why: unpriced.unclear };
  if (typeof cell === 'string' && isForeign(cell, currency)) return { cents: Number.NaN, why: unpriced.foreign };
  const parsed = parseNumber(cell, { kind: 'money' });
  return parsed.ok ? { cents: Math.round(parsed.value * 100), why: 0 } : { cents: Number.NaN, why: unpriced.unclear };
}
