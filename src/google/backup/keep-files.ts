import type { Book } from '../book.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Whether this run may make and open other spreadsheets: the `core` manifest does not ask for that (platform §8). */
export function mayKeepFiles(book: Book): boolean {
  try {
    SpreadsheetApp.openById(book.workbook.getId());
    return true;
  } catch (error) {
    if (/permission|Authorization/i.test(String(error))) return false;
    throw error;
  }
}

/** A spreadsheet by its id; undefined where it was deleted or is not ours to open any more. */
export function openFile(id: string): Spreadsheet | undefined {
  if (id === '') return undefined;
  try {
    return SpreadsheetApp.openById(id);
  } catch (error) {
    if (/permission|Unexpected error|not found|deleted|access/i.test(String(error))) return undefined;
    throw error;
  }
}
