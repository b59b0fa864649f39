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
 * @returns whether rows were added
 */
export function ensureRoom(tab: LedgerTab, end: number, locale: Locale): boolean {
  const { sheet } = tab;
  const last = sheet.getMaxRows();
  if (last - end >= free) return false;
  const rules = sheet.getConditionalFormatRules();
  const bandings = sheet.getBandings();
  sheet.insertRowsAfter(last, more);
  const { first, last: lastColumn } = tab.span();
  const rows = sheet.getRange(last + 1, first, more, lastColumn - first + 1);
  rows.setBackground(null).clearNote();
  for (const banding of bandings) {
    const range = banding.getRange();
    if (banding.getFirstRowColor() !== bandingStyle.first || banding.getSecondRowColor() !== bandingStyle.second) continue;
    banding.setRange(sheet.getRange(1, range.getColumn(), last + more, range.getNumColumns()));
  }
  applyConditionalFormats(tab, locale, { rules, maxRows: last + more });
  return true;
}
