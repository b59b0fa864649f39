import type { Report } from '../reports/report.ts';
import type { ReportKind } from '../reports/report-kind.ts';
import type { ReportWords } from '../reports/report-words.ts';
import type { Selection } from '../reports/selection.ts';
import { titleOf } from '../reports/text-lines.ts';
import { aboutTab, believed, column, inPeriod, room, type Told, timesOf } from './about-tab.ts';
import { type FrequentSet, frequentSets } from './frequent-sets.ts';
import { type Rule, rulesOf } from './rules.ts';
import { basketsOf, happenings, inOrder } from './visits.ts';

/** Baskets of two things and more below which nothing is said, and times that a combination has to have come up. */
const enough = 20;
const leastTimes = 5;
/** How many times as often as usual is worth telling, and how many combinations are told. */
const leastLift = 1.2;
const mostShown = 20;

/** Frequent sets with at least `least` baskets; with more where there are too many sets to look at. */
function setsOf(baskets: readonly (readonly number[])[], least: number): { sets: FrequentSet[]; least: number } {
  const sets = frequentSets(baskets, least);
  return sets ? { sets, least } : setsOf(baskets, least * 2);
}

/**
 * Rules that chance hardly explains, those that bring most first. Of rules about the same items one is told: what goes with
 * the dearer thing, otherwise the surest.
 */
function believedRules(rules: readonly Rule[], baskets: number, worth: readonly number[]): Rule[] {
  const beyond = ({ count, givenCount, thenCount }: Rule) => count - (givenCount * thenCount) / baskets;
  const told = new Set<string>();
  return rules
    .filter(({ falseShare, lift }) => falseShare <= believed && lift >= leastLift)
    .sort(
      (a, b) =>
        beyond(b) - beyond(a) ||
        a.given.length - b.given.length ||
        worth[a.then]! - worth[b.then]! ||
        b.confidence - a.confidence,
    )
    .filter(({ given, then }) => {
      const key = [...given, then].sort((a, b) => a - b).join();
      return !told.has(key) && told.add(key);
    });
}

/** What a purchase of each item brings on average; 0 where no amounts are known. */
function worthOf(selection: Selection): number[] {
  const { items } = selection.of;
  const sums = selection.sums(selection.period, (at) => items.places[at]!);
  return items.words.map((_, item) => {
    const sum = sums.get(item);
    return sum && sum.priced > 0 ? sum.cents / sum.priced : 0;
  });
}

function tell(selection: Selection, within: number, words: ReportWords): Told {
  const { of } = selection;
  const baskets = basketsOf(inOrder(happenings(of, inPeriod(selection))), within);
  const several = baskets.filter(({ length }) => length > 1).length;
  const figures: Report['figures'] = [{ label: words.say('together.several'), value: several, look: 'count' }];
  if (several < enough) return { figures, findings: [words.say('pattern.few', { count: several, least: enough })] };
  const { sets, least } = setsOf(baskets, Math.max(leastTimes, Math.ceil(baskets.length / 1000)));
  const rules = believedRules(rulesOf(sets, baskets.length), baskets.length, worthOf(selection));
  const name = (items: readonly number[]) => items.map((item) => of.items.words[item]!).join(' + ');
  const usual = ({ thenCount }: Rule) => thenCount / baskets.length;
  const sentence = (rule: Rule) =>
    words.say('together.found', {
      given: name(rule.given),
      later: name([rule.then]),
      share: words.percent(rule.confidence),
      usual: words.percent(usual(rule)),
      times: timesOf(rule.lift, words),
      count: rule.count,
    });
  const findings = rules.slice(0, 3).map(sentence);
  const say = (key: 'count' | 'share' | 'usual' | 'times') => words.say(`together.${key}`);
  return {
    figures,
    findings: findings.length > 0 ? findings : [words.say('pattern.none', { count: baskets.length })],
    tables:
      rules.length === 0
        ? []
        : [
            {
              heading: words.say('together.title'),
              columns: [
                column(words.say('together.pair'), 'text'),
                room,
                column(say('count'), 'count'),
                column(say('share'), 'share'),
                column(say('usual'), 'share'),
                column(say('times'), 'decimal'),
              ],
              rows: rules
                .slice(0, mostShown)
                .map((rule) => [
                  `${name(rule.given)} → ${name([rule.then])}`,
                  '',
                  rule.count,
                  rule.confidence,
                  usual(rule),
                  rule.lift,
                ]),
              charts: [{ kind: 'bar', title: titleOf(findings[0]!), columns: [3, 4], rows: 8, axes: { values: say('share') } }],
            },
          ],
    method: [words.say('together.how', { least })],
  };
}

/** What one customer buys on one day, or within some days: which things go together more often than chance would have it. */
export const boughtTogether: ReportKind = {
  key: 'together',
  title: 'together.title',
  question: 'together.question',
  tabs: ['purchases'],
  filters: ['region', 'type', 'person'],
  options: ['within'],
  make(facts, filters, words) {
    const within = Math.min(Math.max(Math.floor(Number(filters.within) || 0), 0), 365);
    const report = aboutTab(boughtTogether, facts, filters, words, (selection) => tell(selection, within, words));
    return within > 0 ? { ...report, scope: words.say('together.within', { scope: report.scope, within }) } : report;
  },
};
