import { dayNumber } from '../facts/day-number.ts';
import { none } from '../facts/record-facts.ts';
import type { MessageKey } from '../messages/keys.ts';
import { bucketOf, bucketStart } from '../reports/buckets.ts';
import type { Period } from '../reports/period.ts';
import type { ReportColumn, ReportTable, ReportValue } from '../reports/report.ts';
import { type FilterKey, filterKeys, type ReportFilters, type ReportKind } from '../reports/report-kind.ts';
import type { ReportWords } from '../reports/report-words.ts';
import { scopeOf } from '../reports/scope.ts';
import { Selection } from '../reports/selection.ts';
import { titleOf } from '../reports/text-lines.ts';
import { aboutTab, column, itemLabel, type Told } from './about-tab.ts';
import { type Change, compareSides, customerParts, habitParts, itemParts, type Side } from './compare-sales.ts';

/** Purchases on either side below which the reasons are told, but not as findings. */
const enough = 10;
const mostShown = 10;

/** One side of a comparison: records of a period, and what it is called. */
interface Compared {
  selection: Selection;
  period: Period;
  name: string;
}

/** What can be summed up of each record; without amounts, pieces. */
function sideOf({ selection, period }: Compared, hasMoney: boolean): Side {
  const { of } = selection;
  const side = { customers: [] as number[], items: [] as number[], quantities: [] as number[], cents: [] as number[] };
  selection.each(period, (at) => {
    const pieces = Number.isNaN(of.quantities[at]) ? 1 : of.quantities[at]!;
    const value = hasMoney ? of.cents[at]! : pieces;
    if (Number.isNaN(value)) return;
    side.customers.push(of.customers[at]!);
    side.items.push(of.items.places[at]!);
    side.quantities.push(pieces);
    side.cents.push(value);
  });
  return side;
}

type Part = [key: string, value: number];

/** What the difference comes from, the largest first, and none that is nothing. */
const partsOf = (parts: object): Part[] =>
  (Object.entries(parts) as Part[]).filter(([, value]) => value !== 0).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));

class Comparing {
  readonly hasMoney: boolean;
  private readonly look: 'money' | 'count';

  constructor(
    private readonly before: Compared,
    private readonly after: Compared,
    /** what tells the sides apart; undefined: their time */
    private readonly by: FilterKey | undefined,
    private readonly words: ReportWords,
  ) {
    this.hasMoney = after.selection.of.has('amount');
    this.look = this.hasMoney ? 'money' : 'count';
  }

  private signed(value: number): string {
    const { words } = this;
    return (value > 0 ? '+' : '') + (this.hasMoney ? words.about(value) : words.number(value));
  }

  private plain(value: number): string {
    return this.hasMoney ? this.words.about(value) : this.words.number(value);
  }

  private partLabel = (key: string): string => this.words.say(`compare.part.${key}` as MessageKey);

  /** A sentence with the parts that matter. */
  private reasons(key: 'customers' | 'items' | 'habits', parts: readonly Part[]): string[] {
    if (parts.length === 0) return [];
    const told = parts.slice(0, 4).map(([part, value]) => `${this.partLabel(part)} ${this.signed(value)}`);
    return [this.words.say('compare.by', { heading: this.words.say(`compare.${key}`), list: this.words.list(told) })];
  }

  private partTable(
    key: 'customers' | 'items' | 'habits',
    parts: readonly Part[],
    difference: number,
    split?: { volume: number; mix: number },
  ): ReportTable[] {
    const { words } = this;
    if (parts.length === 0) return [];
    const heading = words.say(`compare.${key}`);
    const lead =
      split && this.hasMoney
        ? { lead: words.say('compare.split', { volume: this.signed(split.volume), mix: this.signed(split.mix) }) }
        : {};
    return [
      {
        heading,
        ...lead,
        columns: [column(words.say('compare.reason'), 'text'), column(words.say('report.change'), this.look)],
        rows: [
          ...parts.map(([part, value]): ReportValue[] => [this.partLabel(part), value]),
          [words.say('compare.difference'), difference],
        ],
        totals: true,
        charts: [
          {
            kind: 'bar',
            title: titleOf(this.reasons(key, parts)[0]!),
            columns: [1],
            axes: {
              values: this.hasMoney ? words.say('report.inMoney', { sign: words.currency.sign }) : words.say('report.pieces'),
            },
          },
        ],
      },
    ];
  }

  private listTable(
    heading: MessageKey,
    label: string,
    changes: readonly Change[],
    name: (place: number) => string,
  ): ReportTable[] {
    const rows = changes.filter(({ before, after }) => before !== after).slice(0, mostShown);
    const columns: ReportColumn[] = [
      column(label, 'text'),
      column(this.before.name, this.look),
      column(this.after.name, this.look),
      column(this.words.say('report.change'), this.look),
    ];
    if (rows.length === 0) return [];
    return [
      {
        heading: this.words.say(heading),
        columns,
        rows: rows.map(({ place, before, after }) => [name(place), before, after, after - before]),
      },
    ];
  }

  tell(): Told {
    const { words, by } = this;
    const { facts, of } = this.after.selection;
    const { before, after, customers, items } = compareSides(
      sideOf(this.before, this.hasMoney),
      sideOf(this.after, this.hasMoney),
    );
    const difference = after.cents - before.cents;
    const share = before.cents > 0 ? words.change(difference / before.cents) : '—';
    const figures = [
      { label: this.after.name, value: after.cents, look: this.look },
      { label: this.before.name, value: before.cents, look: this.look },
      { label: words.say('compare.difference'), value: difference, look: this.look, beside: share },
    ];
    if (before.purchases === 0 || after.purchases === 0)
      return {
        figures,
        findings: [words.say('compare.nothing', { name: (after.purchases === 0 ? this.after : this.before).name })],
      };
    const { volume, mix, price, added, dropped } = itemParts(items);
    const parts = {
      customers: by ? [] : partsOf(customerParts(customers, this.knownBefore())),
      habits: partsOf(habitParts(before, after) ?? {}),
      items: by === 'product' ? [] : partsOf({ added, dropped, quantity: volume + mix, price }),
    };
    const keys = ['customers', 'items', 'habits'] as const;
    const isFew = Math.min(before.purchases, after.purchases) < enough;
    return {
      figures,
      findings: [
        words.say('compare.found', {
          after: this.after.name,
          before: this.before.name,
          value: this.plain(after.cents),
          past: this.plain(before.cents),
          difference: this.signed(difference),
          share,
        }),
        ...(!by && !this.before.selection.covers(this.before.period)
          ? [words.say('compare.partly', { day: words.day(this.before.selection.since) })]
          : []),
        ...(isFew
          ? [words.say('compare.few', { before: before.purchases, after: after.purchases })]
          : keys.flatMap((key) => this.reasons(key, parts[key]))),
      ],
      tables: [
        ...keys.flatMap((key) => this.partTable(key, parts[key], difference, key === 'items' ? { volume, mix } : undefined)),
        ...(by === 'product'
          ? []
          : this.listTable(
              'compare.topItems',
              itemLabel(this.after.selection, words),
              items,
              (place) => of.items.words[place] ?? words.say('report.blank'),
            )),
        ...this.listTable('compare.topCustomers', words.say('report.column.customer'), customers, (place) =>
          place === none ? words.say('report.blank') : `${facts.customers.names(place)} ${facts.customers.numbers[place]}`,
        ),
      ],
    };
  }

  /** Whether somebody had bought before the later side began. */
  private knownBefore(): (customer: number) => boolean {
    const { selection, period } = this.after;
    const known = new Set<number>();
    for (const at of selection.records) if (selection.of.days[at]! < period.from) known.add(selection.of.customers[at]!);
    return (customer) => known.has(customer);
  }
}

/** The other period: as asked for, otherwise the one before. */
function otherPeriod(
  { againstFrom, againstTo }: ReportFilters,
  period: Period,
  before: Period | undefined,
  today: number,
): Period {
  if (!againstFrom && !againstTo) return before!;
  const from = againstFrom ? dayNumber(againstFrom) : undefined;
  const to = againstTo ? dayNumber(againstTo) : undefined;
  const length = period.to - period.from;
  return { from: from ?? to! - length, to: to ?? Math.min(from! + length, today) };
}

/** “2026年5月” for what is a whole month, quarter or year. */
function spanName(period: Period, words: ReportWords): string {
  const { from, to } = period;
  for (const unit of ['year', 'quarter', 'month'] as const) {
    const bucket = bucketOf(from, unit);
    if (bucketStart(bucket, unit) === from && bucketStart(bucket + 1, unit) === to + 1) return words.bucket(bucket, unit);
  }
  return words.period(period);
}

/** Two periods, or two regions, types, products or people: how large the difference is, and what makes it. */
export const comparison: ReportKind = {
  key: 'compare',
  title: 'compare.title',
  question: 'compare.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'product', 'person'],
  preset: 'thisMonth',
  options: ['against', 'againstFrom', 'againstTo'],
  make(facts, filters, words) {
    const against = filters.against?.trim() ?? '';
    const by = against === '' ? undefined : filterKeys.find((key) => filters[key]?.trim());
    const asked = { ...filters, ...(filters.preset || filters.from || filters.to ? {} : { preset: 'thisMonth' as const }) };
    let scope: string | undefined;
    const report = aboutTab(comparison, facts, asked, words, (selection) => {
      if (against !== '' && !by) return { findings: [words.say('compare.which', { against })] };
      if (!by && !selection.before) return { findings: [words.say('compare.all')] };
      const { period, of } = selection;
      const other = by ? period : otherPeriod(filters, period, selection.before, facts.today);
      const span = (one: Period) => spanName(one, words);
      const beside = by ? new Selection(facts, of, { ...asked, [by]: against }) : selection;
      scope = `${scopeOf(period, filters, words)}${words.say('compare.against', { other: by ? against : span(other) })}`;
      const before = { selection: beside, period: other, name: by ? against : span(other) };
      return new Comparing(before, { selection, period, name: by ? filters[by]!.trim() : span(period) }, by, words).tell();
    });
    return scope ? { ...report, scope } : report;
  },
};
