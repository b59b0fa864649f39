/** How wide text will be, near enough to lay it out where no font can be measured. */

const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
const NARROW = /[ilIj.,:;'|!()[\] \-ftr]/;

/** Pixels. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) ems += WIDE.test(sign) ? 1 : NARROW.test(sign) ? 0.34 : /[A-ZMWmw%@]/.test(sign) ? 0.74 : 0.56;
  return ems * size;
}

/** @example shorten('a long name of a product', 60, 12) // 'a long na…' */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (textWidth(`${kept}${sign}…`, size) > width) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks text into lines at spaces, and between Chinese characters; what is beyond the last line is cut. */
export function wrapText(text: string, width: number, size: number, most: number): string[] {
  const pieces = text.match(/[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      if (lines.length === most - 1) {
        return [...lines, shorten(line + pieces.slice(index).join(''), width, size)];
      }
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, shorten(line.trimEnd(), width, size)];
}
