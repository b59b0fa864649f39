import { falseShares, fisherTail } from '../patterns/chance.ts';
import { column, enough, type Matters, type Sums, share } from './matters.ts';
import type { ReportTable, ReportValue } from './report.ts';
import type { ReportWords } from './report-words.ts';

/** From dark to light, the worst being the darkest: in grey the order stays. */
const scoreColors = ['#7d2320', '#b5532f', '#c88a2c', '#86bfdd', '#c4e8df'];

/** Scores of four fifths of the scale and more are good: 4 and 5 of 5. */
export const good = ({ scores }: Sums, { high }: Matters): number =>
  scores.reduce((sum, count, score) => sum + (score >= high * 0.8 ? count : 0), 0);

/**
 * Between which shares the true one lies, in 19 of 20 cases. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212.
 *
 * @example wilson(8, 10) // [0.490, 0.943]
 */
export function wilson(part: number, whole: number): [number, number] {
  const z = 1.959964;
  const middle = part + (z * z) / 2;
  const half = z * Math.sqrt((part * (whole - part)) / whole + (z * z) / 4);
  return [(middle - half) / (whole + z * z), (middle + half) / (whole + z * z)];
}

export interface Rated {
  name: string;
  sums: Sums;
}

export type Verdict = 'above' | 'below' | 'alike' | 'few';

/**
 * Whose ratings are good more or less often than everybody else's, by more than chance would bring about: Fisher's exact
 * test, two-sided, with at most one in twenty of the differences named being false (Benjamini and Hochberg).
 */
export function verdicts(rated: readonly Rated[], matters: Matters): Verdict[] {
  const { rated: all } = matters.all;
  const goodOfAll = good(matters.all, matters);
  const tested = rated.filter(({ sums }) => sums.rated >= enough && all - sums.rated >= enough);
  const isAbove = ({ sums }: Rated) => good(sums, matters) / sums.rated > goodOfAll / all;
  const chances = tested.map((one) => {
    const { rated: own } = one.sums;
    const both = good(one.sums, matters);
    const tail = isAbove(one) ? fisherTail(all, goodOfAll, own, both) : fisherTail(all, all - goodOfAll, own, own - both);
    return Math.min(1, 2 * tail);
  });
  const shares = falseShares(chances);
  return rated.map((one) => {
    const at = tested.indexOf(one);
    return at < 0 ? 'few' : shares[at]! > 0.05 ? 'alike' : isAbove(one) ? 'above' : 'below';
  });
}

/** Differences that are more than chance, or that there are none to be seen. */
export function verdictSentences(rated: readonly Rated[], matters: Matters, words: ReportWords): string[] {
  const found = verdicts(rated, matters);
  const goodOfAll = good(matters.all, matters);
  const told = rated.flatMap(({ name, sums }, at) =>
    found[at] === 'above' || found[at] === 'below'
      ? [
          words.say('ops.differs', {
            name,
            own: words.percent(good(sums, matters) / sums.rated),
            count: words.number(sums.rated),
            rest: words.percent((goodOfAll - good(sums, matters)) / (matters.all.rated - sums.rated)),
          }),
        ]
      : [],
  );
  if (told.length > 0) return told;
  return found.filter((one) => one === 'alike').length > 1 ? [words.say('ops.noDifference')] : [];
}

/** How often each score was given, by whatever tells the records apart, with its chart. */
export function scoreTable(heading: string, first: string, rows: readonly Rated[], title: string, matters: Matters): ReportTable {
  const { words, low, high } = matters;
  const scores = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  return {
    heading,
    columns: [
      column(first, 'text'),
      column(words.say('ops.count')),
      column(words.say('ops.mean'), 'decimal'),
      ...scores.map((score) => column(words.say('ops.score', { score }))),
    ].slice(0, 8),
    rows: rows.map(({ name, sums }): ReportValue[] =>
      [name, sums.count, sums.mean, ...scores.map((score) => sums.scores[score] ?? 0)].slice(0, 8),
    ),
    charts:
      scores.length === scoreColors.length && rows.some(({ sums }) => sums.rated > 0)
        ? [
            {
              kind: 'bar',
              title,
              columns: [3, 4, 5, 6, 7],
              stacked: 'share',
              colors: scoreColors,
              axes: { values: words.say('ops.shareOfRatings') },
            },
          ]
        : [],
  };
}

/** Good ratings of each with what chance leaves open, beside what everybody else got. */
export function verdictTable(first: string, rated: readonly Rated[], matters: Matters): ReportTable {
  const { words } = matters;
  const found = verdicts(rated, matters);
  return {
    heading: words.say('ops.compared'),
    lead: words.say('ops.comparedHow', { count: enough }),
    columns: [
      column(first, 'text'),
      column(words.say('ops.against'), 'text'),
      column(words.say('ops.between'), 'text'),
      column(words.say('ops.good'), 'share'),
      column(words.say('ops.ratings')),
    ],
    rows: rated.map(({ name, sums }, at) => [
      name,
      words.say(`ops.${found[at]!}`),
      sums.rated === 0
        ? null
        : wilson(good(sums, matters), sums.rated)
            .map((limit) => `${words.number(limit * 100)}%`)
            .join('–'),
      share(good(sums, matters), sums.rated),
      sums.rated,
    ]),
  };
}
