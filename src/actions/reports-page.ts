import type { Failure } from '../domain/api.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { ReportChoices, ReportResult, ReportsPage, ReportWish } from '../domain/reports/api.ts';
import { reportKind, reportKinds } from '../domain/reports/kinds.ts';
import type { Book } from '../google/book.ts';
import { reportChoices } from '../google/report-choices.ts';
import { reportSheet } from '../google/report-tab.ts';
import { keepWish, lastWish } from '../google/report-wish.ts';
import { showSidebar } from '../google/screen.ts';
import { makeReport } from './make-report.ts';
import type { Outcome } from './outcome.ts';

/** What can be asked for, and what this person asked for last. */
export function getReports(book: Book, _: object, locale: Locale): ReportsPage {
  const last = lastWish();
  return {
    reports: reportKinds.map((kind) => ({
      key: kind.key,
      title: say(kind.title, locale),
      question: say(kind.question, locale),
      filters: kind.filters,
      options: kind.options ?? [],
      ...(kind.preset && { preset: kind.preset }),
      isTimeless: kind.isTimeless ?? false,
      isMade: reportSheet(book, kind.key) !== undefined,
    })),
    ...(last && reportKind(last.report) && { last }),
    isForeign: book.language !== locale,
  };
}

export function openReports(book: Book, locale: Locale): Outcome {
  showSidebar('reports', say('action.makeReport', locale), { offers: getReports(book, {}, locale), locale });
  return { ok: true, message: '' };
}

const unknown = (report: string, locale: Locale): Failure => ({
  failed: true,
  message: say('report.unknown', locale, { report, list: reportKinds.map(({ key }) => key).join(', ') }),
  retry: false,
});

export function getReportChoices(
  book: Book,
  { report }: { report: string },
  locale: Locale,
): { choices: ReportChoices } | Failure {
  const kind = reportKind(report);
  return kind ? { choices: reportChoices(book, kind) } : unknown(report, locale);
}

export function makeChosenReport(book: Book, wish: ReportWish, locale: Locale): ReportResult {
  const { ok, message, details } = makeReport(book, wish, locale);
  if (!ok) return { ok, message };
  keepWish(wish);
  const texts = (key: string): string[] => (details?.[key] as string[] | undefined) ?? [];
  return { ok, message, findings: texts('findings'), notes: texts('notes') };
}

export function openReport(book: Book, { report }: { report: string }, locale: Locale): { ok: boolean; message?: string } {
  const sheet = reportSheet(book, report);
  sheet?.activate();
  return sheet ? { ok: true } : { ok: false, message: say('report.gone', locale) };
}
