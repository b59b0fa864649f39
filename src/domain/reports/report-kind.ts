import type { LedgerFacts } from '../facts/record-facts.ts';
import type { MessageKey } from '../messages/keys.ts';
import type { Preset } from './period.ts';
import type { Report } from './report.ts';
import type { ReportWords } from './report-words.ts';

/** What a report can be narrowed by, besides the period. */
export const filterKeys = ['region', 'type', 'product', 'person'] as const;
export type FilterKey = (typeof filterKeys)[number];

/**
 * What else some reports can be asked: `within` so many days counts as one purchase; `against` is a word to compare with that
 * of the first filter, `againstFrom` and `againstTo` (`yyyy-MM-dd`) are a period to compare with.
 */
export const optionKeys = ['within', 'against', 'againstFrom', 'againstTo'] as const;
export type OptionKey = (typeof optionKeys)[number];

/** What is asked for. Words are as people write them; an empty one narrows nothing. */
export interface ReportFilters extends Partial<Record<FilterKey | OptionKey, string>> {
  preset?: Preset;
  /** `yyyy-MM-dd`; they count where no preset is named, or it is `own` */
  from?: string;
  to?: string;
}

/** A kind of report: one object in one file, listed in `kinds.ts`. */
export interface ReportKind {
  /** under which the settings know its tab: `report.` before it */
  key: string;
  title: MessageKey;
  /** what it answers, for whoever chooses */
  question: MessageKey;
  /** tabs that it counts from besides the customers; the first is the one whose words its filters offer */
  tabs: readonly string[];
  filters: readonly FilterKey[];
  options?: readonly OptionKey[];
  /** the period that it is proposed with, where not the last twelve months */
  preset?: Preset;
  /** it has no period: it tells how things stand now */
  isTimeless?: boolean;
  /** it shows what was said, too: the long texts of its tabs are read */
  hasWords?: boolean;
  make(facts: LedgerFacts, filters: ReportFilters, words: ReportWords): Report;
}
