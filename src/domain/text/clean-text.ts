import { foldLettersAndDigits } from './fold-width.ts';

/** Zero-width characters, direction marks, soft hyphen, BOM: never seen, and they make equal texts differ. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;
const JOINER = /\u200d+/g;
/** Halves of the pictographs beyond the basic plane, older pictographs, and the sign that asks for their coloured form. */
const PICTOGRAPH = /[\ud83c-\ud83e\udc00-\udfff\u2600-\u27bf]|\ufe0f/;

/** A zero-width joiner stays only where it joins two pictographs: without it a family would fall apart. */
function withoutLooseJoiners(text: string): string {
  if (text.indexOf('\u200d') < 0) return text;
  return text.replace(JOINER, (joiner, at: number) =>
    PICTOGRAPH.test(text.charAt(at - 1)) && PICTOGRAPH.test(text.charAt(at + joiner.length)) ? '\u200d' : '',
  );
}

/** Control characters besides tab and line ends. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const SPACES = /[\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000 ]+/g;
const LINE_SPACES = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 ]+/g;

/**
 * One line of text as it should be stored: composed (NFC), invisible and control characters gone, runs of any white
 * space one space, trimmed. Width is kept, see `foldWidth`.
 *
 * @example cleanText(' 张\u200b 伟　') // '张 伟'
 */
export function cleanText(text: string): string {
  const joined = withoutLooseJoiners(text.normalize('NFC').replace(INVISIBLE, ''));
  return joined.replace(CONTROL, '').replace(SPACES, ' ').trim();
}

/**
 * A remark of several lines: line breaks stay (at most one empty line in a row), Chinese punctuation stays,
 * letters and digits become half-width.
 *
 * @example cleanLongText('已修复，\r\n\r\n\r\n换件１个。 ') // '已修复，\n\n换件1个。'
 */
export function cleanLongText(text: string): string {
  const lines = withoutLooseJoiners(text.normalize('NFC').replace(INVISIBLE, ''))
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .split('\n');
  const clean = lines.map((line) => line.replace(LINE_SPACES, ' ').trim()).join('\n');
  return foldLettersAndDigits(clean)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
