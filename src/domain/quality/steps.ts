import { gainOf, type Tallies } from './dimensions.ts';
import { dimensionOf, type FlawGroup } from './flaw.ts';

/** One thing to do: everything of one kind with one field, and what the score gains by it. */
export interface Step {
  group: FlawGroup;
  gain: number;
}

/** More than anybody does at a time. */
const mostSteps = 8;

/** Below this the score does not move. */
const leastGain = 0.05;

/** The most rewarding things to do, first the one by which the score gains most. */
export function stepsOf(groups: readonly FlawGroup[], tallies: Tallies): Step[] {
  return groups
    .map((group) => ({ group, gain: gainOf(tallies, dimensionOf[group.kind], group.amount) }))
    .filter(({ gain }) => gain >= leastGain)
    .sort((a, b) => b.gain - a.gain || b.group.amount - a.group.amount)
    .slice(0, mostSteps);
}
