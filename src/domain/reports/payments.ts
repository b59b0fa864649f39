import { eventField } from '../dictionary/roles.ts';
import type { WordColumn } from '../facts/record-facts.ts';
import { begin, isWhole } from './begin.ts';
import { bucketOf, unitFor } from './buckets.ts';
import type { Measure } from './measure.ts';
import type { ReportTable } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import { emptyTally, type Selection } from './selection.ts';
import { rangeSentence, stretchesOf } from './time-table.ts';
import { leadSentence, type WordSums, wordSums, wordTable } from './word-table.ts';

/** Words that a chart over time tells apart. */
const drawn = 6;

/** The first words over time, each a column. */
export function wordsOverTime(
  selection: Selection,
  { words: all, places }: WordColumn,
  { known }: WordSums,
  measure: Measure,
  words: ReportWords,
  heading: string,
): ReportTable {
  const { period } = selection;
  const unit = unitFor(period.to - period.from + 1);
  const shown = known.slice(0, drawn).map(({ word }) => word);
  const wanted = shown.map((word) => all.indexOf(word));
  const width = all.length + 1;
  const sums = selection.sums(period, (record, day) => bucketOf(day, unit) * width + places[record]! + 1);
  const stretches = stretchesOf(period, unit);
  const valueIn = (bucket: number, place: number) => measure.of(sums.get(bucket * width + place + 1) ?? emptyTally());
  return {
    heading,
    columns: [
      { label: words.say(`report.column.${unit}`), look: 'text' },
      ...shown.map((label) => ({ label, look: measure.look })),
    ],
    rows: stretches.map((bucket) => [words.bucket(bucket, unit), ...wanted.map((place) => valueIn(bucket, place))]),
    charts: [
      {
        kind: 'column',
        title:
          rangeSentence(
            stretches.flatMap((bucket) => {
              const all = wanted.reduce((sum, place) => sum + valueIn(bucket, place), 0);
              return all > 0 ? [valueIn(bucket, wanted[0]!) / all] : [];
            }),
            unit,
            words.say('report.wordFigure', { name: shown[0]!, what: words.say('report.share') }),
            (share) => words.percent(share),
            words,
          ) ?? heading,
        columns: shown.map((_, at) => at + 1),
        stacked: 'absolute',
        axes: { values: measure.axis },
      },
    ],
  };
}

export const payments: ReportKind = {
  key: 'payments',
  title: 'report.payments.title',
  question: 'report.payments.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'product', 'person'],
  make(facts, filters, words) {
    const begun = begin(this, facts, filters, words);
    if (isWhole(begun)) return begun;
    const { selection, measure, report } = begun;
    const field = eventField(selection.of.tab, 'paid');
    if (!field)
      return {
        ...report,
        findings: [words.say('report.noField', { tab: words.tab(selection.of.tab.key), what: words.say('report.column.paid') })],
      };
    const name = field.label[words.locale];
    const column = selection.of.words(field.key);
    const sums = wordSums(selection, column, measure);
    const lead = leadSentence(sums, measure, words);
    const { all, blank } = sums;
    const heading = words.say('report.byWord', { what: measure.label, name: words.small(name) });
    return {
      ...report,
      figures: sums.known.slice(0, 4).map(({ word, tally }) => ({
        label: word,
        value: measure.of(tally),
        look: measure.look,
        ...(measure.of(all) > 0 && {
          beside: words.say('report.shareOf', { share: words.percent(measure.of(tally) / measure.of(all)) }),
        }),
      })),
      findings: [
        ...(lead && all.records >= 10 ? [lead + words.say('report.end')] : []),
        ...(blank.records > 0
          ? [words.say('report.blankFinding', { count: blank.records, name, share: words.percent(blank.records / all.records) })]
          : []),
      ],
      tables: [
        wordTable(sums, measure, words, { heading, name }),
        ...(sums.known.length > 0
          ? [
              wordsOverTime(
                selection,
                column,
                sums,
                measure,
                words,
                words.say('report.wordsByTime', { name: words.small(name), what: measure.label }),
              ),
            ]
          : []),
      ],
    };
  },
};
