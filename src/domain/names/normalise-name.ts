import { cleanText } from '../text/clean-text.ts';
import { foldWidth } from '../text/fold-width.ts';
import { companyCore, isHanCompany, isLatinCompany, latinCompanyCore } from './company-name.ts';
import { isLatinTitle, splitHanTitle } from './name-titles.ts';
import { pinyinOf } from './pinyin.ts';
import { isCompoundSurname, splitHanName, surnameRank } from './surnames.ts';
import { simplify } from './unpack-table.ts';

/** A name taken apart for comparing; never for display. */
export interface NormalisedName {
  readonly kind: 'person' | 'company';
  /** Simplified characters without titles; of a company without 有限公司. Empty for a Latin name. */
  readonly han: string;
  /** Lower-case Latin words without titles, in the order typed, joined by a space. */
  readonly latin: string;
  /** In characters for a Chinese name, a Latin word otherwise; empty where the order leaves it open, and for a company. */
  readonly surname: string;
  readonly given: string;
  readonly titles: readonly string[];
  /** Sounds without spaces: pinyin of each likely reading, Latin names surname first and as typed. */
  readonly keys: readonly string[];
  /** Only a part of the name is known: a surname with a title (吴太太), a nickname (老陈), one character, an initial. */
  readonly partial: boolean;
  /** Of a nickname the one character may be of the surname or of the given name. */
  readonly nickname: boolean;
}

/** Places between two surnames in the order of frequency that settle which of two words is the surname. */
const CLEARLY = 20;
/** Too short for a company: nothing but a name, perhaps with a title. */
const PLAIN_HAN = /^[\u4e00-\u9fff]{2,3}$/;
const REMARK = /[(（【[「][^)）】\]」]*[)）】\]」]?/g;
const TAIL = /[\s\-_·:：]*(?:微信|wechat|手机|电话|vip|老客户|新客户|熟客|本人|\d+)$/i;

/**
 * Takes a name apart: width, remarks in brackets, `-微信`, trailing digits, forms of address, company endings,
 * traditional characters, word order.
 *
 * @example normaliseName('蘇華瑩 女士') // { kind: 'person', han: '苏华莹', surname: '苏', given: '华莹', titles: ['女士'], keys: ['suhuaying'], … }
 * @example normaliseName('Wei Zhang') // { latin: 'wei zhang', surname: 'zhang', given: 'wei', keys: ['zhangwei', 'weizhang'], … }
 */
export function normaliseName(text: string): NormalisedName {
  if (PLAIN_HAN.test(text)) return hanPerson(simplify(text), '');
  const typed = foldWidth(cleanText(text));
  const folded = typed.toLowerCase();
  const company = /公司|有限/.test(folded);
  let plain = folded.replace(REMARK, company ? '' : ' ').trim();
  if (plain === '') plain = folded.replace(/[()（）【】[\]「」]/g, ' ').trim();
  for (let shorter = plain.replace(TAIL, ''); shorter !== plain && shorter !== ''; shorter = plain.replace(TAIL, ''))
    plain = shorter;
  const han = simplify(plain.replace(/[^\u3400-\u9fff\u{20000}-\u{3134f}]/gu, ''));
  const latin = latinWords(plain);
  if (isHanCompany(han)) return companyName(companyCore(han), '');
  if (han === '' && isLatinCompany(latin)) return companyName('', latinCompanyCore(latin));
  return han === '' ? latinPerson(plain, latin, capitalWord(typed)) : hanPerson(han, latin);
}

/** The one word in capitals among others (ZHANG Wei) is the surname. */
function capitalWord(typed: string): string {
  if (!/[a-z]/.test(typed)) return '';
  const capitals = typed.match(/\b[A-Z]{2,}\b/g) ?? [];
  return capitals.length === 1 ? capitals[0]!.toLowerCase() : '';
}

function latinWords(plain: string): string {
  if (!/[a-z\u00aa-\u1eff]/.test(plain)) return '';
  return plain
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’`.]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

function companyName(han: string, latin: string): NormalisedName {
  const keys = han === '' ? [latin.replace(/ /g, '')] : pinyinOf(han).slice(0, 1);
  return { kind: 'company', han, latin, surname: '', given: '', titles: [], keys, partial: false, nickname: false };
}

function hanPerson(all: string, latin: string): NormalisedName {
  const { rest, titles, partial, nickname } = splitHanTitle(all, isCompoundSurname);
  const compound = partial && isCompoundSurname(rest);
  const { surname, given } = compound ? { surname: rest, given: '' } : splitHanName(rest);
  return {
    kind: 'person',
    han: rest,
    latin,
    surname: nickname ? '' : surname,
    given,
    titles,
    keys: pinyinOf(rest),
    partial,
    nickname,
  };
}

function latinPerson(plain: string, latin: string, capital: string): NormalisedName {
  const all = latin === '' ? [] : latin.split(' ');
  const titles = all.filter(isLatinTitle);
  const words = all.filter((word) => !isLatinTitle(word)).map((word) => word.replace(/^lyu/, 'lv'));
  const base = { kind: 'person' as const, han: '', latin: words.join(' '), titles, nickname: false };
  if (words.length < 2) {
    const word = words[0] ?? '';
    return { ...base, surname: '', given: '', keys: word === '' ? [] : [word], partial: word.length <= 2 || titles.length > 0 };
  }
  const typed = words.join('');
  const surnameLast = [words[words.length - 1]!, ...words.slice(0, -1)].join('');
  const surnameFirst = { surname: words[0]!, given: words.slice(1).join(''), keys: [typed, surnameLast] };
  const givenFirst = { surname: words[words.length - 1]!, given: words.slice(0, -1).join(''), keys: [surnameLast, typed] };
  const partial = words.some((word) => word.length === 1);
  if (/^[^,]*[a-z][^,]*,\s*[a-z]/.test(plain)) return { ...base, ...surnameFirst, keys: [typed], partial };
  const [first, last] = [surnameRank(words[0]!), surnameRank(words[words.length - 1]!)];
  // Three words of one syllable (Zeng Sheng Xin) begin with the surname as Chinese names do.
  if (capital === words[0] || (first < last && (last - first > CLEARLY || words.length === 3)))
    return { ...base, ...surnameFirst, partial };
  if (capital === words[words.length - 1] || last + CLEARLY < first) return { ...base, ...givenFirst, partial };
  return { ...base, surname: '', given: '', keys: [typed, surnameLast], partial };
}
