import type { Failure } from '../domain/api.ts';
import { reviewField } from '../domain/dictionary/roles.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Review } from '../domain/review/api.ts';
import { reviewOf } from '../domain/review/due-reviews.ts';
import { explainReview } from '../domain/review/explain-review.ts';
import { readReviewRecords } from '../domain/review/read-review-records.ts';
import { recordOf } from '../google/add-record.ts';
import type { Book } from '../google/book.ts';
import { reviewPlan } from '../google/review-records.ts';
import { getForm } from './get-form.ts';

/**
 * What to ask a customer: the form with what stands there now, and why they are on the list. One read to find the row and
 * one of the row; what happened in other tabs is the list's to tell.
 */
export function getReview(book: Book, request: { customer: string }, locale: Locale): Review | Failure {
  const fail = (message: string): Failure => ({ failed: true, message, retry: false });
  const plan = reviewPlan(book);
  const tab = book.tab('customers');
  const series = tab?.fields().find(({ kind }) => kind === 'series');
  if (!plan || !tab || !series) return fail(say('stop.reviewsOff', locale));
  const record = recordOf(tab, series.key, request.customer);
  if (!record) return fail(say('stop.recordNotFound', locale, { number: request.customer }));
  const form = getForm(book, { tab: tab.tab.key }, locale);
  if ('failed' in form) return form;
  const today = book.zone.today();
  const context = { language: book.language, region: book.region, dateOrder: book.dateOrder, today };
  const verifiedOn = reviewField(tab.tab, 'on')?.key ?? '';
  const cells = { ...record, [verifiedOn]: record[verifiedOn] ? { day: record[verifiedOn] } : '' };
  const [known] = readReviewRecords(tab.tab, [cells], new Map(), context);
  if (known?.reach === 'never') return fail(say('stop.leftAlone', locale, { name: known.name || known.number }));
  const review = known && reviewOf(known, plan, today);
  const stamped = new Set((['on', 'by', 'reach'] as const).flatMap((role) => reviewField(tab.tab, role)?.key ?? []));
  const reach = reviewField(tab.tab, 'reach');
  return {
    customer: { number: request.customer, name: record.name ?? '', phone: record.phone ?? '' },
    form: {
      ...form,
      fields: form.fields.filter(({ key }) => !stamped.has(key)).map((field) => ({ ...field, value: record[field.key] ?? '' })),
    },
    shown: record,
    reasons: known && review ? explainReview(review, known, locale) : [],
    outcomes: (reach?.options ?? [])
      .filter((option) => option.review !== undefined)
      .map(({ label, hue }) => ({ value: label[book.language], label: label[locale], hue })),
  };
}
