import type { Book } from './book.ts';
import { longestRun } from './intents.ts';
import { underLock } from './numbers.ts';
import { lookAtProperties, putProperties, removeProperty, seenProperties } from './properties.ts';

/** What came of work that one person at a time may do; `busy`: the lock was not free, `taken`: somebody else is at it. */
export type Turn<T> = { result: T } | { why: 'busy' | 'taken' };

/**
 * Does long work that only one person at a time may do, without holding the lock. A run that is ended by the platform
 * keeps its turn until no run can last any longer.
 */
export function inTurn<T>(book: Book, name: string, work: () => T): Turn<T> {
  const key = `turn.${name}`;
  const until = Date.now() + longestRun;
  const isOurs = underLock(book, () => {
    if (Number(lookAtProperties()[key] ?? 0) > Date.now()) return false;
    putProperties({ [key]: String(until) });
    return true;
  });
  if (!isOurs) return { why: isOurs === undefined ? 'busy' : 'taken' };
  try {
    return { result: work() };
  } finally {
    endTurn(key, String(until));
  }
}

/** A turn that cannot be ended is over when its time is. */
function endTurn(key: string, ours: string): void {
  try {
    if (seenProperties()[key] === ours) removeProperty(key);
  } catch (error) {
    console.warn(String(error));
  }
}
