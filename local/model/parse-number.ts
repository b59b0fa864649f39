/** Numbers as people type them: thousands, percent, money, powers of ten. */

interface TypedNumber {
  value: number;
  /** the number format that the notation implies */
  numberFormat?: string;
}

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const SCIENTIFIC = /^[+-]?(\d+\.?\d*|\.\d+)[eE][+-]?\d{1,3}$/;
const MONEY = /^([+-]?)\s*([$¥￥€£₩])\s*([+-]?)\s*([\d.,]+)$|^([+-]?[\d.,]+)\s*([€元])$/;

/** `undefined` when the text is no number. Leading zeros are dropped: `0571` is 571. */
export function parseNumber(text: string, locale: string): TypedNumber | undefined {
  const first = text.charCodeAt(0);
  // digits + - . $ ( and the currency signs: anything else cannot begin a number
  if (!((first >= 48 && first <= 57) || '+-.$(¥￥€£₩'.includes(text[0]!))) return undefined;
  if (PLAIN.test(text)) return { value: Number(text) };
  if (GROUPED.test(text)) {
    return { value: Number(text.replaceAll(',', '')), numberFormat: text.includes('.') ? '#,##0.00' : '#,##0' };
  }
  if (SCIENTIFIC.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { value, numberFormat: '0.00E+00' } : undefined;
  }
  if (/%$/.test(text)) return percent(text.slice(0, -1).trimEnd());
  if (/^\(.*\)$/.test(text)) return negative(text.slice(1, -1), locale);
  return money(text, locale);
}

function percent(text: string): TypedNumber | undefined {
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  if (!PLAIN.test(plain)) return undefined;
  // by the text: 10.1 / 100 would leave a trail of nines
  return { value: Number(`${plain}e-2`), numberFormat: plain.includes('.') ? '0.00%' : '0%' };
}

/** `(5)` in bookkeeping is -5. */
function negative(text: string, locale: string): TypedNumber | undefined {
  if (/^[+(-]/.test(text)) return undefined;
  const number = parseNumber(text, locale);
  return number && { ...number, value: -number.value };
}

function money(text: string, locale: string): TypedNumber | undefined {
  const match = MONEY.exec(text);
  if (!match) return undefined;
  const [, sign, before, inner, amount, plain, after] = match;
  const symbol = before === '￥' ? '¥' : (before ?? after!);
  // "元" is only understood where it is the money
  if (symbol === '元' && !locale.startsWith('zh')) return undefined;
  const digits = amount ?? plain!;
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) return undefined;
  const value = Number(digits.replaceAll(',', '')) * (sign === '-' || inner === '-' ? -1 : 1);
  const decimals = digits.includes('.') ? '.00' : '';
  const numberFormat = before === undefined ? `#,##0${decimals}"${symbol}"` : `"${symbol}"#,##0${decimals}`;
  return { value, numberFormat };
}
