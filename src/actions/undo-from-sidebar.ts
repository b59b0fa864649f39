import type { Failure } from '../domain/api.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { underLock } from '../google/numbers.ts';
import { finishCutOffRuns } from './finish-cut-off-runs.ts';
import { undoBulk } from './undo-bulk.ts';

/** 撤销 beside what has just been done. An undo that was cut off is finished first, so that asking again tells the truth. */
export function undoFromSidebar(
  book: Book,
  request: { run: number },
  locale: Locale,
): { ok: boolean; message: string } | Failure {
  const isFree = underLock(book, () => {
    finishCutOffRuns(book);
    return true;
  });
  if (!isFree) return { failed: true, message: say('stop.busy', locale), retry: true };
  book.refresh();
  const { ok, message } = undoBulk(book, request, locale);
  return { ok, message };
}
