import { bandingStyle } from '../domain/dictionary/palette.ts';
import type { Locale } from '../domain/locale.ts';
import { applyConditionalFormats } from './conditional-formats.ts';
import type { LedgerTab } from './ledger-tab.ts';

/** Rows that should be free below the last record, and how many are added at a time. */
const free = 30;
const more = 500;

/**
 * Sees to it that there is somewhere to type: a long paste ends at the last row of the grid. New rows look like the one
 * above, so marks are wiped off them; banding and colours of options reach as far as the grid.
 *
 * @param end 1-based row of the last record
 * Call it before anything else is queued: it costs one commit of its own.
 *
 * @returns whether rows were added
 */
export function ensureRoom(tab: LedgerTab, end: number, locale: Locale): boolean {
  const { sheet } = tab;
  const last = sheet.getMaxRows();
  if (last - end >= free) return false;
  const rules = sheet.getConditionalFormatRules();
  const bandings = sheet
    .getBandings()
    .filter((banding) => banding.getFirstRowColor() === bandingStyle.first && banding.getSecondRowColor() === bandingStyle.second)
    .map((banding) => ({ banding, column: banding.getRange().getColumn(), columns: banding.getRange().getNumColumns() }));
  sheet.insertRowsAfter(last, more);
  // Compares rules before anything is queued: a look after a write costs a commit.
  applyConditionalFormats(tab, locale, { rules, maxRows: last + more });
  const { first, last: lastColumn } = tab.span();
  sheet
    .getRange(last + 1, first, more, lastColumn - first + 1)
    .setBackground(null)
    .clearNote();
  for (const { banding, column, columns } of bandings) banding.setRange(sheet.getRange(1, column, last + more, columns));
  return true;
}
