/** What good data are, as far as it can be measured; each counts so much of a score. */
export const dimensions = ['complete', 'valid', 'unique', 'current', 'handled'] as const;
export type Dimension = (typeof dimensions)[number];

/** Shares of the score, in per cent. What cannot be measured is left out, and the others count in proportion. */
export const weights: Readonly<Record<Dimension, number>> = { complete: 30, valid: 30, unique: 15, current: 15, handled: 10 };

/** How many of so many are as they should be. */
export interface Tally {
  good: number;
  all: number;
}

export type Tallies = Record<Dimension, Tally>;

export const noTallies = (): Tallies => ({
  complete: { good: 0, all: 0 },
  valid: { good: 0, all: 0 },
  unique: { good: 0, all: 0 },
  current: { good: 0, all: 0 },
  handled: { good: 0, all: 0 },
});

export function count(tally: Tally, isGood: boolean): void {
  tally.all++;
  if (isGood) tally.good++;
}

/** All of some tallies together. */
export function sumTallies(all: readonly Tallies[]): Tallies {
  const sum = noTallies();
  for (const tallies of all)
    for (const dimension of dimensions) {
      sum[dimension].good += tallies[dimension].good;
      sum[dimension].all += tallies[dimension].all;
    }
  return sum;
}

/** From 0 to 1; undefined where nothing was there to be measured. */
export const shareOf = ({ good, all }: Tally): number | undefined => (all === 0 ? undefined : good / all);

/** What the measured dimensions weigh together. */
const measured = (tallies: Tallies): number =>
  dimensions.reduce((sum, dimension) => sum + (tallies[dimension].all > 0 ? weights[dimension] : 0), 0);

/**
 * From 0 to 100; undefined where nothing could be measured.
 *
 * @example scoreOf({ ...noTallies(), complete: { good: 9, all: 10 } }) // 90
 */
export function scoreOf(tallies: Tallies): number | undefined {
  const whole = measured(tallies);
  if (whole === 0) return undefined;
  const points = dimensions.reduce((sum, dimension) => sum + (shareOf(tallies[dimension]) ?? 0) * weights[dimension], 0);
  return (points / whole) * 100;
}

/** Points that the score would gain if so many more were as they should be. */
export function gainOf(tallies: Tallies, dimension: Dimension, more: number): number {
  const { all } = tallies[dimension];
  return all === 0 ? 0 : ((more / all) * weights[dimension] * 100) / measured(tallies);
}
