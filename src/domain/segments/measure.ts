import { type LedgerFacts, noDay, type RecordFacts } from '../facts/record-facts.ts';

/** What is known of each customer's purchases; every array has a place for each customer, in their order. */
export interface Measures {
  readonly count: number;
  /** different days on which something was bought: several things at once are one purchase */
  readonly times: Int32Array;
  /** what was bought for, in hundredths of the currency; 0 where no amount is known */
  readonly cents: Float64Array;
  /** days since 1970-01-01 of the first and the last purchase, or `noDay` */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** whether any amount is known at all: without, nobody is told apart by it */
  readonly hasAmounts: boolean;
  /** purchases that count, and those that do not because of their day */
  readonly purchases: number;
  readonly undated: number;
  /** days between one purchase and the next of the same customer, the shortest first */
  readonly gaps: Float64Array;
}

/** More than there are days from year 0 to 9999, so that customer and day make one number that sorts. */
const span = 10_000_000;

/** Whether a record counts: it came about, on a known day until today, and somebody known bought it. */
const counts = (records: RecordFacts, record: number, today: number): boolean =>
  records.closings[record] !== 2 && records.days[record] !== noDay && records.days[record]! <= today;

/**
 * Recency, frequency and what was bought for, of every customer. Cancelled purchases, those without a day and those of days
 * to come count nowhere. One pass and one sort.
 *
 * @param purchases the tabs in which something is bought
 */
export function measure(
  { today, customers }: Pick<LedgerFacts, 'today' | 'customers'>,
  purchases: readonly RecordFacts[],
): Measures {
  const { count } = customers;
  const times = new Int32Array(count);
  const cents = new Float64Array(count);
  const first = new Int32Array(count).fill(noDay);
  const last = new Int32Array(count).fill(noDay);
  const total = purchases.reduce((sum, records) => sum + records.count, 0);
  const visits = new Float64Array(total);
  let n = 0;
  let undated = 0;
  let hasAmounts = false;
  for (const records of purchases)
    for (let i = 0; i < records.count; i++) {
      const customer = records.customers[i]!;
      if (customer < 0 || records.closings[i] === 2) continue;
      if (!counts(records, i, today)) {
        undated++;
        continue;
      }
      visits[n++] = customer * span + records.days[i]! + span / 2;
      const amount = records.cents[i]!;
      if (Number.isNaN(amount)) continue;
      hasAmounts = true;
      cents[customer] = cents[customer]! + amount;
    }
  const sorted = visits.subarray(0, n).sort();
  const gaps = new Float64Array(n);
  let found = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    const customer = Math.floor(sorted[i]! / span);
    const day = sorted[i]! - customer * span - span / 2;
    if (times[customer]! > 0) gaps[found++] = day - last[customer]!;
    else first[customer] = day;
    last[customer] = day;
    times[customer] = times[customer]! + 1;
  }
  const sortedGaps = gaps.slice(0, found).sort();
  return { count, times, cents, first, last, hasAmounts, purchases: n, undated, gaps: sortedGaps };
}

/** Mean days from one purchase of a customer to the next; NaN before the second. */
export const meanGap = ({ times, first, last }: Measures, customer: number): number =>
  times[customer]! > 1 ? (last[customer]! - first[customer]!) / (times[customer]! - 1) : Number.NaN;

/** How often customers of this shop come back, in days. */
export interface Rhythm {
  /** half of those who come back do so within it */
  fresh: number;
  /** nine of ten do */
  quiet: number;
  /** from so many returns on it is theirs; before, it is a common guess */
  known: boolean;
}

/** Fewer returns than this say little of how often customers come back. */
const fewReturns = 30;
const guess: Rhythm = { fresh: 60, quiet: 180, known: false };

/**
 * The shop's own rhythm from the days between purchases: median and 90th percentile, each the smallest gap that so many
 * gaps do not exceed (nearest rank).
 */
export function rhythmOf({ gaps }: Pick<Measures, 'gaps'>): Rhythm {
  if (gaps.length < fewReturns) return guess;
  const rank = (share: number): number => gaps[Math.ceil(gaps.length * share) - 1]!;
  const quiet = Math.max(7, rank(0.9));
  return { fresh: Math.max(3, Math.min(rank(0.5), quiet)), quiet, known: true };
}
