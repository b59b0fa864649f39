import { falseShares, fisherTail } from './chance.ts';
import type { FrequentSet } from './frequent-sets.ts';

/** “Who takes `given` also takes `then`.” */
export interface Rule {
  given: readonly number[];
  then: number;
  /** baskets with all of them, with `given`, with `then` */
  count: number;
  givenCount: number;
  thenCount: number;
  /** of all baskets; of those with `given`; how many times as often as in all baskets */
  support: number;
  confidence: number;
  lift: number;
  /** the probability that chance alone brings so many together */
  chance: number;
  /** the share of false findings among those at least as sure */
  falseShare: number;
}

const keyOf = (items: readonly number[]) => items.join();
const without = (items: readonly number[], item: number) => items.filter((other) => other !== item);

/**
 * All rules with one item as their consequence. A rule of one item is held against chance by Fisher's exact test; a longer
 * one has to say more than each shorter one that it contains (“productive”: Webb, Discovering significant patterns, Machine
 * Learning 68 (2007) 1–33), so its chance is the largest of those tests. Tests are counted size by size: all combinations of
 * a frequent set with a frequent item, also those that never came up.
 *
 * @param sets as `frequentSets` answers them, all subsets among them
 * @param baskets how many there are, empty ones too
 */
export function rulesOf(sets: readonly FrequentSet[], baskets: number): Rule[] {
  const counts = new Map(sets.map(({ items, count }) => [keyOf(items), count]));
  const countOf = (items: readonly number[]) => (items.length > 0 ? counts.get(keyOf(items))! : baskets);
  const bySize = new Map<number, FrequentSet[]>();
  for (const set of sets) {
    const same = bySize.get(set.items.length);
    if (same) same.push(set);
    else bySize.set(set.items.length, [set]);
  }
  const singles = bySize.get(1)?.length ?? 0;
  return [...bySize].flatMap(([size, found]) => {
    if (size < 2) return [];
    const rules = found.flatMap(({ items, count }) =>
      items.map((then): Rule => {
        const given = without(items, then);
        const givenCount = countOf(given);
        const thenCount = countOf([then]);
        const tests = given.map((extra) => {
          const shorter = without(given, extra);
          return fisherTail(countOf(shorter), givenCount, countOf([...shorter, then].sort((a, b) => a - b)), count);
        });
        return {
          ...{ given, then, count, givenCount, thenCount, falseShare: 1 },
          support: count / baskets,
          confidence: count / givenCount,
          lift: (count * baskets) / (givenCount * thenCount),
          chance: Math.max(...tests),
        };
      }),
    );
    // a pair is one test, read in two directions
    const tests = (bySize.get(size - 1)?.length ?? 0) * (singles - size + 1);
    const shares = falseShares(
      rules.map(({ chance }) => chance),
      tests,
    );
    return rules.map((rule, place) => ({ ...rule, falseShare: shares[place]! }));
  });
}
