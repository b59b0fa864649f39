import type { Written } from '../check/cell.ts';

/** A cell as it is read back: a moment is a date. */
export type RawCell = Written | Date;

/** What kind of cell it is belongs to the sum: the text “12” is another thing than the number. */
function textOf(cell: RawCell): string {
  if (typeof cell === 'string') return cell === '' ? '' : `s${cell}`;
  if (typeof cell === 'number') return `n${cell}`;
  // An unticked box holds `false` here and may be blank in a copy: nobody has entered either.
  if (typeof cell === 'boolean') return cell ? 'b1' : '';
  return `d${cell.getTime()}`;
}

/**
 * Sums up texts one after the other; what differs in a single sign, or in its order, has another sum but for one case in
 * 2⁵³. It guards against accidents, not against somebody who makes a text fit.
 */
export class Checksum {
  private a = 0x811c9dc5;
  private b = 0x9e3779b9;

  add(text: string): this {
    let { a, b } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x5bd1e995);
      b ^= b >>> 15;
    }
    this.a = Math.imul(a ^ 0x1f, 0x01000193);
    this.b = Math.imul(b ^ 0x1f, 0x5bd1e995);
    return this;
  }

  get text(): string {
    const half = (n: number): string => (n >>> 0).toString(36).padStart(7, '0');
    return half(this.a) + half(this.b);
  }
}

/**
 * The sums of a tab's columns. Trailing blanks count for nothing, so that a longer grid has the same sums.
 *
 * @param isFormula cells whose value follows from others
 */
export function columnSums(
  rows: readonly (readonly RawCell[])[],
  columns: number,
  isFormula: (row: number, column: number) => boolean = () => false,
): string[] {
  return Array.from({ length: columns }, (_, column) => {
    const sum = new Checksum();
    let blanks = 0;
    rows.forEach((row, i) => {
      const text = isFormula(i, column) ? '' : textOf(row[column] ?? '');
      if (text === '') blanks++;
      else {
        sum.add(`${blanks}|${text}`);
        blanks = 0;
      }
    });
    return sum.text;
  });
}
