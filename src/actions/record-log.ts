import type { RecordLogLine } from '../domain/api.ts';
import type { Locale } from '../domain/locale.ts';
import { fieldOf } from '../domain/log/log-row.ts';
import { masked } from '../domain/log/mask.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { readWholeLog } from '../google/change-log.ts';
import type { Outcome } from './outcome.ts';

/** The log's part about one record, newest first, masked as in the log. Two reads. */
function logOfRecord(book: Book, number: string, locale: Locale): RecordLogLine[] {
  const own = readWholeLog(book).flatMap(({ entry }) => (entry?.record === number ? [entry] : []));
  const known = new Map(own.map((entry) => [entry.n, entry]));
  return [...known.values()]
    .sort((a, b) => b.n - a.n)
    .map((entry) => {
      const field = fieldOf(book.dictionary, entry);
      const plain = entry.field === '' ? { kind: 'text' as const, sensitivity: 'internal' as const } : field;
      return {
        when: book.zone.moment(entry.at),
        who: entry.who || say('log.unknown', locale),
        kind: say(`log.kind.${entry.kind}`, locale),
        field: field?.label[locale] ?? entry.field,
        from: masked(entry.from, plain),
        to: masked(entry.to, plain),
      };
    });
}

const mostLines = 100;

/** What the card shows of the log, when somebody unfolds it. */
export function getRecordLog(
  book: Book,
  { number }: { number: string },
  locale: Locale,
): { lines: RecordLogLine[]; more: number } {
  const lines = logOfRecord(book, number, locale);
  return { lines: lines.slice(0, mostLines), more: Math.max(0, lines.length - mostLines) };
}

/** What the log says of one record. */
export function recordLog(book: Book, request: { number: string }, locale: Locale): Outcome {
  const { lines } = getRecordLog(book, request, locale);
  const message = say('done.recordLog', locale, { number: request.number, count: lines.length });
  return { ok: true, message, details: { lines } };
}
