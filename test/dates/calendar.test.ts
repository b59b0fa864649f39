import { expect, test } from '@jest/globals';
import { addDays, addMonths, dateOfDayNumber, daysBetween, partsOf } from '../../src/domain/dates/calendar.ts';
import { formatDate } from '../../src/domain/dates/format-date.ts';

test('days are counted without regard to time zones and summer time', () => {
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-11-22', '2025-11-22')).toBe(-365);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('every day of four centuries has its own number, in order', () => {
  let date = '1800-01-01';
  for (let n = daysBetween('1970-01-01', date); n < daysBetween('1970-01-01', '2200-01-01'); n++) {
    date = dateOfDayNumber(n);
    if (daysBetween('1970-01-01', date) !== n || new Date(n * 86_400_000).toISOString().slice(0, 10) !== date)
      throw new Error(date);
  }
  expect(date).toBe('2199-12-31');
});

test('a month later is the last day where the day does not exist', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-31', 13)).toBe('2027-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addMonths('2024-02-29', -48)).toBe('2020-02-29');
});

test('a text that is no date is a bug of the caller', () => {
  expect(() => partsOf('2026-2-3')).toThrow('not a yyyy-MM-dd date');
  expect(() => partsOf('2026-02-30')).toThrow();
});

test('a date is shown so that no one swaps day and month', () => {
  expect(formatDate('2026-01-02', 'zh-CN')).toBe('2026年1月2日');
  expect(formatDate('2026-01-02', 'en')).toBe('2 Jan 2026');
});
