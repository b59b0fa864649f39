import { headerStyle, palette } from '../domain/dictionary/palette.ts';
import { entryOf, type LogRow, logColumns, type ReadEntry } from '../domain/log/log-row.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from './book.ts';
import { columnLetter } from './columns.ts';
import { freeName } from './free-name.ts';
import { underLock } from './numbers.ts';
import { exactRuns } from './runs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const logTabKey = 'log';

const width = logColumns.length;
const widths = [70, 150, 100, 70, 100, 110, 110, 180, 180, 60, 80, 60];
const lastLetter = columnLetter(width);
const stateLetter = columnLetter(logColumns.indexOf('state') + 1);
const protection = 'customer-ledger log';
/** Rows of a new log, and how many are added at a time. */
const more = 500;
/** More stretches than this are marked as a list of ranges in one call. */
const mostStretches = 16;
/** From so many rows on, it is looked whether they hold text already. */
const manyRows = 150;

export const logSheet = (book: Book): Sheet | undefined => {
  const id = book.settings?.tabs[logTabKey];
  return id === undefined ? undefined : book.workbook.getSheets().find((sheet) => sheet.getSheetId() === id);
};

/** A log without entries that a run which was cut off has made. */
function leftBehind(book: Book, name: string): Sheet | undefined {
  const sheet = book.workbook.getSheetByName(name);
  const last = sheet?.getLastRow() ?? 2;
  const isOurs = last === 0 || (last === 1 && sheet!.getRange(1, 1).getValue() === say('log.column.n', book.language));
  return sheet && isOurs ? sheet : undefined;
}

function dress(book: Book, sheet: Sheet): void {
  const locale = book.language;
  const columns = sheet.getMaxColumns();
  if (columns > width) sheet.deleteColumns(width + 1, columns - width);
  sheet.getRange(`B:${lastLetter}`).setNumberFormat('@');
  sheet.getRange('A:A').setNumberFormat('0').setHorizontalAlignment('right');
  widths.forEach((pixels, i) => {
    sheet.setColumnWidth(i + 1, pixels);
  });
  sheet.setFrozenRows(1);
  sheet.setTabColor(palette.amber.tab);
  sheet.hideColumns(width);
  sheet.protect().setWarningOnly(true).setDescription(protection);
  const header = sheet.getRange(1, 1, 1, width);
  header.setFontWeight('bold').setBackground(headerStyle.fill).setFontColor(headerStyle.text).setVerticalAlignment('middle');
  header.setValues([logColumns.map((column) => say(`log.column.${column}`, locale))]);
  sheet.getRange(1, 1).setNote(say('log.note', locale));
}

/**
 * The log's tab, made hidden when it is first needed; whoever looks at another tab goes on looking at it. Call it before
 * anything is queued.
 *
 * @returns undefined while somebody else holds the ledger's lock
 */
export function ensureLogSheet(book: Book): Sheet | undefined {
  return logSheet(book) ?? underLock(book, () => logSheet(book) ?? makeLogSheet(book), 'glance');
}

function makeLogSheet(book: Book): Sheet {
  const name = say('log.tab', book.language);
  const blank = leftBehind(book, name);
  let sheet = blank;
  if (!sheet) {
    const shown = book.workbook.getActiveSheet();
    sheet = book.workbook.insertSheet(freeName(book.workbook, name), book.workbook.getSheets().length);
    shown.activate();
  }
  dress(book, sheet);
  sheet.hideSheet();
  book.saveSettings({ ...book.settings!, tabs: { ...book.settings!.tabs, [logTabKey]: sheet.getSheetId() } });
  SpreadsheetApp.flush();
  return sheet;
}

/** Sees to it that rows can be written below the last one. Call it before anything is queued. */
export function ensureLogRoom(sheet: Sheet, end: number): void {
  const rows = sheet.getMaxRows();
  if (end > rows) sheet.insertRowsAfter(rows, Math.max(more, end - rows));
}

/** Queues rows below the last one: text stays text, whatever it begins with. @param isText they are text already */
export function queueLogRows(sheet: Sheet, first: number, rows: readonly LogRow[], isText: boolean): void {
  if (!isText) sheet.getRange(`B${first}:${lastLetter}${first + rows.length - 1}`).setNumberFormat('@');
  sheet.getRange(first, 1, rows.length, width).setValues(rows as (string | number)[][]);
}

/**
 * Whether so many rows from one on are text already; new rows take it from above. Looking costs a twentieth of what setting
 * the format of many cells does (platform §4); few are not looked at. Call it before anything is queued.
 */
export function areTextRows(sheet: Sheet, first: number, amount: number): boolean {
  const end = Math.min(sheet.getMaxRows(), first + amount - 1);
  if (amount < manyRows || end < first) return false;
  const formats = sheet.getRange(`B${first}:${lastLetter}${end}`).getNumberFormats();
  return formats.every((row) => row.every((format) => format === '@'));
}

/** Queues what the state of some rows is. */
export function queueStates(sheet: Sheet, rows: readonly number[], state: string): void {
  const stretches = exactRuns([...rows].sort((a, b) => a - b).map((row) => ({ row, value: state })));
  const ranges = stretches.map(({ first, values }) => `${stateLetter}${first}:${stateLetter}${first + values.length - 1}`);
  if (ranges.length > mostStretches) sheet.getRangeList(ranges).setValue(state);
  else for (const range of ranges) sheet.getRange(range).setValue(state);
}

/** A row of the log as it stands now. */
export interface StandingRow {
  /** 1-based */
  row: number;
  /** what stands in the column of numbers; not a number where somebody wrote something of their own */
  n: number;
  /** undefined where it cannot be read */
  entry: ReadEntry | undefined;
}

/** Which rows of the log are to be opened, by what they show. */
export type Wanted = (row: readonly unknown[]) => boolean;

const shows =
  (column: (typeof logColumns)[number], text: string): Wanted =>
  (row) =>
    String(row[logColumns.indexOf(column)]) === text;

export const ofRun = (run: number): Wanted => shows('run', String(run));
export const ofRecord = (record: string): Wanted => shows('record', record);

/** The run of the row of the log that is chosen; undefined in other tabs, and for what belongs to no run. */
export function chosenRun(book: Book): number | undefined {
  const active = book.workbook.getActiveSheet();
  const row = active.getSheetId() === book.settings?.tabs[logTabKey] ? active.getActiveCell().getRow() : 1;
  const run = row > 1 ? Number(active.getRange(row, logColumns.indexOf('run') + 1).getValue()) : 0;
  return run > 0 ? run : undefined;
}

/** The rows of the log, in one read. @param wanted absent: all of them */
export function readLog(sheet: Sheet, key: string, wanted?: Wanted): StandingRow[] {
  const last = sheet.getLastRow();
  if (last < 2) return [];
  const columns = Math.min(width, sheet.getMaxColumns());
  const cells = sheet.getRange(2, 1, last - 1, columns).getValues() as unknown[][];
  return cells.flatMap((row, i) => {
    if (row.every((cell) => cell === '')) return [];
    if (wanted && !wanted(row)) return [];
    return { row: i + 2, n: Number(row[0]), entry: entryOf(row, key) };
  });
}
