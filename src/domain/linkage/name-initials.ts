import { surnameReadings } from '../names/surnames.ts';
import { readingsOf, simplify } from '../names/unpack-table.ts';
import type { NameProfile } from './profile.ts';

/** 26 bits, one per letter; l with n and h with f, because they are heard alike. */
function letterBit(letter: string): number {
  const folded = letter === 'n' ? 'l' : letter === 'f' ? 'h' : letter;
  const index = folded.charCodeAt(0) - 97;
  return index >= 0 && index < 26 ? 1 << index : 0;
}

const known = new Map<number, number>();

/** Of the first letters of all readings of a character, as a surname too. */
function bitsOfChar(code: number): number {
  let bits = known.get(code);
  if (bits === undefined) {
    const simple = simplify(String.fromCharCode(code));
    bits = 0;
    for (const reading of [...readingsOf(simple), ...(surnameReadings(simple) ?? [])]) bits |= letterBit(reading);
    known.set(code, bits);
  }
  return bits;
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);

/** First letters of a name's sounds, by which most other names are told to be others before they are taken apart. */
export interface NameInitials {
  readonly surname: number;
  readonly given: number;
  readonly words: number;
  /** Only a part of the name is known (老陈, J. Smith): any letter in common lets another name through. */
  readonly anywhere: boolean;
}

export function initialsOfName({ name, whole, words }: NameProfile): NameInitials {
  let surname = 0;
  for (const key of name.keys) surname |= letterBit(key);
  let given = 0;
  for (let i = 1; i < name.han.length; i++) given |= bitsOfChar(name.han.charCodeAt(i));
  if (name.han === '') for (const letter of whole) given |= letterBit(letter);
  let latin = 0;
  for (const word of words) latin |= letterBit(word);
  return { surname, given, words: latin | surname, anywhere: name.nickname || name.kind === 'company' };
}

/**
 * Whether a cell may hold another spelling of a name. Lets some per cent of strangers through and keeps out nobody whose
 * name is the same, sounds the same or is a slip apart in its given part.
 *
 * @param cell as it stands, of any width
 */
export function mayBeNamed(cell: string, { surname, given, words, anywhere }: NameInitials): boolean {
  let first = 0;
  let rest = 0;
  let latin = 0;
  let inWord = false;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (isHan(code)) {
      if (first === 0) first = bitsOfChar(code);
      else rest |= bitsOfChar(code);
      inWord = false;
    } else if (isLetter(code)) {
      if (!inWord) latin |= code > 0x7f ? -1 : letterBit(cell.charAt(i).toLowerCase());
      inWord = true;
    } else inWord = false;
  }
  if (anywhere || (cell.length === 2 && '老阿小'.includes(cell.charAt(0))))
    return ((first | rest | latin) & (surname | given | words)) !== 0;
  if (first === 0) return (latin & words) !== 0;
  return (first & surname) !== 0 ? rest === 0 || given === 0 || (rest & given) !== 0 : cell.length >= 3 && (rest & surname) !== 0;
}
