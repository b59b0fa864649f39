import type { Hue } from '../dictionary/types.ts';
import type { Localized } from '../locale.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import type { Rhythm } from './measure.ts';

/** What a rule may ask for: the three scores, the days on which was bought, what was bought for (currency), days since the last. */
export const conditions = ['r', 'f', 'm', 'times', 'amount', 'days'] as const;
export type Condition = (typeof conditions)[number];

/** A limit, or so many times the shop's own rhythm: `fresh` the days in which half of those who return do, `quiet` nine of ten. */
export type Bound = number | { of: 'fresh' | 'quiet'; times: number };

/** From and to, both included; from a bound by the rhythm: beyond it. */
export interface Range {
  from?: Bound;
  to?: Bound;
}

export interface SegmentRule {
  /** one of the ledger's own, or of the shop's: then its name */
  key: string;
  name: Localized;
  hue: Hue;
  on: boolean;
  ranges: Readonly<Partial<Record<Condition, Range>>>;
  /** whom it takes where no rule says so: those who never bought, or whoever fits none */
  takes?: 'unbought' | 'rest';
}

export const both = (key: MessageKey): Localized => ({ 'zh-CN': say(key, 'zh-CN'), en: say(key, 'en') });
const quiet = (times: number): Bound => ({ of: 'quiet', times });

const shipped: readonly Omit<SegmentRule, 'name' | 'on'>[] = [
  { key: 'key', hue: 'purple', ranges: { f: { from: 4 }, m: { from: 5 }, times: { from: 2 }, days: { to: quiet(1) } } },
  { key: 'loyal', hue: 'green', ranges: { f: { from: 4 }, times: { from: 2 }, days: { to: quiet(1) } } },
  { key: 'new', hue: 'blue', ranges: { times: { from: 1, to: 1 }, days: { to: { of: 'fresh', times: 1 } } } },
  { key: 'promising', hue: 'teal', ranges: { days: { to: quiet(1) } } },
  { key: 'atRisk', hue: 'amber', ranges: { times: { from: 2 }, days: { from: quiet(1), to: quiet(2) } } },
  { key: 'asleep', hue: 'grey', ranges: { days: { from: quiet(1), to: quiet(3) } } },
  { key: 'lost', hue: 'red', ranges: { days: { from: quiet(3) } } },
  { key: 'none', hue: 'grey', ranges: {}, takes: 'unbought' },
  { key: 'other', hue: 'grey', ranges: {}, takes: 'rest' },
];

/** The segments as they are shipped, in the order in which they are tried: the first that fits holds. */
export const shippedSegments = (): SegmentRule[] =>
  shipped.map((rule) => ({ ...rule, name: both(`segment.${rule.key}` as MessageKey), on: true }));

/** What a bound comes to in this shop. */
export const boundIn = (bound: Bound | undefined, rhythm: Rhythm, side: 'from' | 'to'): number | undefined =>
  typeof bound === 'object' ? rhythm[bound.of] * bound.times + (side === 'from' ? 1 : 0) : bound;
