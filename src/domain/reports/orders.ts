import { eventField } from '../dictionary/roles.ts';
import { ended } from '../facts/record-facts.ts';
import { begin, isWhole } from './begin.ts';
import { bucketOf, unitFor } from './buckets.ts';
import type { Report, ReportTable } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import type { Selection } from './selection.ts';
import { titleOf } from './text-lines.ts';
import { rangeSentence, stretchesOf } from './time-table.ts';
import { wordSums, wordTable } from './word-table.ts';

/** Open ones that are listed, the oldest first. */
const listed = 15;
/** Series that a chart tells apart. */
const drawnStates = 5;

/** Records that are still open, the oldest first. */
export function openRecords(selection: Selection): { record: number; age: number }[] {
  const open: { record: number; age: number }[] = [];
  selection.each(selection.period, (record, day) => {
    if (selection.of.closings[record] === ended.open) open.push({ record, age: selection.facts.today - day });
  });
  return open.sort((a, b) => b.age - a.age);
}

/** The oldest open records by name. */
export function openTable(selection: Selection, words: ReportWords): ReportTable {
  const { of, facts } = selection;
  const rows = openRecords(selection)
    .slice(0, listed)
    .map(({ record, age }) => {
      const customer = of.customers[record]!;
      return [
        of.numberOf(record),
        customer < 0 ? null : facts.customers.names(customer),
        of.items.words[of.items.places[record]!] ?? null,
        of.states.words[of.states.places[record]!] ?? null,
        age,
      ];
    });
  const heads = ['report.column.number', 'report.column.customer', 'what', 'report.column.state'] as const;
  return {
    heading: words.say('report.oldest', { count: rows.length }),
    columns: [
      ...heads.map((key) => ({
        label: key === 'what' ? (eventField(of.tab, key)?.label[words.locale] ?? '') : words.say(key),
        look: 'text' as const,
      })),
      { label: words.say('report.column.age'), look: 'count' },
    ],
    rows,
  };
}

function statesOverTime(selection: Selection, states: readonly string[], words: ReportWords): ReportTable {
  const { period, of } = selection;
  const unit = unitFor(period.to - period.from + 1);
  const shown = states.slice(0, drawnStates);
  const places = shown.map((state) => of.states.words.indexOf(state));
  const counts = new Map<number, number[]>(stretchesOf(period, unit).map((bucket) => [bucket, shown.map(() => 0)]));
  selection.each(period, (record, day) => {
    const at = places.indexOf(of.states.places[record]!);
    if (at >= 0) counts.get(bucketOf(day, unit))![at]!++;
  });
  const heading = words.say('report.statesByTime', { unit: words.say(`report.unit.${unit}`) });
  const totals = [...counts.values()].map((values) => values.reduce((sum, value) => sum + value, 0));
  return {
    heading,
    columns: [
      { label: words.say(`report.column.${unit}`), look: 'text' },
      ...shown.map((label) => ({ label, look: 'count' as const })),
    ],
    rows: [...counts].map(([bucket, values]) => [words.bucket(bucket, unit), ...values]),
    charts: [
      {
        kind: 'column',
        title:
          rangeSentence(totals, unit, words.say('report.orders'), (count) => words.say('report.ordersOf', { count }), words) ??
          heading,
        columns: shown.map((_, at) => at + 1),
        stacked: 'absolute',
        axes: { values: words.say('report.inOrders') },
      },
    ],
  };
}

function made(selection: Selection, report: Report, words: ReportWords): Report {
  const { of, period } = selection;
  const all = selection.sum(period).records;
  let void_ = 0;
  let done = 0;
  selection.each(period, (record) => {
    if (of.closings[record] === ended.void) void_++;
    else if (of.closings[record] === ended.done) done++;
  });
  const open = openRecords(selection);
  const measure = {
    ...{
      look: 'count' as const,
      label: words.say('report.orders'),
      word: words.within('report.orders'),
      axis: words.say('report.inOrders'),
    },
    of: ({ records }: { records: number }) => records,
    say: (value: number) => words.say('report.ordersOf', { count: words.number(value) }),
  };
  const sums = wordSums(selection, of.states, measure);
  const [oldest] = open;
  const stateName = eventField(of.tab, 'state')!.label[words.locale];
  const table = wordTable(sums, measure, words, {
    heading: words.say('report.byWord', { what: measure.label, name: words.small(stateName) }),
    name: stateName,
  });
  const waiting = oldest
    ? words.say('report.openFinding', { count: open.length, number: of.numberOf(oldest.record), age: oldest.age })
    : words.say('report.noneOpen');
  return {
    ...report,
    figures: [
      { label: measure.label, value: all, look: 'count' },
      { label: words.say('report.doneShare'), value: done / all, look: 'share' },
      { label: words.say('report.open'), value: open.length, look: 'count' },
      { label: words.say('report.voidShare'), value: void_ / all, look: 'share' },
    ],
    findings: [
      waiting,
      ...(void_ > 0 && all >= 10 ? [words.say('report.voidFinding', { count: void_, share: words.percent(void_ / all) })] : []),
    ],
    tables: [
      { ...table, charts: table.charts?.map((chart) => ({ ...chart, title: titleOf(waiting) })) },
      ...(open.length > 0 ? [openTable(selection, words)] : []),
      statesOverTime(
        selection,
        sums.known.map(({ word }) => word),
        words,
      ),
    ],
  };
}

export const orders: ReportKind = {
  key: 'orders',
  title: 'report.orders.title',
  question: 'report.orders.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'product', 'person'],
  make(facts, filters, words) {
    const begun = begin(this, facts, filters, words, true);
    if (isWhole(begun)) return begun;
    const { selection, report } = begun;
    if (selection.of.has('state')) return made(selection, report, words);
    return {
      ...report,
      findings: [words.say('report.noField', { tab: words.tab(selection.of.tab.key), what: words.say('report.column.state') })],
    };
  },
};
