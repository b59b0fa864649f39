import { type Candidates, prepareCandidates } from './candidates.ts';
import type { CustomerTraits, DuplicateHit } from './customer-traits.ts';
import { traitsPrefilter } from './traits-prefilter.ts';
import { prepareEntry, weighByName, weighPair } from './weigh-pair.ts';

/** A phone that this many differently named customers have is a placeholder (13800138000) or the shop's own. */
const PLACEHOLDER_SHARERS = 4;

/**
 * Existing customers that may be the one being entered, the likeliest first. Never a reason to refuse: two people may
 * share a phone, and two may have the same name and house.
 *
 * Costs one pass over the raw texts; 50,000 rows take some tens of milliseconds.
 *
 * @param entry what is typed so far; with a `number` that customer itself is left out
 * @param candidates rows with known traits, or {@link Candidates} prepared from the sheet's columns
 * @param limit how many to return
 * @example findLikelyDuplicates({ number: '', name: '张伟', phones: ['+8613800138000'], … }, rows) // [{ strength: 'sure', reasons: [{ code: 'samePhone', … }], … }]
 */
export function findLikelyDuplicates(
  entry: CustomerTraits,
  candidates: Iterable<CustomerTraits> | Candidates,
  limit = 3,
): DuplicateHit[] {
  const prepared = isPrepared(candidates) ? candidates : prepareCandidates(candidates);
  const typed = prepareEntry(entry);
  const mayFit = traitsPrefilter(typed);
  const hits: DuplicateHit[] = [];
  for (let index = 0; index < prepared.size; index++) {
    const by = mayFit(prepared, index);
    if (by === undefined) continue;
    if (entry.number !== '' && prepared.number(index) === entry.number) continue;
    const hit = (by === 'contact' ? weighPair : weighByName)(typed, prepared.traits(index));
    if (hit) hits.push(hit);
  }
  return withoutPlaceholders(hits)
    .sort((a, b) => RANK[b.strength] - RANK[a.strength] || b.score - a.score || (a.customer.number < b.customer.number ? -1 : 1))
    .slice(0, limit);
}

const RANK = { sure: 2, likely: 1, possible: 0 } as const;

function isPrepared(candidates: Iterable<CustomerTraits> | Candidates): candidates is Candidates {
  return typeof (candidates as Partial<Candidates>).traits === 'function';
}

function withoutPlaceholders(hits: DuplicateHit[]): DuplicateHit[] {
  const sharesOnlyPhone = (hit: DuplicateHit) => hit.reasons[0]?.code === 'sharedPhone' && hit.strength === 'possible';
  return hits.filter(sharesOnlyPhone).length >= PLACEHOLDER_SHARERS ? hits.filter((hit) => !sharesOnlyPhone(hit)) : hits;
}
