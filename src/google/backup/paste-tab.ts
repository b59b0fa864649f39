import type { TabImage } from '../../domain/backup/manifest.ts';
import { type KnownColumn, type MatchedColumn, matchColumns } from '../../domain/backup/match-columns.ts';
import { matchRows, type RowText } from '../../domain/backup/match-rows.ts';
import { cellText } from '../../domain/check/cell.ts';
import type { Book } from '../book.ts';
import { bindColumn, readColumns } from '../columns.ts';
import type { Raw } from '../ledger-tab.ts';
import type { OpenBackup } from './backup-file.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The columns of an image by what they are. */
export function imageColumns({ columns, fields, header }: TabImage): KnownColumn[] {
  const byColumn = new Map(fields);
  return Array.from({ length: columns }, (_, i) => {
    const field = byColumn.get(i + 1);
    return { column: i + 1, header: header[i] ?? '', ...(field === undefined ? {} : { field }) };
  });
}

/** The columns of a tab as it is now. Two reads. */
export function columnsNow(sheet: Sheet): KnownColumn[] {
  const bound = new Map([...readColumns(sheet)].map(([field, column]) => [column, field]));
  const last = Math.max(sheet.getLastColumn(), ...bound.keys(), 0);
  const header = last > 0 ? sheet.getRange(1, 1, 1, last).getDisplayValues()[0]! : [];
  return header.map((text, i) => {
    const field = bound.get(i + 1);
    return { column: i + 1, header: text.trim(), ...(field === undefined ? {} : { field }) };
  });
}

/** Columns that stand side by side here and there. */
interface Stretch {
  from: number;
  to: number;
  count: number;
  isNew: boolean;
}

function stretches(placed: readonly (Required<MatchedColumn> & { isNew: boolean })[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { from, to, isNew } of placed) {
    const last = all[all.length - 1];
    if (last && last.isNew === isNew && last.from + last.count === from.column && last.to + last.count === to) last.count++;
    else all.push({ from: from.column, to, count: 1, isNew });
  }
  return all;
}

/** Values that a restore does not know, by the row in which they stand today. */
interface KeptColumn {
  column: number;
  values: readonly Raw[];
  isText: boolean;
}

/** What stays with its records, and where each row of the backup stood today. */
interface Kept {
  columns: KeptColumn[];
  places: number[];
}

const nothingKept: Kept = { columns: [], places: [] };

const rowTexts = (rows: readonly Raw[][], number: number, others: readonly number[]): RowText[] =>
  rows.map((row) => ({
    number: cellText(String(row[number - 1])).trim(),
    rest: JSON.stringify(others.map((column) => String(row[column - 1]))),
  }));

/**
 * What stands in columns that the backup does not know, as the backup of today has it: it stays with its records. Columns
 * with formulas are left alone, for they follow by themselves. Two reads, none where the backup knows all columns.
 */
function keptColumns(target: Sheet, { staged, image, today, series }: Pasting, kept: readonly KnownColumn[]): Kept {
  const now = today.manifest.tabs.find(({ id }) => id === target.getSheetId());
  const copy = now && today.sheet(now);
  const numberIn = ({ fields }: TabImage): number | undefined => fields.find(([, field]) => field === series)?.[0];
  const [number, numberNow] = [numberIn(image), now && numberIn(now)];
  if (!copy || !number || !numberNow || kept.length === 0 || now.rows < 2 || image.rows < 2) return nothingKept;
  const rows = copy.getRange(2, 1, now.rows - 1, now.columns).getValues() as Raw[][];
  const known = imageColumns(now);
  const columnOf = ({ field, header }: KnownColumn): number | undefined =>
    known.find((each) => (field ? field === each.field : !each.field && header === each.header))?.column;
  const computed = new Set([...now.formulas.filter(([, row]) => row > 1).map(([column]) => column), ...now.computed]);
  const columns = kept.flatMap((column): KeptColumn[] => {
    const was = columnOf(column);
    if (was === undefined || computed.has(was)) return [];
    const isText = target.getRange(2, column.column).getNumberFormat() === '@';
    return [{ column: column.column, values: rows.map((row) => row[was - 1]!), isText }];
  });
  if (columns.length === 0) return nothingKept;
  const shared = imageColumns(image).flatMap((column): [number, number][] => {
    const was = columnOf(column);
    return was === undefined || computed.has(was) ? [] : [[column.column, was]];
  });
  const earlier = staged.getRange(2, 1, image.rows - 1, image.columns).getValues() as Raw[][];
  const [there, here] = [shared.map(([column]) => column), shared.map(([, column]) => column)];
  return { columns, places: matchRows(rowTexts(earlier, number, there), rowTexts(rows, numberNow, here)) };
}

const asWritten = (value: Raw | undefined, isText: boolean): Raw =>
  typeof value === 'string' && value !== '' && !isText ? `'${value}` : (value ?? '');

export interface Pasting {
  staged: Sheet;
  image: TabImage;
  /** today's backup: what a restore that is done anew still finds as it was */
  today: OpenBackup;
  /** the field that numbers the tab's records */
  series: string | undefined;
  /** the settings come back as well, and with them what columns were called */
  whole: boolean;
}

/** Rows and columns that the tab lacks, each in one call. New columns say which fields they are. */
function makeRoom(
  target: Sheet,
  image: TabImage,
  matched: readonly MatchedColumn[],
): (Required<MatchedColumn> & { isNew: boolean })[] {
  let last = Math.max(target.getLastColumn(), ...readColumns(target).values(), 0);
  const placed = matched.map(({ from, to }) => ({ from, to: to ?? ++last, isNew: to === undefined }));
  const lacking = last - target.getMaxColumns();
  if (lacking > 0) target.insertColumnsAfter(target.getMaxColumns(), lacking);
  if (target.getMaxRows() < image.rows) target.insertRowsAfter(target.getMaxRows(), image.rows - target.getMaxRows());
  for (const { from, to, isNew } of placed) if (isNew && from.field !== undefined) bindColumn(target, to, from.field);
  return placed;
}

/**
 * Writes a staged tab over the one that it belongs to, in one commit: each column where it stands now, with formats, notes
 * and rules. The tab stays the same tab, so that formulas elsewhere go on. What the backup does not know of (columns made
 * since) stays with its records.
 */
export function pasteTab(book: Book, target: Sheet, pasting: Pasting): Map<number, number> {
  const { staged, image, today, whole } = pasting;
  const { matched, kept } = matchColumns(imageColumns(image), columnsNow(target));
  const placed = makeRoom(target, image, matched);
  const own = keptColumns(target, pasting, kept);
  const there = target.getLastRow();
  const width = target.getMaxColumns();
  const all = Math.min(staged.getMaxRows(), target.getMaxRows());
  target.clearConditionalFormatRules();
  // columns go one by one: a cell that was merged over several would stand in the way
  target.getRange(1, 1, target.getMaxRows(), width).breakApart();
  for (const { from, to, count, isNew } of stretches(placed)) {
    const rows = isNew ? all : image.rows;
    if (rows > 0) staged.getRange(1, from, rows, count).copyTo(target.getRange(1, to, rows, count));
  }
  if (there > image.rows) {
    const rest = target.getRange(image.rows + 1, 1, there - image.rows, width);
    rest.clearContent().clearNote().setBackground(null);
  }
  const known = today.manifest.tabs.find(({ id }) => id === target.getSheetId());
  const labels = new Map(whole ? [] : known?.fields.map(([column, field]) => [field, known.header[column - 1]]));
  for (const { from, to } of placed) {
    const label = labels.get(from.field ?? '');
    if (label && label !== from.header) target.getRange(1, to).setValue(label);
  }
  for (const { column, values, isText } of own.columns) {
    const cells = own.places.map((place) => [asWritten(values[place], isText)]);
    target.getRange(2, column, cells.length, 1).setValues(cells);
  }
  book.commit();
  return new Map(placed.map(({ from, to }) => [from.column, to]));
}
