import { eventField } from '../dictionary/roles.ts';
import type { LedgerFacts } from '../facts/record-facts.ts';
import { notesOf, nothingIn } from '../reports/notes.ts';
import type { Report, ReportColumn, ValueLook } from '../reports/report.ts';
import type { ReportFilters, ReportKind } from '../reports/report-kind.ts';
import type { ReportWords } from '../reports/report-words.ts';
import { scopeOf } from '../reports/scope.ts';
import { Selection } from '../reports/selection.ts';

/** Believed: at most this share of what is told may be chance. */
export const believed = 0.05;

export type Told = Pick<Report, 'findings'> & Partial<Report>;

/** Makes a report of a tab's records, or says why there is nothing to tell. @param filters with a period that holds for no period */
export function aboutTab(
  { title, tabs }: ReportKind,
  facts: LedgerFacts,
  filters: ReportFilters,
  words: ReportWords,
  tell: (selection: Selection) => Told,
): Report {
  const records = facts.records(tabs[0]!);
  const empty = { title: words.say(title), scope: '', figures: [], tables: [], notes: [] };
  if (!records) return { ...empty, findings: [words.say('report.noTab', { tab: words.tab(tabs[0]!) })] };
  const selection = new Selection(facts, records, filters);
  const scope = scopeOf(selection.period, filters, words);
  const isEmpty = !selection.records.some((at) => isWithin(selection, records.days[at]!));
  const told = isEmpty ? { findings: [nothingIn(records, words)] } : tell(selection);
  return { ...empty, scope, ...told, notes: notesOf(selection, words) };
}

const isWithin = ({ period }: Selection, day: number): boolean => day >= period.from && day <= period.to;

/** With all records where no period is named: what repeats over years is not seen in one. */
export const wholeTime = (filters: ReportFilters): ReportFilters =>
  filters.preset || filters.from || filters.to ? filters : { ...filters, preset: 'all' };

/** Beside a name that needs more room than its column has. */
export const room: ReportColumn = { label: '', look: 'text' };

/** What the shop calls the things that a tab's records are about. */
export const itemLabel = ({ of }: Selection, words: ReportWords): string => eventField(of.tab, 'what')?.label[words.locale] ?? '';

export const column = (label: string, look: ValueLook): ReportColumn => ({ label, look });

/** Records of the selection's period, in the order of the tab. */
export function inPeriod(selection: Selection): number[] {
  const found: number[] = [];
  selection.each(selection.period, (at) => found.push(at));
  return found;
}

/** Beyond twenty times, more digits say nothing. */
export const timesOf = (times: number, words: ReportWords): string =>
  words.say(times > 20 ? 'pattern.manyTimes' : 'pattern.times', { times: words.number(times, 1) });
