import { dayNumber } from '../facts/day-number.ts';
import type { LedgerFacts } from '../facts/record-facts.ts';
import type { MessageKey } from '../messages/keys.ts';
import { noteDoubled } from '../reports/notes.ts';
import type { KeyFigure, Report, ReportColumn, ReportTable, ReportValue } from '../reports/report.ts';
import type { ReportKind } from '../reports/report-kind.ts';
import type { ReportWords } from '../reports/report-words.ts';
import { stages } from './classify.ts';
import { meanGap } from './measure.ts';
import { shippedRules } from './read-segment-rules.ts';
import { scoreTable } from './score-table.ts';
import { type Earlier, type Move, movesSince } from './segment-moves.ts';
import { listed, ranks, type SegmentSum, segmentSums } from './segment-sums.ts';
import { type Segmentation, segmentCustomers } from './segmentation.ts';

/** Words beside a figure that ends at their left. */
const indent = '\u2002';

/** Lists name so many customers at most. */
const mostListed = 30;

/** Segments of which customers are listed, and the sentence that says why. */
const lists = ['key', 'atRisk', 'promising', 'asleep'] as const;

class SegmentsReport {
  private readonly sums: { by: SegmentSum[]; all: SegmentSum };
  private readonly hasAmounts: boolean;
  private readonly amountRanks: Int32Array;
  private readonly timesRanks: Int32Array;

  constructor(
    private readonly of: Segmentation,
    private readonly words: ReportWords,
    private readonly earlier: Earlier | undefined,
  ) {
    this.sums = segmentSums(of);
    this.hasAmounts = of.measures.hasAmounts;
    this.amountRanks = ranks(of.measures.cents);
    this.timesRanks = ranks(of.measures.times);
  }

  private say(key: string, params?: Parameters<ReportWords['say']>[1]): string {
    return this.words.say(`seg.${key}` as MessageKey, params);
  }

  private column(key: string, look: ReportColumn['look']): ReportColumn {
    return { label: this.say(`column.${key}`), look };
  }

  private shared(key: MessageKey, look: ReportColumn['look'] = 'text'): ReportColumn {
    return { label: this.words.say(key), look };
  }

  private place(key: string): number {
    return this.of.rules.findIndex((rule) => rule.key === key && rule.on);
  }

  private name(place: number): string {
    return this.of.rules[place]?.name[this.words.locale] ?? '';
  }

  private share(part: number, whole: number): number {
    return whole > 0 ? part / whole : 0;
  }

  make(): Report {
    const { of, words } = this;
    const { today, customers } = of.facts;
    const { purchases } = of.measures;
    const tables = [
      this.segments(),
      this.stages(),
      ...this.moves(),
      ...lists.flatMap((key) => this.list(key)),
      ...(purchases > 0 ? [scoreTable(of, words)] : []),
    ];
    return {
      title: words.say('segments.title'),
      scope: this.say('scope', { day: words.day(today), customers: customers.count, purchases: words.number(purchases) }),
      figures: this.figures(),
      findings: this.findings(),
      tables,
      notes: this.notes(),
    };
  }

  private notes(): string[] {
    const { purchases, undated } = this.of.measures;
    const { words } = this;
    return [
      ...noteDoubled(this.of.facts, words),
      ...(purchases === 0 ? [words.say('segments.note.none')] : []),
      ...(purchases > 0 && !this.hasAmounts ? [words.say('segments.note.noAmounts')] : []),
      ...(undated > 0 ? [words.say('segments.note.undated', { count: undated })] : []),
    ];
  }

  private figures(): KeyFigure[] {
    const { all, by } = this.sums;
    const figure = (key: string): KeyFigure[] => {
      const place = this.place(key);
      const sum = by[place];
      if (!sum) return [];
      const share = this.words.percent(this.share(sum.customers, all.customers));
      return [
        { label: this.name(place), value: sum.customers, look: 'count', beside: this.words.say('report.shareOf', { share }) },
      ];
    };
    return all.customers === 0 ? [] : ['key', 'new', 'atRisk', 'asleep'].flatMap(figure);
  }

  /** What the key customers are worth: a finding, and the title of the chart. */
  private worth(): string | undefined {
    const place = this.place('key');
    const sum = this.sums.by[place];
    if (!sum || sum.customers === 0) return undefined;
    const { all } = this.sums;
    return this.say(this.hasAmounts ? 'worth' : 'worthless', {
      name: this.name(place),
      count: sum.customers,
      share: this.words.percent(this.share(sum.customers, all.customers)),
      sales: this.words.percent(this.share(sum.cents, all.cents)),
    });
  }

  private findings(): string[] {
    const { of, words, sums } = this;
    const worth = this.worth();
    const found = worth ? [worth + words.say('report.end')] : [];
    const risk = sums.by[this.place('atRisk')];
    if (risk && risk.returned > 0)
      found.push(
        this.say('risk', {
          ...{ name: this.name(this.place('atRisk')), count: risk.customers },
          gap: Math.round(risk.gaps / risk.returned),
          away: Math.round(risk.away / risk.customers),
        }) + (this.hasAmounts ? this.say('riskWorth', { money: words.about(risk.cents) }) : words.say('report.end')),
      );
    if (of.rhythm.known) found.push(this.say('rhythm', { fresh: of.rhythm.fresh, quiet: of.rhythm.quiet }));
    const moved = this.movesBetween();
    if (this.earlier)
      found.push(
        this.say(moved.length > 0 ? 'moved' : 'unmoved', {
          day: words.day(dayNumber(this.earlier.day)),
          count: moved.reduce((sum, { customers }) => sum + customers.length, 0),
          list: words.list(
            moved
              .slice(0, 3)
              .map(({ from, to, customers }) => this.say('move', { from, to: this.name(to), count: customers.length })),
          ),
        }),
      );
    return found;
  }

  private segments(): ReportTable {
    const { rules } = this.of;
    const { by, all } = this.sums;
    const row = (name: string, sum: SegmentSum): ReportValue[] => {
      const buyers = sum.times > 0 ? sum.customers : 0;
      return [
        ...[name, sum.customers, this.share(sum.customers, all.customers)],
        ...(this.hasAmounts ? [sum.cents, this.share(sum.cents, all.cents)] : []),
        buyers > 0 ? sum.away / buyers : null,
        buyers > 0 ? sum.times / buyers : null,
        ...(this.hasAmounts ? [buyers > 0 ? Math.round(sum.cents / buyers) : null] : []),
      ];
    };
    const rows = rules.flatMap((rule, i) => (rule.on && by[i]!.customers > 0 ? [row(this.name(i), by[i]!)] : []));
    const buyers = by.reduce((sum, each) => sum + (each.times > 0 ? each.customers : 0), 0);
    const total = row(this.words.say('report.total'), { ...all, customers: buyers });
    total[1] = all.customers;
    total[2] = this.share(all.customers, all.customers);
    return {
      heading: this.say('bySegment'),
      lead: this.say('counted'),
      columns: [
        this.column('segment', 'text'),
        this.shared('report.customers', 'count'),
        this.column('share', 'share'),
        ...(this.hasAmounts ? [this.column('sales', 'money'), this.column('salesShare', 'share')] : []),
        this.column('away', 'days'),
        this.column('times', 'decimal'),
        ...(this.hasAmounts ? [this.column('each', 'money')] : []),
      ],
      rows: [...rows, total],
      totals: true,
      ...(rows.length > 0
        ? {
            charts: [
              {
                kind: 'column' as const,
                title: this.worth() ?? this.say('customersBySegment', { count: all.customers }),
                columns: this.hasAmounts ? [2, 4] : [1],
                axes: { values: this.say(this.hasAmounts ? 'axis.share' : 'axis.customers') },
              },
            ],
          }
        : {}),
    };
  }

  private stages(): ReportTable {
    const counts = stages.map((_, stage) => this.of.stages.reduce((sum, each) => sum + (each === stage ? 1 : 0), 0));
    const { count, times } = this.of.measures;
    const bought = times.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0);
    const again = times.reduce((sum, each) => sum + (each > 1 ? 1 : 0), 0);
    return {
      heading: this.say('byStage'),
      lead: this.say('stageLead', { days: this.of.rhythm.quiet, left: 3 * this.of.rhythm.quiet }),
      columns: [this.column('stage', 'text'), this.shared('report.customers', 'count'), this.column('share', 'share')],
      rows: stages.map((stage, i) => [this.words.say(`stage.${stage}`), counts[i]!, this.share(counts[i]!, count)]),
      ...(bought > 0
        ? {
            charts: [
              {
                kind: 'bar' as const,
                title: this.say('again', { share: this.words.percent(again / bought), count: bought }),
                columns: [1],
                axes: { values: this.say('axis.customers') },
                labelled: true,
              },
            ],
          }
        : {}),
    };
  }

  private movesBetween(): Move[] {
    return this.earlier ? movesSince(this.of, this.earlier.of, (place) => this.name(place)) : [];
  }

  private moves(): ReportTable[] {
    const moved = this.movesBetween();
    if (!this.earlier || moved.length === 0) return [];
    const { cents, times } = this.of.measures;
    const each = moved.flatMap(({ from, to, customers }) => customers.map((customer) => ({ from, to, customer })));
    each.sort((a, b) => cents[b.customer]! - cents[a.customer]! || times[b.customer]! - times[a.customer]!);
    const day = this.words.day(dayNumber(this.earlier.day));
    return [
      {
        heading: this.say('moves', { day }),
        columns: [this.column('from', 'text'), this.column('to', 'text'), this.shared('report.customers', 'count')],
        rows: moved.map(({ from, to, customers }) => [from, this.name(to), customers.length]),
      },
      {
        heading: this.say('whoMoved'),
        lead: this.listLead(each.length),
        columns: [
          this.shared('report.column.customer'),
          this.shared('report.column.number'),
          this.column('from', 'text'),
          this.column('to', 'text'),
        ],
        rows: each.slice(0, mostListed).map(({ from, to, customer }) => [...this.who(customer), from, this.name(to)]),
      },
    ];
  }

  private who(customer: number): string[] {
    const { customers } = this.of.facts;
    return [customers.names(customer), customers.numbers[customer]!];
  }

  private listLead(count: number): string {
    return count > mostListed ? this.say('listed', { count, most: mostListed }) : this.say('listedAll', { count });
  }

  /** Why somebody is in a list, in numbers. */
  private why(key: (typeof lists)[number], customer: number): string {
    const { measures, facts, rhythm } = this.of;
    const gap = meanGap(measures, customer);
    const params = {
      amountRank: this.amountRanks[customer]!,
      timesRank: this.timesRanks[customer]!,
      gap: Number.isNaN(gap) ? 0 : Math.round(gap),
      away: facts.today - measures.last[customer]!,
      quiet: rhythm.quiet,
      times: measures.times[customer]!,
    };
    const both = key === 'key' ? 'why.rank' : 'why.amountRank';
    const rank = this.say(this.hasAmounts ? both : 'why.timesRank', params);
    const returns = params.times > 1 ? this.say('why.returns', params) : this.say('why.once');
    const isLate = params.times > 2 && params.away > 2 * gap;
    const lately = params.away === 0 ? 'why.today' : isLate ? 'why.late' : 'why.lately';
    const away = this.say(key === 'key' || key === 'promising' ? lately : 'why.away', params);
    return this.say('why', { rank, returns, away });
  }

  private list(key: (typeof lists)[number]): ReportTable[] {
    const place = this.place(key);
    const customers = place < 0 ? [] : listed(this.of, place);
    if (customers.length === 0) return [];
    const { times, cents } = this.of.measures;
    return [
      {
        heading: this.say('list', { name: this.name(place) }),
        lead: `${this.say(`lead.${key}`)}${this.listLead(customers.length)}`,
        columns: [
          this.shared('report.column.customer'),
          this.shared('report.column.number'),
          this.column('times', 'count'),
          ...(this.hasAmounts ? [this.column('sales', 'money')] : []),
          { label: indent + this.say('column.why'), look: 'text' },
        ],
        rows: customers
          .slice(0, mostListed)
          .map((customer) => [
            ...this.who(customer),
            times[customer]!,
            ...(this.hasAmounts ? [cents[customer]!] : []),
            indent + this.why(key, customer),
          ]),
      },
    ];
  }
}

/**
 * 客户分层: how many customers each segment has and what they are worth, who moved since an earlier day, and lists of whom
 * to look after, each with why.
 */
export const reportSegments = (of: Segmentation, words: ReportWords, earlier?: Earlier): Report =>
  new SegmentsReport(of, words, earlier).make();

/** The report as one of the reports a shop chooses from; by the shop's own rules it is made by `segment-report.ts`. */
export const segments: ReportKind = {
  key: 'segments',
  title: 'segments.title',
  question: 'seg.question',
  tabs: ['purchases'],
  filters: [],
  isTimeless: true,
  make: (facts: LedgerFacts, _, words) => reportSegments(segmentCustomers(facts, ['purchases'], shippedRules()), words),
};
