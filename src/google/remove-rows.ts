import { cellText, isBlank } from '../domain/check/cell.ts';
import { deadNumbers, emptyRows } from '../domain/cleanup/dead-rows.ts';
import { isTextField } from '../domain/dictionary/formats.ts';
import type { Change } from '../domain/log/entry.ts';
import type { Book } from './book.ts';
import type { LogRun } from './change-log.ts';
import type { LedgerTab } from './ledger-tab.ts';
import { identity } from './plan-tab.ts';
import { ensureRoom } from './room.ts';
import { exactRuns, type Run } from './runs.ts';
import { wholeTab, wholeTabs } from './whole-tabs.ts';

/** Stretches of rows that are deleted in one go; each costs a call, and what is left comes with the next clean-up. */
const mostStretches = 32;

/** Which rows of a tab are to go. */
export interface Removal {
  tab: string;
  /** numbers of records that hold nothing */
  records: ReadonlySet<string>;
  /** all rows that hold nothing at all */
  empty: boolean;
}

export interface Removed {
  rows: number;
  /** numbers that are gone */
  records: Set<string>;
  /** numbers of records that hold something now */
  kept: Set<string>;
  /** whether rows are left for another time */
  more: boolean;
}

/** What is logged of records that go: each value, so that undo can put it back, and then that the record went. */
function changesOf(tab: LedgerTab, rows: ReturnType<typeof wholeTab>, indexes: readonly number[]): Change[] {
  const number = identity(tab)!.key;
  return indexes.flatMap((row) => {
    const record = rows.records[row]!;
    const base = { tab: tab.tab.key, record: cellText(record[number]) };
    const cells = tab.fields().filter(({ key }) => key !== number && !isBlank(record[key]) && record[key] !== false);
    return [
      ...cells.map(({ key }): Change => ({ ...base, field: key, from: record[key]!, to: '' })),
      { ...base, field: '', from: base.record, to: '' },
    ];
  });
}

/** The longest stretches first, then from the bottom up, so that rows above stay where they are. */
function stretches(rows: readonly number[]): { chosen: Run<boolean>[]; more: boolean } {
  const all = exactRuns(rows.map((row) => ({ row, value: true })));
  const chosen = [...all].sort((a, b) => b.values.length - a.values.length).slice(0, mostStretches);
  return { chosen: chosen.sort((a, b) => b.first - a.first), more: all.length > chosen.length };
}

/**
 * Deletes rows that hold nothing: each is looked at again right before, and what goes is noted in the log first. Should
 * somebody sort in that moment, records that went by mistake are put back below the others.
 */
export function removeRows(book: Book, removals: readonly Removal[], begin: () => LogRun): Map<string, Removed> {
  const done = new Map<string, Removed>();
  const used = removals.length > 0 ? wholeTabs(book) : [];
  for (const removal of removals) {
    const tab = book.tab(removal.tab);
    const rows = used.find((each) => each.tab.key === removal.tab);
    const number = tab && identity(tab);
    if (!tab || !rows || !number) continue;
    const dead = deadNumbers(rows, used, number);
    const isDead = (row: number): boolean => {
      const own = cellText(rows.records[row]![number.key]);
      return removal.records.has(own) && dead.has(own);
    };
    const records = rows.records.flatMap((_, row) => (isDead(row) ? [row] : []));
    const empty = removal.empty ? emptyRows(rows) : [];
    const { chosen, more } = stretches([...records, ...empty].sort((a, b) => a - b));
    const going = new Set(chosen.flatMap(({ first, values }) => values.map((_, i) => first + i)));
    const gone = records.filter((row) => going.has(row));
    const numbers = new Set(gone.map((row) => cellText(rows.records[row]![number.key])));
    const kept = new Set([...removal.records].filter((each) => !dead.has(each)));
    done.set(removal.tab, { rows: going.size, records: numbers, kept, more });
    if (going.size === 0) continue;
    const run = begin();
    const note = going.size > gone.length ? [{ tab: removal.tab, record: '', field: '', from: '', to: '' }] : [];
    run.note([...changesOf(tab, rows, gone), ...note]);
    if (tab.sheet.getMaxRows() - 1 <= going.size) tab.sheet.insertRowsAfter(tab.sheet.getMaxRows(), 1);
    for (const { first, values } of chosen) tab.sheet.deleteRows(first + 2, values.length);
    book.commit();
    putBackStrays(book, tab, rows, numbers);
  }
  return done;
}

/** Records that were there, were not to go, and are gone. */
function putBackStrays(book: Book, was: LedgerTab, before: ReturnType<typeof wholeTab>, numbers: ReadonlySet<string>): void {
  const tab = book.lookAgain(was);
  const number = tab && identity(tab);
  if (!tab || !number) return;
  const there = new Set(wholeTab(tab).records.map((record) => cellText(record[number.key])));
  const strays = before.records.filter((record) => {
    const own = cellText(record[number.key]);
    return own !== '' && !numbers.has(own) && !there.has(own);
  });
  if (strays.length > 0)
    addRecords(
      book,
      tab,
      strays.map((record) => record as Record<string, never>),
    );
}

/** Writes whole records below the last one. */
function addRecords(book: Book, tab: LedgerTab, records: readonly Record<string, unknown>[]): void {
  const first = tab.dataRows() + 2;
  ensureRoom(tab, first + records.length - 1, book.language);
  for (const field of tab.fields()) {
    const values = records.map((record) => [asWritten(record[field.key])]);
    if (values.every(([value]) => value === '')) continue;
    const range = tab.sheet.getRange(first, tab.column(field.key), records.length, 1);
    if (isTextField(field)) range.setNumberFormat('@');
    range.setValues(values);
  }
  book.commit();
}

function asWritten(cell: unknown): string | number | boolean {
  if (cell === undefined) return '';
  return typeof cell === 'object' && cell !== null ? (cell as { day: string }).day : (cell as string | number | boolean);
}
