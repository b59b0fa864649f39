import { type Cell, cellText, isBlank } from '../domain/check/cell.ts';
import type { CheckContext } from '../domain/check/check-cell.ts';
import { checkRow, doubledRows, missingFields, type RowVerdict } from '../domain/check/check-rows.ts';
import { proposeAmount } from '../domain/check/propose-amount.ts';
import { isTextField, numberFormat } from '../domain/dictionary/formats.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { highestCount } from '../domain/series.ts';
import type { Book } from '../google/book.ts';
import { columnLetter } from '../google/columns.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { noteNumbers, takeNumbers, underLock } from '../google/numbers.ts';
import { validationFor } from '../google/validations.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import { checkContext, priceList } from './check-context.ts';

/** What a check did, for the sentence at the end. */
export interface CheckReport {
  rows: number;
  written: number;
  numbered: number;
  problems: number;
  missing: number;
}

const nothing: CheckReport = { rows: 0, written: 0, numbered: 0, problems: 0, missing: 0 };

export interface BlockRequest {
  /** 1-based; the header is row 1 */
  firstRow: number;
  rows: number;
  /** fields to be checked */
  keys: readonly string[];
  /** waits less long for others while somebody types */
  typing: boolean;
}

const same = (a: Block, b: Block, row: number): boolean =>
  a.raw[row]!.every((cell, i) => {
    const other = b.raw[row]?.[i];
    return cell instanceof Date && other instanceof Date ? cell.getTime() === other.getTime() : cell === other;
  });

/** The columns in which no value may repeat, and the whole of each. */
function wholeColumns(tab: LedgerTab, request: BlockRequest, block: Block): Map<string, { first: number; cells: Cell[] }> {
  const unique = tab.fields().filter((field) => field.unique);
  const columns = new Map<string, { first: number; cells: Cell[] }>();
  if (unique.length === 0) return columns;
  const total = tab.dataRows();
  const covered = request.firstRow === 2 && request.rows >= total;
  const keys = unique.map((field) => field.key);
  const whole = covered ? block : tab.read(2, total, keys);
  for (const key of keys)
    columns.set(key, { first: 2, cells: Array.from({ length: whole.rows }, (_, row) => tab.cell(whole, row, key)) });
  return columns;
}

function markDoubled(
  tab: LedgerTab,
  block: Block,
  rows: RowVerdict[],
  columns: Map<string, { first: number; cells: Cell[] }>,
): void {
  for (const [key, { first, cells }] of columns) {
    const field = tab.field(key)!;
    const doubled = doubledRows(cells);
    if (doubled.size === 0) continue;
    rows.forEach((row, i) => {
      const original = doubled.get(block.firstRow + i - first);
      const verdict = row.fields[key];
      if (original === undefined || !verdict) return;
      const value = cellText(tab.cell(block, i, key));
      verdict.problem = {
        code: field.kind === 'series' ? 'check.doubledNumber' : 'check.doubledValue',
        params: { value, row: original + first, other: key },
        severity: 'wrong',
      };
      delete verdict.write;
    });
  }
}

/**
 * Checks a block of whole records and writes what follows from it: normalised values, marks, numbers, lost formats.
 * The same for a paste of any size and for a whole tab, so that checking after typing changes nothing.
 *
 * Reads at most eight times and commits at most twice, whatever the rows.
 *
 * @returns undefined when somebody else held the lock for too long
 */
export function checkBlock(book: Book, tab: LedgerTab, request: BlockRequest): CheckReport | undefined {
  if (request.rows <= 0) return nothing;
  const block = tab.read(request.firstRow, request.rows);
  const range = tab.sheet.getRange(block.firstRow, block.firstColumn, block.rows, block.columns);
  const filled = block.raw.map((row) => row.some((cell) => cell !== '' && cell !== false));
  const notes = range.getNotes();
  if (!filled.some(Boolean) && !notes.some((row) => row.some((note) => note !== ''))) return nothing;

  const context = checkContext(book, tab, request.keys);
  const prices = priceList(book, tab, request.keys);
  const rows = block.raw.map((_, i): RowVerdict => {
    const record = tab.record(block, i);
    const verdict = checkRow(tab.tab, record, request.keys, context);
    if (prices) proposeAmount(tab.tab, record, verdict, prices);
    return verdict;
  });
  const columns = wholeColumns(tab, request, block);
  markDoubled(tab, block, rows, columns);

  const formulas = range.getFormulas();
  const fills = range.getBackgrounds();
  const formats = prices ? undefined : range.getNumberFormats();

  return apply(book, tab, { request, block, rows, columns, notes, formulas, fills, formats, context });
}

interface Found {
  request: BlockRequest;
  block: Block;
  rows: RowVerdict[];
  columns: Map<string, { first: number; cells: Cell[] }>;
  notes: string[][];
  formulas: string[][];
  fills: string[][];
  formats?: string[][];
  context: CheckContext;
}

function changesOf(
  book: Book,
  tab: LedgerTab,
  found: Found,
  stands: (row: number) => boolean,
): { changes: CellChange[]; problems: number } {
  const changes: CellChange[] = [];
  let problems = 0;
  found.rows.forEach((row, i) => {
    if (!stands(i)) return;
    for (const key of Object.keys(row.fields)) {
      const verdict = row.fields[key]!;
      const at = tab.column(key) - found.block.firstColumn;
      if (verdict.problem) problems++;
      const mark = markChange({ row: i, field: key }, verdict, found.notes[i]![at]!, found.fills[i]![at], tab.tab, book.language);
      const formula = found.formulas[i]![at] !== '';
      if (mark || (verdict.write !== undefined && !formula))
        changes.push({ row: i, field: key, value: formula ? undefined : verdict.write, ...mark });
    }
  });
  return { changes, problems };
}

function apply(book: Book, tab: LedgerTab, found: Found): CheckReport | undefined {
  const { block, rows, request } = found;
  const series = tab.fields().find((field) => field.kind === 'series');
  const seen = series ? highestCount(series.series!, (found.columns.get(series.key)?.cells ?? []).map(cellText)) : 0;
  const missing = block.raw.reduce((sum, _, i) => {
    const record = tab.record(block, i);
    const begun = series ? !isBlank(record[series.key]) || rows[i]!.needsNumber : false;
    return sum + (begun ? missingFields(tab.tab, record).length : 0);
  }, 0);

  return underLock(
    (): CheckReport => {
      // A lock does not stop people typing: look again, and leave rows alone that are not what they were.
      const again = tab.read(block.firstRow, block.rows);
      const stands = (row: number): boolean => same(block, again, row);
      const { changes, problems } = changesOf(book, tab, found, stands);
      let numbered = 0;
      if (series) {
        const at = tab.column(series.key) - block.firstColumn;
        const lacking = rows
          .map((row, i) => (row.needsNumber && stands(i) && found.formulas[i]![at] === '' ? i : -1))
          .filter((i) => i >= 0);
        numbered = lacking.length;
        if (numbered > 0) {
          const numbers = takeNumbers(tab.tab.key, series, numbered, seen);
          const change = new Map(changes.filter((c) => c.field === series.key).map((c) => [c.row, c]));
          lacking.forEach((row, i) => {
            const there = change.get(row);
            if (there) there.value = numbers[i];
            else changes.push({ row, field: series.key, value: numbers[i] });
          });
        } else if (seen > 0) noteNumbers(tab.tab.key, seen);
      }
      mendFormats(book, tab, found);
      const written = writeChanges(tab, changes, { block: again, formulas: found.formulas, notes: found.notes });
      return { rows: countFilled(tab, block), written: written - numbered, numbered, problems, missing };
    },
    request.typing ? 'typing' : 'person',
  );
}

const countFilled = (tab: LedgerTab, block: Block): number =>
  block.raw.filter((_, i) => tab.fields().some((field) => field.kind !== 'yesNo' && !isBlank(tab.cell(block, i, field.key))))
    .length;

/** A paste may bring its own formats along: text columns become text again, dropdowns and checkboxes come back. */
function mendFormats(book: Book, tab: LedgerTab, found: Found): void {
  const { block, request } = found;
  for (const field of tab.fields().filter((f) => request.keys.indexOf(f.key) >= 0)) {
    const at = tab.column(field.key) - block.firstColumn;
    const range = (): GoogleAppsScript.Spreadsheet.Range => {
      const letter = columnLetter(tab.column(field.key));
      return tab.sheet.getRange(`${letter}${block.firstRow}:${letter}${block.firstRow + block.rows - 1}`);
    };
    if (lostFormat(field, found, at)) range().setNumberFormat(numberFormat(field));
    const rule = field.suggestFrom ? null : validationFor(field, book.language);
    if (rule) range().setDataValidation(rule);
  }
}

/** A formula in a text column keeps its format: as text it would stop being one. */
function lostFormat(field: Field, found: Found, at: number): boolean {
  const formulas = found.formulas.some((row) => row[at] !== '');
  if (formulas) return false;
  if (!found.formats) return isTextField(field);
  if (isTextField(field)) return found.formats.some((row) => row[at] !== '@');
  return (
    field.kind !== 'yesNo' &&
    found.formats.some((row) => row[at] === '@' || (field.kind === 'date' && /^(General|0\.?#*|)$/.test(row[at]!)))
  );
}
