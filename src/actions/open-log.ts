import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { noticeSeen } from '../google/home-notices.ts';
import { ensureLogSheet } from '../google/log-tab.ts';
import type { Outcome } from './outcome.ts';

/** Shows 操作日志, which is hidden until somebody wants to see it. */
export function openLog(book: Book): Outcome {
  const sheet = ensureLogSheet(book);
  if (!sheet) return { ok: false, message: say('stop.busy', book.language) };
  noticeSeen(book, 'gone');
  sheet.showSheet();
  sheet.activate();
  // the newest is at the bottom; a row below it, so that undoing means the last bulk change
  sheet.setActiveSelection(sheet.getRange(Math.min(sheet.getLastRow() + 1, sheet.getMaxRows()), 1));
  return { ok: true, message: sheet.getName(), shown: true };
}
