import * as z from 'zod/mini';
import { dayNumber, dayOf } from '../domain/facts/day-number.ts';
import { wordFields } from '../domain/facts/record-columns.ts';
import { noDay } from '../domain/facts/record-facts.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { reportKind, reportKinds } from '../domain/reports/kinds.ts';
import type { ReportFilters, ReportKind } from '../domain/reports/report-kind.ts';
import type { Book } from '../google/book.ts';
import { ledgerFacts } from '../google/ledger-facts.ts';
import { reportWish } from './api-inputs.ts';
import type { Outcome } from './outcome.ts';
import { segmentReport } from './segment-report.ts';
import { showReport } from './show-report.ts';

/** Reports that take more than the records to make. */
const made: Readonly<Record<string, (book: Book, locale: Locale) => Outcome>> = { segments: segmentReport };

/** What is asked for; `report` is a key of `reportKinds`. */
export const reportRequest = () => z.extend(reportWish(), { report: z.optional(z.string()) });

/** What is wrong with the period; undefined where nothing is. */
function badPeriod({ from, to }: ReportFilters, locale: Locale): string | undefined {
  const days = [from, to].map((day) => (day ? dayNumber(day) : undefined));
  // 2026-02-30 would be the second of March
  const isNone = (text: string | undefined, day: number | undefined) =>
    day !== undefined && (day === noDay || Number.isNaN(day) || dayOf(day) !== text);
  const isWrong = isNone(from, days[0]) || isNone(to, days[1]) || (days[0] ?? 0) > (days[1] ?? Number.POSITIVE_INFINITY);
  return isWrong ? say('report.badPeriod', locale, { from: from ?? '…', to: to ?? '…' }) : undefined;
}

/** Makes a report and writes it into its tab: one read of each tab that it counts from, one commit. */
export function makeReportOf(book: Book, kind: ReportKind, filters: ReportFilters, locale: Locale): Outcome {
  const wrong = badPeriod(filters, locale) ?? badPeriod({ from: filters.againstFrom, to: filters.againstTo }, locale);
  if (wrong) return { ok: false, message: wrong };
  const other = made[kind.key];
  if (other) return other(book, locale);
  const facts = ledgerFacts(book, kind.hasWords ? wordFields(book.dictionary, kind.tabs) : {});
  const request = { report: kind.key, ...filters };
  return showReport(book, kind.key, (words) => kind.make(facts, filters, words), locale, undefined, request);
}

/** Makes the report that is named; the first where none is. */
export function makeReport(book: Book, request: z.output<ReturnType<typeof reportRequest>>, locale: Locale): Outcome {
  const { report, ...filters } = request;
  const kind = report === undefined ? reportKinds[0] : reportKind(report);
  if (kind) return makeReportOf(book, kind, filters as ReportFilters, locale);
  const list = reportKinds.map(({ key }) => key).join(', ');
  return { ok: false, message: say('report.unknown', locale, { report: report!, list }) };
}
