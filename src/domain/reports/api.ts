import type { Failure } from '../api.ts';
import type { Preset } from './period.ts';
import type { FilterKey, OptionKey, ReportFilters } from './report-kind.ts';

/** What is asked for: a report by its key, with its period and filters. */
export type ReportWish = ReportFilters & { report: string };

export interface ReportOffer {
  key: string;
  title: string;
  /** what it answers */
  question: string;
  filters: readonly FilterKey[];
  options: readonly OptionKey[];
  preset?: Preset;
  /** it tells how things stand now, whatever the period */
  isTimeless: boolean;
  /** its tab is there */
  isMade: boolean;
}

export interface ReportsPage {
  reports: ReportOffer[];
  /** what this person asked for last */
  last?: ReportWish;
  /** pages are written in another language than this person's: a tab belongs to everybody who uses the ledger */
  isForeign?: boolean;
}

/** The words by which a report can be narrowed, the most frequent first. */
export type ReportChoices = Partial<Record<FilterKey, string[]>>;

export type ReportResult =
  | { ok: true; message: string; findings: string[]; notes: string[] }
  /** nothing was written */
  | { ok: false; message: string };

/** What the page of reports calls. */
export interface ReportsApi {
  getReports(input: Record<string, never>): ReportsPage | Failure;
  /** Reads the columns whose words can be chosen. */
  getReportChoices(input: { report: string }): { choices: ReportChoices } | Failure;
  /** Makes the report, brings its tab up and remembers what was asked for. May take a minute for a large ledger. */
  makeChosenReport(input: ReportWish): ReportResult | Failure;
  /** Brings up the tab of a report that was made earlier. */
  openReport(input: { report: string }): { ok: boolean; message?: string } | Failure;
}
