import type { Cell } from '../domain/check/cell.ts';
import type { Locale } from '../domain/locale.ts';
import type { RecordTrace, TracedCell } from '../domain/log/record-trace.ts';
import type { MergeCustomer } from '../domain/merge/customer.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { mergedInto } from '../google/merged-into.ts';
import { type Reference, referencesTo } from '../google/references.ts';
import { traceRecords } from '../google/trace-records.ts';
import { unfit } from './save-record.ts';

/** Customers who may be one, with all that is theirs. */
export interface Together {
  tab: LedgerTab;
  customers: MergeCustomer[];
  /** their rows, 1-based, and everything in them */
  rows: ReadonlyMap<string, number>;
  traces: ReadonlyMap<string, RecordTrace>;
  references: Reference[];
}

/** A traced value as the ledger reads it. */
export function cellOf(tab: LedgerTab, cell: TracedCell | undefined): Cell {
  const value = cell?.value;
  return typeof value === 'object' ? tab.toCell(new Date(value.at)) : (value ?? '');
}

/** Why nothing can be merged while the tabs are as they are now. */
function hindrance(book: Book, locale: Locale): string | undefined {
  const own = unfit(book, 'customers', locale);
  if (own) return own.message;
  for (const { key, fields } of book.dictionary.tabs) {
    const tab = book.tab(key);
    const missing = fields.filter((field) => field.reference === 'customers' && !field.off && tab && !tab.columns.has(field.key));
    const labels = missing.map(({ label }) => label[locale]).join(say('list.separator', locale));
    if (tab && missing.length > 0) return say('stop.headers', locale, { tab: tab.name, fields: labels });
  }
  return undefined;
}

/** Says of a number that is not there whether it was merged with another one. */
export function sayMissing(book: Book, number: string, isThere: (number: string) => boolean, locale: Locale): string {
  const merged = mergedInto(book, 'customers', number, isThere);
  const when = merged && book.zone.moment(merged.at).slice(0, 16);
  return merged
    ? say('stop.mergedNumber', locale, { number, into: merged.into, when: when! })
    : say('stop.recordNotFound', locale, { number });
}

/**
 * Customers and everything that belongs to them, as it stands now. Two reads for each tab that refers to customers, and
 * some for the customers' rows; no more for more rows.
 *
 * @param withLooks also what their cells look like, which the log keeps
 * @returns a sentence where they cannot be merged as things are
 */
export function lookAtCustomers(book: Book, numbers: readonly string[], withLooks: boolean, locale: Locale): Together | string {
  const stop = hindrance(book, locale);
  if (stop !== undefined) return stop;
  const tab = book.tab('customers')!;
  const wanted = new Set(numbers);
  const found = traceRecords(tab, wanted, withLooks);
  for (const number of numbers) {
    const records = found.get(number) ?? [];
    if (records.length === 0) return sayMissing(book, number, (other) => found.has(other), locale);
    if (records.length > 1) return say('stop.doubledNumber', locale, { number });
  }
  const references = referencesTo(book, 'customers', wanted);
  const of = (number: string): RecordTrace => found.get(number)![0]!.trace;
  const customers = numbers.map((number): MergeCustomer => {
    const fields = tab.fields();
    return {
      number,
      cells: Object.fromEntries(fields.map(({ key }) => [key, cellOf(tab, of(number)[key])])),
      records: references.filter(({ to }) => to === number).length,
      formulas: new Set(fields.map(({ key }) => key).filter((key) => of(number)[key]?.formula !== undefined)),
    };
  });
  return {
    tab,
    customers,
    rows: new Map(numbers.map((number) => [number, found.get(number)![0]!.row])),
    traces: new Map(numbers.map((number) => [number, of(number)])),
    references,
  };
}
