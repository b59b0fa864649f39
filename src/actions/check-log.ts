import type { Locale } from '../domain/locale.ts';
import { checkSequence, sayStretches } from '../domain/log/check-sequence.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { readWholeLog } from '../google/change-log.ts';
import { seenLogState } from '../google/log-state.ts';
import { settleLog } from '../google/log-writer.ts';
import type { Outcome } from './outcome.ts';

/** More are not listed one by one. */
const mostListed = 20;

/**
 * 检查日志: whether every entry from the first to the last is there and as it was written. What a run was cut off from
 * writing into the log is written first.
 */
export function checkLog(book: Book, _: object, locale: Locale): Outcome {
  if (!settleLog(book)) return { ok: false, message: say('stop.busy', locale) };
  const rows = readWholeLog(book);
  const { n: last } = seenLogState();
  if (last === 0) return { ok: true, message: say('done.logEmpty', locale) };
  const isOurs = ({ n }: { n: number }): boolean => Number.isInteger(n) && n > 0 && n <= last;
  const sound = rows.flatMap(({ entry }) => (entry && !entry.altered ? [entry.n] : []));
  const known = new Set(sound);
  const altered = rows.filter((row) => isOurs(row) && !known.has(row.n)).map(({ n }) => n);
  const report = checkSequence({ last, numbers: sound, altered });
  const separator = say('list.separator', locale);
  const list = (stretches: Parameters<typeof sayStretches>[0]): string =>
    sayStretches(stretches.slice(0, mostListed), separator) + (stretches.length > mostListed ? '…' : '');
  const sentences: string[] = [];
  if (report.missing.length > 0) sentences.push(say('stop.logMissing', locale, { list: list(report.missing) }));
  if (report.altered.length > 0)
    sentences.push(say('stop.logAltered', locale, { list: list(report.altered.map((n) => [n, n])) }));
  if (sentences.length === 0)
    return { ok: true, message: say('done.logWhole', locale, { count: last }), details: { entries: last } };
  return { ok: false, message: sentences.join(say('sentence.separator', locale)), details: { ...report } };
}
