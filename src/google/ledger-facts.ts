import type { FactsContext } from '../domain/facts/filled-rows.ts';
import { readFacts } from '../domain/facts/read-facts.ts';
import type { LedgerFacts } from '../domain/facts/record-facts.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import type { Table } from '../domain/reminders/find-reminders.ts';
import type { Book } from './book.ts';
import { readChanges } from './logged.ts';
import { readTables } from './reminder-tables.ts';

/**
 * The ledger in columns, for reports: one read of each tab that is asked for, of the columns that count.
 *
 * @param also further fields that are wanted, by tab
 * @param seen is given the cells of each tab that is read, for who needs them as they stand
 */
export function ledgerFacts(
  book: Book,
  also?: Readonly<Record<string, readonly string[]>>,
  seen?: (tab: string, table: Table) => void,
): LedgerFacts {
  const { language, dateOrder, zone, dictionary, workbook } = book;
  const currency = currencyOf(workbook.getSpreadsheetLocale()).code;
  const context: FactsContext = { language, dateOrder, today: zone.today(), currency };
  const source = (tab: string, fields: readonly string[]): Table | undefined => {
    const table = readTables(book, new Map([[tab, new Set(fields)]])).get(tab);
    if (table) seen?.(tab, table);
    return table;
  };
  const facts = readFacts(dictionary, source, context, also);
  facts.changes = () => readChanges(book);
  return facts;
}
