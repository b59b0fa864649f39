import { activeFields } from '../dictionary/compose.ts';
import type { Dictionary, Tab } from '../dictionary/types.ts';
import type { LedgerFacts } from '../facts/record-facts.ts';
import { classify, stagesOf } from './classify.ts';
import { type Measures, measure, type Rhythm, rhythmOf } from './measure.ts';
import type { SegmentRules } from './read-segment-rules.ts';
import { type Scores, scoresOf } from './score.ts';

/** Every customer with scores, segment and stage. */
export interface Segmentation extends Pick<SegmentRules, 'rules'> {
  facts: LedgerFacts;
  measures: Measures;
  rhythm: Rhythm;
  scores: Scores;
  /** places in `rules`; -1: in none, as the one it would be in is switched off */
  places: Int16Array;
  /** places in `stages` */
  stages: Uint8Array;
  /** customers in each rule's segment */
  sizes: number[];
}

/** Tabs in which something is bought: their day is one of buying. */
export const buyingTabs = (dictionary: Dictionary): Tab[] =>
  dictionary.tabs.filter((tab) => activeFields(tab).some(({ occasion }) => occasion === 'bought'));

/**
 * Puts every customer into a segment by the shop's rules. Some 0.1 s for 20,000 customers with 100,000 purchases.
 *
 * @param tabs keys of those in which something is bought
 */
export function segmentCustomers(
  facts: LedgerFacts,
  tabs: readonly string[],
  { rules, limits }: Pick<SegmentRules, 'rules' | 'limits'>,
): Segmentation {
  const measures = measure(
    facts,
    tabs.flatMap((tab) => facts.records(tab) ?? []),
  );
  const rhythm = rhythmOf(measures);
  const scores = scoresOf(measures, facts.today, limits);
  const places = classify(measures, scores, rules, rhythm, facts.today);
  const sizes = rules.map(() => 0);
  for (const place of places) if (place >= 0) sizes[place] = sizes[place]! + 1;
  return { facts, measures, rhythm, scores, rules, places, stages: stagesOf(measures, rhythm, facts.today), sizes };
}
