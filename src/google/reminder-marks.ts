import { say } from '../domain/messages/say.ts';
import { type Mark, type Marks, markCells, readMarkCells } from '../domain/reminders/marks.ts';
import type { Book } from './book.ts';
import { makeOwnSheet, sheetOf } from './own-sheet.ts';

const tabKey = 'reminderMarks';
const width = 4;

/** What was said of reminders: done, or put off. Empty where nobody has said anything yet. One read. */
export function readMarks(book: Book): Map<string, Mark> {
  const sheet = sheetOf(book, tabKey);
  const rows = (sheet?.getLastRow() ?? 1) - 1;
  if (!sheet || rows <= 0) return new Map();
  const cells = sheet.getRange(2, 1, rows, width).getDisplayValues();
  return new Map(cells.flatMap((row) => readMarkCells(row) ?? []).map((mark) => [mark.id, mark]));
}

/**
 * Sees to it that marks can be kept: their tab is made hidden when something is to be kept, and has room. Call it under
 * the lock, before anything is queued.
 *
 * @returns queues them in one write: whatever stood there is gone or there, never half of each
 */
export function placeMarks(book: Book, marks: Marks): () => void {
  const rows: string[][] = [...marks.values()].map(markCells);
  const sheet = sheetOf(book, tabKey) ?? (rows.length > 0 ? makeMarksSheet(book) : undefined);
  const amount = Math.max(rows.length, (sheet?.getLastRow() ?? 1) - 1);
  if (!sheet || amount === 0) return () => undefined;
  while (rows.length < amount) rows.push(['', '', '', '']);
  const lacking = amount + 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  return () => {
    sheet.getRange(2, 1, amount, width).setNumberFormat('@').setValues(rows);
  };
}

function makeMarksSheet(book: Book) {
  const sheet = makeOwnSheet(book, tabKey, say('today.marksTab', book.language));
  sheet.getRange(1, 1).setValue(say('today.marksNote', book.language));
  sheet.setFrozenRows(1);
  return sheet.hideSheet();
}
