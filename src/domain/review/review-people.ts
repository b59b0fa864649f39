import type { People } from '../reminders/people.ts';
import { optionKey } from '../text/match-option.ts';
import type { ReviewRecord } from './due-reviews.ts';
import type { ReviewPlan } from './review-plan.ts';

/** Whom a name means: as the list of staff spells it, else as it was met first; empty for whoever has left. */
export function oneSpelling({ known }: People): (name: string) => string {
  const spellings = new Map<string, string>();
  const met = new Map<string, string>();
  const find = (name: string): string => {
    const key = optionKey(name);
    const spelling = spellings.get(key) ?? known(name) ?? '';
    spellings.set(key, spelling);
    return spelling;
  };
  return (name) => {
    const earlier = met.get(name);
    if (earlier !== undefined) return earlier;
    const spelling = name === '' ? '' : find(name);
    met.set(name, spelling);
    return spelling;
  };
}

/** A record with the people in it in one spelling: nobody is responsible where whoever was has left. */
export const withPeople = (record: ReviewRecord, named: (name: string) => string): ReviewRecord => ({
  ...record,
  responsible: named(record.responsible),
  servedBy: named(record.servedBy),
  verifiedBy: named(record.verifiedBy) || record.verifiedBy,
});

/** The same of the plan; what nobody is responsible for is the owner's. */
export const planFor = (plan: ReviewPlan, { owner }: People, named: (name: string) => string): ReviewPlan => ({
  ...plan,
  owner: named(plan.owner) || owner,
  regions: Object.fromEntries(Object.entries(plan.regions).map(([region, name]) => [region, named(name)])),
});

/**
 * By number, the first row of a doubled one. Where any of them asked to be left alone nobody is called: which of them
 * asked is not known.
 */
export function onePerNumber(records: readonly ReviewRecord[]): Map<string, ReviewRecord> {
  const byNumber = new Map<string, ReviewRecord>();
  for (const record of records) {
    const first = byNumber.get(record.number);
    if (!first) byNumber.set(record.number, record);
    else if (record.reach === 'never') byNumber.set(record.number, { ...first, reach: 'never' });
  }
  return byNumber;
}

/**
 * How many were verified on a day, by who did it.
 *
 * @param day `yyyy-MM-dd`
 */
export function doneOn(records: Iterable<ReviewRecord>, day: string): Map<string, number> {
  const done = new Map<string, number>();
  for (const { verifiedOn, verifiedBy } of records)
    if (verifiedOn === day && verifiedBy !== '') done.set(verifiedBy, (done.get(verifiedBy) ?? 0) + 1);
  return done;
}
