/** Numbers along an axis, by what the chart asks for or else as its cells are formatted. */
import { generalNumber } from '../model/display.ts';
import type { Display } from './chart-table.ts';

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

function grouped(value: number): string {
  const [whole = '', decimals] = generalNumber(Number(value.toPrecision(12))).split('.');
  if (/[^\d-]/.test(whole)) return generalNumber(value);
  return whole.replace(GROUPS, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

/** Chinese counts in ten thousands, English in thousands. */
const SHORT: Record<string, [number, string][]> = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
};

function short(value: number, locale: string): string {
  const units = SHORT[locale.slice(0, 2)] ?? SHORT.en!;
  const [size, unit] = units.find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  return grouped(Number((value / size).toPrecision(3))) + unit;
}

/**
 * @param asked the option `format` of an axis: a word such as `percent` or `short`, or a pattern
 * @param held the number format of the cells
 */
export function numberText(
  value: number,
  asked: string | undefined,
  held: string | undefined,
  locale: string,
  display: Display,
): string {
  switch (asked) {
    case 'none':
      return generalNumber(value);
    case 'decimal':
      return grouped(value);
    case 'percent':
      return `${grouped(Number((value * 100).toPrecision(6)))}%`;
    case 'short':
    case 'long':
      return short(value, locale);
    case 'scientific':
      return value.toExponential();
    case undefined:
      break;
    default:
      return display(value, asked);
  }
  if (!held || held === 'General' || held === '@' || /^[#,]*0(\.[0#]+)?$/.test(held)) return grouped(value);
  if (/^0(\.0+)?%$/.test(held)) return `${grouped(Number((value * 100).toPrecision(6)))}%`;
  return display(value, held);
}
