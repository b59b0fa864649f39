/**
 * Formulas in R1C1 notation: rows and columns by number, in brackets when counted from the formula's own cell. `=$A5` in D4 is
 * `=R[1]C1`.
 */
import { columnLetters } from './a1.ts';
import { formatReference, mapReferences, type ReferenceEnd } from './references.ts';

interface Home {
  /** 0-based */
  row: number;
  column: number;
}

/** `toR1C1('=SUM(A1:B$2)', { row: 2, column: 1 })` → `=SUM(R[-2]C[-1]:R2C[0])` */
export function toR1C1(formula: string, home: Home): string {
  const part = (letter: string, index: number | undefined, fixed: boolean | undefined, own: number): string =>
    index === undefined ? '' : fixed ? `${letter}${index + 1}` : `${letter}[${index - own}]`;
  const end = (at: ReferenceEnd): string =>
    part('R', at.row, at.fixedRow, home.row) + part('C', at.column, at.fixedColumn, home.column);
  // a copy, so that every reference is written anew
  return mapReferences(
    formula,
    (reference) => ({ ...reference }),
    (reference) => formatReference(reference, end),
  );
}

const STEP = '(?:\\[-?\\d+\\]|[1-9]\\d*)';
const CELL = `R${STEP}?C${STEP}?`;
const TOKEN = new RegExp(
  `"(?:[^"]|"")*"?|'(?:[^']|'')*'|(?<![\\p{L}\\p{N}_.])(?<range>${CELL}(?::${CELL})?|R${STEP}(?::R${STEP})?|C${STEP}(?::C${STEP})?)(?![\\p{L}\\p{N}_.(!\\[])`,
  'giu',
);

/** `fromR1C1('=R[-1]C & "R1C1"', { row: 14, column: 7 })` → `=H14 & "R1C1"`. What would leave the sheet is `#REF!`. */
export function fromR1C1(formula: string, home: Home): string {
  return formula.replace(TOKEN, (text: string, ...rest: unknown[]) => {
    const { range } = rest.at(-1) as { range?: string };
    if (range === undefined) return text;
    const ends = range.split(':').map((end) => endFrom(end, home));
    if (ends.includes(undefined)) return '#REF!';
    // a whole row or column is a range in A1 notation even when it is one only
    const whole = ends.length === 1 && !/R.*C/i.test(range);
    return (whole ? [ends[0], ends[0]] : ends).join(':');
  });
}

function endFrom(text: string, home: Home): string | undefined {
  const [, row, column] = /^(R(?:\[-?\d+\]|\d+)?)?(C(?:\[-?\d+\]|\d+)?)?$/i.exec(text)!;
  const down = row === undefined ? undefined : stepFrom(row.slice(1), home.row);
  const right = column === undefined ? undefined : stepFrom(column.slice(1), home.column);
  if ((down?.index ?? 0) < 0 || (right?.index ?? 0) < 0) return undefined;
  return (
    (right ? (right.fixed ? '$' : '') + columnLetters(right.index) : '') +
    (down ? (down.fixed ? '$' : '') + (down.index + 1) : '')
  );
}

function stepFrom(text: string, own: number): { index: number; fixed: boolean } {
  if (text === '') return { index: own, fixed: false };
  return text.startsWith('[')
    ? { index: own + Number(text.slice(1, -1)), fixed: false }
    : { index: Number(text) - 1, fixed: true };
}
