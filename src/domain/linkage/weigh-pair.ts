import type { Comparison, OwnLevel } from './comparison.ts';
import type { OwnColumn, Profiles } from './profile.ts';
import { type Chances, type Model, SHIPPED, SHIPPED_OWN } from './weights.ts';

/** What one of the shop's own columns may add or take away at most, as a factor: it may go with another (the branch, the town). */
const MOST_OWN = 8;

/** The shipped chances for a register with these columns of its own. */
export function shippedModel(own: readonly OwnColumn[]): Model {
  return { ...SHIPPED, own: own.map(({ kind }) => SHIPPED_OWN[kind]) };
}

/**
 * How likely a comparison is for each thing that two rows may be, prior chance included; only their proportion means
 * something.
 */
export function weigh({ size }: Pick<Profiles, 'size'>, comparison: Comparison, model: Model): Chances {
  const traits = comparison.organisation ? model.firm : model.person;
  let same = model.sameAgain / size;
  let household = (comparison.organisation ? model.relatedAgain : model.householdAgain) / size;
  let strangers = 1;
  // ten times a row: no list is made of them
  const count = (chances: Chances, frequency: number): void => {
    same *= chances.same;
    household *= chances.household;
    strangers *= frequency === 0 ? chances.strangers : frequency;
  };
  count(traits.name[comparison.name], comparison.nameChance);
  count(traits.phone[comparison.phone], comparison.phoneChance);
  count(traits.email[comparison.email], comparison.emailChance);
  count(traits.birth[comparison.birth], comparison.birthChance);
  count(traits.address[comparison.address], comparison.addressChance);
  count(traits.identifier[comparison.identifier], comparison.identifierChance);
  count(traits.sex[comparison.sex], 0);
  for (let index = 0; index < comparison.own.length; index++) {
    const level = comparison.own[index]!;
    if (level === 'missing') continue;
    const chances = model.own[index]![level];
    const frequency = comparison.ownChances[index]! || chances.strangers;
    same *= ownFactor(level, chances.same, frequency);
    // one household comes to one branch and has one level: agreeing tells it from strangers only
    household *= ownFactor(level, level === 'different' ? chances.household : chances.same, frequency);
  }
  return { same, household, strangers };
}

/** Of a column that hardly varies, one customer's rows agree and differ as strangers' do: it says nothing. */
function ownFactor(level: OwnLevel, chance: number, strangers: number): number {
  const share = level === 'same' ? Math.max(chance, strangers) : level === 'different' ? chance * strangers : chance;
  return Math.min(Math.max(share / strangers, 1 / MOST_OWN), MOST_OWN);
}

/** log2 of the odds for "one customer" against "one household, or strangers". */
export function bitsOf(profiles: Pick<Profiles, 'size'>, comparison: Comparison, model: Model): number {
  const { same, household, strangers } = weigh(profiles, comparison, model);
  return Math.log2(same / (household + strangers));
}

/**
 * The probability that belongs to odds.
 *
 * @param bits log2 of the odds
 * @returns per cent, 1 to 99: nothing is certain
 * @example percentOf(0) // 50
 */
export function percentOf(bits: number): number {
  return Math.min(Math.max(Math.round(100 / (1 + 2 ** -bits)), 1), 99);
}
