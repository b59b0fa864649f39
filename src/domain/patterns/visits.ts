import type { RecordFacts } from '../facts/record-facts.ts';
import { noDay, none } from '../facts/record-facts.ts';

/** Something a customer bought, had done or asked for. `thing` is a place in a list that the caller keeps. */
export interface Happening {
  customer: number;
  day: number;
  thing: number;
}

/** Records of known customers with a day and an item, cancelled ones left out. @param chosen rows of `facts` */
export function happenings(
  { customers, days, items, closings }: RecordFacts,
  chosen: ArrayLike<number>,
  thingOf = (item: number): number => item,
): Happening[] {
  const found: Happening[] = [];
  for (let i = 0; i < chosen.length; i++) {
    const row = chosen[i]!;
    const item = items.places[row]!;
    if (customers[row] === none || item === none || days[row] === noDay || closings[row] === 2) continue;
    found.push({ customer: customers[row]!, day: days[row]!, thing: thingOf(item) });
  }
  return found;
}

/** By customer, then day, then thing; what happened twice on one day stands there once. */
export function inOrder(all: readonly Happening[]): Happening[] {
  const sorted = [...all].sort((a, b) => a.customer - b.customer || a.day - b.day || a.thing - b.thing);
  return sorted.filter((one, i) => {
    const before = sorted[i - 1];
    return !before || before.customer !== one.customer || before.day !== one.day || before.thing !== one.thing;
  });
}

/**
 * What each customer bought at a time. A basket begins with the first day that the last one does not reach.
 *
 * @param within days after the first day of a basket that still belong to it; 0: the same day only
 * @param ordered as `inOrder` answers them
 */
export function basketsOf(ordered: readonly Happening[], within: number): number[][] {
  const baskets: number[][] = [];
  let basket = new Set<number>();
  let customer = none;
  let until = 0;
  for (const one of ordered) {
    if (one.customer !== customer || one.day > until) {
      if (basket.size > 0) baskets.push([...basket]);
      basket = new Set();
      customer = one.customer;
      until = one.day + within;
    }
    basket.add(one.thing);
  }
  if (basket.size > 0) baskets.push([...basket]);
  return baskets;
}
