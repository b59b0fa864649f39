import { ServiceError } from './service-object.ts';

export type SearchFlag = 'matchCase' | 'matchEntireCell' | 'matchFormulaText' | 'useRegularExpression' | 'ignoreDiacritics';
export type SearchFlags = Partial<Record<SearchFlag, boolean>>;

/** A text without its accents, and for each of its places where it was in the text it comes from. */
interface Folded {
  text: string;
  at: number[];
}

function folded(text: string): Folded {
  const out: Folded = { text: '', at: [] };
  let place = 0;
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '');
    for (let i = 0; i < plain.length; i++) out.at.push(place);
    out.text += plain;
    place += letter.length;
  }
  out.at.push(place);
  return out;
}

const whole = (text: string): Folded => ({ text, at: Array.from({ length: text.length + 1 }, (_, i) => i) });

function expression(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    // what only the stricter of the two readings of an expression refuses, such as `\-`
    return new RegExp(source, flags);
  }
}

/** One text to look for, by the rules of a text finder. */
export class TextSearch {
  readonly #pattern: RegExp;
  readonly #flags: SearchFlags;

  /** @throws ServiceError when it is to be an expression and is none */
  constructor(text: string, flags: SearchFlags) {
    const wanted = flags.ignoreDiacritics ? folded(text).text : text;
    const source = flags.useRegularExpression ? wanted : wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    try {
      this.#pattern = expression(flags.matchEntireCell ? `^(?:${source})$` : source, flags.matchCase ? 'g' : 'gi');
    } catch {
      throw new ServiceError('Invalid regular expression.');
    }
    this.#flags = flags;
  }

  #read(text: string): Folded {
    return this.#flags.ignoreDiacritics ? folded(text) : whole(text);
  }

  finds(text: string): boolean {
    if (text === '') return false;
    this.#pattern.lastIndex = 0;
    return this.#pattern.test(this.#read(text).text);
  }

  /** The text with all places replaced, and how many they were; in expressions `$1` stands for the first group. */
  replaced(text: string, by: string): { text: string; count: number } {
    const read = this.#read(text);
    let out = '';
    let from = 0;
    let count = 0;
    for (const match of read.text.matchAll(this.#pattern)) {
      if (match[0] === '') continue;
      const piece = this.#flags.useRegularExpression ? by.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '') : by;
      out += text.slice(from, read.at[match.index]) + piece;
      from = read.at[match.index + match[0].length]!;
      count++;
    }
    return { text: out + text.slice(from), count };
  }
}
