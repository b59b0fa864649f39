import { cleanText } from '../text/clean-text.ts';
import { foldWidth } from '../text/fold-width.ts';
import { NUMERAL_CHARS, readChineseNumeral } from './chinese-numerals.ts';
import type { NumberProblemCode } from './messages.ts';

/** What the number is for: money may have cents and currency signs, a whole number none, a rating is a count of points. */
export type NumberKind = 'money' | 'whole' | 'rating';

export interface NumberRule {
  readonly kind: NumberKind;
  /** Least and greatest value allowed, both inclusive. */
  readonly min?: number;
  readonly max?: number;
}

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | {
      readonly ok: false;
      readonly code: NumberProblemCode;
      readonly params: Readonly<Record<string, string | number>>;
      /** What was probably meant, ready to be typed. */
      readonly suggestion?: string;
    };

const CURRENCY = /(?:人民币|人民幣|港币|港幣|美元|美金|台币|新台币|rmb|cny|hkd|usd|twd|mop|hk\$|us\$|nt\$|mop\$|[¥$€£])/gi;
const COUNTED =
  /(?:元|圆|圓|块钱|块|塊|[件台臺个個套双只支把次份条张本部辆间天晚人位分星袋杯瓶盒包罐桶箱]|颗星|stars?|points?|pcs?|yuan)(?:整|正)?$/i;
const UNITS: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  k: 3,
  万: 4,
  萬: 4,
  w: 4,
  百万: 6,
  千万: 7,
  m: 6,
  亿: 8,
  億: 8,
};
const NEIGHBOURS = /^(?:一[二两]|[二两]三|三四|四五|五六|六七|七八|八九)$/;
const AROUND = /^(?:约|約|大约|大概|差不多|about|approx\.?|~|≈)\s*|\s*(?:左右|上下|以上|以内|多|\+)$/gi;

/**
 * A number as people type it into money, whole-number and rating fields.
 *
 * @example parseNumber('¥1,299.00', { kind: 'money' }) // { ok: true, value: 1299 }
 * @example parseNumber('1.2万', { kind: 'money' }) // { ok: true, value: 12000 }
 * @example parseNumber('4.5', { kind: 'whole' }) // { ok: false, code: 'notWhole', … }
 */
export function parseNumber(input: string | number, rule: NumberRule): ParsedNumber {
  if (typeof input === 'number') {
    return Number.isFinite(input) ? judge(input, String(input), rule) : failed('notANumber', String(input));
  }
  const shown = cleanText(input);
  const text = foldWidth(shown)
    .replace(/[−–—]/g, '-')
    .replace(/[，、]/g, ',');
  if (text === '') return failed('emptyNumber', '');
  const stars = /^(★+)☆*$|^((?:⭐\ufe0f?)+)$/u.exec(text);
  if (stars && rule.kind === 'rating') return judge((stars[1] ?? stars[2]!).replace(/\ufe0f/g, '').length, shown, rule);
  const read = readText(text, rule.kind);
  if (read === undefined) {
    const about = text.replace(AROUND, '');
    const meant = about === text ? undefined : readText(about, rule.kind);
    if (typeof meant === 'number') return { ...failed('aboutNumber', shown), suggestion: String(meant) };
    return failed('notANumber', shown);
  }
  if (typeof read === 'string') return { ...failed('doubtfulComma', shown), suggestion: read };
  return judge(read, shown, rule);
}

function judge(value: number, shown: string, rule: NumberRule): ParsedNumber {
  if (rule.kind === 'whole' && !Number.isInteger(value)) {
    return { ...failed('notWhole', shown), suggestion: String(Math.round(value)) };
  }
  if (rule.kind === 'money' && Math.abs(value) > 1e13) return failed('notANumber', shown);
  if (rule.min !== undefined && value < rule.min) return failed('numberTooSmall', shown, { min: rule.min });
  if (rule.max !== undefined && value > rule.max) return failed('numberTooLarge', shown, { max: rule.max });
  // Money never has more than cents; 0.1 + 0.2 typed by a formula must not mark the cell.
  return { ok: true, value: rule.kind === 'money' ? Math.round(value * 100) / 100 : value };
}

function failed(code: NumberProblemCode, value: string, more: Readonly<Record<string, number>> = {}) {
  return { ok: false as const, code, params: { value, ...more } };
}

/** A number, a text where commas leave a doubt (what was probably meant), or undefined. */
function readText(text: string, kind: NumberKind): number | string | undefined {
  let rest = text.replace(/\s/g, '').toLowerCase();
  let sign = 1;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) {
    rest = bracketed[1]!;
    sign = -1;
  }
  rest = rest.replace(CURRENCY, '').replace(/^'/, '');
  const minus = /^(?:-|负|負)(.*)$|^(.*\d)-$/.exec(rest);
  if (minus) {
    rest = minus[1] ?? minus[2]!;
    sign = -sign;
  }
  rest = rest.replace(/^\+/, '');
  if (kind === 'rating') {
    const outOf = /^(\d(?:\.\d)?)分?\/\d+分?$/.exec(rest);
    if (outOf) return Number(outOf[1]);
  }
  // 5块5, 3元5角2分: cents in words.
  const cents = /^(\d+)[元块塊](\d)(?:[角毛](?:(\d)分)?)?$/.exec(rest);
  if (cents) return sign * Number(`${cents[1]}.${cents[2]}${cents[3] ?? ''}`);
  rest = rest.replace(COUNTED, '');
  // two or three, not 23
  if (NEIGHBOURS.test(rest)) return undefined;
  const chinese = new RegExp(`^[${NUMERAL_CHARS}]+$`).test(rest) ? readChineseNumeral(rest) : undefined;
  if (chinese !== undefined) return sign * chinese;
  const unit = /^([\d.,]+)(百万|千万|[十百千万萬亿億kwm])(\d)?$/.exec(rest);
  if (unit) {
    const base = readDigits(unit[1]!);
    if (typeof base !== 'number') return base;
    const places = UNITS[unit[2]!]!;
    // Through text, so that 1.1万 is 11000 and not 11000.000000000002.
    const value = Number(`${base}e${places}`) + (unit[3] ? Number(`${unit[3]}e${places - 1}`) : 0);
    return sign * value;
  }
  const value = readDigits(rest);
  return typeof value === 'number' ? sign * value : value;
}

function readDigits(text: string): number | string | undefined {
  if (/^(?:\d+\.?\d*|\.\d+)(?:e\+?\d{1,2})?$/.test(text)) return Number(text);
  // Grouped by thousands, or by ten thousands as some count in Chinese.
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) || /^\d{1,4}(?:,\d{4})+(?:\.\d*)?$/.test(text))
    return Number(text.replace(/,/g, ''));
  if (/^\d{1,3}(?:\.\d{3})+,\d{2}$/.test(text)) return Number(text.replace(/\./g, '').replace(',', '.'));
  const oneComma = /^(\d+),(\d{1,2})$/.exec(text);
  if (oneComma) return `${oneComma[1]}.${oneComma[2]}`;
  if (/^\d+(?:,\d+)+(?:\.\d*)?$/.test(text)) return text.replace(/,/g, '');
  return undefined;
}
