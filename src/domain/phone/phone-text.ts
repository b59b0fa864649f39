import { foldWidth } from '../text/fold-width.ts';

/** Phone books wrap numbers in direction marks; pasted text brings zero-width spaces. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const SPACES = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[_\u2010-\u2015\u2212\u2500\u30fc\ufe58\ufe63]/g;
const DOTS = /[\u00b7\u2022\u2219\u30fb\uff65]/g;
const OPENING = /[[{\u3010\u3014\u300c\u300e]/g;
const CLOSING = /[\]}\u3011\u3015\u300d\u300f]/g;

/** A cell's text without what cannot be seen, trimmed; line ends as `\n`. */
export function visibleText(input: string): string {
  return input
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .trim();
}

/**
 * Half-width digits and letters, one kind of space, dash, dot and bracket. Every character keeps its place, so that
 * words beside a number can be taken from the text as typed.
 *
 * @example foldPhoneText('（０１０）６２３４－５６７８') // '(010)6234-5678'
 */
export function foldPhoneText(text: string): string {
  return foldWidth(text)
    .replace(SPACES, ' ')
    .replace(DASHES, '-')
    .replace(DOTS, '\u00b7')
    .replace(OPENING, '(')
    .replace(CLOSING, ')');
}
