import { headerStyle, palette } from '../domain/dictionary/palette.ts';
import { settingsTabKey } from '../domain/dictionary/settings-tab.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from './book.ts';
import { freeName } from './free-name.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A tab in which the ledger lists what it has found, written anew each time: a title, a line of totals (while it is at
 * work, how far it is, with a box to stop it), a line on what to do, and the table.
 */
export interface Listing {
  /** under which the settings know the tab */
  key: string;
  title: MessageKey;
}

/** Of the table, 1-based. */
export const listingHeader = 4;
/** Rows of the grid before anything is listed. */
const smallGrid = 50;
/** Tabs that stand behind every list. */
const behind = ['log', settingsTabKey, 'help'];

export const listingSheet = (book: Book, { key }: Listing): Sheet | undefined => {
  const id = book.settings?.tabs[key];
  return id === undefined ? undefined : book.workbook.getSheets().find((sheet) => sheet.getSheetId() === id);
};

/** The list's tab, made before 操作日志, 字段设置 and 帮助 when first needed; what one was looking at stays in sight. */
export function ensureListing(book: Book, listing: Listing): Sheet {
  const there = listingSheet(book, listing);
  if (there) return there;
  const settings = book.settings!;
  const label = say(listing.title, settings.language);
  const sheets = book.workbook.getSheets();
  // An empty one of that name was made by a run that was cut off.
  let sheet = sheets.find((each) => each.getName() === label && each.getLastRow() === 0);
  if (!sheet) {
    const shown = book.workbook.getActiveSheet();
    const ids = behind.map((key) => settings.tabs[key]);
    const place = sheets.findIndex((each) => ids.includes(each.getSheetId()));
    sheet = book.workbook.insertSheet(freeName(book.workbook, label), place < 0 ? sheets.length : place);
    shown.activate();
  }
  book.saveSettings({ ...settings, tabs: { ...settings.tabs, [listing.key]: sheet.getSheetId() } });
  return sheet;
}

/** What laying a list out anew depends on, looked up before anything is written: a look after a write costs a commit. */
interface ListingFacts {
  filter: GoogleAppsScript.Spreadsheet.Filter | null;
  bandings: GoogleAppsScript.Spreadsheet.Banding[];
  rows: number;
  columns: number;
}

const factsOf = (sheet: Sheet): ListingFacts => ({
  filter: sheet.getFilter(),
  bandings: sheet.getBandings(),
  rows: sheet.getMaxRows(),
  columns: sheet.getMaxColumns(),
});

/**
 * Empties a list's tab and lays out its columns. Few rows are dressed: those put in later look like the last one.
 *
 * @param widths of the columns, in pixels
 * @param hidden 1-based column that people need not see
 * @returns rows of the grid
 */
export function clearListing(book: Book, sheet: Sheet, { title }: Listing, widths: readonly number[], hidden: number): number {
  const { filter, bandings, rows, columns } = factsOf(sheet);
  filter?.remove();
  for (const banding of bandings) banding.remove();
  if (rows > smallGrid) sheet.deleteRows(smallGrid + 1, rows - smallGrid);
  if (columns > widths.length) sheet.deleteColumns(widths.length + 1, columns - widths.length);
  if (columns < widths.length) sheet.insertColumnsAfter(columns, widths.length - columns);
  sheet.clear();
  sheet.clearConditionalFormatRules();
  sheet.showColumns(1, widths.length);
  sheet.hideColumns(hidden);
  const left = Math.min(rows, smallGrid);
  sheet.showRows(1, left);
  sheet.getRange(1, 1, left, widths.length).clearDataValidations().setVerticalAlignment('middle');
  sheet.getRange(1, 1).setValue(say(title, book.language)).setFontSize(16).setFontWeight('bold').setFontColor(headerStyle.text);
  widths.forEach((pixels, i) => {
    sheet.setColumnWidth(i + 1, pixels);
  });
  sheet.setFrozenRows(listingHeader);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(palette.amber.tab);
  return left;
}

/** Queues the line that says that somebody is at work, with a box to stop it. */
export function queueProgress(sheet: Sheet, progress: string): void {
  sheet.getRange(2, 1).insertCheckboxes();
  sheet.getRange(2, 2).setValue(progress);
}

/** Says how far it is, and whether somebody asks to stop. One commit and one read. */
export function isStopped(sheet: Sheet, progress: string): boolean {
  sheet.getRange(2, 2).setValue(progress);
  SpreadsheetApp.flush();
  return sheet.getRange(2, 1).getValue() === true;
}

/** Queues the lines above the table: totals, and what to do. */
export function queueHead(sheet: Sheet, totals: string, lines: string): void {
  sheet.getRange(2, 1).removeCheckboxes().clearContent();
  sheet
    .getRange(2, 1, 2, 1)
    .setValues([[totals], [lines]])
    .setFontColor('#5f6b66');
  sheet.getRange(2, 2).clearContent();
}

/** Queues a row of headings. */
export function queueHeadings(sheet: Sheet, row: number, labels: readonly string[]): void {
  sheet
    .getRange(row, 1, 1, labels.length)
    .setValues([[...labels]])
    .setFontWeight('bold')
    .setBackground(headerStyle.fill)
    .setFontColor(headerStyle.text)
    .setVerticalAlignment('middle');
  sheet.setRowHeight(row, headerStyle.height);
}

/**
 * Makes room for rows down to the given one.
 *
 * @param rows of the grid
 */
export function ensureListingRows(sheet: Sheet, end: number, rows: number): void {
  if (end > rows) sheet.insertRowsAfter(rows, end - rows);
}
