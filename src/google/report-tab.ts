import { palette } from '../domain/dictionary/palette.ts';
import { say } from '../domain/messages/say.ts';
import type { Currency } from '../domain/money/own-currency.ts';
import { type CellLook, columnWidths, type ReportPage, reportColumns, usualRow } from '../domain/reports/page.ts';
import type { ValueLook } from '../domain/reports/report.ts';
import type { Book } from './book.ts';
import { addCharts, takeCharts } from './charts.ts';
import { bindColumn, columnLetter, readColumns } from './columns.ts';
import { freeName } from './free-name.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const keyOf = (kind: string): string => `report.${kind}`;

/** Columns from here on are the shop's own. */
export const ownColumn = columnLetter(reportColumns + 1);

/** Number formats by the workbook's currency; Sheets shows them as its locale writes numbers. */
function formatsOf({ sign, isBehind, digits }: Currency): Readonly<Record<ValueLook, string>> {
  const amount = digits === 0 ? '#,##0' : '#,##0.00';
  return {
    text: '@',
    count: '#,##0',
    money: sign === '' ? amount : isBehind ? `${amount} "${sign}"` : `"${sign}"${amount}`,
    share: '0.0%',
    change: '+#,##0.0%;-#,##0.0%;0.0%',
    decimal: '0.0',
    days: '0.0',
  };
}

/** The tab of a report; undefined where it was never made or is gone. */
export const reportSheet = (book: Book, kind: string): Sheet | undefined => {
  const id = book.settings?.tabs[keyOf(kind)];
  return id === undefined ? undefined : book.workbook.getSheets().find((sheet) => sheet.getSheetId() === id);
};

/** Behind the tabs with records and the reports that are there already. */
function makeSheet(book: Book, kind: string, title: string): Sheet {
  const settings = book.settings!;
  const sheets = book.workbook.getSheets();
  // an empty one of that name was made by a run that was cut off; one with charts is the shop's
  const blank = sheets.find((each) => each.getName() === title && each.getLastRow() === 0 && each.getCharts().length === 0);
  const before = new Set(
    Object.keys(settings.tabs)
      .filter((key) => key.startsWith('report.') || book.dictionary.tabs.some((tab) => tab.key === key))
      .map((key) => settings.tabs[key]),
  );
  const last = sheets.reduce((found, sheet, at) => (before.has(sheet.getSheetId()) ? at : found), 0);
  const sheet = blank ?? book.workbook.insertSheet(freeName(book.workbook, title), last + 1);
  sheet.setTabColor(palette.green.tab);
  sheet.setHiddenGridlines(true);
  book.saveSettings({ ...settings, tabs: { ...settings.tabs, [keyOf(kind)]: sheet.getSheetId() } });
  return sheet;
}

const marks = Array.from({ length: reportColumns }, (_, i) => `report.${i + 1}`);

/**
 * Sees to it that the first columns are the report's own. Where somebody has deleted or inserted columns among them, the
 * shop's would come to stand in the page and be cleared: blank ones are put before them, and what was the report's goes.
 * A copy of the tab may have lost its marks: there the title tells that the page is in its place.
 */
function holdColumns(sheet: Sheet, title: string): void {
  const known = readColumns(sheet);
  const places = marks.map((mark) => known.get(mark));
  const own = places.findIndex((place, i) => place !== i + 1);
  if (own < 0) return;
  const lacking = reportColumns - own;
  const isUnmarked = known.size === 0 && (sheet.getLastRow() === 0 || sheet.getRange(1, 1).getValue() === title);
  if (!isUnmarked) {
    if (own > 0) sheet.insertColumnsAfter(own, lacking);
    else sheet.insertColumnsBefore(1, lacking);
    const strayed = places.slice(own).filter((place) => place !== undefined);
    for (const place of strayed.sort((a, b) => b - a)) sheet.deleteColumn(place + lacking);
  } else {
    const columns = sheet.getMaxColumns();
    if (columns < reportColumns) sheet.insertColumnsAfter(columns, reportColumns - columns);
  }
  for (let i = own; i < reportColumns; i++) bindColumn(sheet, i + 1, marks[i]!);
}

/** Looks first, then only writes: one commit. What is the shop's, beside the report's columns, stays. */
function write(book: Book, sheet: Sheet, page: ReportPage, currency: Currency): void {
  holdColumns(sheet, String(page.rows[0]![0]));
  const rows = sheet.getMaxRows();
  const used = sheet.getLastRow();
  // a merge would swallow figures, hidden rows and a filter would leave some out
  const merged = sheet.getRange(1, 1, rows, reportColumns).getMergedRanges();
  const filter = sheet.getFilter();
  const needed = page.rows.length;
  const unfinished = say('report.unfinished', book.language);
  // a run that is cut off leaves a page that says so
  takeCharts(sheet, { from: 1, to: rows, columns: reportColumns }, () => {
    sheet.getRange(2, 1).setValue(unfinished);
  });
  for (const range of merged) range.breakApart();
  filter?.remove();
  if (rows < needed) sheet.insertRowsAfter(rows, needed - rows);
  sheet.getRange(1, 1, Math.max(used, needed), reportColumns).clear().clearDataValidations();
  columnWidths.forEach((pixels, i) => {
    sheet.setColumnWidth(i + 1, pixels);
  });
  const range = sheet.getRange(1, 1, needed, reportColumns);
  const each = <K extends keyof CellLook>(key: K): CellLook[K][][] => page.looks.map((row) => row.map((look) => look[key]));
  const formats = formatsOf(currency);
  // what is text stays text, whatever it begins with: names of people, numbers of records
  range.setNumberFormats(each('format').map((row) => row.map((look) => formats[look]))).setVerticalAlignment('middle');
  range.setWraps(each('wraps'));
  range.setHorizontalAlignments(each('align')).setBackgrounds(each('background'));
  range.setFontWeights(each('weight') as GoogleAppsScript.Spreadsheet.FontWeight[][]);
  range.setFontSizes(each('size')).setFontColors(each('color'));
  sheet.showRows(1, needed);
  sheet.setRowHeights(1, needed, usualRow);
  for (const [row, pixels] of page.heights) sheet.setRowHeight(row, pixels);
  const scope = page.rows[1]![0]!;
  range.setValues(page.rows.map((row, at) => (at === 1 ? [unfinished, ...row.slice(1)] : row)));
  addCharts(sheet, page.charts);
  sheet.getRange(2, 1).setValue(scope);
}

/**
 * Writes a report into its tab as a whole, making the tab where there is none. One commit; what one was looking at stays in
 * sight.
 *
 * @param kind key of the kind of report
 * @param title name of a new tab
 */
export function writeReport(book: Book, kind: string, title: string, page: ReportPage, currency: Currency): Sheet {
  const there = reportSheet(book, kind);
  const inSight = book.workbook.getActiveSheet();
  const sheet = there ?? makeSheet(book, kind, title);
  if (!there) inSight.activate();
  write(book, sheet, page, currency);
  SpreadsheetApp.flush();
  return sheet;
}
