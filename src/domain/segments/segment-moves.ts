import type { SegmentsThen } from './memory.ts';
import type { Segmentation } from './segmentation.ts';

/** The segments of an earlier day. */
export interface Earlier {
  /** `yyyy-MM-dd` */
  day: string;
  of: SegmentsThen;
}

/** Customers who went from one segment to another. */
export interface Move {
  /** name of the segment that they left */
  from: string;
  /** place of the rule that holds now */
  to: number;
  /** their places */
  customers: number[];
}

/**
 * Customers who are in another segment than then, by where from and where to; the most numerous first.
 *
 * @param nameOf name of the rule at a place
 */
export function movesSince(of: Segmentation, earlier: SegmentsThen, nameOf: (place: number) => string): Move[] {
  const found = new Map<string, Move>();
  of.facts.customers.numbers.forEach((number, customer) => {
    const then = earlier.get(number);
    const to = of.places[customer]!;
    const now = of.rules[to]?.key;
    if (then === undefined || now === undefined || then === now) return;
    const place = of.rules.findIndex(({ key }) => key === then);
    const from = place >= 0 ? nameOf(place) : then.replace(/^own\./, '');
    const move = found.get(`${then} ${now}`) ?? { from, to, customers: [] };
    move.customers.push(customer);
    found.set(`${then} ${now}`, move);
  });
  return [...found.values()].sort((a, b) => b.customers.length - a.customers.length);
}
