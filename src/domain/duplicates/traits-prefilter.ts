import { emailKey } from '../email/email-key.ts';
import { surnameReadings } from '../names/surnames.ts';
import { readingsOf, simplify } from '../names/unpack-table.ts';
import type { Candidates } from './candidates.ts';
import type { PreparedEntry } from './weigh-pair.ts';

/** Digits of a phone that are searched in the raw cell: long enough to be rare, short enough to lack the area code. */
const TAIL = 7;

/** 26 bits, one per letter; l with n and h with f, because they are heard alike. */
function letterBit(letter: string): number {
  const folded = letter === 'n' ? 'l' : letter === 'f' ? 'h' : letter;
  const index = folded.charCodeAt(0) - 97;
  return index >= 0 && index < 26 ? 1 << index : 0;
}

const initialBits = new Map<string, number>();

/** Bits of the first letters of all readings of a character, as a surname too. */
function charBits(char: string): number {
  let bits = initialBits.get(char);
  if (bits === undefined) {
    const simple = simplify(char);
    bits = [...readingsOf(simple), ...(surnameReadings(simple) ?? [])].reduce(
      (sum, reading) => sum | letterBit(reading.charAt(0)),
      0,
    );
    initialBits.set(char, bits);
  }
  return bits;
}

/** By what a row may be a duplicate: its phone or e-mail, or only its name. */
export type PossibleBy = 'contact' | 'name' | undefined;

/**
 * A quick test of what can be a duplicate of the entry at all, on raw texts: the tail of a phone, the name before the
 * `@`, or the first letters of the name's sounds. Lets through some per cent of the rows; never keeps out one that
 * `weighPair` would show.
 */
export function traitsPrefilter(entry: PreparedEntry): (candidates: Candidates, index: number) => PossibleBy {
  const tails = entry.traits.phones
    .filter((phone) => phone !== '')
    .map((phone) => phone.replace(/\D/g, '').slice(-TAIL))
    .filter((tail) => tail !== '');
  const key = emailKey(entry.traits.email);
  const local = key.slice(0, key.indexOf('@'));
  // Gmail's key lacks dots that the cell may have, so only the first letters are sought.
  const emailStart = key.endsWith('@gmail.com') ? local.slice(0, 1) : local;
  const { han, keys, latin, nickname } = entry.name;
  const surname = keys.reduce((sum, sound) => sum | letterBit(sound.charAt(0)), 0);
  const given = han === '' ? wordBits(keys.join('')) : Array.from(han.slice(1)).reduce((sum, char) => sum | charBits(char), 0);
  const bits: NameBits = { surname, given, words: surname | latinBits(latin), nickname };
  return (candidates, index) => {
    if (tails.length > 0 && hasTail(candidates.phoneText(index), tails)) return 'contact';
    if (key !== '') {
      const email = candidates.email(index);
      if (email !== '' && email.toLowerCase().includes(emailStart) && emailKey(email) === key) return 'contact';
    }
    return surname !== 0 && nameMayFit(candidates.name(index), bits) ? 'name' : undefined;
  };
}

/** Whether the digits of a cell, of any width and with any separators, contain one of the tails. */
function hasTail(cell: string, tails: readonly string[]): boolean {
  if (cell.length < TAIL) return false;
  let digits = '';
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (code >= 48 && code <= 57) digits += cell.charAt(i);
    else if (code >= 0xff10 && code <= 0xff19) digits += String.fromCharCode(code - 0xfee0);
  }
  return tails.some((tail) => digits.includes(tail));
}

interface NameBits {
  readonly surname: number;
  readonly given: number;
  /** Of all words of a Latin name, and of the surname. */
  readonly words: number;
  readonly nickname: boolean;
}

function nameMayFit(name: string, entry: NameBits): boolean {
  // A nickname's one character may be of the surname or of the given name.
  const anywhere = entry.nickname || (name.length === 2 && '老阿小'.includes(name.charAt(0)));
  let first = 0;
  let given = 0;
  let letters = false;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) {
      const bits = charBits(name.charAt(i));
      if (first === 0) {
        if (!anywhere && (bits & entry.surname) === 0) return false;
        first = bits;
      } else given |= bits;
    } else if (!letters && ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0)) letters = true;
  }
  if (anywhere) return first === 0 ? letters : ((first | given) & (entry.surname | entry.given)) !== 0;
  if (first !== 0) return given === 0 || entry.given === 0 || (given & entry.given) !== 0;
  return letters && (latinBits(name.toLowerCase()) & entry.words) !== 0;
}

function latinBits(text: string): number {
  return (text.match(/[a-z]+/g) ?? []).reduce((sum, word) => sum | letterBit(word.charAt(0)), 0);
}

function wordBits(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= letterBit(text.charAt(i));
  return bits;
}
