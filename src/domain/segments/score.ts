import type { Measures } from './measure.ts';

/** The best score; the lowest is 1, and 0 is for those who never bought. */
export const bestScore = 5;

/** Limits that the shop sets itself, four in rising order; without them each fifth of the customers has a score. */
export interface ScoreLimits {
  /** days since the last purchase: up to the first limit 5, beyond the last one 1 */
  r?: readonly number[];
  /** times: from the first limit on 2, from the last one on 5 */
  f?: readonly number[];
  /** in hundredths of the currency, likewise */
  m?: readonly number[];
}

export interface Scores {
  r: Uint8Array;
  f: Uint8Array;
  /** all 0 where no amounts are known */
  m: Uint8Array;
}

/**
 * Scores 1 to 5 by fifths (Hughes, Strategic Database Marketing, 1994: five equal parts of the customers in order of the
 * value). Equal values get equal scores: all of them stand in the middle of their places, at (below + equal / 2) / n
 * (mid-rank, Hazen 1914). So each cut lies where it parts the customers most evenly without parting equal ones.
 *
 * @param among customers that are scored; the others get 0
 * @example quantileScores(Float64Array.of(9, 1, 5, 5, 7), [0, 1, 2, 3, 4]) // 5, 1, 3, 3, 4
 */
export function quantileScores(values: Float64Array, among: ArrayLike<number>): Uint8Array {
  const scores = new Uint8Array(values.length);
  const n = among.length;
  const sorted = Float64Array.from(among, (place) => values[place]!).sort();
  const scoreOf = new Map<number, number>();
  for (let from = 0, to: number; from < n; from = to) {
    for (to = from + 1; to < n && sorted[to] === sorted[from]; ) to++;
    scoreOf.set(sorted[from]!, Math.floor((bestScore * (from + to)) / (2 * n)) + 1);
  }
  for (let i = 0; i < n; i++) scores[among[i]!] = scoreOf.get(values[among[i]!]!)!;
  return scores;
}

/** Scores by limits: how many of them a value reaches, and 1. */
function limitScores(values: Float64Array, among: ArrayLike<number>, limits: readonly number[]): Uint8Array {
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < among.length; i++) {
    const value = values[among[i]!]!;
    scores[among[i]!] = 1 + limits.reduce((reached, limit) => reached + (value >= limit ? 1 : 0), 0);
  }
  return scores;
}

/** Scores of recency, frequency and money, of everybody who has bought something. */
export function scoresOf(measures: Measures, today: number, limits: ScoreLimits = {}): Scores {
  const buyers: number[] = [];
  for (let i = 0; i < measures.count; i++) if (measures.times[i]! > 0) buyers.push(i);
  const score = (values: Float64Array, by: readonly number[] | undefined): Uint8Array =>
    by ? limitScores(values, buyers, by) : quantileScores(values, buyers);
  // The more recent, the higher: days are counted backwards, and limits are reached from below.
  const recency = Float64Array.from(measures.last, (day) => day - today);
  const backwards = limits.r && [...limits.r].reverse().map((days) => -days);
  return {
    r: score(recency, backwards),
    f: score(Float64Array.from(measures.times), limits.f),
    m: measures.hasAmounts ? score(measures.cents, limits.m) : new Uint8Array(measures.count),
  };
}
