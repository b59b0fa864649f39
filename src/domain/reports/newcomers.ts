import { ended, noDay } from '../facts/record-facts.ts';
import { bucketOf, bucketStart, type Unit } from './buckets.ts';
import type { Selection } from './selection.ts';

export interface Buyers {
  /** customers who bought for the first time */
  fresh: number;
  /** customers who had bought before */
  back: number;
}

/** The day on which each customer first bought, whatever the filters; and the first day of all. */
function firstDays({ of, facts }: Selection): { days: Int32Array; first: number } {
  const days = new Int32Array(facts.customers.count).fill(0x7fffffff);
  let first = 0x7fffffff;
  for (let at = 0; at < of.count; at++) {
    const day = of.days[at]!;
    if (day === noDay || of.closings[at] === ended.void) continue;
    if (day < first) first = day;
    const customer = of.customers[at]!;
    if (customer >= 0 && day < days[customer]!) days[customer] = day;
  }
  return { days, first };
}

/** Customers of a period, told apart by whether they had bought before; of it as a whole and of each of its stretches. */
export function newcomers(selection: Selection, unit: Unit): Buyers & { byBucket: Map<number, Buyers>; since: number } {
  const { of, period } = selection;
  const { days, first } = firstDays(selection);
  const count = days.length;
  const seen = new Set<number>();
  const buyers = new Set<number>();
  const byBucket = new Map<number, Buyers>();
  selection.each(period, (record, day) => {
    const customer = of.customers[record]!;
    if (customer < 0) return;
    buyers.add(customer);
    const bucket = bucketOf(day, unit);
    const key = bucket * count + customer;
    if (seen.has(key)) return;
    seen.add(key);
    let both = byBucket.get(bucket);
    if (!both) {
      both = { fresh: 0, back: 0 };
      byBucket.set(bucket, both);
    }
    both[days[customer]! >= bucketStart(bucket, unit) ? 'fresh' : 'back']++;
  });
  let fresh = 0;
  for (const customer of buyers) if (days[customer]! >= period.from) fresh++;
  return { fresh, back: buyers.size - fresh, byBucket, since: first };
}
