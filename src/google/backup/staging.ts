import type { TabImage } from '../../domain/backup/manifest.ts';
import type { Book } from '../book.ts';
import { noteFound } from '../intents.ts';
import { keptMark } from './kept-here.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const mark = 'ledger.staging';

/**
 * Brings a tab of a backup into the workbook beside the one that it is to go into: only within one workbook can cells be
 * copied with all that they are. It is hidden and goes away when the restore is done.
 */
export function stage(book: Book, source: Sheet, image: TabImage): Sheet {
  const known = book.workbook.getSheets().map((sheet) => sheet.getSheetId());
  noteFound({ staging: { name: source.getName(), known } });
  const staged = source.copyTo(book.workbook);
  staged.addDeveloperMetadata(mark, String(image.id), SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  staged.hideSheet();
  staged.getFilter()?.remove();
  return staged;
}

/** A staged tab that has become a tab of the ledger. */
export function adopt(staged: Sheet): void {
  for (const key of [mark, keptMark])
    for (const item of staged.createDeveloperMetadataFinder().withKey(key).find()) item.remove();
}

const cellsOf = (sheet: Sheet): string => JSON.stringify(sheet.getDataRange().getValues());

/**
 * Takes away what a restore that was cut off has staged, marked or only just copied. A copy that holds something else is
 * somebody's own: made to be safe, after the restore had stopped.
 *
 * @param sources the tabs of the backup
 */
export function removeStaged(
  book: Book,
  noted: { name: string; known: readonly number[] } | undefined,
  sources: readonly Sheet[],
): void {
  const marked = new Set(
    book.workbook
      .createDeveloperMetadataFinder()
      .withKey(mark)
      .find()
      .map((item) => item.getLocation().getSheet()?.getSheetId()),
  );
  const isCopied = (sheet: Sheet): boolean =>
    noted !== undefined &&
    !noted.known.includes(sheet.getSheetId()) &&
    sheet.getName() !== noted.name &&
    sheet.getName().includes(noted.name) &&
    sources.some((source) => source.getName() === noted.name && cellsOf(source) === cellsOf(sheet));
  for (const sheet of book.workbook.getSheets()) {
    if (marked.has(sheet.getSheetId()) || isCopied(sheet)) book.workbook.deleteSheet(sheet);
  }
}
