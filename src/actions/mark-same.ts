import { type Cell, cellText, isBlank } from '../domain/check/cell.ts';
import type { RowVerdict } from '../domain/check/check-rows.ts';
import { linkKind } from '../domain/dictionary/roles.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { type LinkedCustomers, linkedCustomers } from '../domain/duplicate-groups/link-table-of.ts';
import { reasonKind } from '../domain/duplicates/reason-kind.ts';
import { matchRows, type RowMatch } from '../domain/linkage/match-rows.ts';
import type { Book } from '../google/book.ts';
import { readJudgements } from '../google/judgement-store.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { readersOf, reasonTexts } from './find-duplicates.ts';

/** Whether a cell's note is the mark that another record may be the same. */
export const isMarkedSame = (note: string): boolean => /是同一位客户|the same customer as/.test(note);

/** Fields by which a tab's records are told apart where they are people; none in other tabs. */
export function identityKeys(tab: LedgerTab): string[] {
  const fields = tab.fields();
  if (!fields.some((field) => linkKind(field) === 'name')) return [];
  return fields.filter((field) => telling.has(linkKind(field) ?? '')).map(({ key }) => key);
}

/** What tells who somebody is; the shop's own columns only add to it. */
const telling: ReadonlySet<string> = new Set(['name', 'phone', 'email', 'address', 'birthDate', 'identifier']);

export interface SameRequest {
  /** all records, of the columns that tell who somebody is, and of the numbers */
  readonly whole: Block;
  /** index into `whole` of the first row that was checked */
  readonly from: number;
  readonly rows: readonly RowVerdict[];
  /** which of the checked rows are asked about */
  readonly asked: readonly number[];
  /** numbers that these rows are about to get */
  readonly given: ReadonlyMap<number, string>;
}

/**
 * Puts a warning on each row that was asked about and is very likely a record that is there already. The warning stands at
 * what they have in common, where nothing else is to be said of it.
 */
export function markSame(book: Book, tab: LedgerTab, { whole, from, rows, asked, given }: SameRequest): void {
  const series = tab.fields().find(({ kind }) => kind === 'series');
  if (!series || asked.length === 0) return;
  const cell = (row: number, key: string): Cell => {
    const there = tab.cell(whole, row, key);
    return key === series.key && isBlank(there) ? (given.get(row - from) ?? '') : there;
  };
  const customers = linkedCustomers(tab.fields(), series, whole.rows, cell);
  const found = sameOf(customers, book, new Set(asked.map((row) => row + from)));
  for (const [at, match] of found) {
    const verdict = rows[at - from]!;
    const field = fieldOf(match, customers, (key) => verdict.fields[key] !== undefined && !verdict.fields[key].problem);
    if (!field) continue;
    const number = customers.numbers[match.other]!;
    const name = cellText(cell(customers.rows[match.other]!, nameOf(customers)));
    const [reason = ''] = reasonTexts(match, customers, book, book.language);
    verdict.fields[field.key] = {
      ...verdict.fields[field.key],
      problem: { code: 'check.sameCustomer', params: { who: `${number} ${name}`.trim(), reason }, severity: 'warning' },
    };
  }
}

/** Whether the record at a row is very likely another one as well. */
export function isSame(book: Book, tab: LedgerTab, whole: Block, row: number): boolean {
  const series = tab.fields().find(({ kind }) => kind === 'series')!;
  // a row that is about to get its number counts too
  const cell = (at: number, key: string): Cell => {
    const there = tab.cell(whole, at, key);
    return at === row && key === series.key && isBlank(there) ? '?' : there;
  };
  return sameOf(linkedCustomers(tab.fields(), series, whole.rows, cell), book, new Set([row])).size > 0;
}

/** By row of the sheet's block, the likeliest other record; of two that were both asked about, the later one names the earlier. */
function sameOf(customers: LinkedCustomers, book: Book, asked: ReadonlySet<number>): Map<number, RowMatch> {
  const rows = customers.rows.flatMap((row, index) => (asked.has(row) ? [index] : []));
  const found = matchRows(customers.table, readersOf(book), rows).filter(
    ({ row, other, tier }) => tier !== 'possible' && (other < row || !asked.has(customers.rows[other]!)),
  );
  const judgements = found.length > 0 ? readJudgements() : undefined;
  const best = new Map<number, RowMatch>();
  for (const match of found) {
    const [number, other] = [customers.numbers[match.row]!, customers.numbers[match.other]!];
    const at = customers.rows[match.row]!;
    if (!best.has(at) && isMoreThanName(match) && judgements?.of(number, other) !== 'notSame') best.set(at, match);
  }
  return best;
}

/** A name alone, however rare, is no reason to stop somebody who is about to type the phone. */
const isMoreThanName = ({ reasons }: RowMatch): boolean =>
  reasons.some(({ code }) => {
    const kind = reasonKind(code);
    return kind !== undefined && kind !== 'name';
  });

const nameOf = ({ fields, table }: LinkedCustomers): string =>
  fields[table.columns.findIndex(({ kind }) => kind === 'name')]!.key;

function fieldOf({ reasons }: RowMatch, { fields, table }: LinkedCustomers, isFree: (key: string) => boolean): Field | undefined {
  for (const { code } of reasons) {
    const kind = reasonKind(code);
    const field = fields.find(({ key }, index) => table.columns[index]!.kind === kind && isFree(key));
    if (field) return field;
  }
  return undefined;
}
