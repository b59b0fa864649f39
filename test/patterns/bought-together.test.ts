import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { frequentSets } from '../../src/domain/patterns/frequent-sets.ts';
import { rulesOf } from '../../src/domain/patterns/rules.ts';
import { basketsOf, inOrder } from '../../src/domain/patterns/visits.ts';

const shown = (baskets: number[][], least: number, longest?: number) =>
  Object.fromEntries(frequentSets(baskets, least, longest)!.map(({ items, count }) => [items.join(' '), count]));

/** Agrawal and Srikant, Fast algorithms for mining association rules (VLDB 1994), figure 3. */
const agrawal = [
  [1, 3, 4],
  [2, 3, 5],
  [1, 2, 3, 5],
  [2, 5],
];
/** Han, Kamber and Pei, Data Mining, table 6.1 (AllElectronics). */
const electronics = [
  [1, 2, 5],
  [2, 4],
  [2, 3],
  [1, 2, 4],
  [1, 3],
  [2, 3],
  [1, 3],
  [1, 2, 3, 5],
  [1, 2, 3],
];

test("Agrawal and Srikant's example has nine large itemsets", () => {
  expect(shown(agrawal, 2)).toEqual({ 1: 2, 2: 3, 3: 3, 5: 3, '1 3': 2, '2 3': 2, '2 5': 3, '3 5': 2, '2 3 5': 2 });
});

test("Han and Kamber's nine transactions give thirteen frequent itemsets and the confidences of the book", () => {
  const sets = frequentSets(electronics, 2)!;
  expect(shown(electronics, 2)).toEqual({
    ...{ 1: 6, 2: 7, 3: 6, 4: 2, 5: 2 },
    ...{ '1 2': 4, '1 3': 4, '1 5': 2, '2 3': 4, '2 4': 2, '2 5': 2 },
    ...{ '1 2 3': 2, '1 2 5': 2 },
  });
  const rules = rulesOf(sets, electronics.length);
  const confidence = (given: string, then: number) => rules.find((r) => r.given.join() === given && r.then === then)!.confidence;
  expect([confidence('1,2', 5), confidence('1,5', 2), confidence('2,5', 1)]).toEqual([0.5, 1, 1]);
});

test('itemsets are those that counting every combination finds', () => {
  const baskets = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 6 }), { maxLength: 30 });
  fc.assert(
    fc.property(baskets, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }), (some, least, longest) => {
      const counted: Record<string, number> = {};
      for (let bits = 1; bits < 256; bits++) {
        const items = [0, 1, 2, 3, 4, 5, 6, 7].filter((item) => bits & (1 << item));
        const count = some.filter((basket) => items.every((item) => basket.includes(item))).length;
        if (items.length <= longest && count >= least) counted[items.join(' ')] = count;
      }
      expect(shown(some, least, longest)).toEqual(counted);
    }),
  );
});

test('too many sets are refused rather than half told', () => {
  expect(frequentSets([[1, 2, 3, 4, 5, 6]], 1, 6, 20)).toBeUndefined();
});

test('a rule of three items that says no more than its pairs is no finding', () => {
  // 1 and 2 always together, 3 by chance besides
  const baskets = Array.from({ length: 400 }, (_, i) => [...(i % 2 ? [1, 2] : []), ...(i % 5 === 0 ? [3] : []), 4 + (i % 3)]);
  const rules = rulesOf(frequentSets(baskets, 5)!, baskets.length);
  const of = (given: string, then: number) => rules.find((r) => r.given.join() === given && r.then === then)!;
  expect(of('1', 2).falseShare).toBeLessThan(1e-50);
  expect(of('1', 2).lift).toBe(2);
  expect(of('1,3', 2).falseShare).toBe(1);
  expect(of('1', 3).falseShare).toBeGreaterThan(0.5);
});

test('items of one day are one basket; with three days, those of the days after it too, not counted on and on', () => {
  const bought = [0, 2, 3, 4, 5].map((day) => ({ customer: 1, day, thing: day }));
  const ordered = inOrder([...bought, { customer: 2, day: 0, thing: 9 }, { customer: 1, day: 0, thing: 0 }]);
  expect(basketsOf(ordered, 0)).toEqual([[0], [2], [3], [4], [5], [9]]);
  expect(basketsOf(ordered, 3)).toEqual([[0, 2, 3], [4, 5], [9]]);
});
