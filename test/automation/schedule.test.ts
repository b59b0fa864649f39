import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Schedule, slotAfter, slotAt } from '../../src/domain/automation/schedule.ts';

const hour = fc.integer({ min: 0, max: 23 });
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), hour }),
  fc.record({ every: fc.constant('week' as const), weekDay: fc.integer({ min: 1, max: 7 }), hour }),
  fc.record({
    every: fc.constant('month' as const),
    months: fc.constantFrom(1 as const, 3 as const, 6 as const, 12 as const),
    day: fc.integer({ min: 1, max: 28 }),
    hour,
  }),
);
const moments = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19).replace('T', ' '));

test('every moment lies in exactly one slot: the last that has begun, before the next', () => {
  fc.assert(
    fc.property(schedules, moments, (schedule, moment) => {
      const slot = slotAt(schedule, moment);
      const next = slotAfter(schedule, slot);
      expect(slot <= moment && moment < `${next}:00:00`).toBe(true);
      expect(slotAt(schedule, `${slot}:00:00`)).toBe(slot);
      expect(slotAt(schedule, `${next}:00:00`)).toBe(next);
    }),
  );
});

test('weeks, quarters and half-years begin where people expect it', () => {
  const at = (schedule: Schedule) => slotAt(schedule, '2026-11-22 04:00:00');
  expect(at({ every: 'week', weekDay: 1, hour: 8 })).toBe('2026-11-16 08');
  expect(at({ every: 'week', weekDay: 7, hour: 8 })).toBe('2026-11-15 08');
  expect(at({ every: 'month', months: 3, day: 1, hour: 3 })).toBe('2026-10-01 03');
  expect(at({ every: 'month', months: 6, day: 5, hour: 3 })).toBe('2026-07-05 03');
  expect(slotAfter({ every: 'month', months: 6, day: 5, hour: 3 }, '2026-07-05 03')).toBe('2027-01-05 03');
});
