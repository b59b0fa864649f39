import { cellText, isBlank, type Written } from '../domain/check/cell.ts';
import { markNote } from '../domain/check/mark.ts';
import { alignment, numberFormat } from '../domain/dictionary/formats.ts';
import { markFill } from '../domain/dictionary/palette.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Book } from './book.ts';
import type { LedgerTab } from './ledger-tab.ts';
import { logAndWrite, type NewEntry } from './log-writer.ts';
import { suggestionsOf, validationFor } from './validations.ts';
import { type WrittenCell, writeChanges } from './write-cells.ts';

export interface NewMark {
  field: string;
  sentence: string;
  severity: 'wrong' | 'warning';
}

/**
 * Neighbouring columns of fields, so that columns of the shop's own in between are not touched. The number's come first:
 * a row of which anything was written can be found by it.
 */
function columnRuns(tab: LedgerTab): { first: number; fields: Field[] }[] {
  const fields = tab
    .fields()
    .map((field) => ({ field, column: tab.column(field.key) }))
    .sort((a, b) => a.column - b.column);
  const runs: { first: number; fields: Field[] }[] = [];
  for (const { field, column } of fields) {
    const last = runs[runs.length - 1];
    if (last && last.first + last.fields.length === column) last.fields.push(field);
    else runs.push({ first: column, fields: [field] });
  }
  const numbered = ({ fields }: { fields: Field[] }): number => (fields.some((field) => field.kind === 'series') ? 0 : 1);
  return runs.sort((a, b) => numbered(a) - numbered(b));
}

/** 1-based row of the last record: unticked checkboxes count as content for Sheets (platform §3), so they are looked through. */
export function lastRecordRow(tab: LedgerTab, rows: number): number {
  if (!tab.fields().some((field) => field.kind === 'yesNo')) return Math.max(1, tab.sheet.getLastRow());
  const block = tab.read(2, rows);
  for (let i = block.rows - 1; i >= 0; i--) if (block.raw[i]!.some((cell) => cell !== '' && cell !== false)) return i + 2;
  return 1;
}

/**
 * Adds a record below the last one. A row of its own is inserted for it, so that nobody can be typing into it, and
 * dressed and filled in one commit; `appendRow` would lose leading zeros (platform §3). Strict rules that the row
 * inherited from the one above are replaced by the ledger's own, which refuse nothing.
 *
 * @param rows how many rows below the header may hold something
 * @param takenBack called when nothing of a failed attempt is left
 * @param entry what the log says of it
 * @returns the cells that were written
 * @throws whatever the platform refuses; the inserted row is taken away again then, where the platform lets it
 */
export function addRecord(
  book: Book,
  tab: LedgerTab,
  values: Readonly<Record<string, Written>>,
  rows: number,
  marks: readonly NewMark[],
  takenBack: () => void,
  entry: NewEntry,
): WrittenCell[] {
  const last = lastRecordRow(tab, rows);
  const row = last + 1;
  const before = tab.sheet.getMaxRows();
  try {
    const prepare = (): unknown => tab.sheet.insertRowsAfter(last, 1);
    logAndWrite(book, [entry], () => fillRow(book, tab, row, last === 1, values, marks), { prepare });
    SpreadsheetApp.flush();
    return tab.fields().map(({ key }) => ({ row, column: tab.column(key), field: key, value: values[key] ?? '' }));
  } catch (error) {
    if (takeBack(tab, row, before, values)) takenBack();
    throw error;
  }
}

/**
 * Takes the inserted row away again where it holds nothing but what was to be written.
 *
 * @param before rows of the grid before the insertion: one that failed may have gone through all the same
 * @returns whether nothing is left
 */
function takeBack(tab: LedgerTab, row: number, before: number, values: Readonly<Record<string, Written>>): boolean {
  try {
    if (tab.sheet.getMaxRows() <= before) return true;
    if (!stillOurs(tab, row, values)) return false;
    tab.sheet.deleteRow(row);
    return true;
  } catch (error) {
    console.warn(String(error));
    return false;
  }
}

/**
 * Deletes the row that a save inserted and was cut off from filling, wherever nobody has written into it meanwhile. It
 * stands below the last record and looks like it, marks included.
 *
 * @param before rows of the grid before that save
 */
export function removeInserted(tab: LedgerTab, before: number): void {
  const { sheet } = tab;
  const row = lastRecordRow(tab, tab.dataRows()) + 1;
  if (sheet.getMaxRows() !== before + 1 || row > before + 1 || before < 2) return;
  const range = sheet.getRange(row, 1, 1, sheet.getMaxColumns());
  const isFree = range.getValues()[0]!.every((cell) => cell === '' || cell === false);
  if (isFree && range.getFormulas()[0]!.every((formula) => formula === '')) sheet.deleteRow(row);
}

function fillRow(
  book: Book,
  tab: LedgerTab,
  row: number,
  belowHeader: boolean,
  values: Readonly<Record<string, Written>>,
  marks: readonly NewMark[],
): void {
  for (const run of columnRuns(tab)) {
    const range = tab.sheet.getRange(row, run.first, 1, run.fields.length);
    // Below the header the new row looks like a header; elsewhere it looks like the record above, marks included.
    if (belowHeader) range.clearFormat().setHorizontalAlignments([run.fields.map(alignment)]);
    range.setBackground(null).clearNote();
    range.setNumberFormats([run.fields.map((field) => numberFormat(field))]);
    range.setDataValidations([run.fields.map((field) => validationFor(field, book.language, suggestionsOf(book, field)))]);
    range.setValues([run.fields.map((field) => values[field.key] ?? '')]);
  }
  for (const mark of marks) {
    const cell = tab.sheet.getRange(row, tab.column(mark.field));
    cell.setBackground(markFill[mark.severity]).setNote(markNote(mark.sentence, { note: '' }, book.language));
  }
}

/** Whether the row holds nothing but what was to be written: only then may it be taken away again. */
function stillOurs(tab: LedgerTab, row: number, values: Readonly<Record<string, Written>>): boolean {
  const last = Math.max(1, tab.sheet.getLastColumn());
  const cells = tab.sheet.getRange(row, 1, 1, last).getValues()[0]!;
  const ours = new Set(Object.values(values).map(String));
  return cells.every((cell) => cell === '' || cell === false || cell instanceof Date || ours.has(String(cell)));
}

/** A record by its number as texts, or undefined when it is not there. */
export function recordOf(tab: LedgerTab, seriesKey: string, number: string): Record<string, string> | undefined {
  const row = rowsOf(tab, seriesKey, number)[0];
  if (row === undefined) return undefined;
  const block = tab.read(row, 1);
  const record: Record<string, string> = {};
  for (const field of tab.fields()) record[field.key] = cellText(tab.cell(block, 0, field.key));
  return record[seriesKey] === number ? record : undefined;
}

/**
 * Writes what an earlier run of the same save was cut off from writing: only cells that are still blank.
 *
 * @returns the row, where something was lacking; it is to be checked then
 */
export function completeRecord(
  tab: LedgerTab,
  seriesKey: string,
  number: string,
  values: Readonly<Record<string, Written>>,
): number | undefined {
  const row = rowsOf(tab, seriesKey, number)[0];
  if (row === undefined) return undefined;
  const block = tab.read(row, 1);
  const lacking = tab.fields().filter((field) => values[field.key] !== undefined && isBlank(tab.cell(block, 0, field.key)));
  if (cellText(tab.cell(block, 0, seriesKey)) !== number || lacking.length === 0) return undefined;
  writeChanges(
    tab,
    lacking.map((field) => ({ row: 0, field: field.key, value: values[field.key] })),
    { block },
  );
  SpreadsheetApp.flush();
  return row;
}

/** 1-based rows where a number stands now; looked up afresh, because rows move whenever somebody sorts. */
export function rowsOf(tab: LedgerTab, seriesKey: string, number: string): number[] {
  const block = tab.read(2, tab.dataRows(), [seriesKey]);
  return block.raw.flatMap((_, row) => (cellText(tab.cell(block, row, seriesKey)) === number ? [row + 2] : []));
}
