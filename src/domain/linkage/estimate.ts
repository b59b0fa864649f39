import { type Comparison, TRAITS, type Trait } from './comparison.ts';
import type { Profiles } from './profile.ts';
import { weigh } from './weigh-pair.ts';
import type { Chances, Model, Traits } from './weights.ts';

/** Pairs that the shipped chances count for, beside what the data say. */
const PRIOR_PAIRS = 150;
/** Fewer likely pairs than this tell nothing: the shipped chances stay as they are. */
const FEWEST_PAIRS = 50;
/** Rounds after which the chances hardly change any more. */
export const ROUNDS = 4;
/** A pair that is less likely one customer than this is left out of the count. */
const LEAST_SHARE = 0.001;

/**
 * How far the chance may rise that one customer has two phones, mailboxes or birth dates. A register with many namesakes in
 * one road would teach the model otherwise that they are one customer who moves house and is born anew.
 */
const MOST_CHANGED = 1.5;

const NONE: ReadonlySet<string> = new Set();

type Seen = Record<string, number>;
type Tally = Partial<Record<Trait, Seen>>;
/**
 * Chances that are not raised above the shipped ones: a household that shares everything but the name would teach the model
 * that one customer may have two names.
 */
const HELD: ReadonlySet<string> = new Set(['different', 'surname', 'sibling', 'unfit']);

type Levels = Readonly<Record<string, Chances>>;

/**
 * One round of fitting the chances of "one customer" to a register by expectation and maximisation (Dempster, Laird, Rubin
 * 1977), the shipped ones as the prior; no labels are used. Those of households and strangers stay: the one is too rare, the
 * other comes from each value's own frequency.
 *
 * @returns the shipped model where the data are too thin
 */
export function fitOnce(profiles: Profiles, comparisons: readonly Comparison[], model: Model, shipped: Model): Model {
  const person: Tally = {};
  const firm: Tally = {};
  const own: Seen[] = shipped.own.map(() => ({}));
  let total = 0;
  for (const comparison of comparisons) {
    const { same, household, strangers } = weigh(profiles, comparison, model);
    const share = same / (same + household + strangers);
    if (share < LEAST_SHARE) continue;
    total += share;
    const tally = comparison.organisation ? firm : person;
    for (const trait of TRAITS) count((tally[trait] ??= {}), comparison[trait], share);
    comparison.own.forEach((level, index) => {
      count(own[index]!, level, share);
    });
  }
  if (total < FEWEST_PAIRS) return shipped;
  return {
    ...shipped,
    person: fitTraits(shipped.person, person),
    firm: fitTraits(shipped.firm, firm),
    own: shipped.own.map((levels, index) => fitLevels(levels, own[index]!, NONE) as Model['own'][number]),
    sameAgain: (2 * total + shipped.sameAgain * PRIOR_PAIRS) / (profiles.size + PRIOR_PAIRS),
  };
}

function fitTraits(shipped: Traits, tally: Tally): Traits {
  const fitted: Record<string, Levels> = {};
  for (const trait of TRAITS) fitted[trait] = fitLevels(shipped[trait], tally[trait] ?? {}, trait === 'name' ? HELD : NONE);
  return fitted as unknown as Traits;
}

function count(seen: Seen, level: string, share: number): void {
  seen[level] = (seen[level] ?? 0) + share;
}

/** Levels are fitted within what is known of both rows: whether a part of a name fits is a question of its own. */
function fitLevels(shipped: Levels, seen: Seen, held: ReadonlySet<string>): Levels {
  const fitted: Record<string, Chances> = { ...shipped };
  const apart = ['fits', 'unfit', 'missing'];
  const groups = [['fits', 'unfit'], Object.keys(shipped).filter((level) => !apart.includes(level))];
  for (const group of groups) {
    const levels = group.filter((level) => level in shipped);
    const sum = levels.reduce((all, level) => all + (seen[level] ?? 0), 0);
    for (const level of levels) {
      const before = shipped[level]!;
      const same = ((seen[level] ?? 0) + before.same * PRIOR_PAIRS) / (sum + PRIOR_PAIRS);
      const most = held.has(level) ? before.same : level === 'different' ? MOST_CHANGED * before.same : 1;
      fitted[level] = { ...before, same: Math.min(same, most) };
    }
  }
  return fitted;
}
