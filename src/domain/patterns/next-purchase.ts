import { none } from '../facts/record-facts.ts';
import type { ReportFilters, ReportKind } from '../reports/report-kind.ts';
import type { ReportWords } from '../reports/report-words.ts';
import { Selection } from '../reports/selection.ts';
import { optionKey } from '../text/match-option.ts';
import { aboutTab, believed, column, inPeriod, room, type Told, timesOf, wholeTime } from './about-tab.ts';
import { type Following, followings } from './next-purchases.ts';
import { type Happening, happenings, inOrder } from './visits.ts';
import { gapText, whoToCall } from './who-to-call.ts';

/** Customers who had a thing, and who came back for the other, below which nothing is said. */
const leastCustomers = 20;
const leastFollowed = 5;
/** How many times as many as expected is worth telling, and how many pairs are told. */
const leastTimes = 1.3;
const mostShown = 20;
const year = 365;

/** What happened in all the tabs, with things named across them. */
function happeningsOf(
  selections: readonly Selection[],
  words: ReportWords,
): { all: Happening[]; names: string[]; tabs: string[] } {
  const names: string[] = [];
  const tabs: string[] = [];
  const all = selections.flatMap((selection) => {
    const { items, tab } = selection.of;
    const from = names.length;
    // a model that was bought and one that was repaired
    const before = new Set(names);
    for (const item of items.words) {
      names.push(before.has(item) ? words.say('next.thing', { item, tab: words.tab(tab.key) }) : item);
      tabs.push(words.tab(tab.key));
    }
    return happenings(selection.of, inPeriod(selection), (item) => from + item);
  });
  return { all, names, tabs };
}

/** The middle gap, and between which half of them are. */
function gapOf({ quartiles }: Following, words: ReportWords): string {
  const [from, days, to] = quartiles.map(Math.round) as [number, number, number];
  return words.say(from === to ? 'next.days' : 'next.half', { from, days, to });
}

/** @param isOpen whether the time goes on: of one that is over nobody is due now */
function tell(selections: readonly Selection[], product: string, words: ReportWords, isOpen: boolean): Told {
  const { period, of, facts } = selections[0]!;
  const now = isOpen ? facts.today : period.to;
  const { all, names, tabs } = happeningsOf(selections, words);
  const only = product === '' ? none : of.items.words.findIndex((word) => optionKey(word) === optionKey(product));
  const found = followings(inOrder(all), {
    today: period.to,
    now,
    leastCustomers,
    leastFollowed,
    horizon: year,
    believed,
  }).filter(({ first, followed, usual }) => followed >= leastTimes * usual && (only === none || first === only));
  const customers = new Set(all.map(({ customer }) => customer)).size;
  const repeats = new Set(all.map(({ customer, day }) => `${customer}/${day}`)).size - customers;
  /** The same thing once more, in another tab, is named by the tab alone. */
  const name = ({ first, then }: Following): string => {
    const [given, later, tab] = [names[first]!, names[then]!, tabs[then]!];
    return `${given} → ${later === words.say('next.thing', { item: given, tab }) ? tab : later}`;
  };
  const findings = found.slice(0, 3).map((one) => {
    const said = words.say('next.found', {
      first: names[one.first]!,
      later: names[one.then]!,
      customers: one.customers,
      share: words.percent(one.followed / one.customers),
      days: gapOf(one, words),
      times: timesOf(one.followed / one.usual, words),
    });
    const parts = [said];
    if (one.due.length > 0) parts.push(words.say('next.due', { count: one.due.length }));
    if (one.tooEarly > 0) parts.push(words.say('next.early', { count: one.tooEarly }));
    return parts.join(words.say('sentence.separator'));
  });
  const chartTitle = ({ first, then, followed, customers: all }: Following): string =>
    words.say('next.chart', { first: names[first]!, later: names[then]!, share: words.percent(followed / all) });
  if (findings.length === 0)
    return {
      findings: [
        repeats < leastFollowed * 4
          ? words.say('pattern.few', { count: repeats, least: leastFollowed * 4 })
          : words.say('pattern.none', { count: all.length }),
      ],
    };
  const say = (key: 'customers' | 'share' | 'year' | 'usual' | 'gap' | 'now') => words.say(`next.${key}`);
  return {
    findings,
    tables: [
      {
        heading: words.say('next.title'),
        columns: [
          column(words.say('next.pair'), 'text'),
          room,
          column(say('gap'), 'text'),
          column(say('customers'), 'count'),
          column(say('share'), 'share'),
          column(say('usual'), 'share'),
          column(say('year'), 'share'),
          column(say('now'), 'count'),
        ],
        rows: found
          .slice(0, mostShown)
          .map((one) => [
            name(one),
            '',
            gapText(one, words),
            one.customers,
            one.followed / one.customers,
            one.usual / one.customers,
            one.within,
            one.due.length,
          ]),
        charts: [{ kind: 'bar', title: chartTitle(found[0]!), columns: [4, 5], rows: 8, axes: { values: say('share') } }],
      },
      ...(isOpen ? whoToCall(facts, found, name, words) : []),
    ],
    method: [words.say('next.how')],
  };
}

/** What customers come for later, after having bought, had repaired or served something. */
export const nextPurchase: ReportKind = {
  key: 'next',
  title: 'next.title',
  question: 'next.question',
  tabs: ['purchases', 'services', 'repairs'],
  filters: ['region', 'type', 'product'],
  preset: 'all',
  make(facts, filters, words) {
    // a product narrows what came first, not what came later
    const { product = '', ...others } = wholeTime(filters);
    const all: ReportFilters = others;
    const report = aboutTab(nextPurchase, facts, all, words, (selection) => {
      const { from, to } = selection.period;
      const more = nextPurchase.tabs.slice(1).flatMap((tab) => {
        const records = facts.records(tab);
        return records ? [new Selection(facts, records, all)] : [];
      });
      for (const one of more) Object.assign(one.period, { from, to });
      return tell([selection, ...more], product.trim(), words, all.preset === 'all' || to >= facts.today);
    });
    return report;
  },
};
