import { type LedgerFacts, none } from '../facts/record-facts.ts';
import { optionKey } from '../text/match-option.ts';
import { openSentence } from './matter-sentences.ts';
import { column, enough, Matters, type Sums } from './matters.ts';
import type { Period } from './period.ts';
import { type Rated, verdictSentences, verdictTable } from './ratings.ts';
import type { Report, ReportTable } from './report.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import { scopeOf } from './scope.ts';
import { Selection } from './selection.ts';

/** What somebody did, by tab. */
interface Person {
  name: string;
  done: Map<Matters, Sums>;
  count: number;
  open: number;
}

/** The people of all tabs, in one spelling; who has done little follows in the order of the names, so that it is no ranking. */
function peopleOf(told: readonly Matters[]): Person[] {
  const found = new Map<string, Person>();
  for (const matters of told) {
    const { words, places } = matters.of.people;
    for (const [place, sums] of matters.by((at) => places[at]!)) {
      if (place === none) continue;
      const key = optionKey(words[place]!);
      const person = found.get(key) ?? { name: words[place]!, done: new Map(), count: 0, open: 0 };
      found.set(key, person);
      person.done.set(matters, sums);
      person.count += sums.count;
      person.open += sums.open;
    }
  }
  const rank = ({ count }: Person) => (count < enough ? 0 : count);
  return [...found.values()].sort((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : 1));
}

function workTable(people: readonly Person[], told: readonly Matters[], title: string, words: ReportWords): ReportTable {
  const sold = told.find(({ of, all }) => of.has('count') && all.cost.count > 0);
  return {
    heading: words.say('ops.work'),
    lead: words.say('ops.workHow', { count: enough }),
    columns: [
      column(words.say('ops.person'), 'text'),
      ...told.map(({ of }) => column(words.tab(of.tab.key))),
      column(words.say('report.total')),
      column(words.say('ops.open')),
      ...(sold ? [sold.column('amount', 'money')] : []),
    ],
    rows: people.map(({ name, done, count, open }) => [
      name,
      ...told.map((matters) => done.get(matters)?.count ?? 0),
      count,
      open,
      ...(sold ? [done.get(sold)?.cost.sum ?? null] : []),
    ]),
    charts: [
      {
        kind: 'bar',
        title,
        columns: told.map((_, at) => at + 1),
        rows: 12,
        stacked: 'absolute',
        axes: { values: words.say('ops.count') },
      },
    ],
  };
}

/** Who typed or changed how many records, as the change log shows it. */
function entryTable(facts: LedgerFacts, { from, to }: Period, words: ReportWords): ReportTable | undefined {
  const found = new Map<string, { records: Set<string>; days: Set<number>; changes: number }>();
  for (const { day, who, tab, record } of facts.changes?.() ?? []) {
    if (day < from || day > to) continue;
    const name = who || words.say('ops.noName');
    const person = found.get(name) ?? { records: new Set(), days: new Set(), changes: 0 };
    found.set(name, person);
    person.records.add(`${tab} ${record}`);
    person.days.add(day);
    person.changes++;
  }
  if (found.size === 0) return undefined;
  return {
    heading: words.say('ops.entered'),
    lead: words.say('ops.enteredHow'),
    columns: [
      column(words.say('ops.person'), 'text'),
      column(words.say('ops.records')),
      column(words.say('ops.changes')),
      column(words.say('ops.daysAtIt')),
    ],
    rows: [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([who, { records, days, changes }]) => [who, records.size, changes, days.size]),
  };
}

export const staff: ReportKind = {
  key: 'staff',
  title: 'ops.staff.title',
  question: 'ops.staff.question',
  tabs: ['services', 'purchases', 'repairs', 'interactions'],
  filters: ['region', 'type', 'person'],
  make(facts, filters, words): Report {
    const { say } = words;
    const report: Report = { title: say('ops.staff.title'), scope: '', figures: [], findings: [], tables: [], notes: [] };
    const there = staff.tabs.flatMap((tab) => facts.records(tab) ?? []);
    if (there.length === 0) return { ...report, findings: [say('report.noTab', { tab: words.tab(staff.tabs[0]!) })] };
    const all = there.map((of) => new Matters(new Selection(facts, of, filters), words));
    const told = all.filter(({ of, all }) => of.has('by') && all.count > 0);
    const { period } = all[0]!.selection;
    const scope = scopeOf(period, filters, words);
    const entered = filters.region || filters.type || filters.person ? undefined : entryTable(facts, period, words);
    const people = peopleOf(told);
    const notes = all.flatMap(({ of }) => {
      const tab = words.tab(of.tab.key);
      const field = of.tab.fields.find(({ event }) => event === 'by')?.label[words.locale];
      return of.has('by') ? [] : [say(field ? 'ops.noPerson' : 'ops.noPersonAtAll', { tab, field: field ?? '' })];
    });
    for (const { of, all } of told) {
      const named = people.reduce((sum, { done }) => sum + ([...done].find(([each]) => each.of === of)?.[1].count ?? 0), 0);
      if (named < all.count) notes.push(say('ops.nobodyNamed', { tab: words.tab(of.tab.key), count: all.count - named }));
    }
    const tables = entered ? [entered] : [];
    if (people.length === 0) return { ...report, scope, findings: [say('report.nothing')], tables, notes };
    const count = people.reduce((sum, person) => sum + person.count, 0);
    const title = say('ops.handled', { people: people.length, count: words.number(count) });
    const scored = told.find(({ of, all }) => of.has('score') && all.rated > 0);
    const rated: Rated[] = scored
      ? people.flatMap(({ name, done }) => (done.has(scored) ? [{ name, sums: done.get(scored)! }] : []))
      : [];
    return {
      ...report,
      scope,
      figures: [
        { label: say('ops.people'), value: people.length, look: 'count' },
        { label: say('ops.records'), value: count, look: 'count' },
        { label: say('ops.open'), value: told.reduce((sum, { open }) => sum + open.length, 0), look: 'count' },
      ],
      findings: [
        title + say('report.end'),
        ...(scored ? verdictSentences(rated, scored, words).slice(0, 2) : []),
        openSentence(told, 'ops.openOfThem'),
      ].filter((sentence) => sentence !== ''),
      tables: [
        workTable(people, told, title, words),
        ...(scored && rated.length > 1 ? [verdictTable(say('ops.person'), rated, scored)] : []),
        ...tables,
      ],
      notes,
    };
  },
};
