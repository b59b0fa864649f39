import { isOwnColumn, ownColumn } from '../domain/log/record-trace.ts';
import { columnLetter } from './columns.ts';
import type { LedgerTab } from './ledger-tab.ts';

/**
 * What every column of a tab is called in the change log, from column A on: the key of its field, switched off or not, or
 * the header of one that the ledger does not know. One read.
 */
export function columnNames(tab: LedgerTab, header: readonly string[] = tab.header()): string[] {
  const fields = new Map([...tab.columns].map(([key, column]) => [column, key]));
  const seen = new Map<string, number>();
  return header.map((text, i) => {
    const field = fields.get(i + 1);
    if (field !== undefined) return field;
    const name = text === '' ? `[${columnLetter(i + 1)}]` : text;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return ownColumn(name, nth);
  });
}

/** Where the columns are that the ledger does not know, by their names in the change log, 1-based. One read. */
export const ownColumns = (tab: LedgerTab): Map<string, number> =>
  new Map(columnNames(tab).flatMap((name, i) => (isOwnColumn(name) ? [[name, i + 1] as const] : [])));
