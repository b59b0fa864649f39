import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  civilToSerial,
  dateSerial,
  epochToSerial,
  isDateFormat,
  isoToSerial,
  serialToCivil,
  serialToEpoch,
  serialToIso,
} from '../../local/model/dates.ts';
import { displayValue } from '../../local/model/display.ts';
import { parseTyped } from '../../local/model/parse-typed.ts';

const day = fc.integer({ min: 1, max: 73_000 });
const minute = fc.integer({ min: 0, max: 1439 });

test('a serial is days since 1899-12-30', () => {
  expect(civilToSerial({ year: 1899, month: 12, day: 30 })).toBe(0);
  expect(civilToSerial({ year: 1970, month: 1, day: 1 })).toBe(25_569);
  expect(serialToIso(46_348.99)).toBe('2026-11-22');
  expect(isoToSerial('2026-02-29')).toBeUndefined();
  expect(dateSerial(2028, 2, 29)).toBe(46_812);
});

test('calendar fields come back from a serial', () => {
  fc.assert(
    fc.property(day, minute, (date, minutes) => {
      const serial = date + minutes / 1440;
      expect(civilToSerial(serialToCivil(serial))).toBeCloseTo(serial, 9);
      expect(isoToSerial(serialToIso(serial))).toBe(date);
    }),
  );
});

test('instants come back from a serial in any zone', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Europe/London',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'UTC',
  );
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }), zones, (seconds, zone) => {
      const epoch = seconds * 1000;
      const back = serialToEpoch(epochToSerial(epoch, zone), zone);
      // of an hour that comes twice in autumn the first is meant
      expect([0, 1_800_000, 3_600_000]).toContain(epoch - back);
    }),
  );
});

test('an hour that spring skips is taken an hour later, one that autumn repeats is the first', () => {
  const inNewYork = (text: string) => {
    const typed = parseTyped(text, { locale: 'en_US', format: undefined }).value as number;
    return new Date(serialToEpoch(typed, 'America/New_York')).toISOString();
  };
  expect(inNewYork('2026-03-08 2:30')).toBe('2026-03-08T07:30:00.000Z');
  expect(inNewYork('2026-11-01 1:30')).toBe('2026-11-01T05:30:00.000Z');
  expect(inNewYork('2026-07-01 0:00')).toBe('2026-07-01T04:00:00.000Z');
});

test('a time alone lies on 1899-12-30', () => {
  const noon = parseTyped('12:00', { locale: 'zh_CN', format: undefined }).value as number;
  expect(serialToCivil(noon)).toMatchObject({ year: 1899, month: 12, day: 30, hour: 12 });
  expect(epochToSerial(serialToEpoch(noon, 'Asia/Shanghai'), 'Asia/Shanghai')).toBeCloseTo(0.5, 9);
});

test.each([
  ['zh_CN', 'yyyy-mm-dd'],
  ['zh_CN', 'yyyy/m/d'],
  ['zh_CN', 'yyyy年m月d日'],
  ['zh_CN', 'yyyy-mm-dd h:mm'],
  ['en_US', 'm/d/yyyy'],
  ['en_US', 'mmm d, yyyy'],
  ['en_US', 'yyyy-mm-dd h:mm:ss'],
  ['en_GB', 'd/m/yyyy'],
])('in %s what is shown as %s is read back as the same date', (locale, format) => {
  fc.assert(
    fc.property(fc.integer({ min: 18_264, max: 54_788 }), minute, (date, minutes) => {
      const serial = format.includes('h') ? date + minutes / 1440 : date;
      const shown = displayValue(serial, format, locale);
      const typed = parseTyped(shown, { locale, format: undefined });
      expect(typed.value).toBeCloseTo(serial, 9);
      expect(displayValue(typed.value, typed.numberFormat, locale)).toBe(shown);
    }),
  );
});

test('date formats are told from number formats', () => {
  expect(['yyyy-mm-dd', 'yyyy年m月d日', 'h:mm', '[h]:mm:ss', 'm/d'].map(isDateFormat)).not.toContain(false);
  expect([undefined, '@', 'General', '0.00', '#,##0', '"¥"#,##0.00', '0%', '"day" 0'].map(isDateFormat)).not.toContain(true);
});
