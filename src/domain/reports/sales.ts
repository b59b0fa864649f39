import { bucketOf, bucketYearBefore, type Unit, unitFor } from './buckets.ts';
import { beside, changeOf, isTelling } from './compare.ts';
import { notesOf } from './notes.ts';
import { type Period, periodBefore, yearBefore } from './period.ts';
import type { Report, ReportTable, ReportValue, ValueLook } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import { scopeOf } from './scope.ts';
import { emptyTally, Selection, type Tally } from './selection.ts';

/** What the report sums up: money where the tab keeps amounts, otherwise records. */
export interface Measure {
  look: ValueLook;
  label: string;
  of(tally: Tally): number;
  say(value: number): string;
}

export function measureOf(selection: Selection, words: ReportWords): Measure {
  return selection.of.has('amount')
    ? { look: 'money', label: words.say('report.sales'), of: ({ cents }) => cents, say: (value) => words.about(value) }
    : {
        look: 'count',
        label: words.say('report.orders'),
        of: ({ records }) => records,
        say: (value) => words.say('report.ordersOf', { count: value, shown: words.number(value) }),
      };
}

/** Stretches of time of a period, those in which nothing happened as well. */
export function stretchesOf({ from, to }: Period, unit: Unit): number[] {
  const first = bucketOf(from, unit);
  return Array.from({ length: bucketOf(to, unit) - first + 1 }, (_, at) => first + at);
}

export interface SalesSums {
  unit: Unit;
  now: Tally;
  before: Tally;
  lastYear: Tally;
  /** by stretch */
  stretches: { bucket: number; tally: Tally; lastYear: Tally | undefined }[];
  buyers: number;
}

/** Everything that is summed up about sales. */
export function salesSums(selection: Selection): SalesSums {
  const { period, isAll } = selection;
  const unit = unitFor(period.to - period.from + 1);
  const past = yearBefore(period);
  const now = selection.sums(period, (_, day) => bucketOf(day, unit));
  const then = isAll ? new Map<number, Tally>() : selection.sums(past, (_, day) => bucketOf(day, unit));
  const buyers = new Set<number>();
  selection.each(period, (at) => {
    const customer = selection.of.customers[at]!;
    if (customer >= 0) buyers.add(customer);
  });
  return {
    unit,
    now: selection.sum(period),
    before: isAll ? emptyTally() : selection.sum(periodBefore(period)),
    lastYear: isAll ? emptyTally() : selection.sum(past),
    stretches: stretchesOf(period, unit).map((bucket) => ({
      bucket,
      tally: now.get(bucket) ?? emptyTally(),
      lastYear: then.get(bucketYearBefore(bucket, unit)),
    })),
    buyers: buyers.size,
  };
}

/** The sentence about the best stretch: the title of the chart, and a finding. */
export function bestStretch({ stretches, unit }: SalesSums, measure: Measure, words: ReportWords): string | undefined {
  const total = stretches.reduce((sum, { tally }) => sum + measure.of(tally), 0);
  const [best] = [...stretches].sort((a, b) => measure.of(b.tally) - measure.of(a.tally));
  if (!best || total <= 0 || stretches.length < 3) return undefined;
  const value = measure.of(best.tally);
  return words.say('report.best', {
    name: words.bucket(best.bucket, unit),
    what: measure.label,
    value: measure.say(value),
    share: words.percent(value / total),
  });
}

/** The table of stretches with its chart, beside the year before where there was one. */
export function stretchTable(sums: SalesSums, measure: Measure, words: ReportWords): ReportTable {
  const { stretches, unit } = sums;
  const hasPast = stretches.some(({ lastYear }) => lastYear);
  const hasMoney = measure.look === 'money';
  const rows = stretches.map(({ bucket, tally, lastYear }): ReportValue[] => [
    words.bucket(bucket, unit),
    measure.of(tally),
    ...(hasPast ? [lastYear ? measure.of(lastYear) : 0, changeOf(measure.of(tally), lastYear ? measure.of(lastYear) : 0)] : []),
    ...(hasMoney ? [tally.records] : []),
    tally.pieces,
    ...(hasMoney ? [tally.priced > 0 ? Math.round(tally.cents / tally.priced) : null] : []),
  ]);
  const { now, lastYear } = sums;
  const total: ReportValue[] = [
    words.say('report.total'),
    measure.of(now),
    ...(hasPast ? [measure.of(lastYear), changeOf(measure.of(now), measure.of(lastYear))] : []),
    ...(hasMoney ? [now.records] : []),
    now.pieces,
    ...(hasMoney ? [now.priced > 0 ? Math.round(now.cents / now.priced) : null] : []),
  ];
  return {
    heading: words.say('report.byTime', { what: measure.label, unit: words.say(`report.unit.${unit}`) }),
    columns: [
      { label: words.say(`report.column.${unit}`), look: 'text' },
      { label: measure.label, look: measure.look },
      ...(hasPast
        ? ([
            { label: words.say('report.yearBefore'), look: measure.look },
            { label: words.say('report.change'), look: 'change' },
          ] as const)
        : []),
      ...(hasMoney ? [{ label: words.say('report.orders'), look: 'count' } as const] : []),
      { label: words.say('report.pieces'), look: 'count' },
      ...(hasMoney ? [{ label: words.say('report.average'), look: 'money' } as const] : []),
    ],
    rows: [...rows, total],
    totals: true,
    charts: [
      {
        kind: stretches.length > 16 ? 'line' : 'column',
        title: bestStretch(sums, measure, words) ?? `${measure.label} ${measure.say(measure.of(now))}`,
        columns: hasPast ? [1, 2] : [1],
        axes: { values: hasMoney ? words.say('report.inMoney', { sign: words.currency.sign }) : words.say('report.inOrders') },
      },
    ],
  };
}

function comparison(sums: SalesSums, measure: Measure, words: ReportWords): ReportTable {
  const line = (label: string, of: (tally: Tally) => number | null): ReportValue[] => {
    const [now, before, lastYear] = [of(sums.now), of(sums.before), of(sums.lastYear)];
    return [label, now, before, changeOf(now ?? 0, before ?? 0), lastYear, changeOf(now ?? 0, lastYear ?? 0)];
  };
  const hasMoney = measure.look === 'money';
  const change = { label: words.say('report.change'), look: 'change' } as const;
  const column = (label: string, look: ValueLook) => ({ label, look });
  const columns = (look: ValueLook) => [
    column(words.say('report.figure'), 'text'),
    column(words.say('report.thisPeriod'), look),
    column(words.say('report.periodBefore'), look),
    change,
    column(words.say('report.yearBefore'), look),
    change,
  ];
  return hasMoney
    ? { heading: words.say('report.compared'), columns: columns('money'), rows: [line(measure.label, measure.of)] }
    : {
        heading: words.say('report.compared'),
        columns: columns('count'),
        rows: [line(words.say('report.orders'), ({ records }) => records)],
      };
}

/** What is worth saying of sales: how they compare, and when they were best. */
export function salesFindings(sums: SalesSums, measure: Measure, words: ReportWords): string[] {
  const found: string[] = [];
  for (const [key, then] of [
    ['report.againstBefore', sums.before],
    ['report.againstYear', sums.lastYear],
  ] as const) {
    const change = changeOf(measure.of(sums.now), measure.of(then));
    if (change === null || !isTelling({ now: sums.now.records, before: then.records })) continue;
    const how = words.say(change >= 0 ? 'report.more' : 'report.less', { share: words.percent(Math.abs(change)) });
    found.push(
      words.say(key, { what: measure.label, value: measure.say(measure.of(sums.now)), past: measure.say(measure.of(then)), how }),
    );
  }
  const best = bestStretch(sums, measure, words);
  if (best && sums.now.records >= 10) found.push(`${best}${words.say('report.end')}`);
  return found;
}

export const sales: ReportKind = {
  key: 'sales',
  title: 'report.sales.title',
  question: 'report.sales.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'product', 'person'],
  make(facts, filters, words): Report {
    const records = facts.records('purchases');
    const title = words.say('report.sales.title');
    if (!records)
      return {
        title,
        scope: '',
        figures: [],
        findings: [words.say('report.noTab', { tab: words.tab('purchases') })],
        tables: [],
        notes: [],
      };
    const selection = new Selection(facts, records, filters);
    const scope = scopeOf(selection.period, filters, words);
    const sums = salesSums(selection);
    const notes = notesOf(selection, words);
    if (sums.now.records === 0) return { title, scope, figures: [], findings: [words.say('report.nothing')], tables: [], notes };
    const measure = measureOf(selection, words);
    const { now, before } = sums;
    const counts = { now: now.records, before: before.records };
    const hasMoney = measure.look === 'money';
    return {
      title,
      scope,
      figures: [
        ...(hasMoney
          ? [
              {
                label: measure.label,
                value: now.cents,
                look: 'money' as const,
                beside: beside(now.cents, before.cents, counts, words),
              },
            ]
          : []),
        {
          label: words.say('report.orders'),
          value: now.records,
          look: 'count',
          beside: beside(now.records, before.records, counts, words),
        },
        {
          label: words.say('report.pieces'),
          value: now.pieces,
          look: 'count',
          beside: beside(now.pieces, before.pieces, counts, words),
        },
        ...(hasMoney
          ? [
              {
                label: words.say('report.average'),
                value: now.priced > 0 ? Math.round(now.cents / now.priced) : null,
                look: 'money' as const,
              },
            ]
          : [{ label: words.say('report.buyers'), value: sums.buyers, look: 'count' as const }]),
      ],
      findings: salesFindings(sums, measure, words),
      tables: [stretchTable(sums, measure, words), ...(selection.isAll ? [] : [comparison(sums, measure, words)])],
      notes,
    };
  },
};
