import { framed } from './framed.ts';
import { changeSentence, countFigure, openFigure, openSentence } from './matter-sentences.ts';
import { column, enough, Matters, type Sums, share } from './matters.ts';
import { good, scoreTable, verdictSentences, verdictTable } from './ratings.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import type { Selection } from './selection.ts';

function content(selection: Selection, words: ReportWords) {
  const { say } = words;
  const services = new Matters(selection, words);
  const { all, before, of, high } = services;
  const notes = services.notes(['what', 'by', 'score']);
  if (all.count === 0) return notes;
  const { rated } = all;
  const number = (value: number | null) => words.number(value ?? 0, 1);
  const allGood = good(all, services);
  const mean = say('ops.meanOf', {
    count: words.number(rated),
    mean: number(all.mean),
    share: words.percent(allGood / (rated || 1)),
  });
  const types = services.groups(of.items);
  const people = services.groups(of.people, 30);
  const named = of.people.words;
  const persons = people.filter(({ name }) => named.includes(name));
  /** the lowest mean of those with enough ratings, as a sentence */
  const lowest = (rows: readonly { name: string; sums: Sums }[]): string => {
    const told = rows.filter(({ sums }) => sums.rated >= enough).sort((a, b) => a.sums.mean! - b.sums.mean!);
    if (told.length < 2) return mean;
    const [first, last] = [told[0]!, told[told.length - 1]!];
    return say('ops.fromTo', {
      ...{ low: first.name, least: number(first.sums.mean), lows: first.sums.rated },
      ...{ high: last.name, best: number(last.sums.mean), highs: last.sums.rated },
    });
  };
  const stretches = services.stretches();
  const low: number[] = [];
  services.each((at) => {
    if (of.scores[at]! >= services.low && of.scores[at]! <= high * 0.4) low.push(at);
  });
  low.sort((a, b) => of.days[b]! - of.days[a]! || b - a);
  const cells = (sums: Sums) => [sums.count, sums.rated, sums.mean, share(good(sums, services), sums.rated), sums.open];
  return {
    figures: [
      countFigure(services, say('ops.services')),
      {
        label: say('ops.meanScore', { high }),
        value: all.mean,
        look: 'decimal' as const,
        beside: before.rated < enough ? '' : say('ops.before', { value: number(before.mean) }),
      },
      {
        label: say('ops.ratings'),
        value: rated,
        look: 'count' as const,
        beside: say('ops.ratedShare', { share: words.percent(rated / all.count) }),
      },
      openFigure(services, say('ops.open')),
    ],
    findings: [
      rated > 0 ? mean + say('report.end') : say('ops.noRatings'),
      ...verdictSentences(persons, services, words).slice(0, 2),
      low.length > 0 &&
        say('ops.lowFinding', { count: words.number(low.length), most: high * 0.4, number: of.numberOf(low[0]!) }),
      openSentence([services]),
      changeSentence(services, say('ops.services'), words),
    ],
    tables: [
      scoreTable(services.heading('what'), services.label('what'), types, lowest(types), services),
      ...(of.has('by')
        ? [
            scoreTable(services.heading('by'), services.label('by'), people, lowest(persons), services),
            ...(persons.length > 1 && rated > 0 ? [verdictTable(services.label('by'), persons, services)] : []),
          ]
        : []),
      {
        ...services.timeTable(
          say('ops.services'),
          stretches,
          [
            column(say('ops.services')),
            column(say('ops.ratings')),
            column(say('ops.mean'), 'decimal'),
            column(say('ops.good'), 'share'),
            column(say('ops.open')),
          ],
          cells,
        ),
        charts: (rated > 0 ? ([3] as const) : []).map((mean) => ({
          kind: 'column' as const,
          title: lowest(stretches),
          columns: [mean],
          valueRange: { min: 0, max: high },
          axes: { values: say('ops.meanScore', { high }) },
        })),
      },
      ...(low.length > 0
        ? [services.list(say('ops.low', { most: high * 0.4 }), say('ops.newest'), low, ['on', 'what', 'by', 'score', 'words'])]
        : []),
    ],
    notes,
  };
}

export const services: ReportKind = {
  key: 'services',
  title: 'ops.services.title',
  question: 'ops.services.question',
  tabs: ['services'],
  filters: ['region', 'type', 'person'],
  hasWords: true,
  make: (facts, filters, words) => framed(services, facts, filters, words, (selection) => content(selection, words)),
};
