import { headerStyle, palette } from '../domain/dictionary/palette.ts';
import { helpRows } from '../domain/help/help-rows.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from './book.ts';
import { freeName } from './free-name.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function sheetOf(book: Book): Sheet {
  const settings = book.settings!;
  const known = book.workbook.getSheets().find((sheet) => sheet.getSheetId() === settings.tabs.help);
  if (known) return known;
  const label = say('help.tab', settings.language);
  // An empty one of that name was made by a run that was cut off.
  const blank = book.workbook.getSheets().find((each) => each.getName() === label && each.getLastRow() === 0);
  const sheet = blank ?? book.workbook.insertSheet(freeName(book.workbook, label), book.workbook.getSheets().length);
  book.saveSettings({ ...settings, tabs: { ...settings.tabs, help: sheet.getSheetId() } });
  return sheet;
}

/** Writes the help tab afresh: it follows the fields as they are now. Nothing of the shop's is kept there, and it says so. */
export function writeHelp(book: Book): Sheet {
  const sheet = sheetOf(book);
  const rows = helpRows(book.dictionary, book.language);
  sheet.clear();
  if (sheet.getMaxRows() < rows.length) sheet.insertRowsAfter(sheet.getMaxRows(), rows.length - sheet.getMaxRows());
  const table = sheet.getRange(1, 1, rows.length, 3);
  table
    .setNumberFormat('@')
    .setValues(rows.map((row) => row.cells))
    .setWrap(true)
    .setVerticalAlignment('top');
  const headings = rows.map((row, i) => (row.kind === 'heading' ? `A${i + 1}:C${i + 1}` : '')).filter((a1) => a1 !== '');
  sheet.getRangeList(headings).setFontWeight('bold').setBackground(headerStyle.fill).setFontColor(headerStyle.text);
  sheet.getRange(1, 1).setFontSize(18).setFontWeight('bold').setFontColor(headerStyle.text);
  sheet.setColumnWidth(1, 300).setColumnWidth(2, 560).setColumnWidth(3, 100);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(palette.grey.tab);
  return sheet;
}
