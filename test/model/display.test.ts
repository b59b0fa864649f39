import { expect, test } from '@jest/globals';
import { civilToSerial } from '../../local/model/dates.ts';
import { displayValue } from '../../local/model/display.ts';

const MOMENT = civilToSerial({ year: 2026, month: 1, day: 5, hour: 22, minute: 30 });

test.each([
  [1 / 3, undefined, '0.3333333333'],
  [0.1 + 0.2, undefined, '0.3'],
  [13_800_138_000, undefined, '13800138000'],
  [3.30102e17, undefined, '3.30102E+17'],
  [-0, undefined, '0'],
  [12.5, 'General', '12.5'],
  [1234.5, '#,##0.00', '1,234.50'],
  [0.105, '0%', '11%'],
  [0.105, '0.00%', '10.50%'],
  [1200, '"¥"#,##0.00', '¥1,200.00'],
  [1200, '[$¥]#,##0.00', '¥1,200.00'],
  [-5, '0.00', '-5.00'],
  [100_000, '0.00E+00', '1.00E+05'],
  [MOMENT, 'yyyy-mm-dd', '2026-01-05'],
  [MOMENT, 'yyyy年m月d日', '2026年1月5日'],
  [MOMENT, 'yyyy/m/d h:mm', '2026/1/5 22:30'],
  [MOMENT, 'm/d/yyyy h:mm am/pm', '1/5/2026 10:30 PM'],
  [0.9375, 'h:mm', '22:30'],
  [30, 'yyyy-mm-dd', '1900-01-29'],
  ['0571', '@', '0571'],
  [571, '@', '571'],
  ['text', '0.00', 'text'],
  [true, undefined, 'TRUE'],
  [{ error: '#N/A' }, undefined, '#N/A'],
  [null, '0.00', ''],
] as const)('%p as %s shows %s', (value, format, shown) => {
  expect(displayValue(value, format, 'en_US')).toBe(shown);
  if (!format?.includes('am/pm')) expect(displayValue(value, format, 'zh_CN')).toBe(shown);
});

test('a broken number format shows the plain value', () => {
  expect(displayValue(5, '[Blorg', 'en_US')).toBe('5');
});
