import { cellText, isBlank } from '../domain/check/cell.ts';
import { checkCell } from '../domain/check/check-cell.ts';
import { doubledRows } from '../domain/check/check-rows.ts';
import { isMark } from '../domain/check/mark.ts';
import { highestCount } from '../domain/series.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { logAndWrite } from '../google/log-writer.ts';
import { noteNumbers, underLock } from '../google/numbers.ts';
import { writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import { doubledVerdict } from './check-block.ts';
import { checkContext } from './check-context.ts';
import { foreseen, type TypedEdit } from './check-typed.ts';
import { typedEntry } from './log-entries.ts';

/**
 * Checks a typed value that may not repeat: it is looked for in its whole column, which shows the cell itself as well
 * and is read last. Three reads: the column's notes, its fills, its values.
 *
 * @returns false when the cell is not what was foreseen or has to be written anew: check the block then
 */
export function checkTypedUnique(book: Book, tab: LedgerTab, edit: TypedEdit): boolean {
  const { field, row } = edit;
  const context = checkContext(book, tab, [field.key]);
  const expected = checkCell(field, foreseen(field, edit.value), context);
  if (expected.write !== undefined || expected.problem) return false;
  const done = underLock(
    book,
    () => {
      const now = book.tabOfSheet(tab.sheet);
      if (!now || now.columns.get(field.key) !== tab.columns.get(field.key)) return false;
      const rows = Math.max(now.dataRows(), row - 1);
      const range = now.sheet.getRange(2, now.column(field.key), rows, 1);
      const notes = range.getNotes();
      const fills = range.getBackgrounds();
      const whole = now.read(2, rows, [field.key]);
      const cells = Array.from({ length: whole.rows }, (_, i) => now.cell(whole, i, field.key));
      const value = cells[row - 2];
      if (isBlank(value) || cellText(value) !== edit.value) return false;
      const doubled = doubledRows(cells);
      // The typed value may double one below it, and what it replaced may have been doubled: both change marks elsewhere.
      const changes = cells.flatMap((cell, i) => {
        const original = doubled.get(i);
        if (i !== row - 2 && original === undefined && !isMark(notes[i]![0]!)) return [];
        const own = checkCell(field, cell, context);
        const verdict = original === undefined ? { problem: own.problem } : doubledVerdict(field, cell, original);
        return markChange({ row: i, field: field.key }, verdict, notes[i]![0]!, fills[i]![0], now.tab, book.language) ?? [];
      });
      const entry = typedEntry(now, whole, row - 2, field, edit.before);
      logAndWrite(book, [entry], () => writeChanges(now, changes, { block: whole }), { isDone: true });
      if (field.series) noteNumbers(now.tab.key, highestCount(field.series, cells.map(cellText)));
      return true;
    },
    'typing',
  );
  return done ?? false;
}
