import { dayNumber } from '../domain/facts/day-number.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import { layOut } from '../domain/reports/layout.ts';
import type { Report } from '../domain/reports/report.ts';
import { ReportWords } from '../domain/reports/report-words.ts';
import type { Book } from '../google/book.ts';
import { isTakenUp, withIntent } from '../google/intents.ts';
import { underLock } from '../google/numbers.ts';
import { ownColumn, reportSheet, writeReport } from '../google/report-tab.ts';
import type { Outcome } from './outcome.ts';

/**
 * Makes a report and writes it into its tab. One commit besides what making it takes.
 *
 * @param kind key of the kind of report
 * @param after called under the same lock once the report is written
 * @param request with which `make-report` makes the same once more
 */
export function showReport(
  book: Book,
  kind: string,
  make: (words: ReportWords) => Report,
  locale: Locale,
  after?: () => void,
  request: object = { report: kind },
): Outcome {
  const currency = currencyOf(book.workbook.getSpreadsheetLocale());
  const words = new ReportWords(book.language, currency, book.dictionary, book.dateOrder === 'mdy');
  const report = make(words);
  const [day = '', time = ''] = book.zone.moment(Date.now()).split(' ');
  const made = words.say('report.made', { at: `${words.day(dayNumber(day))} ${time.slice(0, 5)}`, column: ownColumn });
  const page = layOut(report, words, made);
  const id = `make-report ${kind}`;
  const sheet = underLock(book, () => {
    const write = () => writeReport(book, kind, report.title, page, currency);
    // a new tab that a run leaves behind half made is finished by the next one
    const written = reportSheet(book, kind) ? write() : withIntent({ id, action: 'make-report', request }, write);
    after?.();
    return written;
  });
  if (!sheet) return { ok: false, message: say('stop.busy', locale) };
  if (!isTakenUp(id)) sheet.activate();
  return {
    ok: true,
    message: say('report.done', locale, { title: sheet.getName() }),
    details: { tab: sheet.getName(), figures: report.figures, findings: report.findings, notes: report.notes },
  };
}
