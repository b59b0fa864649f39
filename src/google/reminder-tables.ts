import type { Table, Tables } from '../domain/reminders/find-reminders.ts';
import type { Book } from './book.ts';
import type { LedgerTab } from './ledger-tab.ts';

const nothing: Table = { rows: 0, cell: () => '' };

function tableOf(tab: LedgerTab, keys: readonly string[]): Table {
  const there = keys.filter((key) => tab.columns.has(key));
  if (there.length === 0) return nothing;
  const block = tab.read(2, tab.dataRows(), there);
  return { rows: block.rows, cell: (row, field) => tab.cell(block, row, field) };
}

/**
 * Reads the named fields of tabs: one read for each tab, whatever its rows. A tab that is not there is left out.
 *
 * @param needed keys of fields by key of their tab
 */
export function readTables(book: Book, needed: ReadonlyMap<string, ReadonlySet<string>>): Tables {
  const tables = new Map<string, Table>();
  for (const [key, fields] of needed) {
    const tab = book.tab(key);
    if (tab) tables.set(key, tableOf(tab, [...fields]));
  }
  return tables;
}
