import type { CustomerBrief, CustomerRows, Failure } from '../domain/api.ts';
import { cellText } from '../domain/check/cell.ts';
import { numberText } from '../domain/check/check-cell.ts';
import { searchRole } from '../domain/dictionary/roles.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { type SearchHit, SearchIndex } from '../domain/search/search-index.ts';
import { countOf } from '../domain/series.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { type Merged, mergedInto } from '../google/merged-into.ts';
import { screen, showSidebar } from '../google/screen.ts';
import type { Outcome } from './outcome.ts';

const mostSuggested = 8;
const mostAnswered = 50;

/** Rows of one answer to the page: some 600 KB of a usual shop. */
const rowsPerAnswer = 6_000;
/** An answer above 1 MB may arrive as null (platform §1); quotes are escaped once more on the way. */
const mostBytes = 900_000;
/** So many customers travel inside the page itself, which saves a small shop the second call. */
const rowsInPage = 800;

const lineBreaks = /[\n\r]+/g;

/** Bytes of a text in UTF-8, near enough: a Chinese character takes three. */
function bytesOf(text: string): number {
  let more = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) more += 2;
  return text.length + more + 1;
}

const searchFields = (tab: LedgerTab) =>
  tab.fields().flatMap((field) => {
    const role = searchRole(field);
    return role ? [{ field, role }] : [];
  });

/** Rows of the customers' tab for a search, in one read; those without a number are left out. */
export function loadCustomers(
  book: Book,
  { from, rows = rowsPerAnswer }: { from: number; rows?: number },
  locale: Locale,
): CustomerRows | Failure {
  const tab = book.tab('customers');
  const fields = tab ? searchFields(tab) : [];
  if (!tab || !fields.some(({ role }) => role === 'number'))
    return { failed: true, message: say('stop.customersMissing', locale, { tab: tab?.name ?? '' }), retry: false };
  const total = tab.dataRows();
  const keys = fields.map(({ field }) => field.key);
  const block = tab.read(2 + from, Math.max(0, Math.min(rows, rowsPerAnswer, total - from)), keys);
  const lines: string[][] = keys.map(() => []);
  const at = fields.findIndex(({ role }) => role === 'number');
  let bytes = 0;
  let taken = 0;
  for (; taken < block.rows; taken++) {
    const texts = keys.map((key) =>
      cellText(tab.cell(block, taken, key))
        .replace(lineBreaks, ' ')
        .trim(),
    );
    if (texts[at] === '') continue;
    bytes += texts.reduce((sum, text) => sum + bytesOf(text), 0);
    if (bytes > mostBytes && taken > 0) break;
    texts.forEach((text, i) => {
      lines[i]!.push(text);
    });
  }
  return {
    fields: fields.map(({ field, role }) => ({ key: field.key, label: field.label[locale], role })),
    columns: lines.map((column) => column.join('\n')),
    from,
    rows: taken,
    total,
  };
}

/** All customers, searched on the server: one read. */
function search(book: Book, text: string, most: number): { hits: SearchHit[]; count: number } {
  const tab = book.tab('customers');
  const fields = tab ? searchFields(tab) : [];
  if (text.trim() === '' || !tab || !fields.some(({ role }) => role === 'number')) return { hits: [], count: 0 };
  const keys = fields.map(({ field }) => field.key);
  const block = tab.read(2, tab.dataRows(), keys);
  const columns = keys.map((key) => block.raw.map((_, row) => cellText(tab.cell(block, row, key)).trim()));
  const index = new SearchIndex();
  index.add({ fields: fields.map(({ field, role }) => ({ key: field.key, label: field.label[book.language], role })), columns });
  return index.search(text, most);
}

/** Where nobody is found by a number, it may have been merged into another one. Reads the log then. */
function searchMerged(book: Book, text: string, most: number): { hits: SearchHit[]; count: number; merged?: Merged } {
  const found = search(book, text, most);
  const series = book
    .tab('customers')
    ?.fields()
    .find(({ kind }) => kind === 'series')?.series;
  const number = numberText(text);
  if (found.count > 0 || !series || countOf(series, number) === undefined) return found;
  const merged = mergedInto(book, 'customers', number, (other) => search(book, other, 1).count > 0);
  return merged ? { ...search(book, merged.into, most), merged } : found;
}

/** Customers for a reference field, as somebody types; for a number that was merged, the one that it was merged into. */
export function findCustomers(book: Book, request: { text: string }): { customers: CustomerBrief[] } {
  const { hits } = searchMerged(book, request.text, mostSuggested);
  const found = hits.filter(({ number }) => number !== '');
  return { customers: found.map(({ number, name, phone }) => ({ number, name, phone })) };
}

/** 查找客户: opens the search; asked with a query, as programs do, it answers who was found. */
export function openSearch(book: Book, request: { query?: string }, locale: Locale): Outcome {
  if (request.query !== undefined) {
    const { hits, count, merged } = searchMerged(book, request.query, mostAnswered);
    const found = hits.map(({ number, name, phone }) => [number, name, phone].filter(Boolean).join(' '));
    const number = numberText(request.query);
    const when = merged && book.zone.moment(merged.at).slice(0, 16);
    const told = merged ? [say('stop.mergedNumber', locale, { number, into: merged.into, when: when! })] : [];
    const message = [
      ...told,
      say(count === 0 ? 'search.none' : 'search.found', locale, { count, query: request.query }),
      ...found,
    ];
    return { ok: true, message: message.join('\n'), details: { count, customers: hits } };
  }
  if (!screen()) return { ok: false, message: say('stop.noSidebar', locale) };
  const tab = book.tab('customers');
  const customers = tab && tab.dataRows() <= rowsInPage ? loadCustomers(book, { from: 0 }, locale) : undefined;
  if (customers && 'failed' in customers) return { ok: false, message: customers.message };
  showSidebar('search', say('action.findCustomers', locale), { locale, customers });
  return { ok: true, message: '' };
}
