import { addDays, addMonths, daysBetween, isRealDate, partsOf, toIsoDate } from '../dates/calendar.ts';
import type { RuleTerms } from './rule.ts';

/** When a reminder is about something, and which time it is that it comes. */
export interface DueDay {
  /** the day it is about, `yyyy-MM-dd` */
  due: string;
  /** tells one time from the next: the date it counts from, or for what comes every year that year's day */
  occurrence: string;
}

type Timing = Pick<RuleTerms, 'months' | 'days' | 'side' | 'keep'>;

/** The day in a year; 29 February falls on the 28th where there is none. */
function inYear(birth: string, year: number): string {
  const { month, day } = partsOf(birth);
  return toIsoDate(isRealDate({ year, month, day }) ? { year, month, day } : { year, month, day: 28 });
}

/**
 * Reckons days for one rule on one day. Dates repeat in a ledger, so that each is reckoned once.
 *
 * @example new DueDays({ days: 7, side: 'before' }, '2026-11-22').of('2026-11-25') // { due: '2026-11-25', … }
 */
export class DueDays {
  private readonly known = new Map<string, DueDay | undefined>();

  constructor(
    private readonly timing: Timing,
    private readonly today: string,
    private readonly yearly = false,
  ) {}

  /**
   * What is due by a date; undefined before it is to be mentioned, and after nobody needs it any more.
   *
   * @param date `yyyy-MM-dd`
   * @param months in place of the rule's own
   */
  of(date: string, months: number = this.timing.months ?? 0): DueDay | undefined {
    const key = `${date} ${months}`;
    if (this.known.has(key)) return this.known.get(key);
    const found = this.yearly ? this.everyYear(date) : this.once(date, months);
    this.known.set(key, found);
    return found;
  }

  private once(date: string, months: number): DueDay | undefined {
    const { days, side } = this.timing;
    const day = months === 0 ? date : addMonths(date, months);
    const due = side === 'after' ? addDays(day, days) : day;
    return this.isTime(due) ? { due, occurrence: date } : undefined;
  }

  /** The next one that is to be mentioned, else the last one if it was not long ago. */
  private everyYear(date: string): DueDay | undefined {
    const year = partsOf(this.today).year;
    const { days, side } = this.timing;
    const dues = [year + 1, year, year - 1].map((each) => {
      const day = inYear(date, each);
      return { due: side === 'after' ? addDays(day, days) : day, occurrence: day };
    });
    const timely = dues.filter(({ due, occurrence }) => occurrence > date && this.isTime(due));
    return timely.filter(({ due }) => due >= this.today).pop() ?? timely[0];
  }

  private isTime(due: string): boolean {
    const { days, side, keep } = this.timing;
    const ahead = daysBetween(this.today, due);
    return ahead <= (side === 'before' ? days : 0) && (keep === undefined || -ahead <= keep);
  }
}
