/** What a cell shows. */
import { format } from 'numfmt';
import type { CellError, Scalar } from '../contract.ts';

/** `displayValue(46348, 'yyyy-mm-dd', 'zh_CN')` → `2026-11-22`. An unknown number format shows the plain value. */
export function displayValue(value: Scalar | CellError, numberFormat: string | undefined, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'string')
    return value === '' || !numberFormat?.includes('"') ? value : formatted(value, numberFormat, locale);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  if (!numberFormat || numberFormat === 'General' || numberFormat === '@' || /^0\.#+$/.test(numberFormat))
    return generalNumber(value);
  return formatted(value, numberFormat, locale);
}

function formatted(value: string | number, numberFormat: string, locale: string): string {
  try {
    return format(numberFormat, value, { locale: locale.replace('_', '-'), leap1900: false, throws: true });
  } catch {
    return typeof value === 'number' ? generalNumber(value) : value;
  }
}

/** Without a format: ten decimals, 15 digits, then powers of ten (an 18-digit number typed bare shows `3.30102E+17`). */
export function generalNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-9)) return exponential(value);
  const text = value.toFixed(Math.min(10, Math.max(0, 15 - Math.ceil(Math.log10(Math.max(1, size))))));
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return plain === '-0' ? '0' : plain;
}

function exponential(value: number): string {
  const [digits, power] = value.toExponential(5).split('e') as [string, string];
  const number = Number(power);
  return `${digits.replace(/\.?0+$/, '')}E${number < 0 ? '-' : '+'}${String(Math.abs(number)).padStart(2, '0')}`;
}
