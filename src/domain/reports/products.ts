import { eventField } from '../dictionary/roles.ts';
import type { WordColumn } from '../facts/record-facts.ts';
import { begin, isWhole } from './begin.ts';
import { monthNumber } from './buckets.ts';
import type { ReportTable } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import type { Selection, Tally } from './selection.ts';
import { titleOf } from './text-lines.ts';
import { leadSentence, wordSums, wordTable } from './word-table.ts';

/** Products whose seasons are shown. */
const shown = 6;
/** Pieces from which on a season is more than chance. */
const enough = 20;
/** A month with so many times its fair share is a season. */
const striking = 1.6;

interface Season {
  word: string;
  /** pieces by month, January first */
  months: number[];
}

/** Pieces of each product by month of the year. */
function seasonsOf(selection: Selection, { words, places }: WordColumn, names: readonly string[]): Season[] {
  const wanted = new Map(names.map((name, at) => [words.indexOf(name), at]));
  const seasons = names.map((word) => ({ word, months: Array<number>(12).fill(0) }));
  const { quantities } = selection.of;
  selection.each(selection.period, (record, day) => {
    const at = wanted.get(places[record]!);
    const pieces = quantities[record]!;
    if (at !== undefined && !Number.isNaN(pieces)) seasons[at]!.months[monthNumber(day) % 12]! += pieces;
  });
  return seasons;
}

/** Months of the year that the period holds, in its order. */
function monthsIn({ period: { from, to } }: Selection): number[] {
  const first = monthNumber(from);
  return Array.from({ length: Math.min(12, monthNumber(to) - first + 1) }, (_, at) => (first + at) % 12);
}

/** Products that sell in one month far more than in others; only where a whole year can be seen. */
function seasonFindings(seasons: readonly Season[], months: readonly number[], words: ReportWords): string[] {
  if (months.length < 12) return [];
  const found = seasons.flatMap(({ word, months: counts }) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const best = counts.indexOf(Math.max(...counts));
    const share = counts[best]! / total;
    return total >= enough && share * 12 >= striking ? [{ word, best, share }] : [];
  });
  return found
    .sort((a, b) => b.share - a.share)
    .slice(0, 2)
    .map(({ word, best, share }) =>
      words.say('report.season', { name: word, month: words.monthName(best), share: words.percent(share) }),
    );
}

function seasonTable(seasons: readonly Season[], months: readonly number[], words: ReportWords, finding?: string): ReportTable {
  return {
    heading: words.say('report.seasons'),
    lead: words.say('report.seasons.lead'),
    columns: [
      { label: words.say('report.column.month'), look: 'text' },
      ...seasons.map(({ word }) => ({ label: word, look: 'count' as const })),
    ],
    rows: [...months]
      .sort((a, b) => a - b)
      .map((month) => [words.monthName(month), ...seasons.map((season) => season.months[month]!)]),
    charts: [
      {
        kind: 'line',
        title: titleOf(finding ?? words.say('report.seasons')),
        columns: seasons.map((_, at) => at + 1),
        axes: { values: words.say('report.pieces') },
      },
    ],
  };
}

/** Pieces, beside what a table sums up. */
export const piecesColumn = (words: ReportWords) => ({
  label: words.say('report.pieces'),
  look: 'count' as const,
  of: ({ pieces }: Tally) => pieces,
});

export const products: ReportKind = {
  key: 'products',
  title: 'report.products.title',
  question: 'report.products.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'product', 'person'],
  make(facts, filters, words) {
    const begun = begin(this, facts, filters, words);
    if (isWhole(begun)) return begun;
    const { selection, measure, report } = begun;
    const { items, tab } = selection.of;
    const sums = wordSums(selection, items, measure);
    const name = eventField(tab, 'what')?.label[words.locale] ?? '';
    const months = monthsIn(selection);
    const seasons = seasonsOf(
      selection,
      items,
      sums.known.slice(0, shown).map(({ word }) => word),
    );
    const lead = leadSentence(sums, measure, words);
    const bySort = wordSums(selection, selection.of.sorts, measure);
    const sort = eventField(tab, 'sort')?.label[words.locale] ?? '';
    const found = seasonFindings(seasons, months, words);
    const three = sums.known.slice(0, 3).reduce((sum, { tally }) => sum + measure.of(tally), 0) / (measure.of(sums.all) || 1);
    return {
      ...report,
      figures: [
        { label: words.say('report.kindsSold'), value: sums.known.length, look: 'count' },
        { label: words.say('report.pieces'), value: sums.all.pieces, look: 'count' },
        { label: measure.label, value: measure.of(sums.all), look: measure.look },
        ...(sums.known.length > 3 ? [{ label: words.say('report.firstThree'), value: three, look: 'share' as const }] : []),
      ],
      findings: [...(lead && sums.all.records >= 10 ? [lead + words.say('report.end')] : []), ...found],
      tables: [
        wordTable(sums, measure, words, { heading: words.say('report.hot'), name, most: 20, extra: piecesColumn(words) }),
        ...(bySort.known.length > 1
          ? [
              wordTable(bySort, measure, words, {
                heading: words.say('report.byWord', { what: measure.label, name: words.small(sort) }),
                name: sort,
                extra: piecesColumn(words),
              }),
            ]
          : []),
        ...(seasons.length > 0 && months.length > 1 ? [seasonTable(seasons, months, words, found[0])] : []),
      ],
    };
  },
};
