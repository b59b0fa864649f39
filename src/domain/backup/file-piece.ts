import type { RawCell } from './checksum.ts';
import type { FormulaRun } from './formula-runs.ts';

/** A cell in a file: a moment stands alone in a list, in ms since 1970. */
export type FileCell = string | number | boolean | [at: number];

/** What a cell looks like and says besides its value, by column runs; only what differs from a new cell. */
export const fileLooks = [
  ...(['format', 'note', 'fill', 'color', 'weight', 'style', 'line', 'across', 'down', 'wrap', 'size', 'font', 'rule'] as const),
];
export type FileLook = (typeof fileLooks)[number];

/** Some rows of a tab, as they stood when they were read. */
export interface FilePiece {
  /** the tab's id */
  tab: number;
  /** its first row, 1-based */
  from: number;
  /** blank cells at the ends are left out */
  cells: FileCell[][];
  /** rows count from 1 within the piece */
  looks: Partial<Record<FileLook, FormulaRun[]>>;
  /** texts that do not look the same throughout, or hold links */
  rich?: RichCell[];
  /** the row that the next piece begins with; absent: this is the last */
  next?: number;
}

/** A text in a cell, row and column as in the piece, by stretches that look the same. */
export type RichCell = [row: number, column: number, text: string, stretches: RichStretch[]];
/** Bold, italic, underlined and struck through; then its colour, size in points, font and link. */
export type RichStretch = [
  ...[from: number, to: number, looks: (boolean | null)[]],
  ...[color: string | null, size: number | null, font: string | null, link: string | null],
];

/** A tab's looks as a whole. Ranges are in A1 notation. */
export interface TabFrame {
  /** rows and columns, the blank ones as well */
  grid: [rows: number, columns: number];
  widths: number[];
  frozen: [rows: number, columns: number];
  color?: string;
  merges: string[];
  /** colour rules: ranges, criteria, values, look */
  rules: FrameRule[];
}

export interface FrameRule {
  on: string[];
  criteria: string;
  values: FileValue[];
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  /** of a scale of colours: lowest, middle and highest point; it has no criteria then */
  scale?: (ScalePoint | null)[];
}

export type ScalePoint = [color: string, type: string, value: string];

/** What a rule compares with; a moment as in a cell. */
export type FileValue = FileCell | null | string[];

/** Bytes: an answer of a megabyte does not always reach the page (platform §1), and JSON is put into JSON once more. */
export const mostBytes = 700_000;

/** Cells that are read at once: with a dozen looks of each that takes seconds. */
export const mostCells = 40_000;

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // a pair of surrogates takes four bytes, two for each half
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

export const toFile = (cell: RawCell): FileCell => (cell instanceof Date ? [cell.getTime()] : cell);

export const fromFile = (cell: FileCell): RawCell => (Array.isArray(cell) ? new Date(cell[0]) : cell);

/** A row without the blank cells at its end. */
export function trimmed(row: readonly RawCell[]): FileCell[] {
  let last = row.length;
  while (last > 0 && row[last - 1] === '') last--;
  return row.slice(0, last).map(toFile);
}

/**
 * Runs as a block of texts; blank where there is none.
 *
 * @example unrun([[1, 2, 1, '@']], 2, 2) // [['', ''], ['@', '']]
 */
export function unrun(runs: readonly FormulaRun[], rows: number, columns: number): string[][] {
  const block = Array.from({ length: rows }, () => new Array<string>(columns).fill(''));
  for (const [column, row, count, text] of runs)
    for (let i = row - 1; i < row - 1 + count; i++) if (block[i] && column <= columns) block[i]![column - 1] = text;
  return block;
}

/** A formula that fills the cells below it as well. */
const spilling = /^=\s*(?:\{|arrayformula\()/i;

/** Stretches that such formulas fill: what stands there comes from them. */
export const spilledBelow = (formulas: readonly FormulaRun[], rows: number): [column: number, row: number, rows: number][] =>
  formulas.flatMap(([column, row, count, text]): [number, number, number][] => {
    const first = row + count;
    const next = formulas.filter((run) => run[0] === column && run[1] >= first).map((run) => run[1]);
    const end = Math.min(rows + 1, ...next);
    return spilling.test(text) && end > first ? [[column, first, end - first]] : [];
  });
