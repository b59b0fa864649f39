import type { Failure, SaveResult } from '../domain/api.ts';
import { optionMeant } from '../domain/dictionary/option-meant.ts';
import { closing, reviewField } from '../domain/dictionary/roles.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { chosenName } from '../google/who.ts';
import { updateCustomer } from './update-customer.ts';

interface ReviewRequest {
  requestId: string;
  customer: string;
  /** how the customer could not be asked, as one of the options; absent: the data are right now */
  outcome?: string | undefined;
  values: Record<string, string>;
  shown: Record<string, string>;
}

/**
 * What a ticked review writes beside corrected values: the day, who it was, and how the customer was reached. Whoever is
 * reached again is no longer marked as lost.
 *
 * @param shown the contact state as it stands
 */
export function stampOf(book: Book, outcome: string | undefined, shown: string, who: string): Record<string, string> | undefined {
  const tab = book.tab('customers');
  const [on, by, reach] = (['on', 'by', 'reach'] as const).map((role) => tab && reviewField(tab.tab, role));
  if (!on || !tab?.columns.has(on.key)) return undefined;
  const wanted = outcome === undefined ? undefined : optionMeant(reach, outcome);
  if (outcome !== undefined && !wanted) return undefined;
  const reachable = reach?.options?.find((option) => option.review === undefined && closing(option) === 'done');
  const former = optionMeant(reach, shown)?.review;
  // Who asked to be left alone stays so, whatever somebody had chosen before they knew.
  const next = former === 'never' ? undefined : (wanted ?? (former && reachable));
  return {
    [on.key]: book.zone.today(),
    ...(by && tab.columns.has(by.key) && who !== '' ? { [by.key]: who } : {}),
    ...(reach && next && tab.columns.has(reach.key) ? { [reach.key]: next.label[book.language] } : {}),
  };
}

/**
 * Ticks a review off: what was corrected and the day of verification are saved together or not at all. Where somebody else
 * has verified the customer meanwhile, they are named and nothing is changed.
 */
export function saveReview(book: Book, request: ReviewRequest, locale: Locale): SaveResult | Failure {
  const tab = book.tab('customers');
  const [on, by, reach] = (['on', 'by', 'reach'] as const).map((role) => tab && reviewField(tab.tab, role));
  const stamp = stampOf(book, request.outcome, request.shown[reach?.key ?? ''] ?? '', chosenName());
  if (!stamp) return { failed: true, message: say('stop.reviewsOff', locale), retry: false };
  const { customer: number, requestId, shown } = request;
  const result = updateCustomer(book, { number, requestId, values: { ...request.values, ...stamp }, shown }, locale);
  const conflicts = 'conflicts' in result ? result.conflicts : [];
  if (!conflicts.some(({ key }) => key === on?.key || key === by?.key)) return result;
  const who = conflicts.find(({ key }) => key === by?.key)?.now || say('log.unknown', locale);
  return { failed: true, message: say('stop.verifiedByOther', locale, { name: shown.name ?? number, by: who }), retry: false };
}
