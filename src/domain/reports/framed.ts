import type { LedgerFacts } from '../facts/record-facts.ts';
import type { MessageKey } from '../messages/keys.ts';
import { nothingIn } from './notes.ts';
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
 * @param fill answers with what was not counted where there is nothing else; not asked where there is no tab
 * @param begin how to begin with such a tab
 */
export function framed(
  { title, tabs }: ReportKind,
  facts: LedgerFacts,
  filters: ReportFilters,
  words: ReportWords,
  fill: (selection: Selection) => Content | string[],
  begin?: MessageKey,
): Report {
  const tab = tabs[0]!;
  const of = facts.records(tab);
  const report = { title: words.say(title), scope: '', figures: [], tables: [], notes: [] };
  const hint = begin ? [words.say(begin)] : [];
  if (!of) return { ...report, findings: [words.say('report.noTab', { tab: words.tab(tab) }), ...hint] };
  const selection = new Selection(facts, of, filters);
  const scope = scopeOf(selection.period, filters, words);
  const content = fill(selection);
  if (Array.isArray(content))
    return { ...report, scope, findings: [nothingIn(of, words), ...(of.count > 0 ? [] : hint)], notes: content };
  const findings = content.findings.filter((sentence) => !!sentence).slice(0, 4) as string[];
  return { ...report, scope, ...content, findings };
}
