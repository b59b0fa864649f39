import type { FactsContext } from '../domain/facts/filled-rows.ts';
import { readFacts } from '../domain/facts/read-facts.ts';
import type { LedgerFacts } from '../domain/facts/record-facts.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import type { Book } from './book.ts';
import { readTables } from './reminder-tables.ts';

/**
 * The ledger in columns, for reports: one read of each tab that is asked for, of the columns that count.
 *
 * @param also further fields that are wanted, by tab
 */
export function ledgerFacts(book: Book, also?: Readonly<Record<string, readonly string[]>>): LedgerFacts {
  const { language, dateOrder, zone, dictionary, workbook } = book;
  const currency = currencyOf(workbook.getSpreadsheetLocale()).code;
  const context: FactsContext = { language, dateOrder, today: zone.today(), currency };
  return readFacts(dictionary, (tab, fields) => readTables(book, new Map([[tab, new Set(fields)]])).get(tab), context, also);
}
