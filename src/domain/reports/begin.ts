import type { LedgerFacts } from '../facts/record-facts.ts';
import { type Measure, measureOf } from './measure.ts';
import { notesOf, nothingIn } from './notes.ts';
import type { Report } from './report.ts';
import type { ReportFilters, ReportKind } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';
import { scopeOf } from './scope.ts';
import { Selection } from './selection.ts';

/** What most reports begin with: the records that are asked for, and a report that says nothing yet. */
export interface Begun {
  selection: Selection;
  measure: Measure;
  /** with its title, scope and notes */
  report: Report;
}

/**
 * Chooses the records that a report is about.
 *
 * @param withVoid also those that never came about
 * @returns a whole report where there is nothing to tell: no such tab, or no record in the period
 */
export function begin(
  kind: ReportKind,
  facts: LedgerFacts,
  filters: ReportFilters,
  words: ReportWords,
  withVoid = false,
): Begun | Report {
  const [tab = ''] = kind.tabs;
  const report: Report = { title: words.say(kind.title), scope: '', figures: [], findings: [], tables: [], notes: [] };
  const records = facts.records(tab);
  if (!records) return { ...report, findings: [words.say('report.noTab', { tab: words.tab(tab) })] };
  const selection = new Selection(facts, records, filters, withVoid);
  const told = { ...report, scope: scopeOf(selection.period, filters, words), notes: notesOf(selection, words) };
  if (selection.sum(selection.period).records === 0) return { ...told, findings: [nothingIn(records, words)] };
  return { selection, measure: measureOf(selection, words), report: told };
}

export const isWhole = (begun: Begun | Report): begun is Report => 'tables' in begun;
