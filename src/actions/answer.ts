import * as z from 'zod/mini';
import type { Failure } from '../domain/api.ts';
import type { Locale } from '../domain/locale.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import { Book } from '../google/book.ts';
import { isUnfinished } from '../google/intents.ts';
import { refusal } from '../google/refusals.ts';
import { userLanguage } from '../google/screen.ts';

/** The platform's errors (platform §5), in the languages that this ledger speaks (see `refusals.ts`), what they mean for the person, and whether the same call may go through at once. */
const sentences: readonly [RegExp, MessageKey, boolean][] = [
  [/protected cell|受保[护護]/i, 'stop.protected', false],
  [/violates the data validation|数据验证|資料驗證/i, 'stop.strictRule', false],
  [/limit of \d+ cells|10,?000,?000/i, 'stop.full', false],
  [/for one day|一天[内內]/i, 'stop.tomorrow', false],
  [refusal, 'stop.permission', false],
  [/Lock timeout|LockService/i, 'stop.busy', true],
  [/timed out|超时|逾時/i, 'stop.unsure', true],
  [
    /server error|Service unavailable|too many times|simultaneously|Service Spreadsheets failed|Internal error|服务器|伺服器/i,
    'stop.service',
    true,
  ],
];

/** Which sentence a failure of the platform is, and whether it may go through at once. The technical text goes to the log only. */
export function failureKey(error: unknown): { key: MessageKey; retry: boolean } {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(text, error instanceof Error ? error.stack : '');
  const [, key, retry] = sentences.find(([pattern]) => pattern.test(text)) ?? [undefined, 'stop.unexpected' as const, true];
  return { key, retry };
}

/** What a failure of the platform means for the person. */
export function failureOf(error: unknown, locale: Locale): Failure {
  const { key, retry } = failureKey(error);
  return { failed: true, message: say(key, locale), retry };
}

/**
 * Runs one call of the sidebar: reads its JSON text, checks it, answers JSON text. JSON on both sides, because a `Date`
 * anywhere in a result would make the platform answer null without an error.
 */
export function answer<S extends z.ZodMiniType, R>(
  schema: () => S,
  input: unknown,
  work: (book: Book, request: z.output<S>, locale: Locale) => R | Failure,
): string {
  const locale = userLanguage();
  try {
    const parsed = z.safeParse(schema(), typeof input === 'string' ? JSON.parse(input) : input);
    if (!parsed.success) return JSON.stringify({ failed: true, message: say('stop.badInput', locale), retry: false });
    const book = new Book();
    if (!book.settings) return JSON.stringify({ failed: true, message: say('stop.notSetUp', locale), retry: false });
    return JSON.stringify(work(book, parsed.data, locale));
  } catch (error) {
    const failure = failureOf(error, locale);
    return JSON.stringify(
      isUnfinished() && failure.retry ? { ...failure, message: say('stop.unsure', locale), unsure: true } : failure,
    );
  }
}
