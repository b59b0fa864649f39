import type { Locale } from '../domain/locale.ts';
import { fieldOf } from '../domain/log/log-row.ts';
import { masked } from '../domain/log/mask.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { readWholeLog } from '../google/change-log.ts';
import type { Outcome } from './outcome.ts';

/** What a reader of the card sees of an entry. */
export interface RecordLogLine {
  /** `yyyy-MM-dd HH:mm:ss` in the workbook's zone */
  when: string;
  who: string;
  kind: string;
  field: string;
  from: string;
  to: string;
}

/** The log's part about one record, newest first, masked as in the log. Two reads. */
export function logOfRecord(book: Book, number: string, most: number, locale: Locale): RecordLogLine[] {
  const own = readWholeLog(book).flatMap(({ entry }) => (entry?.record === number ? [entry] : []));
  const known = new Map(own.map((entry) => [entry.n, entry]));
  return [...known.values()]
    .sort((a, b) => b.n - a.n)
    .slice(0, most)
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

/** What the log says of one record. */
export function recordLog(book: Book, { number }: { number: string }, locale: Locale): Outcome {
  const lines = logOfRecord(book, number, mostLines, locale);
  return { ok: true, message: say('done.recordLog', locale, { number, count: lines.length }), details: { lines } };
}
