import type { Field } from '../domain/dictionary/types.ts';
import { numberFor } from '../domain/series.ts';
import type { Book } from './book.ts';

/** How long to wait for somebody else's save, in ms. */
const patience = { person: 10_000, typing: 5_000, glance: 500 } as const;

let held = false;

const keyOf = (tab: string): string => `series.${tab}`;

/**
 * Runs `work` while nobody else's execution gives numbers or saves. What was known of settings and columns before the
 * wait is forgotten: others may have changed both meanwhile. Queued writes are flushed before the lock is released, else
 * the next one would read what was there before (platform §2). Inside another `underLock` the lock is had already.
 *
 * @returns undefined when somebody else held it for too long; nothing was done then
 */
export function underLock<T>(book: Book, work: () => T, who: keyof typeof patience = 'person'): T | undefined {
  if (held) return whileHeld(book, work);
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(patience[who])) return undefined;
  held = true;
  try {
    return whileHeld(book, work);
  } finally {
    held = false;
    release(lock);
  }
}

function whileHeld<T>(book: Book, work: () => T): T {
  book.refresh();
  const result = work();
  SpreadsheetApp.flush();
  return result;
}

/** What was done is done: a lock that cannot be let go of is so at the end of the run (platform §2). */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    lock.releaseLock();
  } catch (error) {
    console.warn(String(error));
  }
}

/** What the workbook remembers of a series: `4` or `4+34`, seen in the column and given. */
function remembered(tab: string): { seen: number; given: number } | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(keyOf(tab));
  const [, seen, given] = /^(\d+)(?:\+(\d+))?$/.exec(text ?? '') ?? [];
  return seen === undefined ? undefined : { seen: Number(seen), given: Number(given ?? seen) };
}

function remember(tab: string, seen: number, given: number): void {
  const text = seen >= given ? String(seen) : `${seen}+${given}`;
  PropertiesService.getDocumentProperties().setProperty(keyOf(tab), text);
}

/** The highest count given so far as the workbook remembers it; undefined when it never gave one. */
export const countGiven = (tab: string): number | undefined => remembered(tab)?.given;

/**
 * Whether many numbers once stood in a tab's column. Numbers that were given to a run that was cut off never stood there.
 *
 * @param amount how many
 */
export function stoodOnce(tab: string, amount: number): boolean {
  const known = remembered(tab);
  return known !== undefined && known.seen > 0 && known.given >= amount;
}

/**
 * Takes the next numbers of a tab's series. Call it under the lock only. The counter is moved on before anything is
 * written: a run that is cut off leaves a gap and never the same number twice.
 *
 * @param seen the highest count that stands in the column, 0 if none
 */
export function takeNumbers(tab: string, field: Field, amount: number, seen: number): string[] {
  const series = field.series!;
  const known = remembered(tab) ?? { seen: 0, given: 0 };
  const base = Math.max(known.given, seen);
  remember(tab, Math.max(known.seen, seen), base + amount);
  return Array.from({ length: amount }, (_, i) => numberFor(series, base + 1 + i));
}

/** Lets the counter know of the highest number that stands in a tab, so that it is never given again. */
export function noteNumbers(tab: string, seen: number): void {
  const known = remembered(tab);
  if (seen > (known?.given ?? -1)) remember(tab, seen, seen);
}

/** Lets the counter know that the numbers it gave last stand in the tab. */
export function noteStanding(tab: string): void {
  const known = remembered(tab);
  if (known && known.seen < known.given) remember(tab, known.given, known.given);
}
