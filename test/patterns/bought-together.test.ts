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

/** The 2,201 people on the Titanic by class, sex, age and whether they survived (Dawson, J. Statistics Education 3 (1995)). */
const titanic = [
  ['1st Male Child', 0, 5],
  ['2nd Male Child', 0, 11],
  ['3rd Male Child', 35, 13],
  ['1st Female Child', 0, 1],
  ['2nd Female Child', 0, 13],
  ['3rd Female Child', 17, 14],
  ['1st Male Adult', 118, 57],
  ['2nd Male Adult', 154, 14],
  ['3rd Male Adult', 387, 75],
  ['Crew Male Adult', 670, 192],
  ['1st Female Adult', 4, 140],
  ['2nd Female Adult', 13, 80],
  ['3rd Female Adult', 89, 76],
  ['Crew Female Adult', 3, 20],
] as const;

test('the twelve rules about who survived the Titanic are those that apriori of arules finds (Zhao, R and Data Mining, 9.2)', () => {
  const words = ['1st', '2nd', '3rd', 'Crew', 'Male', 'Female', 'Adult', 'Child', 'No', 'Yes'];
  const one = (who: string, end: string) => [...who.split(' '), end].map((word) => words.indexOf(word)).sort((a, b) => a - b);
  const baskets = titanic.flatMap(([who, lost, saved]) => [
    ...Array.from({ length: lost }, () => one(who, 'No')),
    ...Array.from({ length: saved }, () => one(who, 'Yes')),
  ]);
  expect(baskets).toHaveLength(2201);
  const found = rulesOf(frequentSets(baskets, Math.ceil(0.005 * 2201), 4)!, 2201).filter(
    ({ then, confidence }) => then >= 8 && confidence >= 0.8,
  );
  const said = found.map((r) =>
    [
      r.given.map((item) => words[item]).join(' '),
      words[r.then],
      r.support.toFixed(9),
      r.confidence.toFixed(7),
      r.lift.toFixed(6),
    ].join(),
  );
  expect(said.sort()).toEqual([
    '1st Female Adult,Yes,0.063607451,0.9722222,3.009650',
    '1st Female,Yes,0.064061790,0.9724138,3.010243',
    '2nd Child,Yes,0.010904134,1.0000000,3.095640',
    '2nd Female Adult,Yes,0.036347115,0.8602151,2.662916',
    '2nd Female Child,Yes,0.005906406,1.0000000,3.095640',
    '2nd Female,Yes,0.042253521,0.8773585,2.715986',
    '2nd Male Adult,No,0.069968196,0.9166667,1.354083',
    '2nd Male,No,0.069968196,0.8603352,1.270871',
    '3rd Male Adult,No,0.175829169,0.8376623,1.237379',
    '3rd Male,No,0.191731031,0.8274510,1.222295',
    'Crew Female Adult,Yes,0.009086779,0.8695652,2.691861',
    'Crew Female,Yes,0.009086779,0.8695652,2.691861',
  ]);
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
