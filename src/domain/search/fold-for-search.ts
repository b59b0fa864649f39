import { syllablesOf } from '../names/pinyin.ts';
import { simplify } from '../names/unpack-table.ts';
import { foldWidth } from '../text/fold-width.ts';

/** Between two numbers of one cell, and between two readings of one name. */
export const between = '\t';
/** Between two syllables. */
export const syllableEnd = "'";

/**
 * Text as search compares it: half-width, lower case, simplified, without accents.
 *
 * @example foldForSearch('蘇華瑩 Ｃａｆé') // '苏华莹 cafe'
 */
export function foldForSearch(text: string): string {
  let folded = text;
  // Most cells are plain ASCII or Chinese: each step is taken only where it can change something.
  if (/[\u3000\uff01-\uffe5]/.test(folded)) folded = foldWidth(folded);
  if (/[\u00c0-\u024f]/.test(folded)) folded = folded.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return simplify(folded).toLowerCase();
}

/** A cell without spaces, so that 文三路 100 号 is found by 文三路100号. */
export const textKey = (cell: string): string => foldForSearch(cell).replace(/\s+/g, '');

/** @example phoneKey('138-0013 8000 / 0571-87654321') // '13800138000\t057187654321' */
export function phoneKey(cell: string): string {
  if (/^\d*$/.test(cell)) return cell;
  const numbers = foldWidth(cell).split(/[/,、;；\n]/);
  return numbers
    .map((number) => number.replace(/\D+/g, ''))
    .filter((digits) => digits !== '')
    .join(between);
}

/**
 * How a name sounds, by syllable and in each likely reading; the words of a Latin name stand for syllables.
 *
 * @example pinyinKey('曾胜') // "zeng'sheng"
 * @example pinyinKey('Wei Zhang') // "wei'zhang"
 */
export function pinyinKey(name: string): string {
  const latin = /[A-Za-z\u00c0-\u024f\uff21-\uff5a]/.test(name) ? (foldForSearch(name).match(/[a-z]+/g) ?? []) : [];
  return syllablesOf(name)
    .map((syllables) => [...syllables, ...latin].join(syllableEnd))
    .join(between);
}
