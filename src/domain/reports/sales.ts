import { begin, isWhole } from './begin.ts';
import { beside, changeOf, isTelling } from './compare.ts';
import { averageOf, type Measure } from './measure.ts';
import type { KeyFigure, ReportTable, ReportValue, ValueLook } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import type { Tally } from './selection.ts';
import { bestStretch, type TimeSums, timeSums, timeTable } from './time-table.ts';

/** Sales, orders, pieces and the average, each against the period before. */
export function salesFigures({ now, before, isYear }: TimeSums, measure: Measure, words: ReportWords): KeyFigure[] {
  const counts = { now: now.records, before: before.records };
  const figure = (label: string, look: ValueLook, of: (tally: Tally) => number | null): KeyFigure => ({
    label,
    look,
    value: of(now),
    beside: beside(of(now) ?? 0, of(before) ?? 0, counts, words, isYear),
  });
  const hasMoney = measure.look === 'money';
  return [
    figure(measure.label, measure.look, measure.of),
    ...(hasMoney ? [figure(words.say('report.orders'), 'count', ({ records }) => records)] : []),
    figure(words.say('report.pieces'), 'count', ({ pieces }) => pieces),
    ...(hasMoney ? [figure(words.say('report.average'), 'money', averageOf)] : []),
  ];
}

function comparison(sums: TimeSums, measure: Measure, words: ReportWords): ReportTable {
  const { now, before, lastYear, isYear } = sums;
  const hasMoney = measure.look === 'money';
  const lines: [string, ValueLook, (tally: Tally) => number | null][] = [
    [measure.label, measure.look, measure.of],
    ...(hasMoney
      ? ([[words.say('report.orders'), 'count', ({ records }: Tally) => records]] as [
          string,
          ValueLook,
          (tally: Tally) => number | null,
        ][])
      : []),
    [words.say('report.pieces'), 'count', ({ pieces }) => pieces],
    ...(hasMoney
      ? ([[words.say('report.average'), 'money', averageOf]] as [string, ValueLook, (tally: Tally) => number | null][])
      : []),
  ];
  const past = (of: (tally: Tally) => number | null, tally: Tally): ReportValue[] => [
    of(tally),
    changeOf(of(now) ?? 0, of(tally) ?? 0),
  ];
  return {
    heading: words.say(isYear ? 'report.comparedYear' : 'report.compared'),
    columns: [
      { label: words.say('report.figure'), look: 'text' },
      { label: words.say('report.thisPeriod'), look: 'count' },
      ...(isYear
        ? []
        : ([
            { label: words.say('report.periodBefore'), look: 'count' },
            { label: words.say('report.change'), look: 'change' },
          ] as const)),
      { label: words.say('report.yearBefore'), look: 'count' },
      { label: words.say('report.change'), look: 'change' },
    ],
    rows: lines.map(([label, , of]) => [label, of(now), ...(isYear ? [] : past(of, before)), ...past(of, lastYear)]),
    looks: lines.map(([, look]) => look),
  };
}

/** What is worth saying of sales: how they compare, and when they were best. */
export function salesFindings(sums: TimeSums, measure: Measure, words: ReportWords): string[] {
  const { now, before, lastYear, isYear } = sums;
  const found: string[] = [];
  const value = measure.say(measure.of(now));
  for (const [key, then] of [
    ...(isYear ? [] : [['report.againstBefore', before] as const]),
    ['report.againstYear', lastYear] as const,
  ]) {
    const change = changeOf(measure.of(now), measure.of(then));
    if (change === null || !isTelling({ now: now.records, before: then.records })) continue;
    const how =
      Math.abs(change) < 0.01
        ? words.say('report.same')
        : words.say(change > 0 ? 'report.more' : 'report.less', { share: words.percent(Math.abs(change)) });
    found.push(words.say(key, { what: measure.label, value, past: measure.say(measure.of(then)), how }));
  }
  const best = bestStretch(sums, measure, words);
  if (best && now.records >= 10) found.push(best + words.say('report.end'));
  return found.length > 0 ? found : [words.say('report.few', { count: now.records, what: measure.label, value })];
}

export const sales: ReportKind = {
  key: 'sales',
  title: 'report.sales.title',
  question: 'report.sales.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'product', 'person'],
  make(facts, filters, words) {
    const begun = begin(this, facts, filters, words);
    if (isWhole(begun)) return begun;
    const { selection, measure, report } = begun;
    const sums = timeSums(selection);
    return {
      ...report,
      figures: salesFigures(sums, measure, words),
      findings: salesFindings(sums, measure, words),
      tables: [timeTable(sums, measure, words), ...(selection.before ? [comparison(sums, measure, words)] : [])],
    };
  },
};
