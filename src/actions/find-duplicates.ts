import type { Candidate, Failure } from '../domain/api.ts';
import { type Cell, cellText, isDay } from '../domain/check/cell.ts';
import { checkCell } from '../domain/check/check-cell.ts';
import { activeFields } from '../domain/dictionary/compose.ts';
import { findLikelyDuplicates } from '../domain/duplicates/at-entry.ts';
import { type Candidates, candidatesFromColumns } from '../domain/duplicates/candidates.ts';
import type { DuplicateReason } from '../domain/duplicates/customer-traits.ts';
import { sayReason } from '../domain/duplicates/say-reason.ts';
import type { Locale } from '../domain/locale.ts';
import { phoneKeys } from '../domain/phone/parse-phone.ts';
import type { Book } from '../google/book.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { checkContext } from './check-context.ts';

const most = 3;

/** The customers' tab as it was read, and its rows as they are compared. */
export interface AllCustomers {
  tab: LedgerTab;
  block: Block;
  candidates: Candidates;
}

/** One read of the customers' tab; undefined where it has no customer numbers. */
export function readAllCustomers(book: Book): AllCustomers | undefined {
  const tab = book.tab('customers');
  if (!tab?.columns.has('customerId')) return undefined;
  const block = tab.read(2, tab.dataRows());
  const column = (key: string): Cell[] | undefined => {
    if (!tab.columns.has(key) || !tab.field(key) || tab.field(key)!.off) return undefined;
    return Array.from({ length: block.rows }, (_, row) => tab.cell(block, row, key));
  };
  const texts = (key: string): unknown[] | undefined => column(key)?.map(cellText);
  const candidates = candidatesFromColumns(
    {
      numbers: texts('customerId') ?? [],
      names: texts('name') ?? [],
      phones: texts('phone'),
      emails: texts('email'),
      addresses: texts('address'),
      birthDates: column('birthDate'),
      firstRow: 2,
    },
    {
      phoneKeys: (cell) => phoneKeys(cell, book.region),
      birthDate: (cell) => (isDay(cell as Cell) ? (cell as { day: string }).day : ''),
    },
  );
  return { tab, block, candidates };
}

/** Why two customers may be one, as a sentence. */
export function reasonText(reason: DuplicateReason, book: Book, locale: Locale): string {
  return sayReason(reason.code, reason.params, locale, book.region);
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
  const { tab, block, candidates } = all;
  const context = checkContext(book, tab, []);
  const value = (key: string): string => {
    const field = tab.field(key);
    const text = request.values[key] ?? '';
    if (!field || field.off || text === '') return '';
    return String(checkCell(field, text, context).write ?? text);
  };
  const entry = {
    number: request.exclude ?? '',
    name: value('name'),
    phones: phoneKeys(value('phone'), book.region),
    email: value('email'),
    address: value('address'),
    birthDate: value('birthDate'),
  };
  const hits = findLikelyDuplicates(entry, candidates, most);
  return {
    candidates: hits.map((hit) => ({
      number: hit.customer.number,
      name: hit.customer.name,
      reasons: hit.reasons.map((reason) => reasonText(reason, book, locale)),
      strength: hit.strength,
      fields: activeFields(tab.tab)
        .filter((field) => field.kind !== 'series' && tab.columns.has(field.key))
        .map((field) => ({
          key: field.key,
          label: field.label[locale],
          existing: cellText(tab.cell(block, hit.customer.row! - 2, field.key)),
        })),
    })),
  };
}
