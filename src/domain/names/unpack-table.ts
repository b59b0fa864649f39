import { READINGS, SECOND_READINGS, SIMPLIFIED, SYLLABLES } from './pinyin-table.generated.ts';

/** First and last character of the tables, the main CJK block. */
const FIRST = 0x4e00;
const SPAN = 0x9fa5 - FIRST + 1;
/** The digits of `.config/pinyin-table.mjs`: printable ASCII without what strings and scripts trip over. */
const BASE = 89;
const LEFT_OUT = '\'"`\\/<';

interface NameTable {
  readonly syllables: readonly string[];
  /** Syllable of each character, 0 for none. */
  readonly first: Uint16Array;
  /** Second syllable, 0 for none. */
  readonly second: Uint16Array;
  /** Offset of the simplified form. */
  readonly simplified: Uint16Array;
  /** Of the characters that were asked for. */
  readonly readings: (readonly string[])[];
}

let table: NameTable | undefined;

/** Unpacked on first use (about 2 ms), so that a run that needs no names does not pay for it. */
function nameTable(): NameTable {
  table ??= unpack();
  return table;
}

function unpack(): NameTable {
  const values = new Uint8Array(128);
  let digit = 0;
  for (let code = 32; code < 127; code++) if (!LEFT_OUT.includes(String.fromCharCode(code))) values[code] = digit++;
  const read = (text: string, at: number, width: number) => {
    let value = 0;
    for (let i = at; i < at + width; i++) value = value * BASE + values[text.charCodeAt(i)]!;
    return value;
  };
  const syllables = SYLLABLES.split(' ');
  const count = syllables.length;
  const first = new Uint16Array(SPAN + 3);
  for (let at = 0, offset = 0; at < READINGS.length; at += 4, offset += 3) {
    const three = read(READINGS, at, 4);
    first[offset] = Math.floor(three / (count * count));
    first[offset + 1] = Math.floor(three / count) % count;
    first[offset + 2] = three % count;
  }
  const second = new Uint16Array(SPAN);
  for (let at = 0; at < SECOND_READINGS.length; at += 4) {
    const pair = read(SECOND_READINGS, at, 4);
    second[Math.floor(pair / count)] = pair % count;
  }
  const simplified = new Uint16Array(SPAN);
  for (let offset = 0; offset < SPAN; offset++) simplified[offset] = offset;
  for (let at = 0, offset = -1; at < SIMPLIFIED.length; at += 3) {
    const pair = read(SIMPLIFIED, at, 3);
    offset += Math.floor(pair / SPAN);
    simplified[offset] = pair % SPAN;
  }
  return { syllables, first, second, simplified, readings: [] };
}

/**
 * Toneless readings of one character, the usual one first, at most two; none outside the main block.
 *
 * @example readingsOf('乐') // ['le', 'yue']
 */
export function readingsOf(char: string): readonly string[] {
  const offset = char.charCodeAt(0) - FIRST;
  if (!(offset >= 0 && offset < SPAN)) return [];
  const { syllables, first, second, readings } = nameTable();
  if (first[offset] === 0) return [];
  const usual = syllables[first[offset]!]!;
  return (readings[offset] ??= second[offset] === 0 ? [usual] : [usual, syllables[second[offset]!]!]);
}

/**
 * Traditional characters to simplified ones, character by character, as far as both are single characters.
 *
 * @example simplify('蘇華瑩') // '苏华莹'
 */
export function simplify(text: string): string {
  const { simplified } = nameTable();
  let changed = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const offset = text.charCodeAt(i) - FIRST;
    if (!(offset >= 0 && offset < SPAN) || simplified[offset] === offset) continue;
    changed += text.slice(from, i) + String.fromCharCode(FIRST + simplified[offset]!);
    from = i + 1;
  }
  return from === 0 ? text : changed + text.slice(from);
}
