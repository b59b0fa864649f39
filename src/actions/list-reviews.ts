import { cellText } from '../domain/check/cell.ts';
import { reviewField } from '../domain/dictionary/roles.ts';
import type { Locale } from '../domain/locale.ts';
import type { Change } from '../domain/log/entry.ts';
import { say } from '../domain/messages/say.ts';
import { shareReviews } from '../domain/review/due-reviews.ts';
import { type ListedReview, standingOf } from '../domain/review/review-rows.ts';
import { matchOption } from '../domain/text/match-option.ts';
import { applyPlan } from '../google/apply-plan.ts';
import type { Book } from '../google/book.ts';
import { underLock } from '../google/numbers.ts';
import { type ReviewBook, readReviews, reviewPlan } from '../google/review-records.ts';
import { type ReviewListing, readReviewList, reviewSheet, writeReviewList } from '../google/review-tab.ts';
import { chosenName } from '../google/who.ts';
import { reviewItem, rowsByNumber } from './get-reviews.ts';
import type { Outcome } from './outcome.ts';
import { stampOf } from './save-review.ts';

const verified = (locale: Locale): string => say('review.result.verified', locale);

/** What a chosen result writes into the customer; nothing where it is none of those that can be chosen. */
function changesOf(book: Book, read: ReviewBook, rows: ReadonlyMap<string, number>, listed: ListedReview): Change[] {
  const { tab, block } = read;
  const row = rows.get(listed.number);
  if (row === undefined) return [];
  const isVerified = matchOption(listed.result, (['zh-CN', 'en'] as const).map(verified)) !== undefined;
  const reach = reviewField(tab.tab, 'reach');
  const shown = reach ? cellText(tab.cell(block, row, reach.key)) : '';
  const stamp = stampOf(book, isVerified ? undefined : listed.result, shown, listed.who || chosenName());
  return Object.entries(stamp ?? {}).map(([field, to]) => ({
    ...{ tab: tab.tab.key, record: listed.number, field },
    ...{ from: tab.cell(block, row, field), to },
  }));
}

/** Takes what was chosen in the list into the customers' tab, all in one run of the change log. */
function takeIn(book: Book, read: ReviewBook, listed: readonly ListedReview[]) {
  const chosen = listed.filter(({ result }) => result !== '');
  const rows = rowsByNumber(read);
  const standing = (each: ListedReview) => standingOf(each, read.records.get(each.number)?.verifiedOn ?? '?', read.today);
  const ahead = chosen.filter((each) => standing(each) === 'ahead');
  const changes = ahead.map((each) => changesOf(book, read, rows, each));
  const plan = applyPlan(book, changes.flat(), { kind: 'form', lenient: true });
  const hindered = new Set(plan.hindered.map(({ change }) => change.record));
  const failed = ahead.filter(({ number }, i) => changes[i]!.length === 0 || hindered.has(number));
  const overtaken = chosen.filter((each) => standing(each) === 'overtaken').length;
  return { taken: ahead.length - failed.length, failed, overtaken, moved: plan.moved !== undefined };
}

/** @param failed results that could not be taken in stay where they are, to be mended */
function listingOf(
  book: Book,
  read: ReviewBook,
  kept: readonly ListedReview[],
  failed: readonly ListedReview[],
  locale: Locale,
): ReviewListing {
  const shares = shareReviews(read.due, read.plan, read.done);
  const rows = rowsByNumber(read);
  const notes = new Map(kept.map(({ number, note }) => [number, note]));
  const chosen = new Map(failed.map(({ number, result }) => [number, result]));
  const lines = shares.flatMap(({ who, today }) =>
    today.map((review) => {
      const item = reviewItem(read, review, rows.get(review.number)!, locale);
      const why = item.reasons.join(say('list.separator', locale));
      const seen = read.records.get(review.number)!.verifiedOn;
      return [
        who,
        review.dueOn,
        review.number,
        item.name,
        item.phone,
        why,
        chosen.get(review.number) ?? '',
        notes.get(review.number) ?? '',
        seen,
      ];
    }),
  );
  const waiting = shares.reduce((sum, share) => sum + share.waiting, 0);
  const options = reviewField(read.tab.tab, 'reach')?.options ?? [];
  const results = [
    verified(locale),
    ...options.filter(({ review }) => review !== undefined).map(({ label }) => label[book.language]),
  ];
  const head =
    lines.length === 0
      ? say('review.none', locale)
      : say('review.head', locale, { date: read.today, count: lines.length, waiting });
  return { head, rows: lines, results };
}

/**
 * 更新复核清单: takes the results that somebody has chosen in the list into the customers' tab and writes the list of
 * today anew, for those who work on paper or on a phone. A customer whom somebody else has verified since is left alone.
 */
export function listReviews(book: Book, locale: Locale): Outcome {
  const outcome = underLock(book, (): Outcome => {
    if (!reviewPlan(book)) return { ok: false, message: say('stop.reviewsOff', locale) };
    const sheet = reviewSheet(book);
    const { listed, isAsWritten } = sheet ? readReviewList(sheet) : { listed: [], isAsWritten: false };
    const before = readReviews(book);
    if (!before) return { ok: false, message: say('stop.reviewsOff', locale) };
    const { taken, failed, overtaken, moved } = takeIn(book, before, listed);
    if (moved) return { ok: false, message: say('stop.moved', locale) };
    if (taken > 0) book.refresh();
    const read = taken > 0 ? readReviews(book)! : before;
    const listing = listingOf(book, read, listed, failed, book.language);
    writeReviewList(book, listing, isAsWritten ? sheet : undefined, book.language).activate();
    const said = [
      say('done.reviewList', locale, { count: listing.rows.length, taken }),
      ...(overtaken > 0 ? [say('done.reviewLeft', locale, { count: overtaken })] : []),
      ...(failed.length > 0 ? [say('done.reviewUnclear', locale, { count: failed.length })] : []),
    ];
    return {
      ok: true,
      message: said.join(say('sentence.separator', locale)),
      details: { count: listing.rows.length, taken, left: overtaken + failed.length },
    };
  });
  return outcome ?? { ok: false, message: say('stop.busy', locale) };
}
