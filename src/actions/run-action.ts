import * as z from 'zod/mini';
import type { Intent } from '../domain/intents/intent.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { Book } from '../google/book.ts';
import { isUnfinished, knownIntents } from '../google/intents.ts';
import { archiveLog } from '../google/log-archive.ts';
import { screen, showToast, userLanguage } from '../google/screen.ts';
import type { Action } from './action.ts';
import { actions, needsNoLedger } from './actions.ts';
import { failureOf } from './answer.ts';
import { backUpBefore } from './back-up.ts';
import type { Outcome } from './outcome.ts';
import { askToDismiss, recover, stuckSentences } from './recover.ts';

/** Checking a tab may take minutes: what the person asked for goes first. */
const takesLong = (intent: Intent): boolean => intent.action === 'check-tab';

/** Takes up what was cut off, does what was asked for, and says both. */
function perform(action: Action, request: unknown, locale: Locale): Outcome & { recovered: string } {
  const parsed = z.safeParse(action.schema(), request);
  if (!parsed.success) return { ok: false, message: say('stop.badInput', locale), recovered: '' };
  const book = new Book();
  const told = recover(book, actions, locale, (intent) => !takesLong(intent));
  book.refresh();
  if (action.isBulk && book.settings) backUpBefore(book, locale);
  const outcome: Outcome =
    !book.settings && !needsNoLedger.has(action.id)
      ? { ok: false, message: say('stop.notSetUp', locale) }
      : action.perform(book, parsed.data as never, locale);
  told.push(...recover(book, actions, locale, takesLong));
  if (book.settings && knownIntents().length === 0) archiveLog(book);
  return { ...outcome, recovered: joined(told, locale) };
}

const joined = (sentences: readonly string[], locale: Locale): string =>
  sentences.filter(Boolean).join(say('sentence.separator', locale));

/** An error, and whether something was begun by then that the next run will finish. */
function cutShort(error: unknown, locale: Locale): Outcome {
  const { message } = failureOf(error, locale);
  return { ok: false, message: joined([message, isUnfinished() ? say('stop.cutOff', locale) : ''], locale) };
}

/** Runs an action for a program: JSON text in, JSON text out. */
export function runById(id: string, input: string | undefined): string {
  const locale = userLanguage();
  const action = actions.find((a) => a.id === id);
  if (!action) return JSON.stringify({ ok: false, message: say('stop.unknownAction', locale, { action: id }) });
  try {
    const { recovered, ...outcome } = perform(action, input ? JSON.parse(input) : {}, locale);
    const message = joined([recovered, outcome.message, ...stuckSentences(actions, locale)], locale);
    return JSON.stringify({ ...outcome, message });
  } catch (error) {
    return JSON.stringify(cutShort(error, locale));
  }
}

/** Runs an action from the menu and tells the person how it ended: a toast when it went well, a dialog when not. */
export function runFromMenu(global: string): void {
  const locale = userLanguage();
  const action = actions.find((a) => a.menu === global)!;
  let outcome: Outcome & { recovered?: string };
  try {
    outcome = perform(action, {}, locale);
  } catch (error) {
    outcome = cutShort(error, locale);
  }
  const message = joined([outcome.recovered ?? '', outcome.shown ? '' : outcome.message], locale);
  if (message !== '') {
    if (outcome.ok) showToast(new Book().workbook, message);
    else screen()?.alert(message);
  }
  if (outcome.recovered !== undefined) askToDismiss(actions, locale);
}

/** The actions as the command line lists them. */
export function actionList(): string {
  const locale = userLanguage();
  return JSON.stringify(
    actions.map(({ id, label, menu, params }) => ({ id, label: say(label, locale), function: menu, params })),
  );
}
