import type { TabImage } from '../../domain/backup/manifest.ts';
import type { Book } from '../book.ts';
import { freeName } from '../free-name.ts';
import { readFilter } from './tab-filter.ts';
import { differing, imageOf } from './tab-image.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Somebody may be typing while a tab is copied: then it is read and copied once more. */
const mostAttempts = 4;

/** Why a backup was not made; nothing of the ledger was changed. */
export class BackupFailed extends Error {
  constructor() {
    super('The backup failed: somebody kept on typing.');
  }
}

export const isGrid = (sheet: Sheet): boolean => sheet.getType() === SpreadsheetApp.SheetType.GRID;

/**
 * Copies a tab, and makes sure that the copy holds what the original held. Formulas are noted apart, see `TabImage`.
 *
 * @param name what the copy is called, as far as that is free
 * @throws BackupFailed where somebody types all the time
 */
export function copyTab(book: Book, sheet: Sheet, file: Spreadsheet, name = sheet.getName()): { image: TabImage; copy: Sheet } {
  let before: readonly number[] = [];
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const image = imageOf(book, sheet);
    const copy = sheet.copyTo(file);
    const wrong = differing(copy, image);
    // What a formula fills in besides its own cell looks like somebody's change, each time in the same columns.
    const isComputed = wrong.length > 0 && image.formulas.length > 0 && String(wrong) === String(before);
    if (wrong.length === 0 || isComputed) {
      copy.setName(freeName(file, name));
      const filter = readFilter(sheet);
      const computed = isComputed ? wrong : [];
      return { image: { ...image, ...(filter ? { filter } : {}), computed, copy: copy.getSheetId() }, copy };
    }
    before = wrong;
    file.deleteSheet(copy);
    SpreadsheetApp.flush();
  }
  throw new BackupFailed();
}
