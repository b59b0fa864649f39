import { cellText } from '../domain/check/cell.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { type FoundGroup, formGroups } from '../domain/duplicate-groups/form-groups.ts';
import { byGroup, type RowKey } from '../domain/duplicate-groups/group-rows.ts';
import { type LinkedCustomers, linkedCustomers } from '../domain/duplicate-groups/link-table-of.ts';
import { freshGroups, groupRows } from '../domain/duplicate-groups/list-rows.ts';
import { takeDecisions } from '../domain/duplicate-groups/take-decisions.ts';
import { linkReaders } from '../domain/linkage/link-readers.ts';
import type { LinkResult } from '../domain/linkage/link-result.ts';
import { startLinkage } from '../domain/linkage/start-linkage.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import {
  type DuplicatesList,
  duplicatesSheet,
  ensureDuplicatesSheet,
  type Listed,
  readDuplicates,
  writeDuplicates,
} from '../google/duplicates-tab.ts';
import { keepJudgements, readJudgements } from '../google/judgement-store.ts';
import { keepRun, takeKeptRun } from '../google/kept-run.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { isStopped, queueHead, queueProgress } from '../google/listing-tab.ts';
import { underLock } from '../google/numbers.ts';
import { recordCounts } from '../google/record-counts.ts';
import { showToast } from '../google/screen.ts';
import { inTurn } from '../google/turn.ts';

/** Comparing ends here, ms: a run may last 6 min (platform §1), and what was found must still be written. */
const longestLook = 220_000;
/** So many steps at least lie between two looks whether somebody wants it to stop, and so many such looks there are at most. */
const leastSteps = 20;
const mostLooks = 10;
/** Longer lists are not looked through; what is left comes with the next one. */
const mostListed = 30_000;
/** Under which name the cache keeps how far the comparison has come. */
const keptName = 'duplicates';

/** What a listing found. */
export interface DuplicateCounts {
  customers: number;
  /** waiting for a decision */
  groups: number;
  sure: number;
  likely: number;
  possible: number;
  /** of these, those whose customers did not stand together in the list before */
  fresh: number;
  later: number;
  decided: number;
}

export type Listing =
  | ({ ok: true; listed: readonly RowKey[] } & DuplicateCounts)
  /** the comparison was stopped by somebody or by the time; the next listing goes on */
  | { ok: false; why: 'stopped'; percent: number }
  | { ok: false; why: 'busy' | 'taken' | 'noCustomers' };

/**
 * Compares all customers and lists in 疑似重复 those who may be one. Nothing of the shop's is changed. What people chose in
 * the list before is kept. A trigger calls it as it is; `isWatched` shows how far it is and lets somebody stop it.
 *
 * One read of the customers' tab, one of a column for each other tab; the list is written in one go.
 *
 * @example const listing = listDuplicates(book); if (listing.ok && listing.fresh > 0) …
 */
export function listDuplicates(book: Book, { isWatched = false } = {}): Listing {
  const turn = inTurn(book, 'duplicates', () => new ListingRun(book, isWatched).run());
  return 'why' in turn ? { ok: false, why: turn.why } : turn.result;
}

class ListingRun {
  private readonly started = Date.now();

  constructor(
    private readonly book: Book,
    private readonly isWatched: boolean,
  ) {}

  run(): Listing {
    const { book } = this;
    const tab = book.tab('customers');
    const series = tab?.fields().find(({ kind }) => kind === 'series');
    if (!tab || !series) return { ok: false, why: 'noCustomers' };
    if (this.isWatched && !underLock(book, () => this.begin())) return { ok: false, why: 'busy' };
    const block = tab.read(2, tab.dataRows());
    const customers = linkedCustomers(tab.fields(), series, block.rows, (row, key) => tab.cell(block, row, key));
    const found = this.compare(customers);
    if ('percent' in found) return { ok: false, why: 'stopped', percent: found.percent };
    const counts = recordCounts(book, tab.tab.key);
    const written = underLock(book, () => this.write({ tab, block, series, customers, counts }, found));
    if (written) return written;
    this.tell(say('stop.busy', book.language));
    return { ok: false, why: 'busy' };
  }

  private begin(): true {
    queueProgress(ensureDuplicatesSheet(this.book), say('groups.reading', this.book.language));
    return true;
  }

  /** The whole comparison, or how far it came. */
  private compare(customers: LinkedCustomers): LinkResult | { percent: number } {
    const { book } = this;
    const today = book.zone.today();
    const readers = linkReaders({ region: book.region, order: book.dateOrder, today });
    const run = startLinkage(customers.table, readers, takeKeptRun(keptName));
    let steps = 0;
    let told = 0;
    for (;;) {
      const { done, finished } = run.step();
      if (finished) return run.result();
      const percent = Math.floor(done * 100);
      const isTime = ++steps >= leastSteps && done - told >= 1 / mostLooks;
      if (isTime) [steps, told] = [0, done];
      if (Date.now() - this.started < longestLook && !(isTime && this.asksToStop(percent))) continue;
      keepRun(keptName, run.save());
      this.tellStopped(percent);
      return { percent };
    }
  }

  private asksToStop(percent: number): boolean {
    const sheet = this.isWatched ? duplicatesSheet(this.book) : undefined;
    if (!sheet) return false;
    showToast(this.book.workbook, say('groups.toast', this.book.language, { percent }));
    return isStopped(sheet, say('groups.busy', this.book.language, { percent }));
  }

  private tellStopped(percent: number): void {
    const at = this.book.zone.moment(Date.now()).slice(0, 16);
    this.tell(say('groups.stopped', this.book.language, { at, percent }));
  }

  /** Says above the former list why it is still there. */
  private tell(sentence: string): void {
    const sheet = this.isWatched ? duplicatesSheet(this.book) : undefined;
    if (!sheet) return;
    queueHead(sheet, sentence, say('groups.howTo', this.book.language));
    this.book.commit();
  }

  private write(there: Compared, result: LinkResult): Listing {
    const { book } = this;
    const { customers } = there;
    const sheet = ensureDuplicatesSheet(book);
    const before = readDuplicates(sheet);
    const judgements = readJudgements();
    takeDecisions(before.rows, judgements);
    keepJudgements(judgements);
    const all = formGroups(result, customers.numbers, judgements);
    const groups = all.slice(0, mostListed);
    const counts = countsOf(customers, all, before);
    const listedAt = book.zone.moment(Date.now()).slice(0, 16);
    const { language, region } = book;
    const labelOf = (key: string): string => there.tab.field(key)?.label[language] ?? key;
    const rows = groupRows(groups, customers, { locale: language, region, labelOf });
    writeDuplicates(book, sheet, {
      columns: columnsOf(book, there),
      rows: rows.map(({ customer, cells }) => [...cells, ...customerCells(there, customer)]),
      totals: this.totals(counts, listedAt),
      lines: [
        ...(rows.length > 0 ? [say('groups.howTo', language)] : []),
        ...(all.length > groups.length ? [say('groups.more', language, { count: all.length - groups.length })] : []),
      ].join(say('sentence.separator', language)),
      listedAt,
    });
    return { ok: true, listed: rows.map(({ key }) => key), ...counts };
  }

  private totals(counts: DuplicateCounts, at: string): string {
    const { language } = this.book;
    if (counts.groups + counts.later + counts.decided === 0) return say('groups.none', language, { at, ...counts });
    const part = (key: 'fresh' | 'later' | 'decided'): string =>
      counts[key] > 0 ? say(`groups.${key}`, language, { count: counts[key] }) : '';
    return say('groups.totals', language, {
      ...counts,
      at,
      fresh: part('fresh'),
      later: part('later'),
      decided: part('decided'),
    });
  }
}

/** What was compared, and what is shown of it. */
interface Compared {
  tab: LedgerTab;
  block: Block;
  series: Field;
  customers: LinkedCustomers;
  /** records by customer's number */
  counts: ReadonlyMap<string, number>;
}

/** What stands side by side: the number first, then the fields in their order; what is secret or for the ledger alone stays where it is. */
const shownFields = ({ tab, series }: Compared): Field[] => [
  series,
  ...tab.fields().filter(({ key, sensitivity, hidden }) => key !== series.key && sensitivity !== 'secret' && !hidden),
];

const columnsOf = (book: Book, there: Compared): DuplicatesList['columns'] => [
  ...shownFields(there).map(({ label, width }) => ({ label: label[book.language], width })),
  { label: say('groups.column.records', book.language), width: 70, isNumber: true },
];

/** A first apostrophe is taken for the sign that text follows, so it needs another. */
const asText = (text: string): string => (text.startsWith("'") ? `'${text}` : text);

function customerCells(there: Compared, customer: number): (string | number)[] {
  const { tab, block, customers, counts } = there;
  const row = customers.rows[customer]!;
  return [
    ...shownFields(there).map(({ key }) => asText(cellText(tab.cell(block, row, key)))),
    counts.get(customers.numbers[customer]!) ?? 0,
  ];
}

function countsOf(customers: LinkedCustomers, all: readonly FoundGroup[], before: Listed): DuplicateCounts {
  const open = all.filter(({ state }) => state === 'open');
  const count = (tier: FoundGroup['tier']): number => open.filter((group) => group.tier === tier).length;
  return {
    customers: customers.numbers.length,
    groups: open.length,
    sure: count('sure'),
    likely: count('likely'),
    possible: count('possible'),
    fresh: freshGroups(
      open.map(({ rows }) => rows.map((row) => customers.numbers[row]!)),
      byGroup(before.rows).map((group) => group.map(({ number }) => number)),
    ),
    later: all.filter(({ state }) => state === 'later').length,
    decided: all.filter(({ state }) => state === 'notSame').length,
  };
}
