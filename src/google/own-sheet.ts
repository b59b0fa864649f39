import type { Book } from './book.ts';
import { freeName } from './free-name.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet that the ledger keeps for itself, by its key; undefined when it was deleted or never made. */
export function sheetOf(book: Book, key: string): Sheet | undefined {
  const id = book.settings?.tabs[key];
  return id === undefined ? undefined : book.workbook.getSheets().find((sheet) => sheet.getSheetId() === id);
}

/**
 * Makes such a sheet at the end, or takes the empty one of its name that a run which was cut off has made. Whoever looks
 * at another tab goes on looking at it. Call it under the lock, before anything is queued.
 */
export function makeOwnSheet(book: Book, key: string, label: string, position = Number.POSITIVE_INFINITY): Sheet {
  const { workbook } = book;
  const sheets = workbook.getSheets();
  const known = new Set(Object.values(book.settings!.tabs));
  const blank = sheets.find((each) => each.getName() === label && each.getLastRow() === 0 && !known.has(each.getSheetId()));
  let sheet = blank;
  if (!sheet) {
    const shown = workbook.getActiveSheet();
    sheet = workbook.insertSheet(freeName(workbook, label), Math.min(position, sheets.length));
    shown.activate();
  }
  book.saveSettings({ ...book.settings!, tabs: { ...book.settings!.tabs, [key]: sheet.getSheetId() } });
  return sheet;
}
