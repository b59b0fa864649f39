/** A1 notation of 0-based cells and rectangles, as formulas and the parts of an .xlsx write them. */
import type { Rect } from '../contract.ts';
import { columnIndex, columnLetters } from '../model/a1.ts';

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** `$A$1:$B$2`, as names and lists want it */
export function absoluteName({ row, column, rows, columns }: Rect): string {
  const first = `$${columnLetters(column)}$${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:$${columnLetters(column + columns - 1)}$${row + rows}`;
}

const corner = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

/** `B2:C9`, `$B$2`, `B:C` or `2:9` as a rectangle; `undefined` for anything else. */
export function parseRect(text: string): Rect | undefined {
  const [from = '', to = from, more] = text.split(':');
  const [a, b] = [corner.exec(from), corner.exec(to)];
  if (more !== undefined || !a || !b || (!a[1] && !a[2])) return undefined;
  const left = a[1] ? columnIndex(a[1]) : 0;
  const right = b[1] ? columnIndex(b[1]) : maxColumns - 1;
  const top = a[2] ? Number(a[2]) - 1 : 0;
  const bottom = b[2] ? Number(b[2]) - 1 : maxRows - 1;
  if (top < 0 || bottom < top || right < left || (to === from && (!a[1] || !a[2]))) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The rectangles of an `sqref`: `A1:B2 D4`. */
export function parseRects(text: string): Rect[] {
  return text.split(/\s+/).flatMap((part) => parseRect(part) ?? []);
}

/** A tab's name as a formula writes it; quotes are always right. */
export const quoteTab = (name: string): string => `'${name.replaceAll("'", "''")}'`;
