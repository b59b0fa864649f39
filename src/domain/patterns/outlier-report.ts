import type { LedgerFacts } from '../facts/record-facts.ts';
import { none } from '../facts/record-facts.ts';
import type { ReportValue } from '../reports/report.ts';
import type { ReportFilters, ReportKind } from '../reports/report-kind.ts';
import type { ReportWords } from '../reports/report-words.ts';
import { Selection } from '../reports/selection.ts';
import { aboutTab, column, inPeriod, itemLabel, type Told } from './about-tab.ts';
import { findBigBuyers } from './find-big-buyers.ts';
import { findGaps, findOutliers, type Gap, leastOfKind, type Outlier } from './find-outliers.ts';

/** At most a screenful, and of them so many big buyers and gaps. */
const mostShown = 20;
const mostBuyers = 3;
const mostGaps = 3;
const window = 30;

/** One line of the list. */
interface Odd {
  selection: Selection;
  record: number;
  score: number;
  why: string;
}

/** By how many times it is off, and whether that looks like a slip of the pen. */
function howFar({ value, usual, slip }: Outlier, words: ReportWords): { how: string; slip: string } {
  const times = Math.max(value / usual, usual / value);
  const shown = words.number(times, times < 9.5 ? 1 : 0);
  return {
    how: words.say(value > usual ? 'pattern.times' : 'outliers.low', { times: shown }),
    slip: slip === undefined ? '' : words.say('outliers.slip'),
  };
}

/** Prices and quantities far off what is usual for their item; of a record that is off in both, the worse. */
function oddRecords(selection: Selection, words: ReportWords): Odd[] {
  const { of, records, period } = selection;
  const kinds = Int32Array.from(records, (at) => of.items.places[at]!);
  const quantity = (at: number) => of.quantities[at]!;
  const worst = new Map<number, Odd>();
  const look = (values: Float64Array, shown: (value: number) => string, key: 'price' | 'amount' | 'quantity') => {
    for (const outlier of findOutliers(kinds, values)) {
      const record = records[outlier.place]!;
      const day = of.days[record]!;
      if (day < period.from || day > period.to || (worst.get(record)?.score ?? 0) >= outlier.score) continue;
      const why = words.say('outliers.odd', {
        ...{ what: words.say(`compare.part.${key}`), value: shown(outlier.value), usual: shown(outlier.usual) },
        ...howFar(outlier, words),
      });
      worst.set(record, { selection, record, score: outlier.score, why });
    }
  };
  const counts = of.has('count');
  if (of.has('amount'))
    look(
      Float64Array.from(records, (at) => of.cents[at]! / quantity(at)),
      (value) => words.about(Math.round(value)),
      counts ? 'price' : 'amount',
    );
  if (counts) look(Float64Array.from(records, quantity), (value) => words.number(value, value % 1 ? 1 : 0), 'quantity');
  return [...worst.values()];
}

function bigBuyers({ selection, words }: { selection: Selection; words: ReportWords }): Odd[] {
  const { of, records, period } = selection;
  const column = (values: ArrayLike<number>) => Float64Array.from(records, (at) => values[at]!);
  return findBigBuyers(column(of.customers), column(of.days), column(of.cents), period.to, window)
    .sort((a, b) => b.cents - a.cents)
    .slice(0, mostBuyers)
    .map(({ cents, most, usual, record }) => ({
      ...{ selection, record: records[record]!, score: Number.POSITIVE_INFINITY },
      why: words.say(most > 0 ? 'outliers.buyer' : 'outliers.newBuyer', {
        days: window,
        value: words.about(cents),
        most: words.about(most),
        usual: words.about(Math.round(usual)),
      }),
    }));
}

function tell(selections: readonly Selection[], facts: LedgerFacts, words: ReportWords): Told {
  const [first] = selections as [Selection];
  const { period, of, records } = first;
  const odd = selections.flatMap((selection) => oddRecords(selection, words)).sort((a, b) => b.score - a.score);
  const buyers = of.has('amount') ? bigBuyers({ selection: first, words }) : [];
  const days = Array.from(records, (at) => of.days[at]!);
  const start = Math.max(
    period.from,
    days.reduce((least, day) => Math.min(least, day), period.to),
  );
  const gaps = findGaps(days, start, period.to).slice(0, mostGaps);
  const all = odd.length + buyers.length + gaps.length;
  const shown = odd.slice(0, mostShown - buyers.length - gaps.length);
  const line = ({ selection, record, why }: Odd): ReportValue[] => {
    const { items, customers, days } = selection.of;
    const customer = customers[record]!;
    const day = days[record]!;
    return [
      items.words[items.places[record]!] ?? words.say('report.blank'),
      customer === none ? words.say('report.blank') : facts.customers.names(customer),
      selection.of.numberOf(record),
      words.day(day),
      why,
    ];
  };
  const looked = selections.reduce((sum, one) => sum + inPeriod(one).length, 0);
  const findings = [
    all === 0 ? words.say('pattern.none', { count: looked }) : words.say('outliers.found', { count: all, records: looked }),
    ...shown
      .slice(0, 2)
      .map((one) => words.say('outliers.named', { number: one.selection.of.numberOf(one.record), why: words.small(one.why) })),
    ...gaps.slice(0, 1).map((gap) => gapWords(gap, words)),
  ];
  return {
    findings,
    tables:
      all === 0
        ? []
        : [
            {
              heading: words.say('outliers.title'),
              columns: [
                column(itemLabel(first, words), 'text'),
                column(words.say('report.column.customer'), 'text'),
                column(words.say('report.column.number'), 'text'),
                column(words.say('report.column.day'), 'text'),
                column(words.say('outliers.title'), 'text'),
              ],
              rows: [
                ...shown.map(line),
                ...buyers.map(line),
                ...gaps.map((gap): ReportValue[] => [null, null, null, words.day(gap.from), gapWords(gap, words)]),
              ],
            },
          ],
    method: [words.say('outliers.how', { least: leastOfKind })],
  };
}

const gapWords = (gap: Gap, words: ReportWords): string =>
  words.say('outliers.gap', { days: gap.to - gap.from + 1, period: words.period(gap) });

/** What does not fit in with the rest: slips of the pen, sudden big buyers, days without records. */
export const outlierReport: ReportKind = {
  key: 'outliers',
  title: 'outliers.title',
  question: 'outliers.question',
  tabs: ['purchases', 'repairs'],
  filters: ['region', 'type', 'product', 'person'],
  make(facts, filters: ReportFilters, words) {
    return aboutTab(outlierReport, facts, filters, words, (selection) => {
      const more = outlierReport.tabs.slice(1).flatMap((tab) => {
        const records = facts.records(tab);
        return records?.has('amount') ? [new Selection(facts, records, filters)] : [];
      });
      return tell([selection, ...more], facts, words);
    });
  },
};
