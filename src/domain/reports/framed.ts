import type { LedgerFacts } from '../facts/record-facts.ts';
import type { Report } from './report.ts';
import type { ReportFilters, ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import { scopeOf } from './scope.ts';
import { Selection } from './selection.ts';

/** What a report tells besides its title and scope; the first four findings are told. */
export type Content = Omit<Report, 'title' | 'scope' | 'findings'> & { findings: (string | false)[] };

/**
 * A report of one tab: says so where there is none, or nothing in the period.
 *
 * @param fill is not asked where there is no tab
 */
export function framed(
  { title, tabs }: Pick<ReportKind, 'title' | 'tabs'>,
  facts: LedgerFacts,
  filters: ReportFilters,
  words: ReportWords,
  fill: (selection: Selection) => Content | readonly string[],
): Report {
  const of = facts.records(tabs[0]!);
  const empty = { title: words.say(title), scope: '', figures: [], tables: [], notes: [] };
  if (!of) return { ...empty, findings: [words.say('report.noTab', { tab: words.tab(tabs[0]!) })] };
  const selection = new Selection(facts, of, filters);
  const scope = scopeOf(selection.period, filters, words);
  const content = fill(selection);
  if ('findings' in content)
    return {
      ...empty,
      scope,
      ...content,
      findings: content.findings.filter((one) => one !== false && one !== '').slice(0, 4) as string[],
    };
  return { ...empty, scope, findings: [words.say('report.nothing')], notes: content };
}
