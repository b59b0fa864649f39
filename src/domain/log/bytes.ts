const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What each byte is in an escaped text, and each character code in base64: looked up, as a long log has millions of them. */
let escapes: string[] | undefined;
let values: Uint8Array | undefined;

/** A text's bytes; Google's runtime has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  );
  const bytes: number[] = [];
  for (let i = 0; i < escaped.length; i++) {
    if (escaped[i] === '%') {
      bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(escaped.charCodeAt(i));
  }
  return Uint8Array.from(bytes);
}

/** @returns undefined when the bytes are no text */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  escapes ??= Array.from({ length: 256 }, (_, byte) =>
    // A percent sign would be taken for the beginning of a byte.
    byte < 128 && byte !== 37 ? String.fromCharCode(byte) : `%${byte.toString(16)}`,
  );
  let escaped = '';
  for (let i = 0; i < bytes.length; i++) escaped += escapes[bytes[i]!]!;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** @example base64(utf8('Ma')) // 'TWE=' */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < 4; k++) text += i + k <= bytes.length ? digits[(group >> (18 - 6 * k)) & 63] : '=';
  }
  return text;
}

/** @returns undefined when the text is no base64 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(text)) return undefined;
  if (!values) {
    values = new Uint8Array(128);
    for (let i = 0; i < 64; i++) values[digits.charCodeAt(i)] = i;
  }
  const bytes = new Uint8Array((text.length / 4) * 3);
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let group = 0;
    for (let k = i; k < i + 4; k++) group = (group << 6) | values[text.charCodeAt(k)]!;
    for (let by = 16; by >= 0; by -= 8) bytes[at++] = group >> by;
  }
  return bytes.slice(0, bytes.length - (/=*$/.exec(text)?.[0].length ?? 0));
}
