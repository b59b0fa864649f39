import { bucketOf, bucketYearBefore, type Unit, unitFor } from './buckets.ts';
import { changeOf } from './compare.ts';
import { averageOf, type Measure, measureColumn } from './measure.ts';
import { type Period, yearBefore } from './period.ts';
import type { ReportColumn, ReportTable, ReportValue } from './report.ts';
import type { ReportWords } from './report-words.ts';
import { emptyTally, type Selection, type Tally } from './selection.ts';

/** Sums of a period, of what came before, and by stretch of time. */
export interface TimeSums {
  unit: Unit;
  now: Tally;
  before: Tally;
  lastYear: Tally;
  /** the period before is the year before */
  isYear: boolean;
  stretches: { bucket: number; tally: Tally; lastYear: Tally }[];
}

/** Stretches of time of a period, those in which nothing happened as well. */
export function stretchesOf({ from, to }: Period, unit: Unit): number[] {
  const first = bucketOf(from, unit);
  return Array.from({ length: bucketOf(to, unit) - first + 1 }, (_, at) => first + at);
}

/** Everything that is summed up over time. Without a before where all of time is asked for. */
export function timeSums(selection: Selection): TimeSums {
  const { period, before } = selection;
  const unit = unitFor(period.to - period.from + 1);
  const past = yearBefore(period);
  const hasPast = before !== undefined && selection.covers(past);
  const byBucket = (of: Period) => selection.sums(of, (_, day) => bucketOf(day, unit));
  const now = byBucket(period);
  const then = hasPast ? byBucket(past) : new Map<number, Tally>();
  return {
    unit,
    now: selection.sum(period),
    before: before && selection.covers(before) ? selection.sum(before) : emptyTally(),
    lastYear: hasPast ? selection.sum(past) : emptyTally(),
    isYear: before?.from === past.from,
    stretches: stretchesOf(period, unit).map((bucket) => ({
      bucket,
      tally: now.get(bucket) ?? emptyTally(),
      lastYear: then.get(bucketYearBefore(bucket, unit)) ?? emptyTally(),
    })),
  };
}

/** The best stretch as a sentence without its end; undefined where one cannot speak of a best. */
export function bestStretch({ stretches, unit, now }: TimeSums, measure: Measure, words: ReportWords): string | undefined {
  const total = measure.of(now);
  const [best, second] = [...stretches].sort((a, b) => measure.of(b.tally) - measure.of(a.tally));
  if (!best || !second || total <= 0 || stretches.length < 3 || measure.of(best.tally) === measure.of(second.tally))
    return undefined;
  const value = measure.of(best.tally);
  return words.say('report.best', {
    name: words.stretch(best.bucket, unit),
    what: measure.word,
    value: measure.say(value),
    share: words.percent(value / total),
  });
}

/** Between what a figure lay, as a sentence without its end; undefined where it is always the same. */
export function rangeSentence(
  values: readonly number[],
  unit: Unit,
  what: string,
  say: (value: number) => string,
  words: ReportWords,
): string | undefined {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const name = words.say(`report.unit.${unit}`);
  return values.length > 2 && low < high
    ? words
        .say('report.range', { unit: name, what, low: say(low), high: say(high) })
        .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    : undefined;
}

/** The table of stretches with its chart, beside the year before where there was one; pieces and the average come last. */
export function timeTable(sums: TimeSums, measure: Measure, words: ReportWords): ReportTable {
  const { stretches, unit, now } = sums;
  const hasPast = measure.of(sums.lastYear) > 0;
  const hasMoney = measure.look === 'money';
  const values = (name: string, tally: Tally, past: Tally): ReportValue[] => [
    name,
    measure.of(tally),
    ...(hasPast ? [measure.of(past), changeOf(measure.of(tally), measure.of(past))] : []),
    ...(hasMoney ? [tally.records, tally.pieces, averageOf(tally)] : [tally.pieces]),
  ];
  const column = (label: string, look: ReportColumn['look']): ReportColumn => ({ label, look });
  return {
    heading: words.say('report.byTime', { what: measure.label, unit: words.say(`report.unit.${unit}`) }),
    columns: [
      column(words.say(`report.column.${unit}`), 'text'),
      measureColumn(measure),
      ...(hasPast ? [column(words.say('report.yearBefore'), measure.look), column(words.say('report.change'), 'change')] : []),
      ...(hasMoney ? [column(words.say('report.orders'), 'count')] : []),
      column(words.say('report.pieces'), 'count'),
      ...(hasMoney ? [column(words.say('report.average'), 'money')] : []),
    ],
    rows: [
      ...stretches.map(({ bucket, tally, lastYear }) => values(words.bucket(bucket, unit), tally, lastYear)),
      values(words.say('report.total'), now, sums.lastYear),
    ],
    totals: true,
    charts: [
      {
        kind: stretches.length > 16 ? 'line' : 'column',
        title: bestStretch(sums, measure, words) ?? `${measure.label} ${measure.say(measure.of(now))}`,
        columns: hasPast ? [1, 2] : [1],
        axes: { values: measure.axis },
      },
    ],
  };
}
