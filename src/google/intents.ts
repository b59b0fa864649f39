import { type Intent, isDead, keysOf, packIntent, readIntents } from '../domain/intents/intent.ts';
import { lookAtProperties, putProperties, removeProperty, seenProperties } from './properties.ts';

/** A simple trigger may not learn who its user is (platform §2); nothing fails by that. */
function who(): string {
  try {
    return Session.getTemporaryActiveUserKey();
  } catch {
    return '';
  }
}

/** What a run is about to do. */
export interface Undertaking {
  id: string;
  action: string;
  request: unknown;
  /** ms it may last at most; absent: it is done under the lock, so that a free lock tells that it is over */
  lasts?: number;
  data?: Intent['data'];
}

/** No run of a menu item or the sidebar lasts longer, ms (platform §1: 6 min). */
export const longestRun = 390_000;
/** No simple trigger lasts longer, ms (platform §1: 30 s). */
export const longestTrigger = 60_000;

let current: Intent | undefined;
let resumed: Intent | undefined;

/** Intents that are not done, oldest first. One look-up; call it under the lock before anything is taken up. */
export const lookForIntents = (): Intent[] => readIntents(lookAtProperties());

/** The same as this run knows them already. */
export const knownIntents = (): Intent[] => readIntents(seenProperties());

/** Whether it was left behind and may be taken up; under the lock only. */
export const isLeft = (intent: Intent): boolean => isDead(intent, Date.now());

/**
 * Notes what is about to be done, before anything is written. One property write. What an earlier run of the same had
 * found out before it was cut off is taken over.
 */
export function beginIntent({ id, action, request, lasts, data }: Undertaking): Intent {
  const open = knownIntents();
  const left = open.find((intent) => intent.id === id);
  const now = Date.now();
  current = {
    id,
    run: Math.max(now, ...open.map((intent) => intent.run + 1)),
    action,
    request,
    who: who(),
    at: now,
    ...(lasts === undefined ? {} : { until: now + lasts }),
    state: 'begun',
    tries: resumed?.id === id ? resumed.tries : 0,
    data: { ...left?.data, ...data },
  };
  putProperties(packIntent(current));
  return current;
}

/** It is done, or taken back. One property deletion; should that fail, the next run finds nothing left to do. */
export function finishIntent(intent: Intent): void {
  if (current?.id === intent.id) current = undefined;
  try {
    for (const key of keysOf(intent)) removeProperty(key);
  } catch (error) {
    console.warn(String(error));
  }
}

/** Does something under an intent. An error leaves the intent behind: what was written by then is not known. */
export function withIntent<T>(undertaking: Undertaking, work: () => T): T {
  const intent = beginIntent(undertaking);
  const result = work();
  SpreadsheetApp.flush();
  finishIntent(current ?? intent);
  return result;
}

/** Takes up what was left behind; counted first, so that a recovery that is cut off itself counts as well. */
export function takeUp<T>(intent: Intent, work: () => T): T {
  resumed = { ...intent, tries: intent.tries + 1 };
  putProperties(packIntent(resumed));
  try {
    return work();
  } finally {
    resumed = undefined;
  }
}

/** Takes what was cut off from an action's run for settled, because it must not be finished any more. */
export function giveUp(action: string): void {
  for (const intent of knownIntents()) if (intent.action === action) finishIntent(intent);
}

/** Whether this run takes up something of an action's that was cut off. */
export const isTakenUp = (action: string): boolean => resumed?.action === action;

/** Whether this run has begun something and not come to its end. */
export const isUnfinished = (): boolean => current !== undefined;

const made = (): readonly number[] => (current?.data?.made ?? []) as readonly number[];

/** Notes tabs that this run makes: until it is done they count as new, whatever stands in them already. */
export function noteMade(sheets: readonly number[]): void {
  const fresh = sheets.filter((id) => !made().includes(id));
  if (!current || fresh.length === 0) return;
  current.data = { ...current.data, made: [...made(), ...fresh] };
  putProperties(packIntent(current));
}

/** Remembers what this run has found out, for whoever takes it up. One property write. */
export function noteFound(found: Readonly<Record<string, unknown>>): void {
  if (!current) return;
  current.data = { ...current.data, ...found };
  putProperties(packIntent(current));
}

/** What an earlier run of the same had found out before it was cut off; nothing where this is the first. */
export const foundEarlier = (): Readonly<Record<string, unknown>> => (resumed ?? current)?.data ?? {};

/** The run of the change log that this one writes, or the one that was cut off and is done anew. */
export const loggedRun = (): number | undefined => current?.data?.log as number | undefined;

/** Remembers which run of the change log belongs to what this run has begun. */
export function noteLoggedRun(run: number): void {
  if (!current || loggedRun() === run) return;
  current.data = { ...current.data, log: run };
  putProperties(packIntent(current));
}

/** Whether a tab was made by this run, or by the one that was cut off and is done anew. */
export const wasMade = (sheet: number): boolean => made().includes(sheet);
