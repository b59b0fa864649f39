import { beside, changeOf, isTelling } from './compare.ts';
import { enough, type Matters, type Sums } from './matters.ts';
import type { KeyFigure, ReportTable } from './report.ts';
import type { ReportWords } from './report-words.ts';
import { daysText } from './time-taken.ts';

/** “报修比上期（362）多 43.4%。”; empty where it is no more than chance and change of every day. */
export function changeSentence({ all, before }: Matters, what: string, words: ReportWords): string {
  const change = changeOf(all.count, before.count) ?? 0;
  if (Math.abs(change) < 0.1 || !isTelling({ now: all.count, before: before.count })) return '';
  return words.say('ops.changed', {
    what: words.small(what),
    value: words.number(all.count),
    past: words.number(before.count),
    how: words.say(change > 0 ? 'report.more' : 'report.less', { share: words.percent(Math.abs(change)) }),
  });
}

/** “还有 30 条没办好，等得最久的是 R000088：316 天。” */
export function openSentence(told: readonly Matters[], key: 'ops.openOldest' | 'ops.openOfThem' = 'ops.openOldest'): string {
  const [first] = told.filter(({ open }) => open.length > 0).sort((a, b) => b.all.waiting.most - a.all.waiting.most);
  if (!first) return '';
  const { of, open, all, words } = first;
  return words.say(key, {
    count: words.number(told.reduce((sum, each) => sum + each.open.length, 0)),
    number: of.numberOf(open[0]!),
    days: daysText(all.waiting.most, words),
  });
}

/** What waits, the longest first. */
export const openTable = (matters: Matters): ReportTable => {
  const { open, words, all, of, selection } = matters;
  return matters.list(
    words.say('ops.stillOpen', { count: words.number(open.length) }),
    words.say('ops.waiting', { half: daysText(all.waiting.median, words), most: daysText(all.waiting.most, words) }),
    open,
    ['what', 'by', 'state', 'on', 'words'],
    [words.say('ops.waited'), (at) => selection.facts.today - of.days[at]!],
  );
};

/** “KFR-35GW 最多：126 条，占 24.3%” */
export const mostSentence = (rows: readonly { name: string; sums: Sums }[], all: Sums, words: ReportWords): string => {
  const [first] = [...rows].sort((a, b) => b.sums.count - a.sums.count);
  return words.say('ops.most', {
    // Chinese and Latin letters are apart
    name: words.locale === 'en' ? first!.name : first!.name.replace(/[!-~]$/, '$& '),
    count: words.number(first!.sums.count),
    share: words.percent(first!.sums.count / all.count),
  });
};

/** How many there were, against the period before. */
export const countFigure = ({ all, before, words }: Matters, label: string): KeyFigure => ({
  label,
  value: all.count,
  look: 'count',
  beside: beside(all.count, before.count, { now: all.count, before: before.count }, words),
});

/** How many wait, and how long the oldest. */
export const openFigure = ({ all, words }: Matters, label: string): KeyFigure => ({
  label,
  value: all.open,
  look: 'count',
  beside: all.open > 0 ? words.say('ops.longest', { days: daysText(all.waiting.most, words) }) : '',
});

/** How long it took, as the median. */
export const tookFigure = ({ all, before, words }: Matters, label: string): KeyFigure => ({
  label,
  value: all.took.count > 0 ? daysText(all.took.median, words) : null,
  look: 'text',
  beside: before.took.count < enough ? '' : words.say('ops.before', { value: daysText(before.took.median, words) }),
});
