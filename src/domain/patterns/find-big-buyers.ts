import { findOutliers } from './find-outliers.ts';

/** A customer who lately bought far more than customers usually do, and than they did before. */
export interface BigBuyer {
  customer: number;
  /** lately, in the window; hundredths */
  cents: number;
  /** the most in any earlier window of the same length; 0: none */
  most: number;
  /** the middle sum of all customers' windows */
  usual: number;
  /** their latest record in the window, as its place in the arrays */
  record: number;
}

/** How many times what they spent before, and what others spend where they are new. */
const beyondBefore = 3;
const beyondOthers = 10;

/**
 * Customers whose purchases of the last `window` days are beyond what customers spend in as many days, and at least three
 * times what they ever spent in as many days before; of new customers, ten times what is usual.
 */
export function findBigBuyers(
  customers: ArrayLike<number>,
  days: ArrayLike<number>,
  cents: ArrayLike<number>,
  to: number,
  window = 30,
): BigBuyer[] {
  const sums = new Map<number, { customer: number; window: number; cents: number; record: number }>();
  for (let i = 0; i < customers.length; i++) {
    if (customers[i]! < 0 || days[i]! > to || !(cents[i]! > 0)) continue;
    const back = Math.floor((to - days[i]!) / window);
    const key = customers[i]! * 65536 + back;
    const sum = sums.get(key);
    if (!sum) sums.set(key, { customer: customers[i]!, window: back, cents: cents[i]!, record: i });
    else {
      sum.cents += cents[i]!;
      if (days[i]! >= days[sum.record]!) sum.record = i;
    }
  }
  const all = [...sums.values()];
  const most = new Map<number, number>();
  for (const sum of all) if (sum.window > 0) most.set(sum.customer, Math.max(most.get(sum.customer) ?? 0, sum.cents));
  const outliers = findOutliers(
    new Uint8Array(all.length),
    Float64Array.from(all, (sum) => sum.cents),
  );
  return outliers.flatMap(({ place, value, usual }): BigBuyer[] => {
    const { customer, window: back, record } = all[place]!;
    const before = most.get(customer) ?? 0;
    return back === 0 && value > usual && value >= (before > 0 ? beyondBefore * before : beyondOthers * usual)
      ? [{ customer, cents: value, most: before, usual, record }]
      : [];
  });
}
