/** A calendar day as it stands in a cell with a date format. Free of zones: the edge has turned the instant into a day. */
export interface Day {
  day: string;
}

/** What a cell holds when it is read; an error shows as its text (`#N/A`). */
export type Cell = string | number | boolean | Day;

/** What can be written into a cell. Days are written as `yyyy-MM-dd`, which Sheets reads as a date in every locale. */
export type Written = string | number | boolean;

export const isDay = (cell: Cell | undefined): cell is Day => typeof cell === 'object' && cell !== null;

/** Whether nobody has entered anything: blanks and spaces, but not an unticked checkbox. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/**
 * Whether two cells hold the same: a number written as text is another thing than the number.
 *
 * @example sameValue('12', 12) // false
 */
export const sameValue = (a: Cell, b: Cell): boolean => typeof a === typeof b && cellText(a) === cellText(b);

/**
 * The cell as text, for comparing and for sentences.
 *
 * @example cellText({ day: '2026-11-22' }) // '2026-11-22'
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (isDay(cell)) return cell.day;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}
