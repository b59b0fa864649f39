import { byGroup } from '../domain/duplicate-groups/group-rows.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { duplicatesSheet } from '../google/duplicates-tab.ts';
import { noticeSeen } from '../google/home-notices.ts';
import { type Listing, listDuplicates } from './list-duplicates.ts';
import type { Outcome } from './outcome.ts';

/** Why nothing was listed, as a sentence. */
export function listingStopped(listing: Extract<Listing, { ok: false }>, locale: Locale): string {
  if (listing.why === 'stopped') return say('done.listingStopped', locale, { percent: listing.percent });
  if (listing.why === 'busy') return say('stop.busy', locale);
  return listing.why === 'taken' ? say('stop.listing', locale) : say('stop.noCustomers', locale);
}

/**
 * Lists the customers who may be one and shows the list.
 *
 * @param request `list`: a program wants to know the groups as well
 */
export function findAllDuplicates(book: Book, request: { list?: boolean | undefined }, locale: Locale): Outcome {
  const listing = listDuplicates(book, { isWatched: true });
  if (!listing.ok) {
    const isStopped = listing.why === 'stopped';
    const details = isStopped ? { percent: listing.percent } : {};
    return { ok: isStopped, message: listingStopped(listing, locale), details };
  }
  noticeSeen(book, 'duplicates');
  const { ok: _, listed, ...counts } = listing;
  const sheet = duplicatesSheet(book);
  sheet?.activate();
  const isEmpty = listed.length === 0;
  const message = isEmpty
    ? say('done.listedNone', locale, counts)
    : say('done.listed', locale, { ...counts, sheet: sheet?.getName() ?? '' });
  const list = byGroup(listed).map(([first, ...rest]) => ({
    customers: [first!, ...rest].map(({ number }) => number),
    tier: first!.tier,
    confidence: first!.confidence,
    state: first!.state,
  }));
  return { ok: true, message, details: { ...counts, ...(request.list ? { list } : {}) } };
}
