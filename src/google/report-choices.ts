import { eventField, traitField } from '../domain/dictionary/roles.ts';
import { CustomerColumns, customerFields } from '../domain/facts/customer-columns.ts';
import type { FactsContext } from '../domain/facts/filled-rows.ts';
import type { WordColumn } from '../domain/facts/record-facts.ts';
import { wordColumn } from '../domain/facts/word-column.ts';
import type { ReportChoices } from '../domain/reports/api.ts';
import type { FilterKey, ReportKind } from '../domain/reports/report-kind.ts';
import type { Book } from './book.ts';
import { readTables } from './reminder-tables.ts';

/** More would be no list to choose from. */
const most = 200;

/** Words by how often they stand there. */
export function frequent({ words, places }: WordColumn): string[] {
  const counts = new Map<number, number>();
  for (const place of places) if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([place]) => words[place]!);
}

/** What stands in the columns by which a report can be narrowed: one read of the customers and one of the report's tab. */
export function reportChoices(book: Book, { filters, tabs }: ReportKind): ReportChoices {
  const found: Partial<Record<FilterKey, string[]>> = {};
  const { language, dateOrder, zone, dictionary } = book;
  const context: FactsContext = { language, dateOrder, today: zone.today(), currency: '' };
  const definition = (key: string) => dictionary.tabs.find((tab) => tab.key === key);
  const customers = definition('customers');
  if (customers && (filters.includes('region') || filters.includes('type'))) {
    const table = readTables(book, new Map([['customers', new Set(customerFields(customers))]])).get('customers');
    const columns = table && new CustomerColumns(customers, table, context);
    if (columns && filters.includes('region')) found.region = frequent(columns.regions);
    if (columns && filters.includes('type') && traitField(customers, 'type')) found.type = frequent(columns.types);
  }
  const tab = definition(tabs[0] ?? '');
  if (!tab) return found;
  const fields = (['product', 'person'] as const).flatMap((key) => {
    const field = filters.includes(key) ? eventField(tab, key === 'product' ? 'what' : 'by') : undefined;
    return field ? [{ key, field }] : [];
  });
  const table = readTables(book, new Map([[tab.key, new Set(fields.map(({ field }) => field.key))]])).get(tab.key);
  if (!table) return found;
  const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
  for (const { key, field } of fields) found[key] = frequent(wordColumn(field, table, rows, language));
  return found;
}
