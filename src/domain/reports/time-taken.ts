import { column, share } from './matters.ts';
import type { ReportTable } from './report.ts';
import type { ReportWords } from './report-words.ts';
import type { Spread } from './spread.ts';

/** Days; the last step has no end. */
const steps = [0, 1, 3, 7, 14, 30] as const;

/** “3 天”, “2.5 天” */
export function daysText(days: number | null, words: ReportWords): string {
  const value = days ?? 0;
  if (value === 0) return words.say('ops.sameDay');
  const text = words.number(value, Number.isInteger(value) ? 0 : 1);
  return words.say(value === 1 ? 'ops.day' : 'ops.days', { days: text });
}

/** “一半在 2 天内，84.7% 在 7 天内”: a finding, and the title of the chart. */
export const timeSentence = (took: Spread, words: ReportWords): string =>
  words.say('ops.half', {
    count: words.number(took.count),
    half: daysText(took.median, words),
    share: words.percent(took.upTo(7) / took.count),
  });

/** How long it took, in steps, with its chart beside. */
export function timeTakenTable(took: Spread, words: ReportWords): ReportTable {
  const { say } = words;
  const upTo = [...steps.map((days) => took.upTo(days)), took.count];
  const name = (at: number): string => {
    const to = steps[at];
    if (to === undefined) return say('ops.beyond', { days: steps[at - 1]! });
    const from = (steps[at - 1] ?? -1) + 1;
    return from === to ? daysText(to, words).replace(/^t.* s/, 'S') : say('ops.days', { days: `${from}–${to}` });
  };
  return {
    heading: say('ops.howLong'),
    lead: say('ops.quartiles', {
      first: daysText(took.quantile(0.25), words),
      third: daysText(took.quantile(0.75), words),
      most: daysText(took.most, words),
    }),
    columns: [
      column(say('ops.took'), 'text'),
      column(say('ops.count')),
      column(say('report.share'), 'share'),
      column(say('ops.upTo'), 'share'),
    ],
    rows: upTo.map((count, at) => {
      const own = count - (upTo[at - 1] ?? 0);
      return [name(at), own, share(own, took.count), share(count, took.count)];
    }),
    charts: [{ kind: 'column', title: timeSentence(took, words), columns: [1], axes: { values: say('ops.count') } }],
  };
}
