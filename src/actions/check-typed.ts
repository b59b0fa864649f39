import { type Cell, cellText, isBlank } from '../domain/check/cell.ts';
import { checkCell } from '../domain/check/check-cell.ts';
import { checkRow, doubledRows } from '../domain/check/check-rows.ts';
import { proposeAmount } from '../domain/check/propose-amount.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { highestCount } from '../domain/series.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { countGiven, noteNumbers, takeNumbers, underLock } from '../google/numbers.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import { checkContext, priceList } from './check-context.ts';

export interface TypedEdit {
  /** 1-based */
  row: number;
  field: Field;
  /** as the event gives it: always text, a date as its serial number */
  value: string;
  /** false when the cell was empty before: it cannot have been marked then */
  replaced: boolean;
}

/** What the event's text probably is once it is read from the cell; only used to foresee which reads are needed. */
function foreseen(field: Field, value: string): Cell {
  const numeric = value.trim() !== '' && Number.isFinite(Number(value));
  if (!numeric || field.kind === 'phone') return value;
  return field.kind === 'date' || field.kind === 'money' || field.kind === 'integer' || field.kind === 'rating'
    ? Number(value)
    : value;
}

/**
 * Checks one typed cell with as few reads as can be: what the event says tells which of note, fill and formula will be
 * needed; the record itself is read last, right before the write, so that a sort in between is noticed.
 *
 * @returns false when the cell is not what was foreseen or the lean way does not cover it: check the block then
 */
export function checkTyped(book: Book, tab: LedgerTab, edit: TypedEdit): boolean {
  return edit.field.unique ? checkUnique(book, tab, edit) : checkPlain(book, tab, edit);
}

function checkPlain(book: Book, tab: LedgerTab, edit: TypedEdit): boolean {
  const { field } = edit;
  const series = tab.fields().find((f) => f.kind === 'series');
  if (series && countGiven(tab.tab.key) === undefined) return false;

  const context = checkContext(book, tab, [field.key]);
  const expected = checkCell(field, foreseen(field, edit.value), context);
  const cell = tab.sheet.getRange(edit.row, tab.column(field.key));
  const note = expected.problem || edit.replaced ? cell.getNote() : '';
  const fill = expected.problem ? cell.getBackground() : undefined;

  const block = tab.read(edit.row, 1);
  const record = tab.record(block, 0);
  const row = checkRow(tab.tab, record, [field.key], context);
  const verdict = row.fields[field.key]!;
  if (Boolean(verdict.problem) !== Boolean(expected.problem)) return false;
  // The other date of a pair may have to be marked or unmarked: that is the block's work.
  if (tab.fields().some((f) => f.notBefore === field.key && !isBlank(record[f.key]))) return false;

  if (!verdict.problem && lacksAmount(tab, record)) {
    const prices = priceList(book, tab, [field.key]);
    if (prices) proposeAmount(tab.tab, record, row, prices);
  }
  const writes = Object.keys(row.fields).filter((key) => row.fields[key]!.write !== undefined);
  const formulas = writes.length > 0 ? formulasOf(tab, edit.row, block.firstColumn, block.columns) : [];
  const changes: CellChange[] = [];
  for (const key of Object.keys(row.fields)) {
    const own = key === field.key;
    const mark = own ? markChange({ row: 0, field: key }, verdict, note, fill, tab.tab, book.language) : undefined;
    const free = (formulas[tab.column(key) - block.firstColumn] ?? '') === '';
    const value = free ? row.fields[key]!.write : undefined;
    if (mark || value !== undefined) changes.push({ row: 0, field: key, value, ...mark });
  }
  if (!series || !row.needsNumber) {
    writeChanges(tab, changes, { block });
    return true;
  }
  underLock(() => {
    const [number] = takeNumbers(tab.tab.key, series, 1, 0);
    writeChanges(tab, [...changes, { row: 0, field: series.key, value: number }], { block });
  }, 'typing');
  return true;
}

function lacksAmount(tab: LedgerTab, record: Readonly<Record<string, Cell>>): boolean {
  const amount = tab.fields().find((f) => f.amountFrom);
  return (
    amount?.amountFrom !== undefined &&
    isBlank(record[amount.key]) &&
    !isBlank(record[amount.amountFrom.quantity]) &&
    !isBlank(record[amount.amountFrom.item])
  );
}

const formulasOf = (tab: LedgerTab, row: number, column: number, columns: number): string[] =>
  tab.sheet.getRange(row, column, 1, columns).getFormulas()[0] ?? [];

/** A value that may not repeat is looked for in its whole column, which shows the cell itself as well. */
function checkUnique(book: Book, tab: LedgerTab, edit: TypedEdit): boolean {
  const { field, row } = edit;
  const column = tab.column(field.key);
  const whole = tab.read(2, tab.dataRows(), [field.key]);
  const cells = Array.from({ length: whole.rows }, (_, i) => tab.cell(whole, i, field.key));
  const value = cells[row - 2] ?? '';
  if (isBlank(value)) return false;
  const verdict = checkCell(field, value, checkContext(book, tab, [field.key]));
  const original = doubledRows(cells).get(row - 2);
  const cell = tab.sheet.getRange(row, column);
  const doubled = original !== undefined;
  if (doubled) {
    const code = field.kind === 'series' ? 'check.doubledNumber' : 'check.doubledValue';
    verdict.problem = { code, params: { value: cellText(value), row: original + 2, other: field.key }, severity: 'wrong' };
    delete verdict.write;
  }
  const note = doubled || edit.replaced ? cell.getNote() : '';
  const fill = doubled ? cell.getBackground() : undefined;
  const formula = verdict.write !== undefined && cell.getFormula() !== '';
  const mark = markChange({ row: row - 2, field: field.key }, verdict, note, fill, tab.tab, book.language);
  const write = formula ? undefined : verdict.write;
  if (mark || write !== undefined)
    writeChanges(tab, [{ row: row - 2, field: field.key, value: write, ...mark }], { block: whole });
  if (field.series) underLock(() => noteNumbers(tab.tab.key, highestCount(field.series!, cells.map(cellText))), 'typing');
  return true;
}
