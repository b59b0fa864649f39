import { cellText } from '../domain/check/cell.ts';
import type { Problem } from '../domain/problem.ts';
import type { Book } from '../google/book.ts';
import { makeSure } from '../google/guard.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';

/** A tab of settings as it was read. */
export interface StandingRows {
  tab: LedgerTab;
  block: Block;
}

/**
 * Answers in a tab of settings what stands there: marks what has to be mended at its cell, takes the marks of mended cells
 * away, and says in the column `state` what became of each row. Four reads, and one commit where something changes.
 *
 * @param stateOf what is to be said of a row; undefined: as it is
 */
export function tellRows(
  book: Book,
  standing: StandingRows | undefined,
  problems: readonly { row: number; problem: Problem }[],
  stateOf: (row: number) => string | undefined,
): void {
  const tab = standing && book.lookAgain(standing.tab);
  const rows = tab?.dataRows() ?? 0;
  if (!tab || rows === 0 || !standing) return;
  const block = tab.read(2, rows);
  // Somebody has edited it since it was read: it is answered the next time.
  if (JSON.stringify(block.raw) !== JSON.stringify(standing.block.raw)) return;
  const range = tab.sheet.getRange(2, block.firstColumn, rows, block.columns);
  const notes = range.getNotes();
  const fills = range.getBackgrounds();
  const changes: CellChange[] = [];
  for (let row = 0; row < rows; row++) {
    for (const field of tab.fields()) {
      const at = tab.column(field.key) - block.firstColumn;
      const found = problems.find((each) => each.row === row && each.problem.field === field.key)?.problem;
      const cell = { row, field: field.key };
      const change = markChange(cell, { problem: found }, notes[row]![at]!, fills[row]![at], tab.tab, book.language);
      if (change) changes.push(change);
    }
    const state = stateOf(row);
    if (tab.columns.has('state') && state !== undefined && cellText(tab.cell(block, row, 'state')) !== state)
      changes.push({ row, field: 'state', value: state });
  }
  if (changes.length === 0) return;
  const written = writeChanges(tab, changes, { block, notes });
  makeSure(book, tab, block, written);
}
