import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { falseShares, fisherTail, fTail, poissonTail, quantile } from '../../src/domain/patterns/chance.ts';

test('the lady tasting tea: three of four cups right come about by chance in 17 of 70 cases, four in one', () => {
  expect(fisherTail(8, 4, 4, 3)).toBeCloseTo(17 / 70, 11);
  expect(fisherTail(8, 4, 4, 4)).toBeCloseTo(1 / 70, 11);
  expect(fisherTail(8, 4, 4, 0)).toBe(1);
});

test('the exact tail equals the sum of all cases, counted as whole numbers', () => {
  const choose = (n: number, k: number): bigint => {
    let value = 1n;
    for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
    return value;
  };
  fc.assert(
    fc.property(fc.nat(90), fc.nat(90), fc.nat(90), fc.nat(90), (n, a, b, c) => {
      const all = n + 1;
      const marked = a % (all + 1);
      const drawn = b % (all + 1);
      const both = c % (Math.min(marked, drawn) + 1);
      let sum = 0n;
      for (let i = Math.max(both, marked + drawn - all); i <= Math.min(marked, drawn); i++)
        sum += choose(marked, i) * choose(all - marked, drawn - i);
      const exact = Number((sum * 10n ** 30n) / choose(all, drawn)) / 1e30;
      expect(Math.abs(fisherTail(all, marked, drawn, both) - exact)).toBeLessThanOrEqual(1e-11 * exact + 1e-15);
    }),
  );
});

test('tails of large tables neither vanish nor exceed one', () => {
  expect(fisherTail(100_000, 50_000, 50_000, 25_000)).toBeCloseTo(0.5025, 3);
  expect(fisherTail(100_000, 50_000, 50_000, 24_000)).toBeCloseTo(1, 10);
  expect(fisherTail(100_000, 500, 400, 60)).toBeGreaterThan(0);
  expect(fisherTail(100_000, 500, 400, 60)).toBeLessThan(1e-40);
});

test('Poisson: at least 5 where 2 are expected, and 1 − 1/e for one or more where 1 is', () => {
  expect(poissonTail(2, 5)).toBeCloseTo(0.052653, 6);
  expect(poissonTail(1, 1)).toBeCloseTo(1 - 1 / Math.E, 11);
  expect(poissonTail(2000, 2000)).toBeCloseTo(0.50297, 4);
  expect(poissonTail(0, 1)).toBe(0);
});

test('the quantiles of F in the printed tables', () => {
  expect(fTail(2.8179, 11, 11)).toBeCloseTo(0.05, 4);
  expect(fTail(4.462, 11, 11)).toBeCloseTo(0.01, 4);
  expect(fTail(4.9646, 1, 10)).toBeCloseTo(0.05, 4);
  expect(fTail(0, 3, 4)).toBe(1);
});

test("Benjamini and Hochberg's own example: of fifteen tests the four strongest are found at 0.05", () => {
  const chances = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const shares = falseShares(chances);
  expect(shares.map((share) => share <= 0.05)).toEqual(chances.map((_, place) => place < 4));
  expect(shares[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  expect(falseShares([0.01], 100)).toEqual([1]);
});

test('quartiles lie between values in proportion', () => {
  expect([0.25, 0.5, 0.75].map((share) => quantile([1, 2, 3, 4], share))).toEqual([1.75, 2.5, 3.25]);
});
