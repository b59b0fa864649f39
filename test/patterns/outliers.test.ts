import { expect, test } from '@jest/globals';
import { findBigBuyers } from '../../src/domain/patterns/find-big-buyers.ts';
import { findGaps, findOutliers } from '../../src/domain/patterns/find-outliers.ts';

const kinds = (count: number) => new Array<number>(count).fill(0);

test('a price with a zero too many is found and called a slip', () => {
  const prices = [2999, 2899, 2999, 3099, 2999, 2799, 2999, 29990, 2999, 299.9];
  expect(findOutliers(kinds(10), prices).map(({ place, slip, usual }) => [place, slip, Math.round(usual)])).toEqual([
    [7, 10, 2999],
    [9, 0.1, 2999],
  ]);
});

test('prices that always vary, few records, and half the price are no outliers', () => {
  const varied = [100, 1000, 300, 2000, 500, 150, 800, 5000, 400];
  expect(findOutliers(kinds(9), varied)).toEqual([]);
  expect(findOutliers(kinds(7), [1, 1, 1, 1, 1, 1, 100])).toEqual([]);
  expect(findOutliers(kinds(9), [100, 100, 100, 100, 100, 100, 100, 100, 55])).toEqual([]);
});

test('where many are far off, that is how this kind is', () => {
  const tail = Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? 500 + i : 10 + (i % 3)));
  expect(findOutliers(kinds(100), tail)).toEqual([]);
});

test('eleven days without a record are a gap for a shop that sells every day, but Sundays off are none', () => {
  const days = Array.from({ length: 300 }, (_, day) => day).filter((day) => day % 7 !== 3 && (day < 200 || day > 210));
  expect(findGaps(days, 0, 299).map(({ from, to }) => [from, to])).toEqual([
    [days.includes(199) ? 200 : 199, days.includes(211) ? 210 : 211],
  ]);
  const seldom = Array.from({ length: 60 }, (_, i) => i * 9 + (i % 4));
  expect(findGaps(seldom, 0, seldom[59]!)).toEqual([]);
});

test('a customer who suddenly buys far more than anybody, and than before, is named', () => {
  const customers: number[] = [];
  const days: number[] = [];
  const cents: number[] = [];
  for (let customer = 0; customer < 30; customer++)
    for (const day of [10, 70, 95]) {
      customers.push(customer);
      days.push(day);
      cents.push(day === 95 && customer === 7 ? 900_000 : 10_000 + customer * 100);
    }
  expect(findBigBuyers(customers, days, cents, 99).map(({ customer, cents, most }) => [customer, cents, most])).toEqual([
    [7, 910_700, 10_700],
  ]);
});
