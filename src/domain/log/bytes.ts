const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

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
  let escaped = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    // A percent sign would be taken for the beginning of a byte.
    escaped += byte < 128 && byte !== 37 ? String.fromCharCode(byte) : `%${byte < 16 ? '0' : ''}${byte.toString(16)}`;
  }
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
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 4) {
    let group = 0;
    for (let k = 0; k < 4; k++) group = group * 64 + Math.max(0, digits.indexOf(text[i + k]!));
    bytes.push((group >> 16) & 255, (group >> 8) & 255, group & 255);
  }
  return Uint8Array.from(bytes.slice(0, bytes.length - (/=*$/.exec(text)?.[0].length ?? 0)));
}
