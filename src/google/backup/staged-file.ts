import { type FilePiece, spilledBelow } from '../../domain/backup/file-piece.ts';
import { adopted, type FileManifest } from '../../domain/backup/ledger-file.ts';
import { readManifest, type TabImage } from '../../domain/backup/manifest.ts';
import type { Book } from '../book.ts';
import { writeContents } from './backup-file.ts';
import { writePiece } from './file-pieces.ts';
import { insertKept, keptOf, removeKept } from './kept-here.ts';
import { writeFrame } from './tab-frame.ts';
import { differing } from './tab-image.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The column of the list of contents in which texts wait until all are there. */
const waiting = 3;

/** Makes a hidden place for a file. Another that waits there goes, and so does what was left behind. */
export function makePlace(book: Book, stays: (contents: number) => boolean): number {
  removeKept(book, stays);
  return insertKept(book, 0, -1).getSheetId();
}

/** A tab of exactly the size that it is to have. */
function makeTab(book: Book, contents: number, place: number, [high, wide]: readonly [number, number]): Sheet {
  const sheet = insertKept(book, contents, place);
  const [maxColumns, maxRows] = [sheet.getMaxColumns(), sheet.getMaxRows()];
  if (maxColumns > wide) sheet.deleteColumns(wide + 1, maxColumns - wide);
  if (maxColumns < wide) sheet.insertColumnsAfter(maxColumns, wide - maxColumns);
  if (maxRows > high) sheet.deleteRows(high + 1, maxRows - high);
  if (maxRows < high) sheet.insertRowsAfter(maxRows, high - maxRows);
  return sheet;
}

/**
 * Puts a piece of a file aside, in a hidden tab; once more does no harm.
 *
 * @param grid rows and columns that the tab is to have
 * @returns false where the place is gone
 */
export function putPiece(book: Book, contents: number, piece: FilePiece, grid: readonly [number, number]): boolean {
  const { list, sheets } = keptOf(book, contents);
  if (!list) return false;
  const sheet = sheets.get(piece.tab) ?? makeTab(book, contents, piece.tab, grid);
  writePiece(sheet, piece);
  SpreadsheetApp.flush();
  return true;
}

/** Puts texts of the list of contents aside. */
export function putTexts(book: Book, contents: number, from: number, texts: readonly string[]): boolean {
  const { list } = keptOf(book, contents);
  if (!list) return false;
  const [rows, columns] = [from + texts.length + 1, list.getMaxColumns()];
  if (list.getMaxRows() < rows) list.insertRowsAfter(list.getMaxRows(), rows - list.getMaxRows());
  if (columns < waiting) list.insertColumnsAfter(columns, waiting - columns);
  const range = list.getRange(from + 1, waiting, texts.length, 1);
  range.setNumberFormat('@').setValues(texts.map((text) => [text]));
  SpreadsheetApp.flush();
  return true;
}

/** What a tab was: its formulas, and how it looked as a whole. */
function finishTab(sheet: Sheet, { formulas, rows, frame }: FileManifest['tabs'][number]): void {
  for (const [column, row, count] of spilledBelow(formulas, rows)) sheet.getRange(row, column, count, 1).clearContent();
  for (const [column, row, count, text] of formulas) sheet.getRange(row, column, count, 1).setFormulaR1C1(text);
  writeFrame(sheet, frame);
}

/**
 * Makes what was put aside count as a backup: the tabs are completed and compared with the list of contents, which is
 * written last. One read for each tab.
 *
 * @returns names of tabs that are not what the file says, undefined where the place or a part of it is gone
 */
export function completePlace(book: Book, contents: number, head: string): string[] | undefined {
  const { list, sheets } = keptOf(book, contents);
  const last = list?.getLastRow() ?? 0;
  if (!list || last === 0 || list.getMaxColumns() < waiting) return undefined;
  const range = list.getRange(1, waiting, last, 1);
  const texts = range.getValues().map(([text]) => String(text));
  const read = readManifest([head, ...texts]) as FileManifest | undefined;
  if (!read) return undefined;
  const manifest = adopted(read, book.workbook.getId());
  for (const image of manifest.tabs) {
    const sheet = sheets.get(read.tabs[manifest.tabs.indexOf(image)]!.id);
    if (!sheet) return undefined;
    finishTab(sheet, image);
  }
  SpreadsheetApp.flush();
  const tabs = manifest.tabs.map(({ frame: _, ...image }, i): TabImage => {
    const sheet = sheets.get(read.tabs[i]!.id)!;
    return { ...image, copy: sheet.getSheetId() };
  });
  const wrong = tabs.filter((image, i) => differing(sheets.get(read.tabs[i]!.id)!, image).length > 0).map(({ name }) => name);
  if (wrong.length > 0) return wrong;
  range.clearContent();
  writeContents(book, list, { ...manifest, tabs });
  return [];
}
