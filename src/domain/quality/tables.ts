/** The tables of the data quality report. */
import type { PersonQuality, Quality } from './assess.ts';
import { dimensions, scoreOf, shareOf, sumTallies, type Tally, weights } from './dimensions.ts';
import { type FlawGroup, listedEach } from './flaw.ts';
import type { MonthScore } from './history.ts';
import type { QualityWords } from './quality-words.ts';
import { points, type ReportCell, type ReportTable, shareCell, shareCells } from './report-rows.ts';
import type { Step } from './steps.ts';

/** People who are named one by one. */
const mostPeople = 25;
/** Rows that are listed in all: each leads to its cell. */
const mostListed = 300;

const detailsKey = ({ kind, tab, field }: Pick<FlawGroup, 'kind' | 'tab' | 'field'>): string => `${kind} ${tab} ${field}`;

export function stepTable(steps: readonly Step[], words: QualityWords): ReportTable {
  return {
    heading: words.say('quality.steps'),
    head: (['quality.steps.step', 'quality.steps.points', 'quality.steps.amount'] as const).map((key) => words.say(key)),
    looks: ['text', 'points', 'link'],
    rows: steps.map(({ group, gain }) => [
      words.step(group),
      points(gain),
      { text: String(group.amount), to: { details: detailsKey(group) } },
    ]),
  };
}

const measures = (words: QualityWords): string[] => dimensions.map((dimension) => words.say(`quality.${dimension}`));
const shares = dimensions.map(() => 'share' as const);

export function tabTable({ tabs }: Quality, words: QualityWords): ReportTable {
  const none = words.say('quality.noScore');
  const used = tabs.filter(({ records }) => records > 0);
  const row = (label: string, tallies: (typeof tabs)[number]['tallies'], records: number): ReportCell[] => [
    label,
    scoreOf(tallies) ?? none,
    ...shareCells(tallies, none),
    records,
  ];
  const all = row(
    words.say('quality.tabs.all'),
    sumTallies(used.map(({ tallies }) => tallies)),
    used.reduce((sum, { records }) => sum + records, 0),
  );
  return {
    heading: words.say('quality.tabs'),
    head: [words.say('quality.tabs.tab'), words.say('quality.tabs.score'), ...measures(words), words.say('quality.tabs.records')],
    looks: ['text', 'points', ...shares, 'amount'],
    rows: [...used.map(({ tab, tallies, records }) => row(words.tab(tab.key), tallies, records)), all],
  };
}

export function fieldTable({ tabs, fields, flaws }: Quality, words: QualityWords): ReportTable {
  const none = words.say('quality.noScore');
  const used = new Set(tabs.filter(({ records }) => records > 0).map(({ tab }) => tab.key));
  const linked = (kind: 'missing' | 'wrong', tab: string, field: string): ReportCell => {
    const amount = flaws.amount(kind, tab, field);
    return amount === 0 ? '0' : { text: String(amount), to: { details: detailsKey({ kind, tab, field }) } };
  };
  const columns = ['field', 'share', 'right', 'missing', 'wrong', 'filled'] as const;
  return {
    heading: words.say('quality.fields'),
    head: columns.map((key) => words.say(`quality.fields.${key}`)),
    looks: ['text', 'share', 'share', 'link', 'link', 'amount'],
    rows: fields
      .filter((each) => used.has(each.tab) && each.field.kind !== 'series' && (each.isAsked || each.filled > 0))
      .map(({ tab, field, isAsked, filled, missing, valid }) => [
        words.place({ tab, field: field.key }),
        isAsked ? filled / Math.max(1, filled + missing) : none,
        shareOf(valid) ?? none,
        isAsked ? linked('missing', tab, field.key) : none,
        valid.all > 0 ? linked('wrong', tab, field.key) : none,
        filled,
      ]),
  };
}

const together = (people: readonly PersonQuality[], of: (person: PersonQuality) => Tally): Tally =>
  people.reduce((sum, person) => ({ good: sum.good + of(person).good, all: sum.all + of(person).all }), { good: 0, all: 0 });

export function personTable({ people }: Quality, words: QualityWords): ReportTable {
  const none = words.say('quality.noScore');
  const named = people.filter(({ who }) => who !== '');
  const rest = named.slice(mostPeople);
  const row = (label: string, some: readonly PersonQuality[]): ReportCell[] => {
    const complete = together(some, (person) => person.complete);
    const valid = together(some, (person) => person.valid);
    return [
      label,
      shareCell(complete, none),
      shareCell(valid, none),
      complete.all - complete.good,
      valid.all - valid.good,
      some.reduce((sum, { records }) => sum + records, 0),
    ];
  };
  const unknown = people.filter(({ who }) => who === '');
  return {
    heading: words.say('quality.people'),
    head: [
      words.say('quality.people.who'),
      words.say('quality.complete'),
      words.say('quality.valid'),
      words.say('quality.people.missing'),
      words.say('quality.people.wrong'),
      words.say('quality.tabs.records'),
    ],
    looks: ['text', 'share', 'share', 'amount', 'amount', 'amount'],
    rows: [
      ...named.slice(0, mostPeople).map((person) => row(person.who, [person])),
      ...(rest.length > 0 ? [row(words.say('quality.people.more', { count: rest.length }), rest)] : []),
      ...(unknown.length > 0 ? [row(words.say('quality.people.unknown'), unknown)] : []),
    ],
  };
}

export function monthTable(history: readonly MonthScore[], words: QualityWords): ReportTable {
  const none = words.say('quality.noScore');
  return {
    heading: words.say('quality.months'),
    head: [
      words.say('quality.months.month'),
      words.say('quality.tabs.score'),
      ...measures(words),
      words.say('quality.tabs.records'),
    ],
    looks: ['text', 'points', ...shares, 'amount'],
    rows: history.map(({ month, score, shares: parts, records }) => [
      month,
      score ?? none,
      ...parts.map((part) => part ?? none),
      records,
    ]),
  };
}

export function ruleTable(words: QualityWords): ReportTable {
  return {
    heading: words.say('quality.rules'),
    lead: words.say('quality.rule.score') + words.say('sentence.separator') + words.say('quality.rule.people'),
    head: (['measure', 'weight', 'meaning'] as const).map((key) => words.say(`quality.rules.${key}`)),
    looks: ['text', 'weight', 'text'],
    rows: dimensions.map((dimension) => [words.say(`quality.${dimension}`), weights[dimension] / 100, words.rule(dimension)]),
  };
}

/** The rows behind the numbers, with where in the table each kind stands. */
export function detailTable(
  groups: readonly FlawGroup[],
  words: QualityWords,
): { table: ReportTable; stretches: ReadonlyMap<string, { from: number; to: number }> } {
  const stretches = new Map<string, { from: number; to: number }>();
  const rows: ReportCell[][] = [];
  const places: { tab: string; record: string; field: string }[] = [];
  for (const group of groups) {
    if (rows.length >= mostListed) break;
    const some = group.flaws.slice(0, mostListed - rows.length);
    stretches.set(detailsKey(group), { from: rows.length, to: rows.length + some.length - 1 });
    for (const flaw of some) {
      const { tab, field, row, record } = flaw;
      const text = record || words.say('quality.details.row', { row });
      rows.push([words.place(flaw), { text, to: { tab, field, row } }, words.why(flaw)]);
      places.push({ tab, record, field });
    }
  }
  return {
    stretches,
    table: {
      heading: words.say('quality.details'),
      lead: words.say('quality.details.lead', { each: listedEach }),
      head: [words.say('quality.fields.field'), words.say('quality.details.record'), words.say('quality.details.why')],
      looks: ['text', 'link', 'text'],
      rows,
      places,
    },
  };
}
