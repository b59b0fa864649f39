import type { Book } from '../book.ts';
import { isRefusal } from '../refusals.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Whether this run may make and open other spreadsheets: the `core` manifest does not ask for that (platform §8). */
export function mayKeepFiles(book: Book): boolean {
  try {
    SpreadsheetApp.openById(book.workbook.getId());
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** What comes and goes: the service itself failed, whatever the file. */
const passing = /server error|timed out|Service Spreadsheets|too many|服务器|超时|伺服器|逾時/i;

/** A spreadsheet by its id; undefined where it was deleted or is not ours to open. Why that is Google says in many languages. */
export function openFile(id: string): Spreadsheet | undefined {
  if (id === '') return undefined;
  try {
    return SpreadsheetApp.openById(id);
  } catch (error) {
    if (passing.test(String(error))) throw error;
    return undefined;
  }
}
