/**
 * What an .xlsx cannot hold rides in the same file, in a tab `_ledger` that neither Excel nor LibreOffice shows
 * ("very hidden"): of all places in the file it is the one that both keep when they save. Column A holds the text below
 * in pieces; the columns behind it hold lists that are too long for a dropdown's own rule.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CellError, Scalar, SheetState, Style, Validation, WorkbookState } from '../contract.ts';
import type { TextRun } from '../presentation.ts';

export const remnantTab = '_ledger';
const version = 1;
// below Excel's limit of 32,767 characters in a cell
const pieceLength = 32_000;

/** A cell whose text, formula or error the file shows differently from what the workbook holds. */
export interface OddCell {
  row: number;
  column: number;
  /** what the file shows, as `cellMark` */
  shown: string;
  v?: Scalar | CellError;
  f?: string;
  n?: string;
  r?: TextRun[];
}

export interface SheetRemnant {
  /** the tab's name in the file */
  written: string;
  /** where its header is, and the header's texts: by them a column is known again after Excel moved it */
  headerRow: number;
  headers: string[];
  state: Omit<SheetState, 'cells'>;
  odd: OddCell[];
  /** style, row, column, count of rows: where two styles look the same to Excel, the cells of the later ones */
  twins: [number, number, number, number][];
  /** by what the rows are known again, as `rowMarks` */
  rowMarks?: string;
  /** the texts of rows that carry metadata */
  rowTexts: Record<number, string>;
  /** the alternating colours that have rules in the file */
  bands?: number[];
  /** the highest row and column in use, to tell a deletion */
  usedRows: number;
}

export interface Remnant {
  version: number;
  revision: number;
  workbook: Omit<WorkbookState, 'sheets' | 'styles' | 'validations'>;
  styles: Style[];
  validations: Validation[];
  sheets: SheetRemnant[];
}

/** A short mark of what a cell shows. */
export const cellMark = (v: unknown, f: string | undefined, n: string | undefined): string =>
  crc32(JSON.stringify([v ?? null, f ?? null, n ?? null])).toString(36);

/** The remnant in pieces for cells; the first tells how to read the others. */
export function packRemnant(remnant: Omit<Remnant, 'version'>): string[] {
  const json = JSON.stringify({ version, ...remnant });
  const text = deflateRawSync(Buffer.from(json, 'utf8')).toString('base64');
  const pieces = text.match(new RegExp(`.{1,${pieceLength}}`, 'g')) ?? [];
  return [`ledger ${version} ${crc32(text).toString(16)} ${pieces.length}`, ...pieces];
}

/** `undefined` when the pieces are no whole remnant; `'newer'` when a later version of the program wrote it. */
export function unpackRemnant(pieces: string[]): Remnant | 'newer' | undefined {
  const [, found, sum, count] = /^ledger (\d+) ([0-9a-f]+) (\d+)$/.exec(pieces[0] ?? '') ?? [];
  if (found === undefined) return undefined;
  if (Number(found) > version) return 'newer';
  const text = pieces.slice(1, Number(count) + 1).join('');
  if (crc32(text).toString(16) !== sum) return undefined;
  return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8')) as Remnant;
}
