import { type CustomerFacts, none, type WordColumn } from '../facts/record-facts.ts';
import { begin, isWhole } from './begin.ts';
import { type Unit, unitFor } from './buckets.ts';
import type { Measure } from './measure.ts';
import { measureColumn } from './measure.ts';
import { type Buyers, newcomers } from './newcomers.ts';
import type { ReportTable, ReportValue } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import { emptyTally, type Selection } from './selection.ts';
import { titleOf } from './text-lines.ts';
import { stretchesOf } from './time-table.ts';
import { customerSums, leadSentence } from './word-table.ts';

/** Of age groups, the first ages. */
const ages = [0, 18, 30, 40, 50, 60];
/** Buyers below which shares of customers say little. */
const enough = 10;

/** Customers by age group, in words. */
function ageGroups({ ages: of, count }: CustomerFacts, words: ReportWords): WordColumn {
  const names = ages.map((from, at) => {
    const next = ages[at + 1];
    if (at === 0) return words.say('report.ageUnder', { to: next! });
    return next === undefined ? words.say('report.ageFrom', { from }) : words.say('report.age', { from, to: next - 1 });
  });
  const groupOf = (age: number): number => ages.reduce((found, from, at) => (age >= from ? at : found), none);
  return { words: names, places: Int32Array.from({ length: count }, (_, at) => groupOf(of[at]!)) };
}

/** New and returning customers over time. */
export function newcomerTable(
  byBucket: ReadonlyMap<number, Buyers>,
  selection: Selection,
  unit: Unit,
  words: ReportWords,
  title?: string,
): ReportTable {
  const rows = stretchesOf(selection.period, unit).map((bucket): ReportValue[] => {
    const { fresh, back } = byBucket.get(bucket) ?? { fresh: 0, back: 0 };
    return [words.bucket(bucket, unit), fresh, back, fresh + back > 0 ? back / (fresh + back) : null];
  });
  return {
    heading: words.say('report.newByTime', { unit: words.say(`report.unit.${unit}`) }),
    columns: [
      { label: words.say(`report.column.${unit}`), look: 'text' },
      { label: words.say('report.fresh'), look: 'count' },
      { label: words.say('report.back'), look: 'count' },
      { label: words.say('report.backShare'), look: 'share' },
    ],
    rows,
    charts: [
      {
        kind: 'column',
        title: title ?? words.say('report.newByTime', { unit: words.say(`report.unit.${unit}`) }),
        columns: [1, 2],
        stacked: 'absolute',
        axes: { values: words.say('report.inCustomers') },
      },
    ],
  };
}

/** Customers by what tells them apart: how many there are, how many bought, and what that brought. */
function groupTable(
  selection: Selection,
  column: WordColumn,
  measure: Measure,
  words: ReportWords,
  name: string,
  inOrder = false,
): ReportTable | undefined {
  const { facts, of, period } = selection;
  const width = column.words.length + 1;
  const all = Array<number>(width).fill(0);
  const bought = Array.from({ length: width }, () => new Set<number>());
  for (let customer = 0; customer < facts.customers.count; customer++)
    if (selection.fitsCustomer(customer)) all[column.places[customer]! + 1]!++;
  selection.each(period, (record) => {
    const customer = of.customers[record]!;
    if (customer >= 0) bought[column.places[customer]! + 1]!.add(customer);
  });
  const sums = customerSums(selection, column, measure);
  const tallies = new Map(sums.known.map(({ word, tally }) => [word, tally]));
  const row = (label: string, place: number): ReportValue[] => [
    label,
    all[place + 1]!,
    bought[place + 1]!.size,
    measure.of(tallies.get(column.words[place]!) ?? emptyTally()),
  ];
  const rows = column.words.map((word, place) => row(word, place)).filter(([, count]) => Number(count) > 0);
  if (rows.length === 0) return undefined;
  if (!inOrder) rows.sort((a, b) => Number(b[3]) - Number(a[3]) || Number(b[1]) - Number(a[1]));
  const shown = rows.slice(0, 12);
  if (all[0]! > 0) {
    const blank = row(words.say('report.blank'), none);
    // those without a known customer are in the notes
    blank[3] = measure.of(
      selection.sums(period, (record) => of.customers[record]! >= 0 && column.places[of.customers[record]!] === none).get(true) ??
        emptyTally(),
    );
    shown.push(blank);
  }
  const lead = leadSentence(sums, measure, words);
  return {
    heading: words.say('report.customersBy', { name }),
    ...(rows.length > 12 && { lead: words.say('report.firstOf', { count: 12, all: rows.length }) }),
    columns: [
      { label: name.charAt(0).toUpperCase() + name.slice(1), look: 'text' },
      { label: words.say('report.customers'), look: 'count' },
      { label: words.say('report.buyers'), look: 'count' },
      measureColumn(measure),
    ],
    rows: shown,
    ...(Math.min(10, rows.length) > 1 && {
      charts: [
        {
          kind: inOrder ? 'column' : 'bar',
          title: lead ?? words.say('report.customersBy', { name }),
          columns: [3],
          rows: Math.min(10, rows.length),
          axes: { values: measure.axis },
        },
      ],
    }),
  };
}

/** Every way in which customers are told apart, where somebody has filled it in. */
export function groupTables(selection: Selection, measure: Measure, words: ReportWords): ReportTable[] {
  const { customers } = selection.facts;
  const name = (key: 'region' | 'type' | 'age') => words.say(`report.by.${key}`);
  return [
    groupTable(selection, customers.types, measure, words, name('type')),
    groupTable(selection, customers.regions, measure, words, name('region')),
    groupTable(selection, customers.genders, measure, words, words.say('report.by.gender')),
    groupTable(selection, ageGroups(customers, words), measure, words, name('age'), true),
  ].flatMap((table) => table ?? []);
}

/** What the tenth of customers who bought most brought; undefined where it says little. */
function concentration(selection: Selection, measure: Measure, words: ReportWords): string | undefined {
  const { of, period } = selection;
  const byCustomer = [...selection.sums(period, (record) => of.customers[record]!)].filter(([customer]) => customer >= 0);
  const values = byCustomer.map(([, tally]) => measure.of(tally)).sort((a, b) => b - a);
  const total = values.reduce((sum, value) => sum + value, 0);
  if (values.length < 20 || total <= 0) return undefined;
  const top = values.slice(0, Math.round(values.length / 10));
  const share = top.reduce((sum, value) => sum + value, 0) / total;
  return words.say('report.concentration', { count: top.length, what: measure.word, share: words.percent(share) });
}

export const customers: ReportKind = {
  key: 'customers',
  title: 'report.customers.title',
  question: 'report.customers.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'product', 'person'],
  make(facts, filters, words) {
    const begun = begin(this, facts, filters, words);
    if (isWhole(begun)) return begun;
    const { selection, measure, report } = begun;
    const { period } = selection;
    const unit = unitFor(period.to - period.from + 1);
    const { fresh, back, byBucket, since } = newcomers(selection, unit);
    const buyers = fresh + back;
    if (buyers === 0) return { ...report, findings: [words.say('report.noBuyers')] };
    const total = measure.of(selection.sum(period));
    const share = { share: words.percent(back / buyers), fresh, back, count: buyers };
    const split = buyers >= enough && since < period.from ? words.say('report.newFinding', share) : undefined;
    return {
      ...report,
      figures: [
        { label: words.say('report.buyers'), value: buyers, look: 'count' },
        { label: words.say('report.fresh'), value: fresh, look: 'count' },
        {
          label: words.say('report.back'),
          value: back,
          look: 'count',
          beside: words.say('report.shareOf', { share: words.percent(back / buyers) }),
        },
        {
          label: words.say('report.perCustomer', { what: measure.label }),
          value: Math.round(total / buyers),
          look: measure.look,
        },
      ],
      findings: [split ?? words.say('report.buyersFinding', share), concentration(selection, measure, words)].flatMap(
        (one) => one ?? [],
      ),
      tables: [
        newcomerTable(byBucket, selection, unit, words, split && titleOf(split)),
        ...groupTables(selection, measure, words),
      ],
      notes: [...report.notes, ...(since >= period.from ? [words.say('report.since', { day: words.day(since) })] : [])],
    };
  },
};
