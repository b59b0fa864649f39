import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { identity } from '../google/plan-tab.ts';
import { previewedAt, previewSheet } from '../google/preview-tab.ts';
import { qualityPlaceAt, qualitySheet } from '../google/quality-tab.ts';
import type { Outcome } from './outcome.ts';

/** What the chosen row of a list is about: of the clean-up preview, or of the data quality report. */
function chosen(book: Book): { tab: string; record: string; field: string } | undefined {
  const active = book.workbook.getActiveSheet();
  const isActive = (sheet: GoogleAppsScript.Spreadsheet.Sheet | undefined) => sheet?.getSheetId() === active.getSheetId();
  const row = active.getActiveCell().getRow();
  if (isActive(previewSheet(book))) return previewedAt(active, row);
  return isActive(qualitySheet(book)) ? qualityPlaceAt(active, row) : undefined;
}

/** Goes from a row of a list to the cell that it is about, wherever the record stands now. */
export function goToRecord(book: Book, locale: Locale): Outcome {
  const about = chosen(book);
  if (!about) return { ok: false, message: say('stop.notInPreview', locale) };
  const tab = book.tab(about.tab);
  const number = tab && identity(tab);
  if (!tab || !number) return { ok: false, message: say('stop.unknownTab', locale, { tab: about.tab }) };
  const at = tab.column(number.key);
  const rows = tab.dataRows();
  const numbers = rows > 0 ? tab.sheet.getRange(2, at, rows, 1).getValues() : [];
  const row = about.record === '' ? 0 : numbers.findIndex(([cell]) => String(cell) === about.record) + 2;
  if (row === 1) return { ok: false, message: say('stop.recordNotFound', locale, { number: about.record }) };
  tab.sheet.getRange(Math.max(row, 2), tab.columns.get(about.field) ?? at).activate();
  return { ok: true, message: tab.name, shown: true };
}
