import { isWhole } from '../domain/log/record-trace.ts';
import type { Book } from './book.ts';
import { entriesOfRecord } from './change-log.ts';

/** What became of a record that is not there any more. */
export interface Merged {
  /** the number of the record that took its place */
  into: string;
  /** the run of the change log, for undo */
  run: number;
  /** ms since 1970 */
  at: number;
}

/** A record that took a record's place may have been merged in turn; more steps than these are a circle. */
const mostSteps = 20;

function lastMerge(book: Book, tab: string, number: string): Merged | undefined {
  const entries = entriesOfRecord(book, tab, number).filter((entry) => isWhole(entry) && entry.state === 'done');
  const last = entries[entries.length - 1];
  const into = last?.to === '' ? last.whole?.into : undefined;
  return last && into !== undefined ? { into, run: last.run, at: last.at } : undefined;
}

/**
 * With which record a missing one was merged, by the change log; undefined where it was not. Reads the log, so ask only
 * for a number that was not found.
 *
 * @param isThere whether a number stands in the tab
 */
export function mergedInto(book: Book, tab: string, number: string, isThere: (number: string) => boolean): Merged | undefined {
  let found = lastMerge(book, tab, number);
  for (let step = 1; found && step < mostSteps && !isThere(found.into); step++) {
    const next: Merged | undefined = lastMerge(book, tab, found.into);
    if (!next) break;
    found = { ...found, into: next.into };
  }
  return found;
}
