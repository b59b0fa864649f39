import type { Hue, Option } from '../dictionary/types.ts';
import type { MessageKey } from '../messages/keys.ts';
import { stages } from './classify.ts';
import { both, type SegmentRule, shippedSegments } from './segment-rule.ts';

/** What the column of segments may hold, and in which colour: the segments that are on, in their order. */
export const segmentOptions = (rules: readonly SegmentRule[] = shippedSegments()): Option[] =>
  rules.filter(({ on }) => on).map(({ name, hue }) => ({ label: name, hue }));

const stageHues: readonly Hue[] = ['grey', 'blue', 'teal', 'green', 'amber', 'red'];

export const stageOptions = (): Option[] =>
  stages.map((stage, i) => ({ label: both(`stage.${stage}` as MessageKey), hue: stageHues[i]! }));
