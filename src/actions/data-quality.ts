import { byGroup } from '../domain/duplicate-groups/group-rows.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { assessQuality, type QualityInput } from '../domain/quality/assess.ts';
import type { KnownDoubles } from '../domain/quality/doubled-records.ts';
import { readHistory } from '../domain/quality/history.ts';
import { QualityWords } from '../domain/quality/quality-words.ts';
import { type QualityReport, qualityReport } from '../domain/quality/report.ts';
import type { Book } from '../google/book.ts';
import { duplicatesSheet, readDuplicates } from '../google/duplicates-tab.ts';
import { readLogged } from '../google/logged.ts';
import { underLock } from '../google/numbers.ts';
import { putProperties, seenProperties } from '../google/properties.ts';
import { freeColumn, writeQuality } from '../google/quality-tab.ts';
import { showToast } from '../google/screen.ts';
import type { Outcome } from './outcome.ts';

/** Where the months are kept: in a property, as a tab may be deleted. */
const historyKey = 'quality.months';
/** From so many rows on it is said that one has to wait. */
const manyRows = 5_000;

/** A tab in one read, whatever its rows. */
function readTab(book: Book, key: string, locale: Locale | undefined): QualityInput[] {
  const tab = book.tab(key);
  if (!tab || tab.fields().length === 0) return [];
  const rows = tab.dataRows();
  if (locale && rows > manyRows) showToast(book.workbook, say('quality.reading', locale, { tab: tab.name, rows }));
  const block = tab.read(2, rows);
  const keys = tab.fields().map((field) => field.key);
  return [{ tab: tab.tab, keys, records: block.raw.map((_, row) => tab.record(block, row)) }];
}

/** Groups that wait for a decision and are more than possible; undefined where nobody has looked for duplicates yet. */
function listedDoubles(book: Book): KnownDoubles | undefined {
  const sheet = duplicatesSheet(book);
  if (!sheet) return undefined;
  const waiting = readDuplicates(sheet).rows.filter(
    ({ decision, tier }) => tier !== 'possible' && decision !== 'notSame' && decision !== 'merged',
  );
  return byGroup(waiting).map((group) => group.map(({ number }) => number));
}

/**
 * Measures how good the data of all tabs are and writes a report into a tab of its own: the score, what to do first, by
 * tab, field and person, and how it has come along. Nothing of the shop's is changed. One read a tab and one of the log;
 * one commit.
 *
 * @param locale of who waits for it; absent: nobody does, and the tab stays where it is
 * @returns undefined when somebody else held the lock for too long
 */
export function assessData(book: Book, locale?: Locale): QualityReport | undefined {
  const { language, region, dateOrder, dictionary } = book;
  const inputs = dictionary.tabs.flatMap(({ key }) => readTab(book, key, locale));
  const today = book.zone.today();
  const listed = listedDoubles(book);
  const quality = assessQuality(dictionary, inputs, {
    ...{ language, region, dateOrder, today },
    logged: readLogged(book),
    ...(listed && { doubles: new Map([['customers', listed]]) }),
  });
  const at = book.zone.moment(Date.now()).slice(0, 16);
  return underLock(book, () => {
    const history = readHistory(seenProperties()[historyKey]);
    const report = qualityReport(quality, history, at, new QualityWords(book.dictionary, book.language), freeColumn);
    const sheet = writeQuality(book, report);
    if (locale) sheet.activate();
    putProperties({ [historyKey]: JSON.stringify(report.history) });
    return report;
  });
}

/** The data quality report, for who asks for it. */
export function dataQuality(book: Book, locale: Locale): Outcome {
  const report = assessData(book, locale);
  if (!report) return { ok: false, message: say('stop.busy', locale) };
  const { score, history, records } = report;
  if (score === undefined) return { ok: true, message: say('done.dataQualityNothing', locale), details: { records } };
  const best = locale === book.language ? report.best : '';
  return {
    ok: true,
    message: say('done.dataQuality', locale, { score: Math.round(score), best }),
    details: { score, records, months: history.length },
  };
}
