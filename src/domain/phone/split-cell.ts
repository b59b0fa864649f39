import { judgeNumber } from './judge-number.ts';
import type { PhoneRegion } from './metadata.generated.ts';

/** A stretch of digits and separators, and what belongs to it. Positions count characters of the folded text. */
export interface Stretch {
  start: number;
  end: number;
  text: string;
  extension?: string;
}

/** Stands for one character of a remark, an address or an e-mail, so that digits in it are not read as a number. */
export const HIDDEN = '\u0001';

/** Stands for one character of an extension already read. */
export const SPENT = '\u0002';

const EMAIL = /[\w.+-]+@[\w.-]+/g;
const TIME = /\b(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)/g;
const EXTENSION =
  /[\s,;\-(]*(?:(?:\u8f6c\u63a5?|\u8f49\u63a5?)?(?:\u5206\u673a\u53f7?|\u5206\u6a5f\u865f?|\u5185\u7ebf|\u5167\u7dda)|\u8f6c\u63a5?|\u8f49\u63a5?|extension|extn?\.?|[\u62e8\u6309\u64a5]|[x#*](?=\s*\d))\s*[:.=]?\s*(\d{1,7})(?!\d)(?:\s*\))?/gi;
const STRETCH = /[+(]*\d(?:[ ().\-/,\u00b7+]*\d)*/g;
const PLAIN_BRACKET = /^[\d\s+\-.]*$/;
/** A whole number in brackets behind another. */
const SECOND = /\d[\d -]{5,}\d\s*\(\s*\+?\d[\d -]{5,}\)$/;
/** `1、` and `2)` before the numbers of a list. */
const LIST_MARK = /(^|[\s,;])(\(?[1-9](?:[\u3001)]|[.:](?=\s*1[3-9]\d)))(?=\s*[+(]*\d[\d -]{5})/g;
const NUMBER_INSIDE = /\+?\d[\d\s().-]{5,}\d/g;

const hide = (text: string) => HIDDEN.repeat(text.length);

/** `(` … `)` with words inside: a remark is hidden; where it holds a number, only the brackets become line ends. */
function openBrackets(text: string, region: PhoneRegion): string {
  return text.replace(/\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, (whole, inside: string, at: number, all: string) => {
    if (PLAIN_BRACKET.test(inside) && !SECOND.test(all.slice(0, at) + whole)) return whole;
    const numbers = inside.match(NUMBER_INSIDE) ?? [];
    if (numbers.some((number) => judgeNumber(number, region).verdict === 'valid')) return `\n${inside}\n`;
    return hide(whole);
  });
}

/**
 * Finds the stretches of digits in a cell with the extension behind each, without judging them yet.
 *
 * @param folded see `foldPhoneText`
 * @returns the stretches, and the text with remarks and extensions hidden, of the same length
 * @example findStretches('0755-82345678分机801', 'CN').stretches[0] // { text: '0755-82345678', extension: '801', … }
 */
export function findStretches(folded: string, region: PhoneRegion): { stretches: Stretch[]; rest: string } {
  const extensions: { start: number; end: number; digits: string }[] = [];
  let rest = folded
    .replace(EMAIL, hide)
    .replace(TIME, hide)
    .replace(LIST_MARK, (_, before: string, mark: string) => before + SPENT.repeat(mark.length));
  rest = rest.replace(EXTENSION, (whole, digits: string, at: number, all: string) => {
    // a second one is a remark
    if (!/[\d)]$/.test(all.slice(0, at)) || extensions[extensions.length - 1]?.end === at) return whole;
    const unopened = whole.endsWith(')') && !whole.includes('(') ? 1 : 0;
    const length = whole.length - unopened;
    extensions.push({ start: at, end: at + length, digits });
    return SPENT.repeat(length) + whole.slice(length);
  });
  rest = openBrackets(rest, region);
  const stretches: Stretch[] = [];
  for (let found = STRETCH.exec(rest); found; found = STRETCH.exec(rest)) {
    const start = found.index;
    let end = start + found[0].length;
    const open = found[0].split('(').length - found[0].split(')').length;
    if (open > 0 && rest[end] === ')') end++;
    const extension = extensions.find((one) => one.start === end)?.digits;
    const stretch: Stretch = { start, end, text: rest.slice(start, end) };
    stretches.push(extension ? { ...stretch, extension } : stretch);
  }
  return { stretches, rest };
}
