import * as z from 'zod/mini';
import type { Failure } from '../domain/api.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { Book } from '../google/book.ts';
import { userLanguage } from '../google/screen.ts';

/** Errors after which the same call may go through (platform §5). */
const passing =
  /server error|Service unavailable|timed out|too many times|simultaneously|Service Spreadsheets failed|Internal error/i;

/** What a failure of the platform means for the person. The technical text goes to the log only. */
export function failureOf(error: unknown, locale: Locale): Failure {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(text, error instanceof Error ? error.stack : '');
  if (/protected cell/i.test(text)) return { failed: true, message: say('stop.protected', locale), retry: false };
  if (/Lock timeout|LockService/i.test(text)) return { failed: true, message: say('stop.busy', locale), retry: true };
  if (passing.test(text)) return { failed: true, message: say('stop.service', locale), retry: true };
  return { failed: true, message: say('stop.unexpected', locale), retry: true };
}

/**
 * Runs one call of the sidebar: reads its JSON text, checks it, answers JSON text. JSON on both sides, because a `Date`
 * anywhere in a result would make the platform answer null without an error.
 */
export function answer<S extends z.ZodMiniType, R>(
  schema: S,
  input: unknown,
  work: (book: Book, request: z.output<S>, locale: Locale) => R | Failure,
): string {
  const locale = userLanguage();
  try {
    const parsed = z.safeParse(schema, typeof input === 'string' ? JSON.parse(input) : input);
    if (!parsed.success) return JSON.stringify({ failed: true, message: say('stop.badInput', locale), retry: false });
    const book = new Book();
    if (!book.settings) return JSON.stringify({ failed: true, message: say('stop.notSetUp', locale), retry: false });
    return JSON.stringify(work(book, parsed.data, locale));
  } catch (error) {
    return JSON.stringify(failureOf(error, locale));
  }
}
