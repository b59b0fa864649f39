import { say } from '../domain/messages/say.ts';
import { type Memory, memoryRows, readMemory } from '../domain/segments/memory.ts';
import type { Book } from './book.ts';
import { makeOwnSheet, sheetOf } from './own-sheet.ts';

const tabKey = 'segmentMemory';
const width = 3;

/** What the last report of segments remembered. One read. */
export function lastSegments(book: Book): Memory | undefined {
  const sheet = sheetOf(book, tabKey);
  const rows = (sheet?.getLastRow() ?? 1) - 1;
  return sheet && rows > 0 ? readMemory(sheet.getRange(2, 1, rows, width).getDisplayValues()) : undefined;
}

/**
 * Remembers the segments for the next report: in a hidden tab, as 20,000 customers do not fit into properties. One write.
 * Call it under the lock.
 */
export function keepSegments(book: Book, memory: Memory): void {
  const rows = memoryRows(memory);
  const sheet = sheetOf(book, tabKey) ?? makeSheet(book);
  const amount = Math.max(rows.length, sheet.getLastRow() - 1);
  while (rows.length < amount) rows.push(['', '', '']);
  const lacking = amount + 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  sheet.getRange(2, 1, amount, width).setValues(rows);
}

function makeSheet(book: Book) {
  const sheet = makeOwnSheet(book, tabKey, say('segments.memory', book.language));
  sheet.getRange(1, 1).setValue(say('segments.memoryNote', book.language));
  sheet.setFrozenRows(1);
  // numbers and days stay text; rows put in later look like the last one
  sheet.getRange(2, 1, sheet.getMaxRows() - 1, width).setNumberFormat('@');
  return sheet.hideSheet();
}
