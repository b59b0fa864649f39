import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import { layOut } from '../domain/reports/layout.ts';
import type { Report } from '../domain/reports/report.ts';
import { ReportWords } from '../domain/reports/report-words.ts';
import type { Book } from '../google/book.ts';
import { underLock } from '../google/numbers.ts';
import { ownColumn, writeReport } from '../google/report-tab.ts';
import type { Outcome } from './outcome.ts';

/**
 * Makes a report and writes it into its tab. One commit besides what making it takes.
 *
 * @param kind key of the kind of report
 * @param after called under the same lock before the report is written
 */
export function showReport(
  book: Book,
  kind: string,
  make: (words: ReportWords) => Report,
  locale: Locale,
  after?: () => void,
): Outcome {
  const currency = currencyOf(book.workbook.getSpreadsheetLocale());
  const words = new ReportWords(book.language, currency, book.dictionary);
  const report = make(words);
  const made = words.say('report.made', { at: book.zone.moment(Date.now()).slice(0, 16), column: ownColumn });
  const page = layOut(report, words, made);
  const sheet = underLock(book, () => {
    const written = writeReport(book, kind, report.title, page, currency);
    after?.();
    return written;
  });
  if (!sheet) return { ok: false, message: say('stop.busy', locale) };
  sheet.activate();
  return {
    ok: true,
    message: say('report.done', locale, { title: sheet.getName() }),
    details: { tab: sheet.getName(), figures: report.figures, findings: report.findings, notes: report.notes },
  };
}
