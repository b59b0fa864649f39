import { eventField, referenceTo, reviewField } from '../domain/dictionary/roles.ts';
import { type People, readPeople, staffFields, staffTab } from '../domain/reminders/people.ts';
import { type DueReview, dueReviews, type ReviewRecord } from '../domain/review/due-reviews.ts';
import { type LastEvent, noteEvents, readReviewRecords } from '../domain/review/read-review-records.ts';
import { doneOn, onePerNumber, oneSpelling, planFor, withPeople } from '../domain/review/review-people.ts';
import { type ReviewPlan, readPlan } from '../domain/review/review-plan.ts';
import type { Book } from './book.ts';
import type { Block, LedgerTab } from './ledger-tab.ts';
import { readTables } from './reminder-tables.ts';

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
  /** whom a name means, in one spelling; empty for whoever has left */
  named(name: string): string;
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

/** The people in the shop's list of staff; without one the owner is whoever opens the list. One read. */
function peopleOf(book: Book): People {
  const tab = staffTab(book.dictionary);
  return readPeople(book.dictionary, tab ? readTables(book, new Map([[tab.key, new Set(staffFields(tab))]])) : new Map(), '');
}

/**
 * Who is due for review today: one read of the customers' tab and one of each tab of records and of the staff.
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
  const people = peopleOf(book);
  const named = oneSpelling(people);
  const all = readReviewRecords(tab.tab, cells, lastEvents(book, today), context);
  const records = onePerNumber(all.map((record) => withPeople(record, named)));
  const done = doneOn(records.values(), today);
  const due = dueReviews([...records.values()], planFor(plan, people, named), today);
  return { tab, block, plan, records, due, named, done, today };
}
