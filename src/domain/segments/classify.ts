import type { Measures, Rhythm } from './measure.ts';
import { bestScore, type Scores } from './score.ts';
import { boundIn, type Condition, conditions, type SegmentRule } from './segment-rule.ts';

const ofAmounts: ReadonlySet<Condition> = new Set(['m', 'amount']);

/** Whether a rule asks for amounts and nothing else: without amounts it can take nobody. */
export const asksAmountsOnly = ({ ranges }: SegmentRule): boolean => {
  const asked = conditions.filter((condition) => ranges[condition]);
  return asked.length > 0 && asked.every((condition) => ofAmounts.has(condition));
};

interface Check {
  values: ArrayLike<number>;
  from: number;
  to: number;
}

/**
 * Conditions of a rule as arrays to compare. Without amounts, whoever is to have a score of money must have it by frequency,
 * and other limits of amounts are left out.
 */
function checksOf(rule: SegmentRule, known: Record<Condition, ArrayLike<number>>, rhythm: Rhythm, hasAmounts: boolean): Check[] {
  return conditions.flatMap((condition): Check[] => {
    const range = rule.ranges[condition];
    if (!range) return [];
    if (!hasAmounts && ofAmounts.has(condition)) {
      const least = condition === 'm' ? boundIn(range.from, rhythm, 'from') : undefined;
      return least === undefined ? [] : [{ values: known.f, from: least, to: bestScore }];
    }
    const unit = condition === 'amount' ? 100 : 1;
    const from = boundIn(range.from, rhythm, 'from');
    const to = boundIn(range.to, rhythm, 'to');
    return [
      {
        values: known[condition],
        from: from === undefined ? Number.NEGATIVE_INFINITY : from * unit,
        to: to === undefined ? Number.POSITIVE_INFINITY : to * unit,
      },
    ];
  });
}

/**
 * The segment of every customer, as its place among the rules: the first that is on and fits; -1 where there is none. Without amounts, rules count
 * what else they ask for; one that asks for amounts only takes nobody.
 */
export function classify(
  measures: Measures,
  scores: Scores,
  rules: readonly SegmentRule[],
  rhythm: Rhythm,
  today: number,
): Int16Array {
  const { count, times, cents, hasAmounts } = measures;
  const days = Float64Array.from(measures.last, (day) => today - day);
  const known = { ...scores, times, amount: cents, days };
  const tried = rules.flatMap((rule, place) =>
    rule.on && !rule.takes && (hasAmounts || !asksAmountsOnly(rule))
      ? [{ place, checks: checksOf(rule, known, rhythm, hasAmounts) }]
      : [],
  );
  const taking = (takes: SegmentRule['takes']): number => rules.findIndex((rule) => rule.on && rule.takes === takes);
  const unbought = taking('unbought');
  const rest = taking('rest');
  const places = new Int16Array(count);
  for (let i = 0; i < count; i++) {
    const found =
      times[i]! > 0
        ? tried.find(({ checks }) => checks.every(({ values, from, to }) => values[i]! >= from && values[i]! <= to))?.place
        : unbought;
    places[i] = found ?? rest;
  }
  return places;
}

/** Where somebody stands on the way of a customer, in its order. */
export const stages = ['potential', 'first', 'repeat', 'regular', 'quiet', 'left'] as const;

/** Days of purchase from which on somebody is a regular. */
const regularTimes = 4;

/**
 * The stage of every customer, as its place in `stages`: not yet, once, again, often; then longer away than nine of ten who
 * come back, and three times as long.
 */
export function stagesOf({ count, times, last }: Measures, { quiet }: Rhythm, today: number): Uint8Array {
  const found = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const away = today - last[i]!;
    if (times[i] === 0) continue;
    found[i] = away > 3 * quiet ? 5 : away > quiet ? 4 : times[i]! >= regularTimes ? 3 : times[i]! > 1 ? 2 : 1;
  }
  return found;
}
