import { palette } from '../domain/dictionary/palette.ts';
import { entryOf, type LogRow } from '../domain/log/log-row.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from './book.ts';
import { freeName } from './free-name.ts';
import { lookAtLogState, putLogState, seenLogState } from './log-state.ts';
import { logSheet, type StandingRow, type Wanted } from './log-tab.ts';
import { underLogLock } from './log-writer.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const archiveKey = 'logArchive';
/** Above so many rows the older entries move to the archive, where one cell holds many. */
const mostRows = 5_000;
const keptRows = 1_000;
/** Characters of a packed cell; a cell holds 50,000 (platform §1). */
const mostPacked = 40_000;

const sheetOf = (book: Book): Sheet | undefined => {
  const id = book.settings?.tabs[archiveKey];
  return id === undefined ? undefined : book.workbook.getSheets().find((sheet) => sheet.getSheetId() === id);
};

function ensureArchive(book: Book): Sheet {
  const there = sheetOf(book);
  if (there) return there;
  const shown = book.workbook.getActiveSheet();
  const name = freeName(book.workbook, say('log.archive', book.language));
  const sheet = book.workbook.insertSheet(name, book.workbook.getSheets().length);
  shown.activate();
  sheet.deleteColumns(6, sheet.getMaxColumns() - 5);
  sheet.getRange('C:E').setNumberFormat('@');
  const { language } = book;
  const from = say('log.column.from', language);
  const to = say('log.column.to', language);
  const header = [say('log.column.n', language), '–', from, to, say('log.archive', language)];
  sheet.getRange(1, 1, 1, 5).setValues([header]).setFontWeight('bold');
  sheet.setFrozenRows(1);
  sheet.setTabColor(palette.amber.tab);
  sheet.protect().setWarningOnly(true);
  sheet.hideSheet();
  book.saveSettings({ ...book.settings!, tabs: { ...book.settings!.tabs, [archiveKey]: sheet.getSheetId() } });
  return sheet;
}

/** Rows of the log by cells that hold many of them each. */
function packs(rows: readonly LogRow[]): LogRow[] {
  const packed: LogRow[] = [];
  let open: LogRow[] = [];
  let length = 2;
  const close = (): void => {
    if (open.length === 0) return;
    const [first, last] = [open[0]!, open[open.length - 1]!];
    packed.push([first[0]!, last[0]!, first[1]!, last[1]!, JSON.stringify(open)]);
    open = [];
    length = 2;
  };
  for (const row of rows) {
    const size = JSON.stringify(row).length + 1;
    if (length + size > mostPacked) close();
    open.push(row);
    length += size;
  }
  close();
  return packed;
}

/** Entries that lie in the archive; those that somebody has changed cannot be read. One read. */
export function readArchive(book: Book, key: string, wanted: Wanted = () => true): StandingRow[] {
  const sheet = sheetOf(book);
  const last = sheet?.getLastRow() ?? 0;
  if (!sheet || last < 2) return [];
  const cells = sheet.getRange(2, 5, last - 1, 1).getValues() as [string][];
  return cells.flatMap(([text], i) => {
    try {
      return (JSON.parse(text) as LogRow[])
        .filter(wanted)
        .map((row) => ({ row: i + 2, n: Number(row[0]), entry: entryOf(row, key) }));
    } catch {
      return [];
    }
  });
}

/** The last number that the archive holds. */
function archivedUpTo(sheet: Sheet): number {
  const last = sheet.getLastRow();
  return last < 2
    ? 0
    : Math.max(
        ...sheet
          .getRange(2, 2, last - 1, 1)
          .getValues()
          .map(([n]) => Number(n) || 0),
      );
}

/**
 * Moves older entries to the archive once the log has grown long: there they take a hundredth of the cells. First they
 * are written there, then they are deleted here: cut off in between, the next time deletes them.
 */
export function archiveLog(book: Book): void {
  const sheet = logSheet(book);
  if (!sheet || seenLogState().rows <= mostRows) return;
  underLogLock(() => {
    SpreadsheetApp.flush();
    const { state } = lookAtLogState();
    const last = sheet.getLastRow();
    const columns = sheet.getMaxColumns();
    if (last <= keptRows + 1) {
      putLogState({ ...state, rows: last });
      return;
    }
    const archive = ensureArchive(book);
    const whole = sheet.getRange(2, 1, last - 1, columns);
    // Oldest first, whatever order somebody has brought them into.
    whole.sort(1);
    SpreadsheetApp.flush();
    const moving = whole.getValues().slice(0, last - 1 - keptRows) as LogRow[];
    const already = archivedUpTo(archive);
    const packed = packs(moving.filter(([n]) => Number(n) > already));
    if (packed.length > 0) {
      const first = archive.getLastRow() + 1;
      const lacking = first + packed.length - 1 - archive.getMaxRows();
      if (lacking > 0) archive.insertRowsAfter(archive.getMaxRows(), lacking);
      archive.getRange(first, 1, packed.length, 5).setValues(packed);
      SpreadsheetApp.flush();
    }
    putLogState({ ...state, rows: last - moving.length });
    sheet.deleteRows(2, moving.length);
    SpreadsheetApp.flush();
  });
}
