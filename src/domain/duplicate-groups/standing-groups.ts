import { byGroup, groupIdOf, type KeptReason, type ListedRow } from './group-rows.ts';
import type { Judgements } from './judgements.ts';
import { pairsOf } from './take-decisions.ts';

/** A listed group as it stands now: customers that are gone have left it. */
export interface StandingGroup {
  id: string;
  tier: ListedRow['tier'];
  confidence: number;
  numbers: readonly string[];
  /** of all its rows, each once, the strongest first */
  reasons: readonly KeptReason[];
  isLater: boolean;
}

const tiers: readonly ListedRow['tier'][] = ['sure', 'likely', 'possible'];
/** More reasons would not be read. */
const mostReasons = 6;

/**
 * The groups of the tab that wait for a decision, the surest first and those put off at the end, however people have sorted
 * it. Who is gone, and who is known to be another person than all the others, has left; one alone is no group.
 *
 * @param isThere whether a customer of that number is in the ledger
 */
export function standingGroups(
  rows: readonly ListedRow[],
  judgements: Judgements,
  isThere: (number: string) => boolean,
): StandingGroup[] {
  const groups = new Map<string, StandingGroup>();
  for (const group of byGroup(rows)) {
    const members = leftIn(
      group.filter(({ number }) => isThere(number)),
      judgements,
    );
    if (members.length < 2) continue;
    const numbers = members.map(({ number }) => number).sort();
    const id = groupIdOf(numbers);
    if (groups.has(id)) continue;
    const { tier, confidence } = members[0]!;
    const isLater = pairsOf(numbers).every(([a, b]) => judgements.of(a, b) !== undefined);
    groups.set(id, { id, tier, confidence, numbers, reasons: reasonsOf(members), isLater });
  }
  const place = ({ tier, confidence, isLater }: StandingGroup): number =>
    (isLater ? 10_000 : 0) + tiers.indexOf(tier) * 1_000 - confidence;
  return [...groups.values()].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** Without those who are different people from everybody else. */
function leftIn(group: readonly ListedRow[], judgements: Judgements): readonly ListedRow[] {
  const left = group.filter((row) =>
    group.some((other) => other !== row && judgements.of(row.number, other.number) !== 'notSame'),
  );
  return left.length === group.length ? group : leftIn(left, judgements);
}

function reasonsOf(members: readonly ListedRow[]): KeptReason[] {
  const reasons = new Map<string, KeptReason>();
  for (const { reasons: own } of members) for (const reason of own) reasons.set(JSON.stringify(reason), reason);
  return [...reasons.values()].slice(0, mostReasons);
}
