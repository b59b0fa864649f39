import { expect, test } from '@jest/globals';
import { civilToSerial } from '../../local/model/dates.ts';
import { parseTyped } from '../../local/model/parse-typed.ts';

const NOVEMBER_22 = civilToSerial({ year: 2026, month: 11, day: 22 });
const chinese = (text: string, format?: string) => parseTyped(text, { locale: 'zh_CN', format, today: NOVEMBER_22 });
const american = (text: string, format?: string) => parseTyped(text, { locale: 'en_US', format, today: NOVEMBER_22 });

test.each([
  ['0571', 571],
  ['1,234.5', 1234.5],
  ['-3', -3],
  ['+5', 5],
  ['.5', 0.5],
  ['1e5', 100_000],
  ['1.38E+10', 13_800_000_000],
  ['10%', 0.1],
  ['10.1%', 0.101],
  ['¥1,200', 1200],
  ['￥5.5', 5.5],
  ['300元', 300],
  ['(5)', -5],
  [' 7 ', 7],
])('%s becomes the number %d', (text, value) => {
  expect(chinese(text).value).toBe(value);
});

test.each([
  '138-0013-8000',
  '0571-88881234',
  '1-2-3-4',
  'C000001',
  '1,23',
  '12:70',
  '2026-02-30',
  '3.1.4',
  '—',
  '5 楼',
  '0x10',
  'Infinity',
  '1e999',
])('%s stays text', (text) => {
  expect(chinese(text)).toEqual({ value: text });
});

test.each([
  ['2026-11-22', 'yyyy-mm-dd'],
  ['2026/11/22', 'yyyy/m/d'],
  ['2026年11月22日', 'yyyy年m月d日'],
  ['11月22日', 'm月d日'],
  ['11/22', 'm/d'],
  ['26/11/22', 'yyyy/m/d'],
])('a Chinese workbook reads %s as a date', (text, numberFormat) => {
  expect(chinese(text)).toEqual({ value: NOVEMBER_22, numberFormat });
});

test('the order of day and month is the locale’s', () => {
  expect(american('11/22/2026')).toEqual({ value: NOVEMBER_22, numberFormat: 'm/d/yyyy' });
  expect(american('Nov 22, 2026').value).toBe(NOVEMBER_22);
  expect(american('22 November 2026').value).toBe(NOVEMBER_22);
  expect(parseTyped('22/11/2026', { locale: 'en_GB', format: undefined }).value).toBe(NOVEMBER_22);
  expect(chinese('11/22/2026').value).toBe('11/22/2026');
});

test('times are fractions of a day, alone or after a date', () => {
  expect(chinese('22:30')).toEqual({ value: 22.5 / 24, numberFormat: 'h:mm' });
  expect(chinese('下午3:05').value).toBeCloseTo((15 + 5 / 60) / 24, 10);
  expect(american('10:30 PM')).toEqual({ value: 22.5 / 24, numberFormat: 'h:mm am/pm' });
  expect(chinese('10:30 PM')).toEqual({ value: 22.5 / 24, numberFormat: 'h:mm' });
  expect(chinese('2026-11-22 22:30')).toEqual({ value: NOVEMBER_22 + 22.5 / 24, numberFormat: 'yyyy-mm-dd h:mm' });
  expect(chinese('2026年11月22日 8:00').value).toBe(NOVEMBER_22 + 8 / 24);
});

test('the text format keeps what was typed, a formula included', () => {
  expect(chinese('0571', '@')).toEqual({ value: '0571' });
  expect(chinese('=1+1', '@')).toEqual({ value: '=1+1' });
});

test('an apostrophe makes text and is not stored', () => {
  expect(chinese("'0571")).toEqual({ value: '0571' });
  expect(chinese("'=A1")).toEqual({ value: '=A1' });
});

test('what begins with = or + is a formula, unless it is a number', () => {
  expect(chinese('=A1+1')).toEqual({ value: null, formula: '=A1+1' });
  expect(chinese('+86 138-0013-8000')).toEqual({ value: null, formula: '=+86 138-0013-8000' });
  expect(chinese('+8613800138000').value).toBe(8_613_800_138_000);
  expect(chinese('=')).toEqual({ value: '=' });
});

test('a cell’s own number format is kept', () => {
  expect(chinese('2026-11-22', 'yyyy年m月d日')).toEqual({ value: NOVEMBER_22 });
});

test('booleans and errors are values', () => {
  expect(chinese('true').value).toBe(true);
  expect(chinese('#N/A').value).toEqual({ error: '#N/A' });
});
