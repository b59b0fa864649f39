import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareSides, customerParts, habitParts, itemParts, type Side } from '../../src/domain/patterns/compare-sales.ts';

const purchase = fc.tuple(
  fc.integer({ min: -1, max: 6 }),
  fc.integer({ min: -1, max: 4 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 999_999 }),
);
const sideOf = (rows: number[][]): Side => ({
  customers: rows.map((row) => row[0]!),
  items: rows.map((row) => row[1]!),
  quantities: rows.map((row) => row[2]!),
  cents: rows.map((row) => row[3]!),
});
const total = (parts: object): number => Object.values(parts).reduce((sum, part) => sum + part, 0);

test('by customers, by items and by habits: the parts are the whole difference to the cent', () => {
  fc.assert(
    fc.property(fc.array(purchase, { maxLength: 25 }), fc.array(purchase, { maxLength: 25 }), (one, other) => {
      const { before, after, customers, items } = compareSides(sideOf(one), sideOf(other));
      const difference = after.cents - before.cents;
      expect(total(customerParts(customers, (customer) => customer % 2 === 0))).toBe(difference);
      expect(total(itemParts(items))).toBe(difference);
      const habits = habitParts(before, after);
      if (habits) expect(total(habits)).toBe(difference);
      else expect(Math.min(before.cents, after.cents, before.customers, after.customers)).toBe(0);
      for (const list of [customers, items]) expect(list.reduce((sum, one) => sum + one.after - one.before, 0)).toBe(difference);
    }),
  );
});

test('ten pieces more at a higher price: volume at the old price, price on what is sold now', () => {
  const side = (quantity: number, cents: number) => sideOf([[0, 0, quantity, cents]]);
  const { items } = compareSides(side(100, 100_00), side(110, 121_00));
  expect(itemParts(items)).toEqual({ added: 0, dropped: 0, volume: 10_00, mix: 0, price: 11_00 });
});

test('a shift from cheap to dear at the same prices and pieces is mix', () => {
  const before = sideOf([
    [0, 0, 10, 10_00],
    [0, 1, 10, 100_00],
  ]);
  const after = sideOf([
    [0, 0, 5, 5_00],
    [0, 1, 15, 150_00],
  ]);
  expect(itemParts(compareSides(before, after).items)).toEqual({ added: 0, dropped: 0, volume: 0, mix: 45_00, price: 0 });
});

test('who is new, came back or stayed away', () => {
  const before = sideOf([
    [1, 0, 1, 100],
    [2, 0, 1, 200],
  ]);
  const after = sideOf([
    [2, 0, 1, 250],
    [3, 0, 1, 400],
    [4, 0, 1, 800],
    [-1, 0, 1, 7],
  ]);
  const parts = customerParts(compareSides(before, after).customers, (customer) => customer === 4);
  expect(parts).toEqual({ fresh: 400, back: 800, lost: -100, more: 50, less: 0, unknown: 7 });
});
