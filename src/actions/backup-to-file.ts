import type { Failure } from '../domain/api.ts';
import type { BackupList } from '../domain/backup/backup-api.ts';
import type { FileStart } from '../domain/backup/file-api.ts';
import { type FilePiece, spilledBelow } from '../domain/backup/file-piece.ts';
import { type FileImage, fileFormat, fileNameOf, fileVersion } from '../domain/backup/ledger-file.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { isGrid } from '../google/backup/copy-tab.ts';
import { counters } from '../google/backup/counters.ts';
import { readPiece } from '../google/backup/file-pieces.ts';
import { ownSheets } from '../google/backup/kept-here.ts';
import { changeRing } from '../google/backup/ring.ts';
import { readFilter } from '../google/backup/tab-filter.ts';
import { readFrame } from '../google/backup/tab-frame.ts';
import { imageOf } from '../google/backup/tab-image.ts';
import type { Book } from '../google/book.ts';
import { logAndWrite } from '../google/log-writer.ts';
import { listForPage } from './backups-page.ts';

/** What a file begins with, and which tabs it is to hold. Nothing is written by asking. */
export function beginFile(book: Book): FileStart {
  const { workbook } = book;
  const [title, at] = [workbook.getName(), Date.now()];
  const [moment, zone] = [book.zone.moment(at), workbook.getSpreadsheetTimeZone()];
  return {
    head: { format: fileFormat, version: fileVersion, of: workbook.getId(), title, at, when: moment.slice(0, 16), zone },
    name: fileNameOf(title, moment),
    settings: JSON.stringify(book.settings),
    series: counters(),
    tabs: ownSheets(book)
      .filter(isGrid)
      .map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getName(), rows: sheet.getLastRow() })),
  };
}

/** One of the tabs, or that it was deleted since. */
function withTab<T>(
  book: Book,
  tab: number,
  locale: Locale,
  work: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => T,
): T | Failure {
  const sheet = book.workbook.getSheets().find((each) => each.getSheetId() === tab);
  return sheet ? work(sheet) : { failed: true, message: say('stop.fileTabGone', locale), retry: false };
}

export const pieceFor = (book: Book, { tab, from }: { tab: number; from: number }, locale: Locale): FilePiece | Failure =>
  withTab(book, tab, locale, (sheet) => readPiece(sheet, from));

/** What a tab holds now, to compare its pieces with. */
export const imageFor = (book: Book, { tab }: { tab: number }, locale: Locale): FileImage | Failure =>
  withTab(book, tab, locale, (sheet) => {
    const image = imageOf(book, sheet);
    const computed = [...new Set(spilledBelow(image.formulas, image.rows).map(([column]) => column))];
    const filter = readFilter(sheet);
    return { ...image, ...(filter ? { filter } : {}), computed, copy: image.id, frame: readFrame(sheet, image.columns) };
  });

/** A file was made: who has done it stands in the change log, for it holds everything. */
export function endFile(
  book: Book,
  { rows, tabs }: { rows: number; tabs: number },
  locale: Locale,
): { message: string; list: BackupList } {
  changeRing(book, (ring) => ({ ...ring, file: { at: Date.now(), rows } }));
  const to = say('backup.fileEntry', book.language, { rows, tabs });
  const entry = { tab: 'customers', record: '', field: '', from: '', to, kind: 'export', run: 0 } as const;
  logAndWrite(book, [entry], () => undefined, { isDone: true });
  return { message: say('done.file', locale, { rows, tabs }), list: listForPage(book, {}, locale) };
}
