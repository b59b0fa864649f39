const FULL_TO_HALF = 0xfee0;

/**
 * Full-width ASCII and the ideographic space to their half-width forms, `￥` to `¥`.
 * Meant for codes, phones, numbers, e-mail; sentences keep their punctuation with {@link foldLettersAndDigits}.
 *
 * @example foldWidth('１３８－００１３') // '138-0013'
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\uffe5]/g, (char) => {
    if (char === '\u3000') return ' ';
    if (char === '\uffe5') return '\u00a5';
    return String.fromCharCode(char.charCodeAt(0) - FULL_TO_HALF);
  });
}

/**
 * Only full-width letters and digits to half-width: Chinese punctuation belongs in Chinese sentences.
 *
 * @example foldLettersAndDigits('ＶＩＰ客户，已付款。') // 'VIP客户，已付款。'
 */
export function foldLettersAndDigits(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (char) =>
    String.fromCharCode(char.charCodeAt(0) - FULL_TO_HALF),
  );
}
