import { type Credit, creditLimits, grades, type Payment, rateCredit } from '../credit/rate-credit.ts';
import { readPayments } from '../credit/read-payments.ts';
import { whyCredit } from '../credit/say-credit.ts';
import { dayOf } from '../facts/day-number.ts';
import { type LedgerFacts, noDay, none, type RecordFacts } from '../facts/record-facts.ts';
import type { Report, ReportTable, ReportValue } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';

const tab = 'credits';
/** Rows of a list that people still read. */
const mostListed = 40;
/** First days of the bands by which debts are told apart. */
const bands = [1, 31, 61, 91] as const;

interface Debt {
  record: number;
  days: number;
  /** hundredths; NaN where nobody knows */
  cents: number;
}

interface Sums {
  debts: Debt[];
  /** by customer */
  credits: Map<number, Credit>;
  all: Credit;
  noOwed: number;
  noCustomer: number;
  noDay: number;
}

function sumUp(facts: LedgerFacts, of: RecordFacts): Sums {
  const payments = readPayments(of);
  const { owed } = of;
  const byCustomer = new Map<number, Payment[]>();
  const sums: Sums = { debts: [], credits: new Map(), all: rateCredit([], 0), noOwed: 0, noCustomer: 0, noDay: 0 };
  for (const [record, payment] of payments) {
    const customer = of.customers[record]!;
    if (customer === none) sums.noCustomer++;
    else if (byCustomer.has(customer)) byCustomer.get(customer)!.push(payment);
    else byCustomer.set(customer, [payment]);
    if (payment.isBreach || payment.isSettled || payment.paidOn !== undefined) continue;
    const days = payment.dueOn === undefined ? 0 : facts.today - payment.dueOn;
    if (payment.dueOn === undefined && !payment.isLate) sums.noDay++;
    else if (days > 0 || payment.isLate) sums.debts.push({ record, days, cents: owed[record]! });
  }
  for (const [customer, paid] of byCustomer) sums.credits.set(customer, rateCredit(paid, facts.today));
  sums.all = rateCredit([...payments.values()], facts.today);
  sums.debts.sort((a, b) => b.days - a.days || a.record - b.record);
  sums.noOwed = sums.debts.filter(({ cents }) => Number.isNaN(cents)).length;
  return sums;
}

const centsOf = (debts: readonly Debt[]): number => debts.reduce((sum, { cents }) => sum + (Number.isNaN(cents) ? 0 : cents), 0);

function ageTable({ debts }: Sums, hasSums: boolean, words: ReportWords): ReportTable {
  const inBand = bands.map((from, at) => {
    const to = bands[at + 1] ?? Number.POSITIVE_INFINITY;
    return debts.filter(({ days }) => Math.max(1, days) >= from && days < to);
  });
  const weight = (list: readonly Debt[]): number => (hasSums ? centsOf(list) : list.length);
  const old = weight(inBand.slice(1).flat());
  const line = (name: string, list: readonly Debt[]): ReportValue[] => [name, list.length, ...(hasSums ? [centsOf(list)] : [])];
  return {
    heading: words.say('credit.byAge'),
    columns: [
      { label: words.say('credit.age'), look: 'text' },
      { label: words.say('credit.payments'), look: 'count' },
      ...(hasSums ? [{ label: words.say('credit.sum'), look: 'money' } as const] : []),
    ],
    rows: [
      ...inBand.map((list, at) => line(words.say(`credit.age.${bands[at]!}`), list)),
      line(words.say('report.total'), debts),
    ],
    totals: true,
    charts: [
      {
        kind: 'column',
        title: words.say('credit.byAgeChart', { share: words.percent(weight(debts) > 0 ? old / weight(debts) : 0) }),
        columns: [hasSums ? 2 : 1],
        axes: {
          values: hasSums ? words.say('report.inMoney', { sign: words.currency.sign }) : words.say('credit.payments'),
        },
      },
    ],
  };
}

function debtTable(facts: LedgerFacts, of: RecordFacts, { debts }: Sums, words: ReportWords): ReportTable {
  const shown = debts.slice(0, mostListed);
  const { customers } = facts;
  return {
    heading: words.say('credit.list'),
    lead: words.say('credit.listLead', { count: shown.length, all: debts.length }),
    columns: [
      { label: words.say('credit.name'), look: 'text' },
      { label: words.say('credit.number'), look: 'text' },
      { label: words.say('credit.record'), look: 'text' },
      { label: words.say('credit.dueOn'), look: 'day' },
      { label: words.say('credit.days'), look: 'count' },
      { label: words.say('credit.sum'), look: 'money' },
    ],
    rows: shown.map(({ record, days, cents }) => {
      const customer = of.customers[record]!;
      return [
        customer === none ? '' : customers.names(customer),
        customer === none ? '' : customers.numbers[customer]!,
        of.numberOf(record),
        of.days[record] === noDay ? null : dayOf(of.days[record]!),
        days,
        Number.isNaN(cents) ? null : cents,
      ];
    }),
  };
}

const rated = ({ credits }: Sums) => [...credits].filter(([, { grade }]) => grade !== undefined);

function gradeTable(sums: Sums, words: ReportWords): ReportTable {
  const all = rated(sums);
  const counts = grades.map((grade) => all.filter(([, credit]) => credit.grade === grade).length);
  return {
    heading: words.say('credit.grades'),
    columns: [
      { label: words.say('credit.grade'), look: 'text' },
      { label: words.say('credit.customers'), look: 'count' },
      { label: words.say('credit.share'), look: 'share' },
    ],
    rows: grades.map((grade, at) => [
      words.say(`credit.${grade}`),
      counts[at]!,
      all.length > 0 ? counts[at]! / all.length : null,
    ]),
    charts: [
      {
        kind: 'bar',
        title: words.say('credit.gradesChart', {
          count: all.length,
          share: words.percent(all.length > 0 ? (counts[0]! + counts[1]!) / all.length : 0),
        }),
        columns: [1],
        axes: { values: words.say('credit.customers') },
      },
    ],
  };
}

function carefulTable({ customers }: LedgerFacts, sums: Sums, words: ReportWords): ReportTable | undefined {
  const careful = rated(sums)
    .filter(([, { grade }]) => grade === 'poor' || grade === 'fair')
    .sort(
      ([, a], [, b]) =>
        grades.indexOf(b.grade!) - grades.indexOf(a.grade!) || b.breaches - a.breaches || b.overdueDays - a.overdueDays,
    );
  if (careful.length === 0) return undefined;
  const shown = careful.slice(0, mostListed);
  return {
    heading: words.say('credit.careful'),
    lead: words.say('credit.carefulLead', { count: shown.length, all: careful.length }),
    columns: [
      { label: words.say('credit.name'), look: 'text' },
      { label: words.say('credit.number'), look: 'text' },
      { label: words.say('credit.grade'), look: 'text' },
      { label: words.say('credit.why'), look: 'text' },
    ],
    rows: shown.map(([customer, credit]) => [
      customers.names(customer),
      customers.numbers[customer]!,
      words.say(`credit.${credit.grade!}`),
      whyCredit(credit, words.locale),
    ]),
  };
}

function ruleTable(words: ReportWords): ReportTable {
  const { breach, poor, fairShare, grace, enough } = creditLimits;
  const params = { years: breach / 365, days: poor, share: words.percent(fairShare), grace, count: enough };
  return {
    heading: words.say('credit.rules'),
    lead: words.say('credit.rulesLead'),
    columns: [
      { label: words.say('credit.grade'), look: 'text' },
      { label: words.say('credit.rule'), look: 'text' },
    ],
    rows: (['poor', 'fair', 'excellent', 'good'] as const).map((grade) => [
      words.say(`credit.${grade}`),
      words.say(`credit.rule.${grade}`, params),
    ]),
  };
}

function findingsOf(facts: LedgerFacts, of: RecordFacts, sums: Sums, hasSums: boolean, words: ReportWords): string[] {
  const { debts, all } = sums;
  const [oldest] = debts;
  const owing = new Set(debts.map(({ record }) => of.customers[record]!).filter((customer) => customer !== none));
  const poor = rated(sums).filter(([, { grade }]) => grade === 'poor').length;
  const customer = oldest ? of.customers[oldest.record]! : none;
  const name =
    customer === none
      ? oldest
        ? of.numberOf(oldest.record) || '—'
        : ''
      : facts.customers.names(customer) || facts.customers.numbers[customer]!;
  return [
    oldest && owing.size === 0
      ? words.say('credit.findNobody', { count: debts.length, tab: words.tab(tab) })
      : oldest
        ? words.say(hasSums ? 'credit.findOverdue' : 'credit.findOverdueCount', {
            ...{ customers: owing.size, count: debts.length, sum: words.about(centsOf(debts)), name, days: oldest.days },
          })
        : words.say('credit.findNone'),
    ...(all.due >= 10
      ? [words.say('credit.findShare', { due: all.due, inTime: all.inTime, share: words.percent(all.inTime / all.due) })]
      : []),
    ...(poor > 0 ? [words.say('credit.findPoor', { count: poor })] : []),
  ];
}

/** Payments that are overdue, and how well customers pay, as things stand today. */
export const credit: ReportKind = {
  key: 'credit',
  title: 'credit.title',
  question: 'credit.question',
  tabs: [tab],
  filters: [],
  isTimeless: true,
  make(facts, _, words): Report {
    const title = words.say('credit.title');
    const scope = words.say('credit.asOf', { day: words.day(facts.today) });
    const of = facts.records(tab);
    const rules = ruleTable(words);
    if (!of || of.count === 0) {
      const key = of ? 'credit.nothing' : 'credit.noTab';
      return { title, scope, figures: [], findings: [words.say(key, { tab: words.tab(tab) })], tables: [rules], notes: [] };
    }
    const sums = sumUp(facts, of);
    const { debts, all } = sums;
    const hasSums = of.has('owed') && debts.some(({ cents }) => !Number.isNaN(cents));
    const careful = carefulTable(facts, sums, words);
    const debtors = new Set(debts.map(({ record }) => of.customers[record]!).filter((each) => each !== none)).size;
    return {
      title,
      scope,
      figures: [
        ...(hasSums ? [{ label: words.say('credit.overdueSum'), value: centsOf(debts), look: 'money' as const }] : []),
        { label: words.say('credit.overdueCount'), value: debts.length, look: 'count' },
        { label: words.say('credit.debtors'), value: debtors, look: 'count' },
        { label: words.say('credit.shareInTime'), value: all.due > 0 ? all.inTime / all.due : null, look: 'share' },
      ],
      findings: findingsOf(facts, of, sums, hasSums, words),
      tables: [
        ...(debts.length > 0 ? [ageTable(sums, hasSums, words), debtTable(facts, of, sums, words)] : []),
        gradeTable(sums, words),
        ...(careful ? [careful] : []),
        rules,
      ],
      notes: (['noOwed', 'noCustomer', 'noDay'] as const).flatMap((why) =>
        sums[why] > 0 ? [words.say(`credit.left.${why}`, { count: sums[why] })] : [],
      ),
    };
  },
};
