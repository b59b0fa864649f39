import { bandingStyle, headerStyle, palette } from '../domain/dictionary/palette.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { headerRow, readReviewRows, reviewColumns, type StandingList } from '../domain/review/review-rows.ts';
import type { Book } from './book.ts';
import { columnLetter } from './columns.ts';
import { freeName } from './free-name.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const tabKey = 'reviewList';
const width = reviewColumns.length;
const widths = [90, 100, 100, 120, 150, 260, 110, 220, 60];
const firstRow = headerRow + 1;
/** Rows below the last one, so that nothing has to be inserted by hand. */
const spare = 10;
const resultColumn = reviewColumns.indexOf('result') + 1;

export const reviewSheet = (book: Book): Sheet | undefined => {
  const id = book.settings?.tabs[tabKey];
  return id === undefined ? undefined : book.workbook.getSheets().find((sheet) => sheet.getSheetId() === id);
};

/** The list as somebody left it. One read. */
export const readReviewList = (sheet: Sheet): StandingList => readReviewRows(sheet.getDataRange().getDisplayValues());

function makeSheet(book: Book): Sheet {
  const settings = book.settings!;
  const label = say('review.tab', settings.language);
  const blank = book.workbook.getSheets().find((each) => each.getName() === label && each.getLastRow() === 0);
  const sheet = blank ?? book.workbook.insertSheet(freeName(book.workbook, label), book.workbook.getSheets().length);
  book.saveSettings({ ...settings, tabs: { ...settings.tabs, [tabKey]: sheet.getSheetId() } });
  return sheet;
}

/** What stands above the list and in it; each row in the order of `reviewColumns`. */
export interface ReviewListing {
  head: string;
  rows: readonly (readonly string[])[];
  /** what may be chosen as a result */
  results: readonly string[];
}

/**
 * Writes the list anew as a whole, in a tab of its own that is made when first needed. One commit.
 *
 * @param there the tab to write over; without one another is made, and what the shop has added to the last one stays
 */
export function writeReviewList(
  book: Book,
  { head, rows, results }: ReviewListing,
  there: Sheet | undefined,
  locale: Locale,
): Sheet {
  const sheet = there ?? makeSheet(book);
  const end = firstRow + rows.length + spare;
  sheet.getFilter()?.remove();
  for (const banding of sheet.getBandings()) banding.remove();
  sheet.clear();
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).clearDataValidations();
  if (sheet.getMaxRows() < end) sheet.insertRowsAfter(sheet.getMaxRows(), end - sheet.getMaxRows());
  else if (sheet.getMaxRows() > end) sheet.deleteRows(end + 1, sheet.getMaxRows() - end);
  if (sheet.getMaxColumns() < width) sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns());
  widths.forEach((pixels, i) => {
    sheet.setColumnWidth(i + 1, pixels);
  });
  sheet.getRange(1, 1, end, width).setNumberFormat('@').setVerticalAlignment('middle');
  sheet.getRange(1, 1).setValue(say('review.tab', locale)).setFontSize(16).setFontWeight('bold').setFontColor(headerStyle.text);
  sheet
    .getRange(2, 1, 2, 1)
    .setValues([[head], [say('review.made', locale)]])
    .setFontColor('#5f6b66');
  const labels = reviewColumns.map((column) => say(`review.column.${column}`, locale));
  sheet
    .getRange(headerRow, 1, 1, width)
    .setValues([labels])
    .setFontWeight('bold')
    .setBackground(headerStyle.fill)
    .setFontColor(headerStyle.text);
  sheet.setRowHeight(headerRow, headerStyle.height);
  if (rows.length > 0) {
    const range = sheet.getRange(firstRow, 1, rows.length, width);
    range.setValues(rows.map((row) => [...row]));
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...results], true)
      .setAllowInvalid(true)
      .build();
    sheet.getRange(firstRow, resultColumn, rows.length, 1).setDataValidation(rule);
    const letter = columnLetter(reviewColumns.indexOf('why') + 1);
    sheet.getRange(`${letter}${firstRow}:${letter}${firstRow + rows.length - 1}`).setWrap(true);
    const table = sheet.getRange(headerRow, 1, rows.length + 1, width - 1);
    const banding = table.applyRowBanding();
    banding.setHeaderRowColor(headerStyle.fill).setFirstRowColor(bandingStyle.first).setSecondRowColor(bandingStyle.second);
    table.createFilter();
  }
  sheet.hideColumns(width);
  sheet.setFrozenRows(headerRow);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(palette.amber.tab);
  SpreadsheetApp.flush();
  return sheet;
}
