import { bandingStyle, markFill } from '../domain/dictionary/palette.ts';
import type { Locale } from '../domain/locale.ts';
import { applyConditionalFormats } from './conditional-formats.ts';
import type { LedgerTab } from './ledger-tab.ts';

/** Rows that should be free below the last record, and how many are added at a time. */
const free = 30;
const more = 500;

/**
 * Sees to it that there is somewhere to type: a long paste ends at the last row of the grid. New rows look like the one
 * above, so marks are wiped off them; banding and colours of options reach as far as the grid. The banding is stretched
 * last: where it ends above the last row, somebody was cut off, and the rows below it are dressed now.
 *
 * Call it before anything else is queued: it costs one commit of its own.
 *
 * @param end 1-based row of the last record
 */
export function ensureRoom(tab: LedgerTab, end: number, locale: Locale): void {
  const { sheet } = tab;
  const rows = sheet.getMaxRows();
  const bandings = sheet
    .getBandings()
    .filter((banding) => banding.getFirstRowColor() === bandingStyle.first && banding.getSecondRowColor() === bandingStyle.second)
    .map((banding) => ({ banding, range: banding.getRange() }));
  const dressed = Math.min(rows, ...bandings.map(({ range }) => range.getLastRow()));
  const lacking = rows - end < free;
  if (!lacking && dressed === rows) return;
  const rules = sheet.getConditionalFormatRules();
  const { first, last: lastColumn } = tab.span();
  const columns = lastColumn - first + 1;
  const below = Math.max(dressed, end, tab.dataRows() + 1) + 1;
  // Rows that somebody was cut off from dressing all look like the one they came from.
  const looks = below <= rows ? sheet.getRange(below, first, 1, columns).getBackgrounds()[0]! : [];
  const last = lacking ? rows + more : rows;
  if (lacking) sheet.insertRowsAfter(rows, more);
  // Compares rules before anything is queued: a look after a write costs a commit.
  applyConditionalFormats(tab, locale, { rules, maxRows: last });
  looks.forEach((fill, i) => {
    if ((Object.values(markFill) as string[]).includes(fill))
      sheet.getRange(below, first + i, rows - below + 1, 1).setBackground(null);
  });
  if (lacking)
    sheet
      .getRange(rows + 1, first, more, columns)
      .setBackground(null)
      .clearNote();
  for (const { banding, range } of bandings) banding.setRange(sheet.getRange(1, range.getColumn(), last, range.getNumColumns()));
}
