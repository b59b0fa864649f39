/** Sets of items that often occur together, counted exactly. */

/** `items`: places of words, ascending. */
export interface FrequentSet {
  items: readonly number[];
  /** baskets that hold them all */
  count: number;
}

/**
 * All sets of items that at least `least` baskets hold, by “occurrence deliver”: each set is grown by the items that follow
 * it in its own baskets. Uno, Uchida, Asai and Arimura, LCM: an efficient algorithm for enumerating frequent closed item
 * sets, FIMI 2003.
 *
 * @param baskets each item once
 * @param longest no sets of more items are looked for
 * @param most gives up, answering undefined, when there are more sets than this
 */
export function frequentSets(
  baskets: readonly (readonly number[])[],
  least: number,
  longest = 3,
  most = 200_000,
): FrequentSet[] | undefined {
  const totals = new Map<number, number>();
  for (const basket of baskets) for (const item of basket) totals.set(item, (totals.get(item) ?? 0) + 1);
  // rare items first: few baskets then carry the long tails
  const items = [...totals.keys()]
    .filter((item) => totals.get(item)! >= least)
    .sort((a, b) => totals.get(a)! - totals.get(b)! || a - b);
  const rank = new Map(items.map((item, place) => [item, place]));
  const flat = flatten(baskets, rank);
  const sets: FrequentSet[] = [];
  const prefix: number[] = [];
  // one set of counters for each depth, left clean after use
  const counters = Array.from({ length: Math.min(longest, items.length) + 1 }, () => new Int32Array(items.length));

  /** @param ends where in `flat` the last item of the prefix stands, for every basket that holds it */
  const grow = (ends: ArrayLike<number>): boolean => {
    const counts = counters[prefix.length]!;
    const touched: number[] = [];
    for (let i = 0; i < ends.length; i++)
      for (let at = ends[i]! + 1, item = flat[at]!; item >= 0; item = flat[++at]!) if (counts[item]!++ === 0) touched.push(item);
    const frequent = touched.filter((item) => counts[item]! >= least);
    const deeper = prefix.length + 1 < longest;
    const lists = deeper ? new Map(frequent.map((item) => [item, new Int32Array(counts[item]!)])) : undefined;
    for (const item of frequent) {
      const set = [...prefix, item].map((place) => items[place]!).sort((a, b) => a - b);
      if (sets.push({ items: set, count: counts[item]! }) > most) return false;
    }
    for (const item of touched) counts[item] = 0;
    if (!lists) return true;
    for (let i = 0; i < ends.length; i++)
      for (let at = ends[i]! + 1, item = flat[at]!; item >= 0; item = flat[++at]!) {
        const list = lists.get(item);
        if (list) list[counts[item]!++] = at;
      }
    for (const item of frequent) counts[item] = 0;
    for (const [item, list] of lists) {
      prefix.push(item);
      const whole = grow(list);
      prefix.pop();
      if (!whole) return false;
    }
    return true;
  };

  const starts: number[] = [];
  for (let at = 0; at < flat.length - 1; at++) if (flat[at]! < 0) starts.push(at);
  return grow(starts) ? sets : undefined;
}

/** The baskets one after the other, frequent items only, by rank; −1 before, between and behind them. */
function flatten(baskets: readonly (readonly number[])[], rank: ReadonlyMap<number, number>): Int32Array {
  const places: number[] = [-1];
  for (const basket of baskets) {
    const known: number[] = [];
    for (const item of basket) {
      const place = rank.get(item);
      if (place !== undefined) known.push(place);
    }
    if (known.length > 0) places.push(...known.sort((a, b) => a - b), -1);
  }
  return Int32Array.from(places);
}
