import { type Intent, mostTries } from '../domain/intents/intent.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { finishIntent, isLeft, knownIntents, lookForIntents, takeUp } from '../google/intents.ts';
import { underLock } from '../google/numbers.ts';
import { screen } from '../google/screen.ts';
import type { Action } from './action.ts';
import { failureOf } from './answer.ts';
import { isOfRecord, recoverRecords } from './recover-records.ts';

/** Does what was cut off once more: every action goes on where it was, and changes nothing that is done. */
function finish(book: Book, intent: Intent, action: Action, locale: Locale): string | undefined {
  const outcome = takeUp(intent, () => action.perform(book, intent.request as never, locale));
  book.commit();
  if (knownIntents().some(({ id }) => id === intent.id)) {
    if (!outcome.ok) return undefined;
    finishIntent(intent);
  }
  return outcome.ok ? say('recovered.finished', locale, { action: say(action.label, locale) }) : outcome.message;
}

/**
 * Takes up what earlier runs were cut off from, oldest first, unless somebody is at work: then whoever holds the lock has
 * done so. Costs one look-up where nothing was left.
 *
 * @param which those to take up now
 * @returns what was finished or undone, as sentences
 */
export function recover(
  book: Book,
  actions: readonly Action[],
  locale: Locale,
  which: (intent: Intent) => boolean = () => true,
): string[] {
  const isWanted = (intent: Intent): boolean => which(intent) && isLeft(intent) && intent.tries < mostTries;
  if (!knownIntents().some(isWanted)) return [];
  const told: string[] = [];
  underLock(
    book,
    () => {
      if (lookForIntents().some((intent) => isOfRecord(intent) && isWanted(intent))) recoverRecords(book, locale);
      for (const intent of knownIntents().filter(isWanted)) {
        const action = actions.find(({ id }) => id === intent.action);
        if (!action || isOfRecord(intent)) continue;
        try {
          const sentence = finish(book, intent, action, locale);
          if (sentence !== undefined) told.push(sentence);
        } catch (error) {
          // It stays for the next run; what the person asked for now must not fail by it.
          failureOf(error, locale);
        }
      }
    },
    'glance',
  );
  return told;
}

const stuckSentence = (intent: Intent, actions: readonly Action[], locale: Locale): string => {
  const action = actions.find(({ id }) => id === intent.action);
  const number = (intent.request as { number?: string }).number ?? '';
  return action
    ? say('stop.stuck', locale, { action: say(action.label, locale), tries: intent.tries })
    : say('stop.stuckRecord', locale, { number, tries: intent.tries });
};

const stuck = (): Intent[] => knownIntents().filter((intent) => intent.tries >= mostTries && isLeft(intent));

/** What nobody could finish, and what to do instead. */
export const stuckSentences = (actions: readonly Action[], locale: Locale): string[] =>
  stuck().map((intent) => stuckSentence(intent, actions, locale));

/** Shows what nobody could finish until the person says that it is settled. */
export function askToDismiss(actions: readonly Action[], locale: Locale): void {
  for (const intent of stuck()) {
    const ui = screen();
    const text = `${stuckSentence(intent, actions, locale)}\n\n${say('ask.dismiss', locale)}`;
    if (ui?.alert(text, ui.ButtonSet.YES_NO) === ui?.Button.YES) finishIntent(intent);
  }
}

/** Takes for settled what nobody could finish. */
export function dismissStuck(): number {
  const left = stuck();
  for (const intent of left) finishIntent(intent);
  return left.length;
}
