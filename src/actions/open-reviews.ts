import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { screen, showSidebar } from '../google/screen.ts';
import { getReviews } from './get-reviews.ts';
import type { Outcome } from './outcome.ts';

/** 开始复核: opens today's list in the sidebar; where nobody looks, as for programs, it answers the list. */
export function openReviews(book: Book, request: { who?: string | undefined }, locale: Locale): Outcome {
  const reviews = getReviews(book, request, locale);
  if ('failed' in reviews) return { ok: false, message: reviews.message };
  if (request.who === undefined && screen()) {
    showSidebar('reviews', say('action.startReviews', locale), { locale, reviews });
    return { ok: true, message: '' };
  }
  if (!reviews.isOn) return { ok: false, message: say('stop.reviewsOff', locale) };
  const done = reviews.people.find(({ who }) => who === reviews.who)?.done ?? 0;
  const params = { who: reviews.who || say('review.nobody', locale), count: reviews.list.length, done };
  return { ok: true, message: say('done.reviewsToday', locale, params), details: { reviews } };
}
