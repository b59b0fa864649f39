import { meanGap } from './measure.ts';
import type { Segmentation } from './segmentation.ts';

/** What the customers of a segment come to together. */
export interface SegmentSum {
  customers: number;
  cents: number;
  /** days since the last purchase, of those who bought */
  away: number;
  times: number;
  /** days between purchases, of those who came back */
  gaps: number;
  returned: number;
}

const nothing = (): SegmentSum => ({ customers: 0, cents: 0, away: 0, times: 0, gaps: 0, returned: 0 });

/** Sums by place among the rules, and of all customers. */
export function segmentSums({ places, measures, facts, rules }: Segmentation): { by: SegmentSum[]; all: SegmentSum } {
  const by = rules.map(nothing);
  const all = nothing();
  places.forEach((place, i) => {
    for (const sum of [all, by[place]]) {
      if (!sum) continue;
      sum.customers++;
      if (measures.times[i] === 0) continue;
      sum.cents += measures.cents[i]!;
      sum.away += facts.today - measures.last[i]!;
      sum.times += measures.times[i]!;
      const gap = meanGap(measures, i);
      if (Number.isNaN(gap)) continue;
      sum.gaps += gap;
      sum.returned++;
    }
  });
  return { by, all };
}

/** Rank of each customer by a value, 1 the highest; equal values share the better rank. Those without purchases come last. */
export function ranks(values: ArrayLike<number>): Int32Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[b]! - values[a]!);
  const found = new Int32Array(order.length);
  order.forEach((customer, i) => {
    const before = order[i - 1];
    found[customer] = before !== undefined && values[before] === values[customer] ? found[before]! : i + 1;
  });
  return found;
}

/** Customers of a segment, the most valuable first: by what they bought for, then by how often, then by number. */
export function listed({ places, measures, facts }: Segmentation, place: number): number[] {
  const found: number[] = [];
  places.forEach((each, i) => {
    if (each === place) found.push(i);
  });
  const { cents, times } = measures;
  const { numbers } = facts.customers;
  return found.sort((a, b) => cents[b]! - cents[a]! || times[b]! - times[a]! || (numbers[a]! < numbers[b]! ? -1 : 1));
}
