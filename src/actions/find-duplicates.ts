import type { Candidate, Failure } from '../domain/api.ts';
import { cellText } from '../domain/check/cell.ts';
import { checkCell } from '../domain/check/check-cell.ts';
import { activeFields, seriesField } from '../domain/dictionary/compose.ts';
import { type LinkedCustomers, linkedCustomers } from '../domain/duplicate-groups/link-table-of.ts';
import { sayReason } from '../domain/duplicates/say-reason.ts';
import { linkReaders } from '../domain/linkage/link-readers.ts';
import type { LinkReaders } from '../domain/linkage/link-table.ts';
import { matchRows, type RowMatch } from '../domain/linkage/match-rows.ts';
import type { Locale } from '../domain/locale.ts';
import type { Book } from '../google/book.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { checkContext } from './check-context.ts';

const most = 3;

/** The customers' tab as it was read, and its rows as they are compared. */
export interface AllCustomers {
  tab: LedgerTab;
  block: Block;
  customers: LinkedCustomers;
}

/** One read of the customers' tab; undefined where it has no customer numbers. */
export function readAllCustomers(book: Book): AllCustomers | undefined {
  const tab = book.tab('customers');
  const series = tab && seriesField(tab.tab);
  if (!series || !tab.columns.has(series.key)) return undefined;
  const block = tab.read(2, tab.dataRows());
  return { tab, block, customers: linkedCustomers(tab.fields(), series, block.rows, (row, key) => tab.cell(block, row, key)) };
}

/** How phones and dates are read where customers are compared. */
export const readersOf = (book: Book): LinkReaders =>
  linkReaders({ region: book.region, order: book.dateOrder, today: book.zone.today() });

/** Why two customers may be one, as sentences. */
export function reasonTexts({ reasons }: RowMatch, { fields }: LinkedCustomers, book: Book, locale: Locale): string[] {
  return reasons.map(({ code, params }) => {
    const column = params.column === undefined ? '' : fields[Number(params.column)]!.label[locale];
    return sayReason(code, { ...params, column }, locale, book.region);
  });
}

/**
 * Existing customers that look like the entry, with why: one read of the customers' tab. Never a reason to refuse; two
 * people may share a phone.
 */
export function findDuplicates(
  book: Book,
  request: { values: Record<string, string>; exclude?: string },
  locale: Locale,
): { candidates: Candidate[] } | Failure {
  const all = readAllCustomers(book);
  if (!all) return { candidates: [] };
  const { tab, block, customers } = all;
  const context = checkContext(book, tab, []);
  const { size, columns } = customers.table;
  const withEntry = columns.map(({ kind, cells }, index) => {
    const field = customers.fields[index]!;
    const text = request.values[field.key] ?? '';
    return { kind, cells: [...cells, text === '' ? '' : String(checkCell(field, text, context).write ?? text)] };
  });
  const found = matchRows({ size: size + 1, columns: withEntry }, readersOf(book), [size]);
  const shown = found.filter(({ other }) => customers.numbers[other] !== request.exclude).slice(0, most);
  const fields = activeFields(tab.tab).filter((field) => field.kind !== 'series' && tab.columns.has(field.key));
  return {
    candidates: shown.map((match) => ({
      number: customers.numbers[match.other]!,
      name: cellText(tab.cell(block, customers.rows[match.other]!, 'name')),
      reasons: reasonTexts(match, customers, book, locale),
      strength: match.tier,
      fields: fields.map((field) => ({
        key: field.key,
        label: field.label[locale],
        existing: cellText(tab.cell(block, customers.rows[match.other]!, field.key)),
      })),
    })),
  };
}
