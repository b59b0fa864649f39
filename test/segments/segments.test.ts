import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { noDay } from '../../src/domain/facts/record-facts.ts';
import { meanGap, measure, rhythmOf } from '../../src/domain/segments/measure.ts';
import { readSegmentRules, shippedRules } from '../../src/domain/segments/read-segment-rules.ts';
import { quantileScores } from '../../src/domain/segments/score.ts';
import { type Segmentation, segmentCustomers } from '../../src/domain/segments/segmentation.ts';
import { segmentSettingsRows } from '../../src/domain/segments/settings-tab.ts';
import { type Bought, factsOf } from './shop-facts.ts';

const today = 20_000;
const CUSTOMERS = 12;

const bought = fc.record({
  customer: fc.integer({ min: -1, max: CUSTOMERS - 1 }),
  day: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: today - 900, max: today + 5 }) }, fc.constant(noDay)),
  cents: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 900_000 }) }, fc.constant(Number.NaN)),
  closing: fc.constantFrom(0, 1, 1, 1, 2),
});
const purchases = fc.array(bought, { maxLength: 80 });
const segmented = (rows: readonly Bought[], rules = shippedRules()): Segmentation =>
  segmentCustomers(factsOf(CUSTOMERS, rows, today), ['purchases'], rules);
const namesIn = ({ rules, places }: Segmentation): string[] => [...places].map((place) => rules[place]?.name['zh-CN'] ?? '');

test('the order of the rows makes no difference', () => {
  fc.assert(
    fc.property(purchases, fc.integer(), (rows, seed) => {
      const other = [...rows].sort((a, b) => ((a.day * 31 + a.cents + seed) % 7) - ((b.day * 31 + b.cents + seed) % 7));
      const [a, b] = [segmented(rows), segmented(other)];
      expect([...b.places]).toEqual([...a.places]);
      expect([...b.scores.r, ...b.scores.f, ...b.scores.m]).toEqual([...a.scores.r, ...a.scores.f, ...a.scores.m]);
    }),
  );
});

test('whoever buys once more has no lower score for it', () => {
  fc.assert(
    fc.property(
      purchases,
      fc.integer({ min: 0, max: CUSTOMERS - 1 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (rows, customer, cents) => {
        const before = segmented(rows);
        fc.pre(before.measures.times[customer]! > 0);
        const after = segmented([...rows, { customer, day: today, cents }]);
        for (const score of ['r', 'f', 'm'] as const)
          if (score !== 'm' || before.measures.hasAmounts)
            expect(after.scores[score][customer]!).toBeGreaterThanOrEqual(before.scores[score][customer]!);
      },
    ),
  );
});

test('every customer is in exactly one segment, and only buyers have scores', () => {
  fc.assert(
    fc.property(purchases, (rows) => {
      const { places, rules, sizes, measures, scores } = segmented(rows);
      expect([...places].every((place) => rules[place]?.on)).toBe(true);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(CUSTOMERS);
      places.forEach((place, i) => {
        expect(rules[place]!.key === 'none').toBe(measures.times[i] === 0);
        expect([scores.r[i]! > 0, scores.f[i]! > 0]).toEqual([measures.times[i]! > 0, measures.times[i]! > 0]);
      });
    }),
  );
});

test('fifths are as even as equal values permit: each cut lies as near to its place as any cut between different values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 }), (values) => {
      const n = values.length;
      const scores = quantileScores(Float64Array.from(values), [...values.keys()]);
      const cuts = [
        0,
        ...[...new Set(values)].sort((a, b) => a - b).map((value) => values.filter((each) => each <= value).length),
      ];
      for (const fifth of [1, 2, 3, 4]) {
        const below = [...scores].filter((score) => score <= fifth).length;
        const ideal = (n * fifth) / 5;
        expect(cuts).toContain(below);
        expect(Math.abs(below - ideal)).toBeLessThanOrEqual(Math.min(...cuts.map((cut) => Math.abs(cut - ideal))) + 1e-9);
      }
      values.forEach((value, i) => {
        for (const [j, other] of values.entries()) if (value === other) expect(scores[i]).toBe(scores[j]);
      });
    }),
  );
});

test('several things on one day are one purchase, and what was cancelled, has no day or is still to come is none', () => {
  const day = today - 100;
  const facts = factsOf(
    2,
    [
      { customer: 0, day, cents: 100 },
      { customer: 0, day, cents: 250 },
      { customer: 0, day: day + 30, cents: Number.NaN },
      { customer: 0, day: today + 1, cents: 5_000 },
      { customer: 0, day: noDay, cents: 7_000 },
      { customer: 0, day: today, cents: 9_000, closing: 2 },
    ],
    today,
  );
  const measures = measure(facts, [facts.records('purchases')!]);
  expect([measures.times[0], measures.cents[0], measures.first[0], measures.last[0]]).toEqual([2, 350, day, day + 30]);
  expect([meanGap(measures, 0), meanGap(measures, 1), measures.undated, measures.times[1]]).toEqual([30, Number.NaN, 2, 0]);
});

/** A shop whose customers come back after some ten days: ten buy often, ten now and then. */
const regulars: Bought[] = Array.from({ length: 10 }, (_, customer) =>
  Array.from({ length: 5 + customer }, (_, i) => ({ customer, day: today - 1 - 10 * i, cents: 10_000 * (customer + 1) })),
).flat();
const shop = (more: readonly Bought[]) =>
  segmentCustomers(factsOf(20, [...regulars, ...more], today), ['purchases'], shippedRules());

test('each of the named segments takes whom one would expect', () => {
  const buy = (customer: number, ...ago: number[]): Bought[] =>
    ago.map((days) => ({ customer, day: today - days, cents: 1_000 }));
  const named = namesIn(
    shop([
      ...buy(10, 2),
      ...buy(11, 3, 9),
      ...buy(12, 15, 25),
      ...buy(13, 15),
      ...buy(14, 25, 31),
      ...buy(15, 200, 210),
      ...buy(16, 200),
    ]),
  );
  expect(rhythmOf(shop([]).measures)).toEqual({ fresh: 10, quiet: 10, known: true });
  expect(named[9]).toBe('重点');
  expect(named[5]).toBe('忠诚');
  expect(named.slice(10)).toEqual(['新客', '有潜力', '有流失风险', '沉睡', '沉睡', '流失', '流失', '未购买', '未购买', '未购买']);
});

test('without amounts frequency stands in for money, and a rule that asks for amounts only takes nobody', () => {
  const bare = regulars.map((each) => ({ ...each, cents: Number.NaN }));
  const rules = readSegmentRules([{ name: '大户', amountFrom: 100 }, ...segmentSettingsRows('zh-CN')], 'zh-CN');
  const { scores, sizes, measures, places } = segmentCustomers(factsOf(20, bare, today), ['purchases'], rules);
  expect([measures.hasAmounts, Math.max(...scores.m), sizes[0]]).toEqual([false, 0, 0]);
  expect(rules.rules[places[9]!]!.key).toBe('key');
});

test('the settings as they are shipped read as the rules that are shipped', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const { rules, limits, problems } = readSegmentRules(segmentSettingsRows(locale), locale);
    expect(rules).toEqual(shippedRules().rules);
    expect([limits, problems]).toEqual([{}, []]);
  }
});

test('a shop renames a segment, adds one of its own above the others, and sets the limits of a score', () => {
  const rows = segmentSettingsRows('zh-CN').map((row) => ({ ...row, ...(row.key === 'key' ? { name: '金牌' } : {}) }));
  const own = { name: '大户', amountFrom: '5,000' };
  const limits = { ...rows.pop()!, limits: '100、500、1,000、5,000' };
  const { rules, limits: read, problems } = readSegmentRules([own, ...rows, limits], 'zh-CN');
  expect(problems).toEqual([]);
  expect(rules.slice(0, 2).map(({ key, name }) => [key, name['zh-CN']])).toEqual([
    ['own.大户', '大户'],
    ['key', '金牌'],
  ]);
  expect(rules[0]!.ranges).toEqual({ amount: { from: 5_000 } });
  expect(read.m).toEqual([10_000, 50_000, 100_000, 500_000]);
});

test('whatever is typed into the settings, every customer stays in one segment and each mistake is told at its cell', () => {
  const rows = segmentSettingsRows('zh-CN');
  const wrong = readSegmentRules(
    rows.map((row) => (row.key === 'key' ? { ...row, fFrom: '很多', daysTo: '3 个月' } : row)),
    'zh-CN',
  );
  expect(wrong.problems.map(({ row, problem }) => [row, problem.field, problem.code])).toEqual([
    [0, 'fFrom', 'segRule.notScore'],
    [0, 'daysTo', 'segRule.notDays'],
  ]);
  expect(wrong.rules[0]!.ranges).toEqual(shippedRules().rules[0]!.ranges);
  const cell = fc.oneof(fc.string(), fc.integer({ min: -3, max: 500 }), fc.constantFrom('自动', '', 'key', '重点', '是', '否'));
  const columns = Object.keys({ ...rows[0], limits: '' });
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.constantFrom(...columns), cell), { maxLength: 6 }), purchases, (typed, bought) => {
      const read = readSegmentRules([...typed, ...rows], 'zh-CN');
      const { places, rules } = segmented(bought, read);
      expect([...places].every((place) => place === -1 || rules[place]!.on)).toBe(true);
      expect(new Set(rules.map(({ key }) => key)).size).toBe(rules.length);
    }),
  );
});
