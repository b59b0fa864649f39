import type { Failure } from '../domain/api.ts';
import { cellText } from '../domain/check/cell.ts';
import { reviewField, traitField } from '../domain/dictionary/roles.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { ReviewItem, Reviews } from '../domain/review/api.ts';
import { type DueReview, shareReviews } from '../domain/review/due-reviews.ts';
import { explainReview } from '../domain/review/explain-review.ts';
import { defaultPlan, type ReviewPlan } from '../domain/review/review-plan.ts';
import type { Book } from '../google/book.ts';
import { type ReviewBook, readReviews, reviewPlan } from '../google/review-records.ts';
import { chosenName } from '../google/who.ts';
import { suggestions } from './get-form.ts';

/** What the plan may name: dropdown values, regions in use, people. */
function choices(book: Book, read: ReviewBook | undefined): Pick<Reviews, 'types' | 'regions' | 'staff'> {
  const tab = book.dictionary.tabs.find(({ key }) => key === 'customers');
  const type = tab && traitField(tab, 'type');
  const responsible = tab?.fields.find((field) => field.review === 'responsible');
  const records = read ? [...read.records.values()] : [];
  const used = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '').sort();
  return {
    types: type?.options?.map((option) => option.label[book.language]) ?? [],
    regions: used(records.map(({ region }) => region)),
    staff: used([
      ...(responsible ? suggestions(book, responsible) : []),
      ...records.flatMap((record) => [record.responsible, record.verifiedBy]),
      chosenName(),
    ]),
  };
}

/** A review as the list shows it. */
export function reviewItem({ tab, block, records }: ReviewBook, review: DueReview, row: number, locale: Locale): ReviewItem {
  const phone = tab.fields().find(({ kind }) => kind === 'phone');
  const record = records.get(review.number)!;
  return {
    number: review.number,
    name: review.name,
    phone: phone ? cellText(tab.cell(block, row, phone.key)) : '',
    dueOn: review.dueOn,
    reasons: explainReview(review, record, locale),
  };
}

/** Where each number stands in what was read: the first row of a doubled one. */
export function rowsByNumber({ tab, block }: ReviewBook): Map<string, number> {
  const series = tab.fields().find(({ kind }) => kind === 'series')!;
  const rows = new Map<string, number>();
  for (let row = block.rows - 1; row >= 0; row--) rows.set(cellText(tab.cell(block, row, series.key)).trim(), row);
  return rows;
}

function shown(book: Book, plan: ReviewPlan, read: ReviewBook | undefined, who: string | undefined, locale: Locale): Reviews {
  const shares = read ? shareReviews(read.due, plan, read.done) : [];
  const own = who ?? (read?.named(chosenName()) || chosenName());
  const mine = shares.find((share) => share.who === own) ?? shares.find(({ today }) => today.length > 0) ?? shares[0];
  const rows = read && rowsByNumber(read);
  return {
    isOn: reviewPlan(book) !== undefined,
    plan,
    ...choices(book, read),
    who: mine?.who ?? own,
    people: shares.map(({ who: name, today, waiting, done }) => ({
      who: name,
      label: name || say('review.nobody', locale),
      ...{ today: today.length, waiting, done },
    })),
    list: read && mine ? mine.today.map((review) => reviewItem(read, review, rows!.get(review.number)!, locale)) : [],
    today: book.zone.today(),
  };
}

/**
 * Today's reviews of one person, with everybody's progress. Where the shop has not begun with reviews it answers the plan
 * that it could begin with.
 */
export function getReviews(book: Book, request: { who?: string | undefined }, locale: Locale): Reviews | Failure {
  const plan = reviewPlan(book);
  if (!plan) return shown(book, defaultPlan(book.zone.today()), undefined, request.who, locale);
  const read = readReviews(book);
  const tab = book.dictionary.tabs.find(({ key }) => key === 'customers')!;
  const fields = reviewField(tab, 'on')?.label[locale] ?? '';
  if (!read) return { failed: true, message: say('stop.headers', locale, { tab: tab.label[locale], fields }), retry: false };
  return shown(book, plan, read, request.who, locale);
}
