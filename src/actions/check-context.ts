import { cellText } from '../domain/check/cell.ts';
import type { CheckContext } from '../domain/check/check-cell.ts';
import { CustomerIndex } from '../domain/customers/customer-index.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';

/** Number, name and phone of every customer, in one read. */
export function readCustomers(book: Book): CustomerIndex | undefined {
  const tab = book.tab('customers');
  if (!tab) return undefined;
  if (!tab.columns.has('customerId')) return undefined;
  const keys = ['customerId', 'name', 'phone'];
  const block = tab.read(2, tab.dataRows(), keys);
  return new CustomerIndex(
    block.raw.map((_, row) => keys.map((key) => tab.cell(block, row, key))),
    book.region,
  );
}

/** What the checks of a tab need to know; customers are read only where a reference is among the fields. */
export function checkContext(book: Book, tab: LedgerTab, keys: readonly string[]): CheckContext {
  const references = tab.fields().some((field) => field.kind === 'reference' && (keys.indexOf(field.key) >= 0 || field.required));
  const asked = tab.fields().some((field) => field.kind === 'reference' && keys.indexOf(field.key) >= 0);
  return {
    language: book.language,
    region: book.region,
    today: book.zone.today(),
    dateOrder: book.dateOrder,
    currency: currencyOf(book.workbook.getSpreadsheetLocale()),
    customers: references && asked ? readCustomers(book) : undefined,
  };
}

/**
 * Unit prices by item, where the tab proposes an amount from them and the edit touches what it depends on.
 * Undefined when there is nothing to propose from.
 */
export function priceList(book: Book, tab: LedgerTab, keys: readonly string[]): Map<string, number> | undefined {
  const rule = tab.fields().find((field) => field.amountFrom)?.amountFrom;
  if (!rule || (keys.indexOf(rule.item) < 0 && keys.indexOf(rule.quantity) < 0)) return undefined;
  const list = book.tab(rule.list);
  if (!list?.columns.has(rule.listItem) || !list.columns.has(rule.listPrice)) return undefined;
  const block = list.read(2, list.dataRows(), [rule.listItem, rule.listPrice]);
  const prices = new Map<string, number>();
  block.raw.forEach((_, row) => {
    const item = cellText(list.cell(block, row, rule.listItem)).trim();
    const price = list.cell(block, row, rule.listPrice);
    if (item !== '' && typeof price === 'number') prices.set(item, price);
  });
  return prices;
}
