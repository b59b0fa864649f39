import { fingerprint } from '../intents/fingerprint.ts';
import { base64, fromBase64, fromUtf8, utf8 } from './bytes.ts';

/** “expand 32-byte k”: what every ChaCha20 block begins with (RFC 8439). */
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

const left = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** Numbers of whole words; written out, because a long log turns millions of them. */
function quarter(words: Uint32Array, a: number, b: number, c: number, d: number): void {
  let wa = words[a]!;
  let wb = words[b]!;
  let wc = words[c]!;
  let wd = words[d]!;
  wa = (wa + wb) | 0;
  wd = left(wd ^ wa, 16);
  wc = (wc + wd) | 0;
  wb = left(wb ^ wc, 12);
  wa = (wa + wb) | 0;
  wd = left(wd ^ wa, 8);
  wc = (wc + wd) | 0;
  wb = left(wb ^ wc, 7);
  words[a] = wa;
  words[b] = wb;
  words[c] = wc;
  words[d] = wd;
}

/** 64 bytes of ChaCha20's key stream. @param words the state: constants, key, counter, nonce */
function block(words: Uint32Array): Uint8Array {
  const mixed = words.slice();
  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < 4; i++) quarter(mixed, i, 4 + i, 8 + i, 12 + i);
    for (let i = 0; i < 4; i++) quarter(mixed, i, 4 + ((i + 1) & 3), 8 + ((i + 2) & 3), 12 + ((i + 3) & 3));
  }
  const bytes = new Uint8Array(64);
  for (let i = 0; i < 16; i++) {
    const sum = mixed[i]! + words[i]!;
    for (let k = 0; k < 4; k++) bytes[i * 4 + k] = sum >>> (8 * k);
  }
  return bytes;
}

/** @param key 64 hexadecimal digits @param nonce three 32-bit words */
export function chaCha20(key: string, counter: number, nonce: readonly number[], bytes: Uint8Array): Uint8Array {
  const words = new Uint32Array(16);
  words.set(constants);
  for (let i = 0; i < 8; i++) {
    const part = key.slice(i * 8, i * 8 + 8);
    words[4 + i] = Number.parseInt(part.slice(6, 8) + part.slice(4, 6) + part.slice(2, 4) + part.slice(0, 2), 16);
  }
  words[12] = counter;
  words.set(nonce, 13);
  const result = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 64, words[12]!++) {
    const stream = block(words);
    for (let i = 0; i < 64 && at + i < bytes.length; i++) result[at + i] = bytes[at + i]! ^ stream[i]!;
  }
  return result;
}

const nonceOf = (n: number): number[] => [Math.floor(n / 2 ** 32), n >>> 0, 0x6c6f67];

/**
 * A text that only the holder of the key can read. Whoever can run scripts in the workbook can get at the key: it keeps
 * out those who merely look at the tab, download the file or copy it.
 *
 * @param key 64 hexadecimal digits
 * @param n number of the entry; never used twice with the same key
 */
export function seal(key: string, n: number, text: string): string {
  return base64(chaCha20(key, 1, nonceOf(n), utf8(`${fingerprint(text)}|${text}`)));
}

/** @returns undefined when it was sealed with another key or for another entry, or has been changed */
export function unseal(key: string, n: number, sealed: string): string | undefined {
  const bytes = fromBase64(sealed);
  const opened = bytes && fromUtf8(chaCha20(key, 1, nonceOf(n), bytes));
  const at = opened?.indexOf('|') ?? -1;
  const text = opened?.slice(at + 1);
  return at > 0 && text !== undefined && opened!.slice(0, at) === fingerprint(text) ? text : undefined;
}
