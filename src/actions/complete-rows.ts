import { type Cell, cellText } from '../domain/check/cell.ts';
import type { CheckContext } from '../domain/check/check-cell.ts';
import type { RecordCells, RowVerdict } from '../domain/check/check-rows.ts';
import { completeRow, fillsBy, keysOfFills } from '../domain/cleanup/complete-row.ts';
import { KnownRecords } from '../domain/cleanup/known-records.ts';
import type { Fill } from '../domain/dictionary/types.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { readCustomers } from './check-context.ts';

export interface Completion {
  /** Fields that must be read of a row before it can be completed. */
  readonly keys: readonly string[];
  /** Adds to the verdict of a row what else it can be known to hold. */
  complete(record: RecordCells, verdict: RowVerdict): Record<string, Cell>;
}

type Latest = Extract<Fill, { from: 'latest' }>;

/**
 * How rows are completed by the fields that were entered; undefined where nothing depends on them. Reads what it needs of
 * other tabs at once: one read of each at most, none where the row's own fields tell all.
 */
export function completion(
  book: Book,
  tab: LedgerTab,
  entered: readonly string[],
  context: CheckContext,
): Completion | undefined {
  const isHere = (key: string): boolean => tab.columns.has(key);
  const fills = fillsBy(tab.tab, entered).filter(({ key }) => isHere(key));
  if (fills.length === 0) return undefined;
  const needsCustomers = fills.some(({ fill }) => fill.from === 'reference' || fill.from === 'identity');
  const customers = context.customers ?? (needsCustomers ? readCustomers(book) : undefined);
  const known = new KnownRecords(book.dictionary, book.region);
  for (const { fill } of fills) if (fill.from === 'latest') readLatest(book, fill, known);
  const latest = (rule: Latest, number: string, until: string) => known.latest(rule, number, until);
  return {
    keys: keysOfFills(fills).filter(isHere),
    complete: (record, verdict) => completeRow(tab.tab, record, verdict, entered, { ...context, customers, latest }),
  };
}

/** The columns of another tab that tell what somebody had last. */
function readLatest(book: Book, rule: Latest, known: KnownRecords): void {
  const tab = book.tab(rule.tab);
  const keys = [rule.by, rule.field, rule.on];
  if (!tab || keys.some((key) => !tab.columns.has(key))) return;
  const block = tab.read(2, tab.dataRows(), keys);
  known.add(
    rule.tab,
    block.raw
      .map((_, row) => Object.fromEntries(keys.map((key) => [key, tab.cell(block, row, key)])))
      .filter((record) => cellText(record[rule.by]) !== ''),
  );
}
