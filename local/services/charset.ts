import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { ServiceError } from './service-object.ts';

/** Half a character outside the basic plane: Java writes `?` for it. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Charsets that are not what the web means by their names. */
type Plain = 'us-ascii' | 'iso-8859-1' | 'utf-8' | 'utf-16' | 'utf-16be' | 'utf-16le';
const PLAIN: Readonly<Record<string, Plain>> = {
  ascii: 'us-ascii',
  'us-ascii': 'us-ascii',
  us_ascii: 'us-ascii',
  'iso-8859-1': 'iso-8859-1',
  'iso8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  utf_8: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16be': 'utf-16be',
  'utf-16le': 'utf-16le',
};

function legacyDecoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    throw new ServiceError('Invalid argument: charset');
  }
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();

/** Bytes up to a limit as themselves, all else as `?`; a pair of surrogates is one character. */
function narrow(text: string, limit: number): Buffer {
  return Buffer.from(Array.from(text, (sign) => (sign.codePointAt(0)! < limit ? sign.codePointAt(0)! : 0x3f)));
}

/**
 * Text as bytes, as Java writes them: what a charset lacks becomes `?`.
 * @example encodeText('客', 'US-ASCII') // 3f
 * @throws ServiceError for a charset that does not exist
 */
export function encodeText(text: string, charset: string): Buffer {
  switch (PLAIN[charset.toLowerCase()]) {
    case 'utf-8':
      return Buffer.from(text.replace(LONE, '?'), 'utf8');
    case 'us-ascii':
      return narrow(text, 0x80);
    case 'iso-8859-1':
      return narrow(text, 0x100);
    case 'utf-16':
      return swapped(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    case 'utf-16be':
      return swapped(Buffer.from(text, 'utf16le'));
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    default: {
      const table = legacyTable(charset);
      return Buffer.from(Array.from(text).flatMap((sign) => table.get(sign) ?? [0x3f]));
    }
  }
}

/** Java's reading: a byte order mark of UTF-8 stays in the text. */
export function decodeText(bytes: Buffer, charset: string): string {
  switch (PLAIN[charset.toLowerCase()]) {
    case 'utf-8':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    case 'us-ascii':
      return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD')).join('');
    case 'iso-8859-1':
      return bytes.toString('latin1');
    case 'utf-16':
      if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
      return swapped(bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2) : bytes).toString('utf16le');
    case 'utf-16be':
      return swapped(bytes).toString('utf16le');
    case 'utf-16le':
      return bytes.toString('utf16le');
    default:
      return legacyDecoder(charset).decode(bytes);
  }
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** How GBK, Big5, Shift_JIS and the like write each character: found by reading every one and two bytes. */
function legacyTable(charset: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = legacyDecoder(charset);
  const table = new Map<string, readonly number[]>();
  const take = (bytes: number[]): boolean => {
    const sign = decoder.decode(Uint8Array.from(bytes));
    const whole = Array.from(sign).length === 1 && sign !== '\uFFFD';
    if (whole && !table.has(sign)) table.set(sign, bytes);
    return whole;
  };
  for (let first = 0; first < 0x100; first++) {
    if (take([first])) continue;
    for (let second = 0x40; second < 0x100; second++) take([first, second]);
  }
  tables.set(charset, table);
  return table;
}
