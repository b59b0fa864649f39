import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths } from '../../src/domain/dates/calendar.ts';
import { dueReviews, type ReviewRecord, reviewOf, shareReviews } from '../../src/domain/review/due-reviews.ts';
import { defaultPlan, type ReviewPlan, readPlan, rhythms } from '../../src/domain/review/review-plan.ts';

const today = '2026-11-22';
const plan: ReviewPlan = { ...defaultPlan('2026-01-01'), owner: '王店长' };
const record: ReviewRecord = {
  number: 'C000001',
  name: '张伟',
  verifiedOn: '2026-10-01',
  verifiedBy: '',
  reach: undefined,
  reachText: '',
  type: '普通客户',
  responsible: '',
  region: '浙江',
  servedBy: '李工',
  lastOn: '2026-09-01',
  missing: 0,
  wrong: 0,
};
const dueOn = (change: Partial<ReviewRecord>, by = plan) => reviewOf({ ...record, ...change }, by, today)?.dueOn;

test('without any settings everybody is reviewed half a year after they were last verified', () => {
  expect(dueOn({})).toBe('2027-04-01');
  expect(dueOn({ verifiedOn: '2026-08-31' })).toBe('2027-02-28');
});

test.each([
  ['monthly', '2026-11-01'],
  ['quarterly', '2027-01-01'],
  ['yearly', '2027-10-01'],
] as const)('a type of customers may be reviewed %s', (rhythm, due) => {
  expect(dueOn({}, { ...plan, byType: { 普通客户: rhythm } })).toBe(due);
});

test('who is not to be contacted, and whose type is not reviewed, never comes up', () => {
  expect(dueOn({ reach: 'never' })).toBeUndefined();
  expect(dueOn({}, { ...plan, byType: { 普通客户: 'never' } })).toBeUndefined();
});

test.each([
  [{ reach: 'sooner' }, 'reach'],
  [{ wrong: 1 }, 'wrong'],
  [{ missing: 2 }, 'missing'],
] as const)('%o comes up again after a month, and says why', (change, cause) => {
  const review = reviewOf({ ...record, ...change }, plan, today);
  expect(review).toMatchObject({ dueOn: '2026-11-01' });
  expect(review?.causes).toContain(cause);
});

test('who has not bought for a year is reviewed twice as often', () => {
  expect(reviewOf({ ...record, lastOn: '2025-11-22' }, plan, today)).toMatchObject({
    dueOn: '2027-01-01',
    causes: ['asleep', 'period'],
  });
  expect(dueOn({ lastOn: '2025-11-23' })).toBe('2027-04-01');
});

test('five thousand who were never verified come up evenly over the first half-year, not all at once', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => ({ ...record, number: `C${i}`, verifiedOn: '' }));
  const days = new Map<string, number>();
  for (const { dueOn: day } of dueReviews(many, plan, '2026-07-01')) days.set(day, (days.get(day) ?? 0) + 1);
  expect([...days.values()].reduce((sum, count) => sum + count, 0)).toBe(5_000);
  expect(days.size).toBe(181);
  expect(Math.max(...days.values())).toBeLessThan(60);
});

test('who is responsible: the record’s own person, then whom the plan names', () => {
  const who = (change: Partial<ReviewRecord>, by: Partial<ReviewPlan>) =>
    reviewOf({ ...record, ...change }, { ...plan, ...by }, today)?.who;
  expect(who({}, {})).toBe('王店长');
  expect(who({ responsible: '赵丽' }, { assign: 'service' })).toBe('赵丽');
  expect(who({}, { assign: 'service' })).toBe('李工');
  expect(who({ servedBy: '' }, { assign: 'service' })).toBe('王店长');
  expect(who({}, { assign: 'region', regions: { 浙江: '陈东' } })).toBe('陈东');
  expect(who({ region: '上海' }, { assign: 'region', regions: { 浙江: '陈东' } })).toBe('王店长');
});

test('nobody is asked for more in a day than the plan says, what they have done today included', () => {
  const due = dueReviews(
    Array.from({ length: 30 }, (_, i) => ({ ...record, number: `C${100 + i}`, verifiedOn: '2025-01-01' })),
    plan,
    today,
  );
  const [share] = shareReviews(due, { ...plan, perDay: 10 }, new Map([['王店长', 4]]));
  expect(share).toMatchObject({ who: '王店长', waiting: 24, done: 4 });
  expect(share?.today.map(({ number }) => number)).toEqual(['C100', 'C101', 'C102', 'C103', 'C104', 'C105']);
});

const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2022-01-01', days));
const anyRecord = fc.record({
  number: fc.integer({ min: 1, max: 999_999 }).map((n) => `C${n}`),
  verifiedOn: fc.oneof(fc.constant(''), day),
  reach: fc.constantFrom(undefined, 'sooner' as const),
  lastOn: fc.oneof(fc.constant(''), day),
  missing: fc.nat(3),
  wrong: fc.nat(3),
});

test('nobody waits longer than a period, and nobody verified is asked again within a month', () => {
  fc.assert(
    fc.property(anyRecord, fc.constantFrom('monthly', 'quarterly', 'halfYearly', 'yearly'), (change, every) => {
      const by: ReviewPlan = { ...plan, every };
      const review = reviewOf({ ...record, ...change }, by, today)!;
      const from = change.verifiedOn || by.since;
      expect(review.dueOn <= addMonths(from, rhythms[every])).toBe(true);
      if (change.verifiedOn !== '') expect(review.dueOn >= addMonths(from, 1)).toBe(true);
    }),
  );
});

test('a plan that was damaged is read as far as it goes', () => {
  expect(readPlan('nonsense', today)).toEqual(defaultPlan(today));
  expect(readPlan({ every: 'hourly', perDay: 1e9, byType: { VIP客户: 'monthly', x: 3 }, owner: ' 王 ' }, today)).toEqual({
    ...defaultPlan(today),
    perDay: 200,
    byType: { VIP客户: 'monthly' },
    owner: '王',
  });
});
