import { foldForSearch } from './fold-for-search.ts';

/** One word of what was typed; a customer is found when every word is. */
export interface QueryWord {
  /** folded for comparing, without spaces */
  text: string;
  /** only digits, where the word is a number in any notation; empty otherwise */
  digits: string;
  /** only letters: may be pinyin or initials */
  isLatin: boolean;
  /** only Chinese characters */
  isHan: boolean;
}

export interface Query {
  words: QueryWord[];
  /** all digits together, where nothing but a number in several groups was typed (138 0013 8000); empty otherwise */
  joined: string;
}

const mostWords = 8;
const longestWord = 60;

/** The country code before a mainland number says nothing: cells hold the number without it. */
const mainland = /^(?:\+|00)86/;

function wordOf(text: string): QueryWord {
  const isNumber = /^[+\d().\-–—]+$/.test(text) && /\d/.test(text);
  return {
    text,
    digits: isNumber ? text.replace(mainland, '').replace(/\D/g, '') : '',
    isLatin: /^[a-z']+$/.test(text),
    isHan: /^[\u3400-\u9fff]+$/.test(text),
  };
}

/**
 * Takes apart what was typed into the search: width, case, accents, traditional characters, groups of digits, and letters
 * that follow characters (张w).
 *
 * @example readQuery('張w 8000').words.map((word) => word.text) // ['张', 'w', '8000']
 */
export function readQuery(typed: string): Query {
  const folded = foldForSearch(typed)
    .replace(/ü/g, 'v')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/([\u3400-\u9fff])([a-z])/g, '$1 $2')
    .replace(/([a-z])([\u3400-\u9fff])/g, '$1 $2');
  const texts = folded.split(/[\s,，、;；/]+/).filter((text) => text !== '');
  const kept = texts.length > 1 ? texts.filter((text) => !/^(?:\+|00)86$/.test(text)) : texts;
  const words = kept.slice(0, mostWords).map((text) => wordOf(text.slice(0, longestWord)));
  const grouped = words.length > 1 && words.every((word) => word.digits !== '');
  return { words, joined: grouped ? words.map((word) => word.digits).join('') : '' };
}
