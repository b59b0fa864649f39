/** Finds the references inside a formula's text and puts changed ones back, leaving everything else as the person wrote it. */
import { columnIndex, columnLetters, quoteSheetName, unquoteSheetName } from './a1.ts';

/** One end of a reference; a whole column has no row, a whole row no column. 0-based. */
export interface ReferenceEnd {
  row?: number;
  column?: number;
  fixedRow?: boolean;
  fixedColumn?: boolean;
}

export interface Reference {
  /** the tab it names, unquoted; absent: the formula's own */
  sheet?: string;
  first: ReferenceEnd;
  /** absent: a single cell */
  last?: ReferenceEnd;
}

const CELL = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,7}';
const COLUMN = '\\$?[A-Za-z]{1,3}';
const ROW = '\\$?[1-9]\\d{0,7}';
const SHEET = "(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!";
const TOKEN = new RegExp(
  [
    '"(?:[^"]|"")*"?',
    `(?<sheet>${SHEET})?(?<range>${CELL}:(?:${CELL}|${COLUMN}|${ROW})|${COLUMN}:${CELL}|${ROW}:${CELL}|${COLUMN}:${COLUMN}|${ROW}:${ROW}|${CELL})(?![\\p{L}\\p{N}_.(!])`,
    '[\\p{L}_][\\p{L}\\p{N}_.]*',
    '\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?',
  ].join('|'),
  'gu',
);

/**
 * Rewrites every reference of a formula. `change` returns the reference to put there, `null` for `#REF!`, or the same object
 * to leave the text alone. `format` writes what `change` returned.
 */
export function mapReferences(
  formula: string,
  change: (reference: Reference) => Reference | null,
  format: (reference: Reference) => string = formatReference,
): string {
  return formula.replace(TOKEN, (text: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { sheet?: string; range?: string };
    if (groups.range === undefined) return text;
    const reference = parseReference(groups.range, groups.sheet);
    const changed = change(reference);
    return changed === reference ? text : changed === null ? '#REF!' : format(changed);
  });
}

/** All references of a formula, in the order they stand. */
export function referencesOf(formula: string): Reference[] {
  const found: Reference[] = [];
  mapReferences(formula, (reference) => {
    found.push(reference);
    return reference;
  });
  return found;
}

/** Rewrites names (functions, named ranges) that are not references; `null` leaves one alone. */
export function mapNames(formula: string, change: (name: string) => string | null): string {
  return formula.replace(TOKEN, (text: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { range?: string };
    if (groups.range !== undefined || !/^[\p{L}_]/u.test(text)) return text;
    return change(text) ?? text;
  });
}

function parseReference(range: string, sheet: string | undefined): Reference {
  const [first, last] = range.split(':');
  const reference: Reference = { first: parseEnd(first!) };
  if (last !== undefined) reference.last = parseEnd(last);
  if (sheet) reference.sheet = unquoteSheetName(sheet.slice(0, -1));
  return reference;
}

function parseEnd(text: string): ReferenceEnd {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  const end: ReferenceEnd = {};
  if (letters) {
    end.column = columnIndex(letters);
    if (fixedColumn) end.fixedColumn = true;
  }
  if (digits) {
    end.row = Number(digits) - 1;
    if (fixedRow || (!letters && fixedColumn)) end.fixedRow = true;
  }
  return end;
}

export function formatReference(reference: Reference, end: (end: ReferenceEnd) => string = formatEnd): string {
  const sheet = reference.sheet === undefined ? '' : `${quoteSheetName(reference.sheet)}!`;
  return sheet + end(reference.first) + (reference.last ? `:${end(reference.last)}` : '');
}

function formatEnd(end: ReferenceEnd): string {
  const column = end.column === undefined ? '' : (end.fixedColumn ? '$' : '') + columnLetters(end.column);
  const row = end.row === undefined ? '' : (end.fixedRow ? '$' : '') + (end.row + 1);
  return column + row;
}
