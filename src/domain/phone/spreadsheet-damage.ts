import type { PhoneProblem } from './phone-types.ts';

const EXPONENT = /^([+-]?)(\d)(?:\.(\d+))?e\+?(\d{1,3})$/i;
const TRAILING_ZEROS = /^(\+?\d{5,})\.0+$/;
const HIDDEN_DIGITS = /\d[*xX\u00d7\u25cf\u2022\u00b7?_]{2,}\d/;
/** Sheets and Excel keep 15 digits of a number; the rest become zeros. */
const KEPT_DIGITS = 15;

interface Mended {
  /** the text to read instead */
  text?: string;
  problem?: PhoneProblem;
}

/**
 * What a spreadsheet does to phone numbers: `13800138000.0`, `1.38E+10`, and a formula's result in place of a dashed
 * number. All digits still there: read on. Digits gone: say so.
 *
 * @param input the cell's value, and its text folded
 */
export function mendSpreadsheet(input: string | number, folded: string): Mended {
  if (typeof input === 'number' && !(input >= 0 && Number.isInteger(input) && String(input).length <= KEPT_DIGITS)) {
    return { problem: { code: 'digitsLost', params: { value: folded } } };
  }
  const zeros = TRAILING_ZEROS.exec(folded);
  if (zeros) return { text: zeros[1]! };
  const exponent = EXPONENT.exec(folded);
  if (exponent) {
    const fraction = exponent[3] ?? '';
    const power = Number(exponent[4]);
    if (!exponent[1] && fraction.length === power) return { text: exponent[2]! + fraction };
    const full = exponent[2]! + fraction + '0'.repeat(Math.max(0, power - fraction.length));
    // six digits and fewer are what a narrow column shows; more may be all there were, the zeros at the end left out
    const doubtful = fraction.length > 5 && fraction.length < power && full.length <= KEPT_DIGITS;
    return doubtful
      ? { problem: { code: 'digitsDoubtful', params: { value: folded }, suggestion: full } }
      : { problem: { code: 'digitsLost', params: { value: folded } } };
  }
  if (HIDDEN_DIGITS.test(folded)) return { problem: { code: 'digitsHidden', params: { value: folded } } };
  return {};
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  o: '0',
  l: '1',
  i: '1',
  '|': '1',
  '\u96f6': '0',
  '\u3007': '0',
  '\u25cb': '0',
  '\u5e7a': '1',
  '\u4e00': '1',
  '\u4e8c': '2',
  '\u4e09': '3',
  '\u56db': '4',
  '\u4e94': '5',
  '\u516d': '6',
  '\u4e03': '7',
  '\u516b': '8',
  '\u4e5d': '9',
};
const MIXED = /[a-z]?[\dOoIl|\u96f6\u3007\u25cb\u5e7a\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]{2,}[a-z]?/gi;

/**
 * The text with letters that look like digits, and Chinese numerals, replaced within numbers; only ever a suggestion.
 *
 * @returns nothing where there are none
 * @example mendLetters('138OO1380l2') // '13800138012'
 */
export function mendLetters(folded: string): string | undefined {
  const mended = folded.replace(MIXED, (chunk) => {
    if (/^[a-hj-kmnp-z]|[a-hj-kmnp-z]$/i.test(chunk)) return chunk;
    const digits = chunk.replace(/\D/g, (char) => LOOKALIKES[char.toLowerCase()] ?? char);
    return /\d/.test(digits) ? digits : chunk;
  });
  return mended === folded ? undefined : mended;
}
