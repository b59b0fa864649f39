import { none, type WordColumn } from '../facts/record-facts.ts';
import type { Measure } from './measure.ts';
import { measureColumn } from './measure.ts';
import type { ReportColumn, ReportTable, ReportValue } from './report.ts';
import type { ReportWords } from './report-words.ts';
import { emptyTally, type Selection, type Tally } from './selection.ts';

/** What belongs to a word. */
export interface WordTally {
  word: string;
  tally: Tally;
}

/** The sums of each word, the largest first, and of what bears none. */
export interface WordSums {
  known: WordTally[];
  blank: Tally;
  all: Tally;
}

/** Sums by a column of the records themselves, or of their customers: hand in `placeOf` then. */
export function wordSums(
  selection: Selection,
  column: WordColumn,
  measure: Measure,
  placeOf: (record: number) => number = (record) => column.places[record]!,
): WordSums {
  const sums = selection.sums(selection.period, placeOf);
  const known = [...sums].flatMap(([place, tally]) => (place >= 0 ? [{ word: column.words[place]!, tally }] : []));
  known.sort((a, b) => measure.of(b.tally) - measure.of(a.tally) || b.tally.records - a.tally.records);
  return { known, blank: sums.get(none) ?? emptyTally(), all: selection.sum(selection.period) };
}

/** Sums by a column of the customers, such as their region. */
export const customerSums = (selection: Selection, column: WordColumn, measure: Measure): WordSums =>
  wordSums(selection, column, measure, (record) => {
    const customer = selection.of.customers[record]!;
    return customer < 0 ? none : column.places[customer]!;
  });

function added(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const each of tallies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += each[key];
  return sum;
}

/** The first word with its share, as a sentence without its end; undefined where one cannot speak of a first. */
export function leadSentence({ known, all }: WordSums, measure: Measure, words: ReportWords): string | undefined {
  const [first, second] = known;
  const total = measure.of(all);
  if (!first || !second || total <= 0 || measure.of(first.tally) === measure.of(second.tally)) return undefined;
  const value = measure.of(first.tally);
  return words.say('report.lead', {
    ...{ name: first.word, what: measure.word, value: measure.say(value) },
    share: words.percent(value / total),
  });
}

/**
 * A table of words with their sums and a chart of the first of them; those beyond `most` are one row, and so is what bears
 * no word.
 */
export function wordTable(
  sums: WordSums,
  measure: Measure,
  words: ReportWords,
  texts: { heading: string; name: string; most?: number; extra?: ReportColumn & { of(tally: Tally): ReportValue } },
): ReportTable {
  const { known, blank, all } = sums;
  const most = texts.most ?? 12;
  const total = measure.of(all);
  const hasMoney = measure.look === 'money';
  const row = (name: string, tally: Tally): ReportValue[] => [
    name,
    measure.of(tally),
    total > 0 ? measure.of(tally) / total : null,
    texts.extra ? texts.extra.of(tally) : hasMoney ? tally.records : tally.pieces,
  ];
  const rest = known.slice(most);
  const rows = [
    ...known.slice(0, most).map(({ word, tally }) => row(word, tally)),
    ...(rest.length > 0 ? [row(words.say('report.rest', { count: rest.length }), added(rest.map(({ tally }) => tally)))] : []),
    ...(blank.records > 0 ? [row(words.say('report.blank'), blank)] : []),
    row(words.say('report.total'), all),
  ];
  const drawn = Math.min(10, known.length, most);
  const extra = texts.extra ?? { label: words.say(hasMoney ? 'report.orders' : 'report.pieces'), look: 'count' as const };
  return {
    heading: texts.heading,
    columns: [
      { label: texts.name, look: 'text' },
      measureColumn(measure),
      { label: words.say('report.share'), look: 'share' },
      { label: extra.label, look: extra.look },
    ],
    rows,
    totals: true,
    ...(drawn > 1 && {
      charts: [
        {
          kind: 'bar',
          title: leadSentence(sums, measure, words) ?? texts.heading,
          columns: [1],
          rows: drawn,
          axes: { values: measure.axis },
        },
      ],
    }),
  };
}
