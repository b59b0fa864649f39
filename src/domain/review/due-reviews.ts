import { addDays, addMonths, daysBetween } from '../dates/calendar.ts';
import { type ReviewPlan, rhythms } from './review-plan.ts';

/** What a review needs to know of a customer. Days are `yyyy-MM-dd`, empty where unknown. */
export interface ReviewRecord {
  number: string;
  name: string;
  verifiedOn: string;
  verifiedBy: string;
  /** how the customer was reached last, as far as it matters */
  reach: 'sooner' | 'never' | undefined;
  /** the same as it stands in the cell */
  reachText: string;
  type: string;
  /** whom the record itself names */
  responsible: string;
  region: string;
  /** who served the customer last */
  servedBy: string;
  /** the last day something happened */
  lastOn: string;
  /** required cells that are empty */
  missing: number;
  /** cells that are wrong */
  wrong: number;
}

/** Why a review is due, and why sooner than others. */
export type ReviewCause = 'period' | 'never' | 'reach' | 'missing' | 'wrong' | 'asleep';

export interface DueReview {
  number: string;
  name: string;
  /** responsible; empty where nobody is */
  who: string;
  dueOn: string;
  causes: readonly ReviewCause[];
}

/** What looks outdated is asked for again after so many months, however seldom others are. */
const soonMonths = 1;
/** Who has not been seen for so long, in months, is reviewed twice as often. */
const asleepMonths = 12;

/** The same number every time, evenly spread: FNV-1a. */
function spread(text: string, over: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % over;
}

/** Who keeps a customer's data up to date. */
export function responsibleFor(record: ReviewRecord, plan: ReviewPlan): string {
  if (record.responsible !== '') return record.responsible;
  if (plan.assign === 'service' && record.servedBy !== '') return record.servedBy;
  if (plan.assign === 'region') return plan.regions[record.region] || plan.owner;
  return plan.owner;
}

/**
 * When a customer is to be reviewed next, and why; undefined where never. What looks outdated comes sooner. Who was never
 * verified comes up within one period after reviews began, each on a day of their own, so that no day brings everybody.
 *
 * @param today `yyyy-MM-dd`
 * @example reviewOf({ ...record, verifiedOn: '2026-01-31' }, plan, '2026-11-22')?.dueOn // '2026-07-31', half-yearly
 */
export function reviewOf(record: ReviewRecord, plan: ReviewPlan, today: string): DueReview | undefined {
  const months = rhythms[plan.byType[record.type] ?? plan.every];
  if (months === 0 || record.reach === 'never') return undefined;
  const doubts: ReviewCause[] = [];
  if (record.reach === 'sooner') doubts.push('reach');
  if (record.wrong > 0) doubts.push('wrong');
  if (record.missing > 0) doubts.push('missing');
  const isAsleep = record.lastOn !== '' && addMonths(record.lastOn, asleepMonths) <= today;
  const rhythm = doubts.length > 0 ? Math.min(soonMonths, months) : isAsleep ? Math.ceil(months / 2) : months;
  const causes: ReviewCause[] = [...doubts, ...(isAsleep ? ['asleep' as const] : [])];
  const common = { number: record.number, name: record.name, who: responsibleFor(record, plan) };
  if (record.verifiedOn !== '') return { ...common, dueOn: addMonths(record.verifiedOn, rhythm), causes: [...causes, 'period'] };
  const period = Math.max(1, daysBetween(plan.since, addMonths(plan.since, rhythm)));
  const dueOn = doubts.length > 0 ? plan.since : addDays(plan.since, spread(record.number, period));
  return { ...common, dueOn, causes: [...causes, 'never'] };
}

const before = (a: DueReview, b: DueReview): number =>
  a.dueOn < b.dueOn
    ? -1
    : a.dueOn > b.dueOn
      ? 1
      : b.causes.length - a.causes.length || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);

/** Everybody whose review is due by a day, the longest due first. */
export const dueReviews = (records: readonly ReviewRecord[], plan: ReviewPlan, today: string): DueReview[] =>
  records
    .flatMap((record) => reviewOf(record, plan, today) ?? [])
    .filter(({ dueOn }) => dueOn <= today)
    .sort(before);

/** What one person has to do: today's share, and how many more wait. */
export interface ReviewShare {
  who: string;
  today: readonly DueReview[];
  waiting: number;
  /** how many they have verified today */
  done: number;
}

/**
 * Parts what is due among those responsible. Who has verified some today already gets that many less.
 *
 * @param done how many each has verified today, by name
 */
export function shareReviews(due: readonly DueReview[], plan: ReviewPlan, done: ReadonlyMap<string, number>): ReviewShare[] {
  const people = [...new Set([...due.map(({ who }) => who), ...done.keys()])].sort();
  return people.map((who) => {
    const own = due.filter((review) => review.who === who);
    const finished = done.get(who) ?? 0;
    const today = own.slice(0, Math.max(0, plan.perDay - finished));
    return { who, today, waiting: own.length - today.length, done: finished };
  });
}
