/** Width of a character in units of half a Chinese one. */
const widthOf = (char: string): number => (/[A-Z0-9]/.test(char) ? 1.15 : /[\u0000-\u00ff\u2010-\u2027]/.test(char) ? 0.95 : 2);

/** Width of a text in units of half a Chinese character. */
export const widthIn = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** A line ends behind a space or punctuation, or between Chinese characters. */
const pieces = /[A-Za-z0-9¥$€£.,:;%+\-–—'"()/]+[，。；：、）” ]*|\s+|[^A-Za-z0-9¥$€£][，。；：、）”？]*/g;

/**
 * Breaks a sentence into lines: what runs over the columns of a report would be cut off by the shop's own.
 *
 * @param width of a line, in units of half a Chinese character
 * @example linesOf('一二三四', 4) // ['一二', '三四']
 */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let filled = 0;
  for (const piece of text.match(pieces) ?? []) {
    const wide = widthIn(piece);
    if (filled + wide > width && line !== '') {
      lines.push(line.trim());
      line = '';
      filled = 0;
    }
    line += piece;
    filled += wide;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** A sentence as the title of a chart. */
export const titleOf = (sentence: string): string => sentence.replace(/[。.]$/, '');
