import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber, dayOf } from '../../src/domain/facts/day-number.ts';
import { bucketOf, bucketStart, monthNumber, units } from '../../src/domain/reports/buckets.ts';
import { periodBefore, periodOf, presets, yearBefore } from '../../src/domain/reports/period.ts';
import { runs } from '../fuzz/seeded.ts';

const day = fc.integer({ min: -20_000, max: 60_000 });
const said = (period: { from: number; to: number }): string => `${dayOf(period.from)} ${dayOf(period.to)}`;

test('a day lies in the stretch that begins last before it, whatever the unit', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...units), (number, unit) => {
      const bucket = bucketOf(number, unit);
      expect(bucketStart(bucket, unit)).toBeLessThanOrEqual(number);
      expect(bucketStart(bucket + 1, unit)).toBeGreaterThan(number);
      const [year, month] = dayOf(number).split('-').map(Number);
      expect(monthNumber(number)).toBe(year! * 12 + month! - 1);
    }),
    runs(300),
  );
});

test('presets are never empty and end today or before', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...presets), (today, preset) => {
      const period = periodOf(preset, today);
      if (!period) return;
      expect(period.from).toBeLessThanOrEqual(period.to);
      expect(period.to).toBeLessThanOrEqual(today);
      expect(periodBefore(period).to).toBeLessThan(period.to);
    }),
    runs(300),
  );
});

test('what is under way is compared with as much of what came before', () => {
  const of = (from: string, to: string) => ({ from: dayNumber(from), to: dayNumber(to) });
  expect(said(periodBefore(of('2026-11-01', '2026-11-22')))).toBe('2026-10-01 2026-10-22');
  expect(said(periodBefore(of('2026-03-01', '2026-03-31')))).toBe('2026-02-01 2026-02-28');
  expect(said(periodBefore(of('2026-10-01', '2026-11-22'), 3))).toBe('2026-07-01 2026-08-22');
  expect(said(periodBefore(of('2026-11-10', '2026-11-16')))).toBe('2026-11-03 2026-11-09');
  expect(said(yearBefore(of('2024-02-01', '2024-02-29')))).toBe('2023-02-01 2023-02-28');
  expect(said(yearBefore(of('2023-02-01', '2023-02-28')))).toBe('2022-02-01 2022-02-28');
});
