import { cellText, isBlank } from '../domain/check/cell.ts';
import { checkCell } from '../domain/check/check-cell.ts';
import { doubledRows } from '../domain/check/check-rows.ts';
import { highestCount } from '../domain/series.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { noteNumbers, underLock } from '../google/numbers.ts';
import { writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import { checkContext } from './check-context.ts';
import { foreseen, type TypedEdit } from './check-typed.ts';

/**
 * Checks a typed value that may not repeat: it is looked for in its whole column, which shows the cell itself as well
 * and is read last. Three reads: note, fill, column.
 *
 * @returns false when the cell is not what was foreseen or has to be written anew: check the block then
 */
export function checkTypedUnique(book: Book, tab: LedgerTab, edit: TypedEdit): boolean {
  const { field, row } = edit;
  const expected = checkCell(field, foreseen(field, edit.value), checkContext(book, tab, [field.key]));
  if (expected.write !== undefined || expected.problem) return false;
  const done = underLock(
    book,
    () => {
      const now = book.tabOfSheet(tab.sheet);
      if (!now || now.columns.get(field.key) !== tab.columns.get(field.key)) return false;
      const cell = now.sheet.getRange(row, now.column(field.key));
      const note = cell.getNote();
      const fill = cell.getBackground();
      const whole = now.read(2, Math.max(now.dataRows(), row - 1), [field.key]);
      const cells = Array.from({ length: whole.rows }, (_, i) => now.cell(whole, i, field.key));
      const value = cells[row - 2];
      if (isBlank(value) || cellText(value) !== edit.value) return false;
      const original = doubledRows(cells).get(row - 2);
      const code = field.kind === 'series' ? 'check.doubledNumber' : 'check.doubledValue';
      const params = { value: cellText(value), row: (original ?? 0) + 2, other: field.key };
      const verdict = original === undefined ? {} : { problem: { code, params, severity: 'wrong' as const } };
      const mark = markChange({ row: row - 2, field: field.key }, verdict, note, fill, now.tab, book.language);
      if (mark) writeChanges(now, [mark], { block: whole });
      if (field.series) noteNumbers(now.tab.key, highestCount(field.series, cells.map(cellText)));
      return true;
    },
    'typing',
  );
  return done ?? false;
}
