/** Forms of address behind a Chinese name of any length. */
const LONG =
  /(?:先生|女士|小姐|太太|夫人|老师|師傅|师傅|老板|老闆|总经理|經理|经理|董事长|主任|医生|醫生|大夫|博士|教授|同学|处长|科长|局长|校长|院长|律师|会计|店长|队长|阿姨|叔叔|大哥|大姐|师母|女仕)$/;
/** Those of one character: only right behind a surname, because 总, 工, 哥 also end given names. */
const SHORT = /^(..?)(总|總|工|哥|姐|嫂|叔|姨|董|局|处|科|医|导|妈|爸|爷|婶|伯)$/;
const NICKNAME = /^(?:老|阿|小)(.)$/;
const LATIN_TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|jr|sr|phd|md|esq)$/;

export interface HanTitle {
  /** The name without the forms of address. */
  readonly rest: string;
  readonly titles: readonly string[];
  /** True where only a surname or a part of a name is known: 吴太太, 缪总, 老陈, 阿梅. */
  readonly partial: boolean;
  /** Of a nickname: its one character may be of the surname or of the given name. */
  readonly nickname: boolean;
}

/**
 * Sets aside what is no part of a Chinese name.
 *
 * @param isSurname whether a text of two characters is a surname
 * @example splitHanTitle('吴太太', …) // { rest: '吴', titles: ['太太'], partial: true, nickname: false }
 */
export function splitHanTitle(han: string, isSurname: (text: string) => boolean): HanTitle {
  const titles: string[] = [];
  let rest = han;
  for (let match = LONG.exec(rest); match && match[0].length < rest.length; match = LONG.exec(rest)) {
    titles.unshift(match[0]);
    rest = rest.slice(0, -match[0].length);
  }
  const short = titles.length === 0 ? SHORT.exec(rest) : null;
  if (short && (short[1]!.length === 1 || isSurname(short[1]!))) {
    return { rest: short[1]!, titles: [short[2]!], partial: true, nickname: false };
  }
  const nickname = NICKNAME.exec(rest);
  if (nickname) return { rest: nickname[1]!, titles: [...titles, rest.charAt(0)], partial: true, nickname: true };
  return { rest, titles, partial: rest.length === 1 || (titles.length > 0 && isSurname(rest)), nickname: false };
}

/** @param word lower case, without a dot */
export function isLatinTitle(word: string): boolean {
  return LATIN_TITLE.test(word);
}
