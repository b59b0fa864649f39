import type { Locale } from '../locale.ts';

/** How often customers are reviewed, in months; `never` leaves them out. */
export const rhythms = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12, never: 0 } as const;
export type Rhythm = keyof typeof rhythms;

/** Who reviews a customer whose own record names nobody. */
export const assignments = ['owner', 'region', 'service'] as const;
export type Assignment = (typeof assignments)[number];

/** How a shop keeps its customers' data up to date. */
export interface ReviewPlan {
  /** the day reviews began, `yyyy-MM-dd`: who was never verified comes up within one period from then on */
  since: string;
  every: Rhythm;
  /** another rhythm by customer type, as the type stands in the cell */
  byType: Readonly<Record<string, Rhythm>>;
  assign: Assignment;
  /** responsible for everybody whom nobody else is responsible for; empty: whoever opens the list */
  owner: string;
  /** by region, as it stands in the cell */
  regions: Readonly<Record<string, string>>;
  /** reviews that one person is asked for in a day */
  perDay: number;
}

/**
 * The plan of a shop that has settled nothing: everybody half-yearly, by the owner.
 *
 * @param today `yyyy-MM-dd`
 */
export const defaultPlan = (today: string): ReviewPlan => ({
  since: today,
  every: 'halfYearly',
  byType: {},
  assign: 'owner',
  owner: '',
  regions: {},
  perDay: 20,
});

/** At most so many a day: nobody calls more, and the list stays one page. */
export const mostPerDay = 200;

const isRhythm = (value: unknown): value is Rhythm => typeof value === 'string' && value in rhythms;

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/**
 * A plan as it was kept or sent; whatever of it cannot be read is as the default has it.
 *
 * @example readPlan({ every: 'yearly' }, '2026-11-22').every // 'yearly'
 */
export function readPlan(value: unknown, today: string): ReviewPlan {
  const usual = defaultPlan(today);
  if (typeof value !== 'object' || value === null) return usual;
  const given = value as Partial<Record<keyof ReviewPlan, unknown>>;
  const perDay = Number(given.perDay);
  return {
    since: typeof given.since === 'string' && /^\d{4}-\d\d-\d\d$/.test(given.since) ? given.since : usual.since,
    every: isRhythm(given.every) ? given.every : usual.every,
    byType: Object.fromEntries(entriesOf(given.byType).filter((entry): entry is [string, Rhythm] => isRhythm(entry[1]))),
    assign: assignments.find((each) => each === given.assign) ?? usual.assign,
    owner: typeof given.owner === 'string' ? given.owner.trim() : usual.owner,
    regions: Object.fromEntries(entriesOf(given.regions).map(([region, name]) => [region, String(name).trim()])),
    perDay: Number.isInteger(perDay) && perDay >= 1 ? Math.min(perDay, mostPerDay) : usual.perDay,
  };
}

/** A rhythm as the shop reads it. */
export const rhythmLabels: Readonly<Record<Locale, Readonly<Record<Rhythm, string>>>> = {
  'zh-CN': { monthly: '每月', quarterly: '每季度', halfYearly: '每半年', yearly: '每年', never: '不复核' },
  en: { monthly: 'monthly', quarterly: 'quarterly', halfYearly: 'half-yearly', yearly: 'yearly', never: 'never' },
};
