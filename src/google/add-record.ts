import { cellText, type Written } from '../domain/check/cell.ts';
import { markNote } from '../domain/check/mark.ts';
import { numberFormat } from '../domain/dictionary/formats.ts';
import { markFill } from '../domain/dictionary/palette.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import type { LedgerTab } from './ledger-tab.ts';

export interface NewMark {
  field: string;
  sentence: string;
  severity: 'wrong' | 'warning';
}

/** Neighbouring columns of fields, so that columns of the shop's own in between are not touched. */
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
  return runs;
}

/** 1-based row of the last record: unticked checkboxes count as content for Sheets (platform §3), so they are looked through. */
function lastRecordRow(tab: LedgerTab, numbers: readonly string[]): number {
  if (!tab.fields().some((field) => field.kind === 'yesNo')) return Math.max(1, tab.sheet.getLastRow());
  const block = tab.read(2, numbers.length);
  for (let i = block.rows - 1; i >= 0; i--) if (block.raw[i]!.some((cell) => cell !== '' && cell !== false)) return i + 2;
  return 1;
}

/**
 * Adds a record below the last one. A row of its own is inserted for it in the same commit, so that nobody can be
 * typing into it; `appendRow` would lose leading zeros (platform §3).
 *
 * @param numbers the number column as just read, for the number of rows
 */
export function addRecord(
  tab: LedgerTab,
  values: Readonly<Record<string, Written>>,
  numbers: readonly string[],
  marks: readonly NewMark[],
  locale: Locale,
): void {
  const last = lastRecordRow(tab, numbers);
  const row = last + 1;
  if (last > 1 || tab.sheet.getMaxRows() < 2) tab.sheet.insertRowsAfter(last, 1);
  for (const run of columnRuns(tab)) {
    const range = tab.sheet.getRange(row, run.first, 1, run.fields.length);
    range.setBackground(null).clearNote();
    range.setNumberFormats([run.fields.map((field) => numberFormat(field))]);
    range.setValues([run.fields.map((field) => values[field.key] ?? '')]);
  }
  for (const mark of marks) {
    const cell = tab.sheet.getRange(row, tab.column(mark.field));
    cell.setBackground(markFill[mark.severity]).setNote(markNote(mark.sentence, { note: '' }, locale));
  }
}

/** A record by its number as texts, or undefined when it is not there. */
export function recordOf(tab: LedgerTab, seriesKey: string, number: string): Record<string, string> | undefined {
  const row = rowOf(tab, seriesKey, number);
  if (row === undefined) return undefined;
  const block = tab.read(row, 1);
  const record: Record<string, string> = {};
  for (const field of tab.fields()) record[field.key] = cellText(tab.cell(block, 0, field.key));
  return record[seriesKey] === number ? record : undefined;
}

/** 1-based row where a number stands now; looked up afresh, because rows move whenever somebody sorts. */
export function rowOf(tab: LedgerTab, seriesKey: string, number: string): number | undefined {
  const block = tab.read(2, tab.dataRows(), [seriesKey]);
  const at = block.raw.findIndex((_, row) => cellText(tab.cell(block, row, seriesKey)) === number);
  return at < 0 ? undefined : at + 2;
}
