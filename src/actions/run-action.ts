import * as z from 'zod/mini';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { Book } from '../google/book.ts';
import { screen, showToast, userLanguage } from '../google/screen.ts';
import { type Action, actions, needsNoLedger } from './actions.ts';
import { failureOf } from './answer.ts';
import type { Outcome } from './outcome.ts';

function perform(action: Action, request: unknown, locale: Locale): Outcome {
  const parsed = z.safeParse(action.schema, request);
  if (!parsed.success) return { ok: false, message: say('stop.badInput', locale) };
  const book = new Book();
  if (!book.settings && !needsNoLedger.has(action.id)) return { ok: false, message: say('stop.notSetUp', locale) };
  return action.perform(book, parsed.data as never, locale);
}

/** Runs an action for a program: JSON text in, JSON text out. */
export function runById(id: string, input: string | undefined): string {
  const locale = userLanguage();
  const action = actions.find((a) => a.id === id);
  if (!action) return JSON.stringify({ ok: false, message: say('stop.unknownAction', locale, { action: id }) });
  try {
    return JSON.stringify(perform(action, input ? JSON.parse(input) : {}, locale));
  } catch (error) {
    return JSON.stringify({ ok: false, message: failureOf(error, locale).message });
  }
}

/** Runs an action from the menu and tells the person how it ended: a toast when it went well, a dialog when not. */
export function runFromMenu(global: string): void {
  const locale = userLanguage();
  const action = actions.find((a) => a.menu === global)!;
  let outcome: Outcome;
  try {
    outcome = perform(action, {}, locale);
  } catch (error) {
    outcome = { ok: false, message: failureOf(error, locale).message };
  }
  if (outcome.message === '' || outcome.shown) return;
  if (outcome.ok) showToast(new Book().workbook, outcome.message);
  else screen()?.alert(outcome.message);
}

/** The actions as the command line lists them. */
export function actionList(): string {
  const locale = userLanguage();
  return JSON.stringify(
    actions.map(({ id, label, menu, params }) => ({ id, label: say(label, locale), function: menu, params })),
  );
}
