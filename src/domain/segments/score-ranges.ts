import type { Segmentation } from './segmentation.ts';

export interface ScoreRange {
  from: number;
  to: number;
}

/** From and to which value each score that is given reaches now: days since, times, whole units of the currency. */
export function scoreRanges({ measures, scores, facts }: Segmentation, score: 'r' | 'f' | 'm'): Map<number, ScoreRange> {
  const values = {
    r: (i: number) => facts.today - measures.last[i]!,
    f: (i: number) => measures.times[i]!,
    m: (i: number) => Math.round(measures.cents[i]! / 100),
  };
  const ranges = new Map<number, ScoreRange>();
  scores[score].forEach((each, i) => {
    if (each === 0) return;
    const value = values[score](i);
    const { from, to } = ranges.get(each) ?? { from: value, to: value };
    ranges.set(each, { from: Math.min(from, value), to: Math.max(to, value) });
  });
  return ranges;
}
