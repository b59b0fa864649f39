/** A1 notation: columns as letters, rectangles with or without their tab. Rows and columns are 0-based. */
import type { OpenSides, Rect } from '../contract.ts';

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A` → `0`, `aa` → `26`. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `cellName(1, 1)` → `B2`. */
export function cellName(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

/** `B2:C4`, or `B2` for a single cell. */
export function rectName(rect: Rect): string {
  const first = cellName(rect.row, rect.column);
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${cellName(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
}

/** The same where sides are open: `D:F`, `5:7`, `A2:C`, or nothing for a whole tab. */
export function openName(rect: Rect, open: OpenSides | undefined): string {
  if (!open) return rectName(rect);
  if (open.rows === 'both' && open.columns === 'both') return '';
  const end = (row: number, column: number, rows: boolean, columns: boolean) =>
    (columns ? columnLetters(column) : '') + (rows ? row + 1 : '');
  const first = end(rect.row, rect.column, open.rows !== 'both', open.columns !== 'both');
  return `${first}:${end(rect.row + rect.rows - 1, rect.column + rect.columns - 1, !open.rows, !open.columns)}`;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const LOOKS_LIKE_CELL = /^([A-Z]{1,3}\d+|R\d*C\d*)$/i;

/** The tab's name as it stands before `!`: quoted only where it must be. */
export function quoteSheetName(name: string): string {
  return PLAIN_NAME.test(name) && !LOOKS_LIKE_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Takes the quotes off again: `'买 卖'` → `买 卖`. */
export function unquoteSheetName(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}
