import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { creditLimits, grades, type Payment, rateCredit } from '../../src/domain/credit/rate-credit.ts';

const today = 20_000;
const plain = { isSettled: false, isLate: false, isBreach: false };
const paid = (dueOn: number, late = 0): Payment => ({ ...plain, dueOn, paidOn: dueOn + late, isSettled: true });
const open = (dueOn: number): Payment => ({ ...plain, dueOn });
const gradeOf = (...payments: Payment[]) => rateCredit(payments, today).grade;

describe('the rating', () => {
  test('says nothing while nothing was due', () => {
    expect(gradeOf()).toBeUndefined();
    expect(gradeOf(open(today))).toBeUndefined();
  });

  test('is excellent after three payments in time, a bank’s days of grace included', () => {
    expect(gradeOf(paid(19_000), paid(19_100, creditLimits.grace), paid(19_200, -5))).toBe('excellent');
    expect(gradeOf(paid(19_000), paid(19_100))).toBe('good');
    expect(gradeOf(paid(19_000), paid(19_100), paid(19_200), paid(19_300), paid(19_400, creditLimits.grace + 1))).toBe('good');
  });

  test('is fair while something is unpaid, and poor after thirty days of it', () => {
    expect(gradeOf(paid(19_000), open(today - 1))).toBe('fair');
    expect(gradeOf(paid(19_000), open(today - creditLimits.poor))).toBe('fair');
    expect(gradeOf(paid(19_000), open(today - creditLimits.poor - 1))).toBe('poor');
  });

  test('is fair for who often pays late, also where only the matter says so', () => {
    expect(gradeOf(paid(19_000, 20), paid(19_100, 20), paid(19_200))).toBe('fair');
    expect(gradeOf({ ...plain, isLate: true, isSettled: true })).toBe('fair');
  });

  test('is poor for two years after a breach', () => {
    expect(gradeOf(paid(19_900), { ...open(today - creditLimits.breach), isBreach: true })).toBe('poor');
    expect(gradeOf(paid(19_900), { ...open(today - creditLimits.breach - 1), isBreach: true })).toBe('good');
  });
});

const payment = fc.record({
  dueOn: fc.option(fc.integer({ min: 18_000, max: 20_400 }), { nil: undefined }),
  paidOn: fc.option(fc.integer({ min: 18_000, max: 20_000 }), { nil: undefined }),
  isSettled: fc.boolean(),
  isLate: fc.boolean(),
  isBreach: fc.boolean(),
}) as fc.Arbitrary<Payment>;
const list = fc.array(payment, { maxLength: 12 });

test('the order of the payments does not matter', () => {
  fc.assert(fc.property(list, (all) => expect(rateCredit([...all].reverse(), today)).toEqual(rateCredit(all, today))));
});

test('a further debt never improves a rating, and who has a grade keeps one', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 800 }), (all, days) => {
      const before = gradeOf(...all);
      const after = gradeOf(...all, open(today - days));
      expect(after).toBeDefined();
      if (before) expect(grades.indexOf(after!)).toBeGreaterThanOrEqual(grades.indexOf(before));
    }),
  );
});
