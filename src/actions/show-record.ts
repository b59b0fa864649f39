import type { Failure } from '../domain/api.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { rowsOf } from '../google/add-record.ts';
import type { Book } from '../google/book.ts';

/** Makes a record's row the selected one, wherever it stands now. */
export function showRecord(
  book: Book,
  request: { tab: string; number: string },
  locale: Locale,
): { ok: boolean; message?: string } | Failure {
  const tab = book.tab(request.tab);
  const series = tab?.fields().find((field) => field.kind === 'series');
  const row = tab && series && rowsOf(tab, series.key, request.number)[0];
  if (!row) return { ok: false, message: say('stop.recordNotFound', locale, { number: request.number }) };
  const { first, last } = tab.span();
  tab.sheet.activate();
  tab.sheet.getRange(row, first, 1, last - first + 1).activate();
  return { ok: true };
}
