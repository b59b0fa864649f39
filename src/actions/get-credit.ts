import type { RecordCells } from '../domain/check/check-rows.ts';
import type { CreditLine } from '../domain/credit/api.ts';
import { rateCredit } from '../domain/credit/rate-credit.ts';
import { paymentTabs, readPayments } from '../domain/credit/read-payments.ts';
import { sayCredit } from '../domain/credit/say-credit.ts';
import { referenceTo } from '../domain/dictionary/roles.ts';
import { dayNumber } from '../domain/facts/day-number.ts';
import { RecordColumns } from '../domain/facts/record-columns.ts';
import type { Locale } from '../domain/locale.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import { ReportWords } from '../domain/reports/report-words.ts';
import type { Book } from '../google/book.ts';
import { recordsOf } from '../google/records-of.ts';

/**
 * How well one customer pays, by records that are known already; undefined where nothing was due yet.
 *
 * @param records by the keys of their tabs
 */
export function creditOf(
  book: Book,
  records: ReadonlyMap<string, readonly RecordCells[]>,
  locale: Locale,
): CreditLine | undefined {
  const today = book.zone.today();
  const currency = currencyOf(book.workbook.getSpreadsheetLocale());
  const context = { language: book.language, dateOrder: book.dateOrder, today, currency: currency.code };
  const payments = paymentTabs(book.dictionary).flatMap((tab) => {
    const rows = records.get(tab.key) ?? [];
    const table = { rows: rows.length, cell: (row: number, field: string) => rows[row]?.[field] ?? '' };
    return [...readPayments(new RecordColumns(tab, table, context, () => 0)).values()];
  });
  const words = new ReportWords(locale, currency, book.dictionary);
  return sayCredit(rateCredit(payments, dayNumber(today)), locale, (cents) => words.money(cents));
}

/** Whether the shop keeps payments, so that there is something to ask for. Nothing is read. */
export const keepsPayments = (book: Book): boolean => paymentTabs(book.dictionary).some(({ key }) => book.tab(key));

/** How well a customer pays, for whoever takes an order: a read or a few of each tab with payments. */
export function getCredit(book: Book, { customer }: { customer: string }, locale: Locale): { credit?: CreditLine } {
  const records = new Map<string, readonly RecordCells[]>();
  for (const tab of paymentTabs(book.dictionary)) {
    const bound = book.tab(tab.key);
    const reference = referenceTo(tab, 'customers')!.key;
    if (bound?.columns.has(reference)) records.set(tab.key, recordsOf(bound, reference, customer.trim()));
  }
  const credit = creditOf(book, records, locale);
  return credit ? { credit } : {};
}
