import { IN_STRETCH, READINGS, SECOND_READINGS, SIMPLIFIED, SYLLABLES } from './pinyin-table.generated.ts';

/** First and last character of the tables, the main CJK block. */
const FIRST = 0x4e00;
const SPAN = 0x9fa5 - FIRST + 1;
/** The digits of `.config/pinyin-table.mjs`: printable ASCII without what strings and scripts trip over. */
const BASE = 89;
const LEFT_OUT = '\'"`\\/<';
/** Characters in a stretch of the table of simplified forms. */
const STRETCH = 32;

/** The values of the digits by their character codes. */
let values: Uint8Array | undefined;
let syllables: readonly string[] = [];
/** Of the characters that were asked for. */
const readings: (readonly string[])[] = [];
/** One more than the offset of the simplified form, 0 where nobody has asked for the character. */
let simplified: Uint16Array | undefined;
/** Where the entries of each stretch begin in the table. */
let stretches: number[] | undefined;

/** A number of the tables. Entries are read where they stand: a run asks for few characters, and unpacking all takes long. */
function read(text: string, at: number, width: number): number {
  if (!values) {
    values = new Uint8Array(128);
    let digit = 0;
    for (let code = 32; code < 127; code++) if (!LEFT_OUT.includes(String.fromCharCode(code))) values[code] = digit++;
    syllables = SYLLABLES.split(' ');
  }
  let value = 0;
  for (let i = at; i < at + width; i++) value = value * BASE + values[text.charCodeAt(i)]!;
  return value;
}

function find(offset: number): readonly string[] {
  const three = read(READINGS, Math.floor(offset / 3) * 4, 4);
  const count = syllables.length;
  const first = Math.floor(three / count ** (2 - (offset % 3))) % count;
  if (first === 0) return [];
  // second readings stand in the order of their characters
  let from = 0;
  let to = SECOND_READINGS.length / 4;
  while (from < to) {
    const middle = (from + to) >> 1;
    const pair = read(SECOND_READINGS, middle * 4, 4);
    const here = Math.floor(pair / count);
    if (here === offset) return [syllables[first]!, syllables[pair % count]!];
    if (here < offset) from = middle + 1;
    else to = middle;
  }
  return [syllables[first]!];
}

/** @returns the offset of the simplified form of the character at an offset, its own where it has none */
function simplifiedOf(offset: number): number {
  if (!stretches) {
    stretches = [0];
    for (let i = 0; i < IN_STRETCH.length; i++) stretches.push(stretches[i]! + 3 * read(IN_STRETCH, i, 1));
  }
  const stretch = Math.floor(offset / STRETCH);
  for (let at = stretches[stretch]!; at < stretches[stretch + 1]!; at += 3) {
    const pair = read(SIMPLIFIED, at, 3);
    if (Math.floor(pair / SPAN) === offset % STRETCH) return pair % SPAN;
  }
  return offset;
}

/**
 * Toneless readings of one character, the usual one first, at most two; none outside the main block.
 *
 * @example readingsOf('乐') // ['le', 'yue']
 */
export function readingsOf(char: string): readonly string[] {
  const offset = char.charCodeAt(0) - FIRST;
  if (!(offset >= 0 && offset < SPAN)) return [];
  return (readings[offset] ??= find(offset));
}

/**
 * Traditional characters to simplified ones, character by character, as far as both are single characters.
 *
 * @example simplify('蘇華瑩') // '苏华莹'
 */
export function simplify(text: string): string {
  simplified ??= new Uint16Array(SPAN);
  let changed = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const offset = text.charCodeAt(i) - FIRST;
    if (!(offset >= 0 && offset < SPAN)) continue;
    const target = (simplified[offset] ||= simplifiedOf(offset) + 1) - 1;
    if (target === offset) continue;
    changed += text.slice(from, i) + String.fromCharCode(FIRST + target);
    from = i + 1;
  }
  return from === 0 ? text : changed + text.slice(from);
}
