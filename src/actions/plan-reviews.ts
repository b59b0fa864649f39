import type { Failure } from '../domain/api.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Reviews } from '../domain/review/api.ts';
import { type ReviewPlan, readPlan, rhythmLabels } from '../domain/review/review-plan.ts';
import type { Book } from '../google/book.ts';
import { underLock } from '../google/numbers.ts';
import { neededRoles, reviewPlan } from '../google/review-records.ts';
import { switchFields } from './field-settings.ts';
import { getReviews } from './get-reviews.ts';
import type { Outcome } from './outcome.ts';

const action = 'plan-reviews';

/**
 * Begins with reviews, or changes their plan. Without anything given everybody is reviewed half-yearly. The columns it
 * needs appear on the right; what stands there from earlier is kept.
 */
export function planReviews(book: Book, request: { plan?: Partial<ReviewPlan> | undefined }, locale: Locale): Outcome {
  const outcome = underLock(book, (): Outcome => {
    const former = reviewPlan(book);
    const today = book.zone.today();
    const plan = readPlan({ ...former, ...request.plan, since: former?.since ?? today }, today);
    if (
      JSON.stringify(book.settings!.reviews) !== JSON.stringify(plan) &&
      !book.saveSettings({ ...book.settings!, reviews: plan })
    )
      return { ok: false, message: say('stop.settingsTooLarge', locale) };
    const tab = book.dictionary.tabs.find(({ key }) => key === 'customers')!;
    const isNeeded = (role: string | undefined): boolean => neededRoles.some((needed) => needed === role);
    const off = tab.fields.filter((field) => field.off && isNeeded(field.review)).map(({ key }) => key);
    if (off.length > 0) {
      const switched = switchFields(book, tab, off, true, { id: action, action, request: { plan } });
      if (!switched.ok) return switched;
    }
    const rhythm = rhythmLabels[locale][plan.every];
    return { ok: true, message: say('done.reviewsPlanned', locale, { rhythm, perDay: plan.perDay }), details: { plan } };
  });
  return outcome ?? { ok: false, message: say('stop.busy', locale) };
}

/** The same for the sidebar, which shows the list next. */
export function planReviewsFromPage(book: Book, request: { plan: Record<string, unknown> }, locale: Locale): Reviews | Failure {
  const { ok, message } = planReviews(book, { plan: request.plan as Partial<ReviewPlan> }, locale);
  if (!ok) return { failed: true, message, retry: false };
  return getReviews(book, {}, locale);
}
