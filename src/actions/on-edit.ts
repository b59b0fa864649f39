import { heldAgainst } from '../domain/dictionary/roles.ts';
import { say } from '../domain/messages/say.ts';
import { Book } from '../google/book.ts';
import { longestTrigger, withIntent } from '../google/intents.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { logAndWrite, type NewEntry } from '../google/log-writer.ts';
import { showToast } from '../google/screen.ts';
import { failureOf } from './answer.ts';
import { saySureness } from './block-marks.ts';
import { checkBlock } from './check-block.ts';
import { adoptPastedHeaders, checkHeaders } from './check-headers.ts';
import { checkTyped } from './check-typed.ts';
import { checkTypedUnique } from './check-typed-unique.ts';
import { blockEntry } from './log-entries.ts';
import { identityKeys } from './mark-same.ts';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/**
 * A simple trigger is killed after 30 s. Formats cost most (0.1 ms a cell at the commit), so a paste is checked up to
 * this many cells at once; the menu's check does the rest.
 */
const mostCells = 90_000;

/** Rows below the last record that are looked at for marks without a value. */
const marksBelow = 200;

/** From this many rows on the person is told what was done. */
const worthTelling = 20;

/**
 * What happens when somebody edits. Needs no permission and no set-up beyond the ledger itself. Fast edits may be
 * dropped by the platform (its queue holds two), which is why the menu's check gives the same result for a whole tab.
 */
export function handleEdit(event: EditEvent): void {
  const book = new Book(event.source ?? undefined);
  try {
    checkEdit(book, event);
    // What was queued fails here if it fails, and not after this function has ended.
    book.commit();
  } catch (error) {
    // A cell that may not be written (protected, or a strict rule of the shop's) ends the run: say so, where somebody looks.
    showToast(book.workbook, failureOf(error, book.language).message);
  }
}

function checkEdit(book: Book, event: EditEvent): void {
  const range = event.range;
  const sheet = range.getSheet();
  const known = book.tabOfSheet(sheet);
  if (!known) return;
  const firstRow = range.getRow();
  const rows = range.getNumRows();
  const first = range.getColumn();
  const last = first + range.getNumColumns() - 1;
  if (firstRow === 1 && adoptPastedHeaders(known, { firstRow, rows, first, last })) book.refresh();
  const tab = book.tabOfSheet(sheet)!;
  if (firstRow === 1) {
    const sentences = checkHeaders(book, tab);
    if (tab.missing().length > 0) showToast(book.workbook, sentences[sentences.length - 1]!);
  }
  const keys = tab.fields().filter((field) => tab.column(field.key) >= first && tab.column(field.key) <= last);
  const before = typeof event.oldValue === 'string' ? event.oldValue : undefined;
  const edited = blockEntry(tab, { firstRow, rows, first, columns: last - first + 1 }, before, book.language);
  if (keys.length === 0 || firstRow + rows - 1 < 2) {
    logAndWrite(book, [edited], () => undefined, { isDone: true });
    return;
  }

  if (rows === 1 && first === last && typeof event.value === 'string') {
    const edit = { row: firstRow, field: keys[0]!, value: event.value, replaced: event.oldValue !== undefined, before };
    if (edit.field.unique ? checkTypedUnique(book, tab, edit) : checkTyped(book, tab, edit)) return;
  }
  const touched = new Set(keys.map((field) => field.key));
  for (const field of tab.fields()) if (touched.has(heldAgainst(field) ?? '')) touched.add(field.key);
  const identity = identityKeys(tab);
  if (identity.some((key) => touched.has(key))) for (const key of identity) touched.add(key);
  checkPasted(book, tab, Math.max(2, firstRow), firstRow + rows - 1, [...touched], edited);
}

function checkPasted(book: Book, tab: LedgerTab, firstRow: number, lastRow: number, keys: string[], edited: NewEntry): void {
  // Whole columns may be cleared or formatted: what lies far below the last record holds nothing to check. A little
  // beyond it there may be the mark of a value that has just been cleared.
  const end = Math.min(lastRow, tab.sheet.getMaxRows(), Math.max(tab.dataRows() + 1, firstRow) + marksBelow);
  const rows = end - firstRow + 1;
  if (rows <= 0) {
    logAndWrite(book, [edited], () => undefined, { isDone: true });
    return;
  }
  const most = Math.max(1, Math.floor(mostCells / tab.fields().length));
  const check = () => checkBlock(book, tab, { firstRow, rows: Math.min(rows, most), keys, typing: true, edited });
  // A trigger that is killed says nothing. Where the person would have been told of the end, somebody sees to it later.
  const { key } = tab.tab;
  const id = `paste.${key}.${Date.now()}`;
  const undertaking = { id, action: 'check-tab', request: { tab: key }, lasts: longestTrigger };
  const report = rows >= worthTelling ? withIntent(undertaking, check) : check();
  const language = book.language;
  // Nothing was checked, and nothing was logged with it.
  if (!report) logAndWrite(book, [edited], () => undefined, { isDone: true });
  if (!report) showToast(book.workbook, say('stop.busy', language));
  else if (report.moved) showToast(book.workbook, saySureness(report.moved, language));
  else if (report.numbersLost) showToast(book.workbook, say('stop.numbersLost', language));
  else if (rows > most) showToast(book.workbook, say('stop.tooLarge', language, { rows, done: most }));
  else if (rows >= worthTelling)
    showToast(
      book.workbook,
      say('done.pasted', language, { rows: report.rows, written: report.written, problems: report.problems }),
    );
}
