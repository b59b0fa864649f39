import { say } from '../domain/messages/say.ts';
import { Book } from '../google/book.ts';
import { showNotices } from '../google/home-notices.ts';
import { isLeft, knownIntents } from '../google/intents.ts';
import { hasFallenSilent } from '../google/job-store.ts';
import { underLock } from '../google/numbers.ts';
import { showToast, userLanguage } from '../google/screen.ts';
import { buildMenu } from './menu.ts';

/**
 * What happens when the workbook is opened: the menu first, whatever comes after it. Where properties may be read, a hint
 * says that something was cut off; a simple trigger has too little time to finish it itself (platform §2).
 */
export function handleOpen(event: { authMode?: unknown } | undefined): void {
  buildMenu();
  if (event?.authMode === undefined || String(event.authMode) === 'NONE') return;
  try {
    const isSilent = hasFallenSilent(Date.now());
    if (!isSilent && knownIntents().length === 0) return;
    const book = new Book();
    if (isSilent && book.settings) showNotices(book);
    if (knownIntents().length === 0) return;
    if (underLock(book, () => knownIntents().some(isLeft), 'glance'))
      showToast(book.workbook, say('hint.cutOff', userLanguage()));
  } catch (error) {
    console.warn(String(error));
  }
}
