import type { SearchRole } from '../dictionary/types.ts';
import { syllablesOf } from '../names/pinyin.ts';
import { syllableEnd } from './fold-for-search.ts';
import type { Haystack, Hit } from './haystack.ts';
import type { QueryWord } from './read-query.ts';

/** One searched column. */
export interface SearchColumn {
  role: SearchRole;
  /** of several columns of a role the first is the customer's own: 客户姓名 before 公司名称 */
  isFirst: boolean;
  keys(): Haystack;
  pinyin(): Haystack;
}

/** Called for every place found, with a score from 1 to 100. */
type Found = (row: number, score: number) => void;

/** How good a place is: the whole, its beginning, its end, anywhere. */
type Places = readonly [whole: number, begins: number, ends: number, inside: number];

const places: Readonly<Record<SearchRole, Places>> = {
  number: [100, 80, 76, 60],
  name: [95, 78, 66, 66],
  phone: [92, 70, 72, 58],
  email: [68, 44, 40, 40],
  text: [56, 38, 36, 36],
};
/** Another name (公司名称) counts less than the customer's own. */
const lessIfSecond = 12;

const byPlace =
  (found: Found, [whole, begins, ends, inside]: Places, less: number): Hit =>
  (row, atStart, atEnd) => {
    found(row, (atStart ? (atEnd ? whole : begins) : atEnd ? ends : inside) - less);
    return atStart || ends === inside;
  };

/** One place in the row is enough. */
const settled = (_: unknown): true => true;

/** Finds one word in one column. */
export function findWord(word: QueryWord, column: SearchColumn, found: Found): void {
  const { role } = column;
  const less = column.isFirst ? 0 : lessIfSecond;
  const hit = byPlace(found, places[role], less);
  if (role === 'phone') {
    if (word.digits !== '') column.keys().find(word.digits, hit);
    return;
  }
  column.keys().find(word.text, hit);
  if (role === 'number') findShortNumber(word, column, found);
  if (role === 'name') findName(word, column, less, found);
}

function findName(word: QueryWord, column: SearchColumn, less: number, found: Found): void {
  if (word.isLatin) findSound(word.text.replace(/'/g, ''), column.pinyin(), (row, score) => found(row, score - less));
  if (word.isHan && word.text.length > 1)
    findHomophone(word.text, column.pinyin(), (row, isWhole) => found(row, (isWhole ? 26 : 22) - less));
}

/** c12 and 12 are C000012. */
function findShortNumber({ text }: QueryWord, column: SearchColumn, found: Found): void {
  const [, prefix, count] = /^([a-z]{0,4})0*([1-9]\d*)$/.exec(text) ?? [];
  if (count === undefined) return;
  const pattern = new RegExp(`\\n${prefix || '[a-z]+'}0*${count}(?=\\n)`, 'g');
  column.keys().match(pattern, (row) => settled(found(row, prefix ? 98 : 82)), 1);
}

/** Scores of a name's sound. */
const sound = { whole: 88, initials: 86, begins: 74, initialsBegin: 72, mixed: 50, inside: 46, anywhere: 20 } as const;

/**
 * Letters as people type names: whole pinyin, initials, or both mixed (zhangw, zwei), from the beginning of any
 * syllable; and any piece of the pinyin, though it says little.
 */
function findSound(letters: string, haystack: Haystack, found: Found): void {
  if (letters === '') return;
  const signs = [...letters];
  // Each letter goes on in its syllable or begins the next one.
  const pattern = new RegExp(`[\\n\\t']${signs.join(`(?:[a-z]*')??`)}`, 'g');
  const hit: Hit = (row, begins, _, text, at, length) => {
    found(row, begins ? scoreOf(letters, text, at, length) : sound.inside);
    return undefined;
  };
  haystack.match(pattern, hit, 1);
  if (signs.length > 1) haystack.match(new RegExp(signs.join(`'?`), 'g'), (row) => settled(found(row, sound.anywhere)));
}

function scoreOf(letters: string, text: string, at: number, length: number): number {
  const matched = text.slice(at, at + length);
  let end = at + length;
  while (text.charCodeAt(end) > 96) end++;
  const isLast = text.charAt(end) !== syllableEnd;
  const ends = matched.split(syllableEnd).length;
  if (matched.length === letters.length + ends - 1)
    return end === at + length && isLast ? sound.whole : letters.length === 1 ? sound.initialsBegin : sound.begins;
  if (ends === letters.length) return isLast ? sound.initials : sound.initialsBegin;
  return sound.mixed;
}

/** 张玮 is heard as 张伟. */
function findHomophone(han: string, haystack: Haystack, found: (row: number, isWhole: boolean) => void): void {
  for (const syllables of syllablesOf(han)) {
    if (syllables.length !== han.length) continue;
    const pattern = new RegExp(`[\\n\\t']${syllables.join(syllableEnd)}(?![a-z])`, 'g');
    haystack.match(pattern, (row, begins, ends) => settled(found(row, begins && ends)), 1);
  }
}
