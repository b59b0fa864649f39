import type { Locale } from '../domain/locale.ts';
import type { LogEntry } from '../domain/log/entry.ts';
import { fieldOf } from '../domain/log/log-row.ts';
import { masked } from '../domain/log/mask.ts';
import type { RecordLogLine } from '../domain/log/record-log-line.ts';
import { ownHeader } from '../domain/log/record-trace.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { readWholeLog } from '../google/change-log.ts';
import type { Outcome } from './outcome.ts';

/** What became of a whole record, in words; undefined where the entry is about a cell or says it itself. */
function wholeText({ record, from, whole }: LogEntry, number: string, locale: Locale): string | undefined {
  if (!whole) return undefined;
  const went = whole.into === undefined ? say('log.removed', locale) : say('log.mergedInto', locale, { number: whole.into });
  const text = from === '' ? say('log.restored', locale) : went;
  return record === number ? text : `${record} ${text}`;
}

/** The log's part about one record and those that were merged into it, newest first, masked as in the log. Two reads. */
function logOfRecord(book: Book, number: string, locale: Locale): RecordLogLine[] {
  const own = readWholeLog(book).flatMap(({ entry }) => {
    const isOwn = entry?.record === number || entry?.whole?.into === number;
    // A long record is told of in several pieces.
    return entry && isOwn && (entry.whole?.part ?? 1) === 1 ? [entry] : [];
  });
  const known = new Map(own.map((entry) => [entry.n, entry]));
  return [...known.values()]
    .sort((a, b) => b.n - a.n)
    .map((entry) => {
      const field = fieldOf(book.dictionary, entry);
      const plain = entry.field === '' ? { kind: 'text' as const, sensitivity: 'internal' as const } : field;
      const whole = wholeText(entry, number, locale);
      return {
        when: book.zone.moment(entry.at),
        who: entry.who || say('log.unknown', locale),
        kind: say(`log.kind.${entry.kind}`, locale),
        field: field?.label[locale] ?? ownHeader(entry.field) ?? entry.field,
        from: whole === undefined ? masked(entry.from, plain) : '',
        to: whole ?? masked(entry.to, plain),
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
