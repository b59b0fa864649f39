/** How wide text will be, near enough to lay it out where no font can be measured. */

const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
const NARROW = /[ilIj.,:;'|!()[\] \-ftr]/;

/** How much wider bold letters are; Chinese characters stay as they are. */
const BOLD = 1.12;

/** Pixels, in the widest of the usual fonts: what is thought too narrow would be cut off. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const sign of text) {
    if (WIDE.test(sign)) ems += 1;
    else ems += (NARROW.test(sign) ? 0.36 : /[A-ZMWmw%@]/.test(sign) ? 0.76 : 0.62) * (bold ? BOLD : 1);
  }
  return ems * size;
}

/** @example shorten('a long name of a product', 60, 12) // 'a long na…' */
export function shorten(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (textWidth(`${kept}${sign}…`, size, bold) > width) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** No line begins with what closes something, or ends with what opens it. */
const PIECES = /[“（《]*(?:[^\s“（《\u2e80-\uffef]+|[\u2e80-\uffef])[，。；：、）》”？！]*\s*|[“（《]|\s+/gu;

/** Breaks text into lines at spaces, and between Chinese characters; what is beyond the last line is cut. */
export function wrapText(text: string, width: number, size: number, most: number, bold = false): string[] {
  const pieces = text.match(PIECES) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size, bold) > width) {
      if (lines.length === most - 1) {
        return [...lines, shorten(line + pieces.slice(index).join(''), width, size, bold)];
      }
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, shorten(line.trimEnd(), width, size, bold)];
}
