import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { screen, showSidebar } from '../google/screen.ts';
import { getDuplicateGroups } from './get-duplicate-groups.ts';
import type { Outcome } from './outcome.ts';

/** Groups that travel inside the page; it asks for the others when somebody comes near them. */
const groupsInPage = 30;

/** 处理重复: opens the page that walks through possible duplicates, as far as they are listed. */
export function reviewDuplicates(book: Book, locale: Locale): Outcome {
  if (!screen()) return { ok: false, message: say('stop.noSidebar', locale) };
  const review = getDuplicateGroups(book, { most: groupsInPage }, locale);
  if ('failed' in review) return { ok: false, message: review.message };
  showSidebar('review', say('action.reviewDuplicates', locale), { locale, review });
  return { ok: true, message: '' };
}
