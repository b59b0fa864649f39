import type { Candidate, CustomerBrief, Failure } from '../domain/api.ts';
import { type Cell, cellText, isDay } from '../domain/check/cell.ts';
import { checkCell } from '../domain/check/check-cell.ts';
import { activeFields } from '../domain/dictionary/compose.ts';
import { findLikelyDuplicates } from '../domain/duplicates/at-entry.ts';
import { candidatesFromColumns } from '../domain/duplicates/candidates.ts';
import type { DuplicateReason } from '../domain/duplicates/customer-traits.ts';
import { duplicateMessages } from '../domain/duplicates/messages.ts';
import type { Locale } from '../domain/locale.ts';
import { fillIn } from '../domain/messages/fill-in.ts';
import { initialsOf, pinyinOf } from '../domain/names/pinyin.ts';
import { parsePhone, phoneKeys } from '../domain/phone/parse-phone.ts';
import { foldWidth } from '../domain/text/fold-width.ts';
import type { Book } from '../google/book.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { checkContext } from './check-context.ts';

const most = 3;
const mostFound = 8;

function readAll(book: Book): { tab: LedgerTab; block: Block; column: (key: string) => Cell[] | undefined } | undefined {
  const tab = book.tab('customers');
  if (!tab?.columns.has('customerId')) return undefined;
  const block = tab.read(2, tab.dataRows());
  const column = (key: string): Cell[] | undefined => {
    if (!tab.columns.has(key) || !tab.field(key) || tab.field(key)!.off) return undefined;
    return Array.from({ length: block.rows }, (_, row) => tab.cell(block, row, key));
  };
  return { tab, block, column };
}

function reasonText(reason: DuplicateReason, book: Book, locale: Locale): string {
  const params = { ...reason.params };
  if (params.phone !== undefined) params.phone = parsePhone(String(params.phone), { region: book.region }).display;
  return fillIn(duplicateMessages[locale][reason.code], params);
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
  const all = readAll(book);
  if (!all) return { candidates: [] };
  const { tab, block, column } = all;
  const context = checkContext(book, tab, []);
  const value = (key: string): string => {
    const field = tab.field(key);
    const text = request.values[key] ?? '';
    if (!field || field.off || text === '') return '';
    return String(checkCell(field, text, context).write ?? text);
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

/** Customers by the start of their number, part of the name, its pinyin or initials, or part of the phone. */
export function findCustomers(book: Book, request: { text: string }): { customers: CustomerBrief[] } | Failure {
  const typed = foldWidth(request.text).trim().toLowerCase();
  const tab = book.tab('customers');
  if (typed === '' || !tab?.columns.has('customerId')) return { customers: [] };
  const keys = ['customerId', 'name', 'phone'];
  const block = tab.read(2, tab.dataRows(), keys);
  const digits = typed.replace(/\D/g, '');
  const latin = /^[a-z ]+$/.test(typed) ? typed.replace(/ /g, '') : '';
  const found: { rank: number; customer: CustomerBrief }[] = [];
  for (let row = 0; row < block.rows; row++) {
    const [number = '', name = '', phone = ''] = keys.map((key) => cellText(tab.cell(block, row, key)));
    if (number === '') continue;
    const rank = rankOf({ number, name, phone }, typed, digits, latin);
    if (rank < 9) found.push({ rank, customer: { number, name, phone } });
  }
  return {
    customers: found
      .sort((a, b) => a.rank - b.rank || (a.customer.number < b.customer.number ? -1 : 1))
      .slice(0, mostFound)
      .map(({ customer }) => customer),
  };
}

/** 0 is the best, 9 is no match. */
function rankOf(customer: CustomerBrief, typed: string, digits: string, latin: string): number {
  const number = customer.number.toLowerCase();
  if (number === typed) return 0;
  const name = customer.name.toLowerCase();
  if (name === typed) return 1;
  if (number.startsWith(typed)) return 2;
  if (name.includes(typed)) return 3;
  if (
    digits.length >= 3 &&
    digits.length === typed.replace(/[ \-+()]/g, '').length &&
    customer.phone.replace(/\D/g, '').includes(digits)
  )
    return 4;
  if (latin.length >= 2) {
    if (initialsOf(customer.name).startsWith(latin)) return 5;
    if (pinyinOf(customer.name).some((pinyin) => pinyin.replace(/ /g, '').startsWith(latin))) return 6;
  }
  return 9;
}
