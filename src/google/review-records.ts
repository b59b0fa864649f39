import { eventField, referenceTo, reviewField } from '../domain/dictionary/roles.ts';
import { type DueReview, dueReviews, type ReviewRecord } from '../domain/review/due-reviews.ts';
import { type LastEvent, noteEvents, readReviewRecords } from '../domain/review/read-review-records.ts';
import { type ReviewPlan, readPlan } from '../domain/review/review-plan.ts';
import type { Book } from './book.ts';
import type { Block, LedgerTab } from './ledger-tab.ts';

/** The fields by which a customer's review is known; all are switched on with it. */
export const neededRoles = ['on', 'by', 'responsible', 'reach'] as const;

/** The shop's plan; undefined until reviews were begun, or where their columns were switched off since. */
export function reviewPlan(book: Book): ReviewPlan | undefined {
  const tab = book.dictionary.tabs.find(({ key }) => key === 'customers');
  if (book.settings?.reviews === undefined || !tab || !reviewField(tab, 'on')) return undefined;
  return readPlan(book.settings.reviews, book.zone.today());
}

/** Everything that a review looks at. */
export interface ReviewBook {
  tab: LedgerTab;
  block: Block;
  plan: ReviewPlan;
  /** by number */
  records: ReadonlyMap<string, ReviewRecord>;
  due: DueReview[];
  /** verified today, by who did it */
  done: ReadonlyMap<string, number>;
  today: string;
}

/** When something happened last with each customer: one read of each tab of records, of the columns that matter. */
function lastEvents(book: Book, today: string): Map<string, LastEvent> {
  const last = new Map<string, LastEvent>();
  for (const { key } of book.dictionary.tabs) {
    const tab = book.tab(key);
    const reference = tab && referenceTo(tab.tab, 'customers');
    const fields = tab && [reference, eventField(tab.tab, 'on'), eventField(tab.tab, 'by')].flatMap((field) => field ?? []);
    if (!tab || !reference || !fields?.every((field) => tab.columns.has(field.key))) continue;
    const keys = fields.map((field) => field.key);
    const block = tab.read(2, tab.dataRows(), keys);
    const records = block.raw.map((_, row) => Object.fromEntries(keys.map((each) => [each, tab.cell(block, row, each)])));
    noteEvents(last, tab.tab, reference, records, today);
  }
  return last;
}

/**
 * Who is due for review today: one read of the customers' tab and one of each tab of records.
 *
 * @returns undefined where reviews are off, or the customers' tab or its columns are gone
 */
export function readReviews(book: Book): ReviewBook | undefined {
  const plan = reviewPlan(book);
  const tab = book.tab('customers');
  const on = tab && reviewField(tab.tab, 'on');
  const series = tab?.fields().find(({ kind }) => kind === 'series');
  if (!plan || !tab || !series || !on || !tab.columns.has(on.key)) return undefined;
  const today = book.zone.today();
  const context = { language: book.language, region: book.region, dateOrder: book.dateOrder, today };
  const block = tab.read(2, tab.dataRows());
  const cells = block.raw.map((_, row) => tab.record(block, row));
  const records = readReviewRecords(tab.tab, cells, lastEvents(book, today), context);
  const done = new Map<string, number>();
  for (const { verifiedOn, verifiedBy } of records)
    if (verifiedOn === today && verifiedBy !== '') done.set(verifiedBy, (done.get(verifiedBy) ?? 0) + 1);
  const byNumber = new Map(records.map((record) => [record.number, record]));
  return { tab, block, plan, records: byNumber, due: dueReviews(records, plan, today), done, today };
}
