import type { Due } from '../credit/due.ts';
import { type Credit, creditLimits, grades, type Payment, rateCredit } from '../credit/rate-credit.ts';
import { readPayments } from '../credit/read-payments.ts';
import { whyCredit } from '../credit/say-credit.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import { closing, eventField } from '../dictionary/roles.ts';
import type { EventRole } from '../dictionary/types.ts';
import { type LedgerFacts, noDay, none, type RecordFacts } from '../facts/record-facts.ts';
import type { MessageKey } from '../messages/keys.ts';
import type { Report, ReportColumn, ReportTable, ReportValue, ValueLook } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';

const tab = 'credits';
/** Rows of a list that people still read. */
const mostListed = 40;
/** First days of the bands by which debts are told apart. */
const bands = [1, 31, 61, 91] as const;

const column = (key: string, look: ValueLook, words: ReportWords): ReportColumn => ({
  label: words.say(`credit.${key}` as MessageKey),
  look,
});

interface Debt {
  record: number;
  /** 0 where it was noted as late before its day, or without one */
  days: number;
  /** still to be paid, in hundredths; NaN where nobody knows */
  cents: number;
  due: Due;
}

/** What a reader has to know of the figures, in the order in which it is said. */
const remarks = ['noOwed', 'noCustomer', 'noDay', 'ahead', 'part', 'unclear', 'over', 'short', 'enough'] as const;

interface Sums {
  debts: Debt[];
  /** by customer */
  credits: Map<number, Credit>;
  all: Credit;
  /** payments of which something is remarked, and what it comes to in hundredths */
  left: Record<(typeof remarks)[number], { count: number; cents: number }>;
}

function sumUp(facts: LedgerFacts, of: RecordFacts): Sums {
  const payments = readPayments(of);
  const byCustomer = new Map<number, Payment[]>();
  const left = Object.fromEntries(remarks.map((key) => [key, { count: 0, cents: 0 }])) as Sums['left'];
  const remark = (key: keyof Sums['left'], isSo: boolean, cents = 0): void => {
    if (!isSo) return;
    left[key].count++;
    left[key].cents += cents;
  };
  const state = eventField(of.tab, 'state');
  const states = of.states.words.map((word) => optionMeant(state, word));
  const debts: Debt[] = [];
  for (const [record, payment] of payments) {
    const customer = of.customers[record]!;
    remark('noCustomer', customer === none);
    if (customer !== none && !byCustomer.has(customer)) byCustomer.set(customer, []);
    byCustomer.get(customer)?.push(payment);
    const { isBreach, isSettled, isLate, dueOn } = payment;
    const due = of.due(record);
    const said = states[of.states.places[record]!];
    remark('unclear', due.isUnclear);
    remark('over', due.received > due.owed, due.received - due.owed);
    if (isBreach) continue;
    if (isSettled) {
      remark('short', due.isPaidUp === false, due.rest);
      remark('enough', due.isPaidUp === true && said !== undefined && !closing(said));
      continue;
    }
    remark('part', said?.means === 'part' && !(due.received >= 0) && !due.isUnclear);
    const days = dueOn === undefined ? 0 : facts.today - dueOn;
    remark('noDay', dueOn === undefined && !isLate);
    remark('ahead', isLate && days < 0);
    if (days <= 0 && !isLate) continue;
    debts.push({ record, days: Math.max(0, days), cents: due.rest, due });
    remark('noOwed', Number.isNaN(due.rest));
  }
  debts.sort((a, b) => b.days - a.days || a.record - b.record);
  return {
    debts,
    credits: new Map([...byCustomer].map(([customer, paid]) => [customer, rateCredit(paid, facts.today)])),
    all: rateCredit([...payments.values()], facts.today),
    left,
  };
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
      column('age', 'text', words),
      column('payments', 'count', words),
      ...(hasSums ? [column('rest', 'money', words)] : []),
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
  const known = (cents: number): ReportValue => (Number.isNaN(cents) ? null : cents);
  // who has paid in part is shown what was owed and what has come; where nobody has, the amount says it all
  const inParts = shown.some(({ due }) => due.received > 0);
  const sums = inParts ? (['sum', 'received', 'rest'] as const) : (['sum'] as const);
  return {
    heading: words.say('credit.list'),
    ...(shown.length < debts.length && { lead: words.say('credit.listLead', { count: shown.length, all: debts.length }) }),
    columns: [
      column('name', 'text', words),
      column('number', 'text', words),
      column('record', 'text', words),
      column('dueOn', 'text', words),
      column('days', 'count', words),
      ...sums.map((key) => column(key, 'money', words)),
    ],
    rows: shown.map(({ record, days, cents, due }) => {
      const customer = of.customers[record]!;
      return [
        customer === none ? '' : customers.names(customer),
        customer === none ? '' : customers.numbers[customer]!,
        of.numberOf(record),
        of.days[record] === noDay ? null : words.day(of.days[record]!),
        days || null,
        ...(inParts ? [known(due.owed), known(due.received), known(cents)] : [known(cents)]),
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
    columns: [column('grade', 'text', words), column('customers', 'count', words), column('share', 'share', words)],
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
      column('name', 'text', words),
      column('number', 'text', words),
      column('grade', 'text', words),
      column('why', 'text', words),
    ],
    rows: shown.map(([customer, credit]) => [
      customers.names(customer),
      customers.numbers[customer]!,
      words.say(`credit.${credit.grade!}`),
      whyCredit(credit, words.locale, (cents) => words.money(cents)),
    ]),
  };
}

function ruleTable(words: ReportWords): ReportTable {
  const { breach, poor, fairShare, grace, enough } = creditLimits;
  const params = { years: breach / 365, days: poor, share: words.percent(fairShare), grace, count: enough };
  return {
    heading: words.say('credit.rules'),
    lead: words.say('credit.rulesLead'),
    columns: [column('grade', 'text', words), column('rule', 'text', words)],
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
        ? words.say('credit.findOverdue', { customers: owing.size, count: debts.length }) +
          (hasSums ? words.say('credit.findSum', { sum: words.about(centsOf(debts)) }) : '') +
          (oldest.days > 0 ? words.say('credit.findOldest', { name, days: oldest.days }) : '') +
          words.say('report.end')
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
      notes: remarks.flatMap((key) => {
        const { count, cents } = sums.left[key];
        const label = (role: EventRole) => of.tab.fields.find(({ event }) => event === role)?.label[words.locale] ?? '';
        const names = { received: label('received'), state: label('state') };
        return count > 0 ? [words.say(`credit.left.${key}`, { count, sum: words.money(cents), ...names })] : [];
      }),
    };
  },
};
