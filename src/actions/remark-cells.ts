import { cellText } from '../domain/check/cell.ts';
import { checkRow } from '../domain/check/check-rows.ts';
import type { Change } from '../domain/log/entry.ts';
import { isWhole } from '../domain/log/record-trace.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { identity } from '../google/plan-tab.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import { checkContext } from './check-context.ts';

/** Keys of the fields that were changed, by the number of the record; all of them where a whole record came. */
function changedFields(tab: LedgerTab, changes: readonly Change[]): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const all = tab.fields().map(({ key }) => key);
  for (const { record, field } of changes) {
    const own = field === '' ? all : all.filter((key) => key === field);
    fields.set(record, [...(fields.get(record) ?? []), ...own]);
  }
  return fields;
}

function remark(book: Book, tab: LedgerTab, changes: readonly Change[]): void {
  const number = identity(tab);
  const rows = tab.dataRows();
  if (!number || rows === 0) return;
  const { first, last } = tab.span();
  const fields = changedFields(tab, changes);
  const context = checkContext(book, tab, [...new Set([...fields.values()].flat())]);
  const range = tab.sheet.getRange(2, first, rows, last - first + 1);
  const notes = range.getNotes();
  const fills = range.getBackgrounds();
  // The values last: they say whose the marks are.
  const block = tab.read(2, rows);
  const marks: CellChange[] = [];
  for (let row = 0; row < rows; row++) {
    const keys = fields.get(cellText(tab.cell(block, row, number.key)));
    if (!keys) continue;
    const verdicts = checkRow(tab.tab, tab.record(block, row), keys, context).fields;
    for (const key of keys) {
      const at = tab.column(key) - first;
      const verdict = verdicts[key] ?? {};
      const mark = markChange({ row, field: key }, verdict, notes[row]![at]!, fills[row]![at], tab.tab, book.language);
      if (mark) marks.push(mark);
    }
  }
  writeChanges(tab, marks, { block, notes });
  book.commit();
}

/**
 * Puts the marks of cells right that were changed in bulk: what is mended loses its mark, what is wrong again gets it
 * back. Four reads at most and one commit for each tab, whatever the rows. Call it under the ledger's lock.
 */
export function remarkCells(book: Book, changes: readonly Change[]): void {
  for (const key of new Set(changes.map(({ tab }) => tab))) {
    const tab = book.tab(key);
    const own = changes.filter((change) => change.tab === key && (change.field !== '' || (isWhole(change) && change.to !== '')));
    if (tab && own.length > 0) remark(book, tab, own);
  }
}
