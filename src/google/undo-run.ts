import type { Change, LogKind } from '../domain/log/entry.ts';
import type { ReadEntry } from '../domain/log/log-row.ts';
import { type Placing, reversedChanges } from '../domain/log/place-changes.ts';
import { applyPlan, type PlanOutcome, placePlan } from './apply-plan.ts';
import type { Book } from './book.ts';
import { entriesOfRun } from './change-log.ts';
import { restoreRecords } from './remove-rows.ts';

/** A run as undo sees it. */
export interface UndoPreview {
  run: number;
  kind: LogKind;
  at: number;
  who: string;
  placing: Placing;
  /** entries whose values were too long to be kept */
  cut: number;
}

/** A number that was given stays given: records elsewhere may point to it. */
const isNumber = (book: Book, { tab, field }: Change): boolean => book.tab(tab)?.field(field)?.kind === 'series';

const changesOf = (book: Book, entries: readonly ReadEntry[]): Change[] =>
  entries
    .filter((entry) => entry.state !== 'left' && !entry.isCut && entry.field !== '' && !isNumber(book, entry))
    .map(({ tab, record, field, from, to }) => ({ tab, record, field, from, to }));

/** What taking a run back would do now; undefined where there is no such run. Nothing is written. */
export function previewUndo(book: Book, run: number): UndoPreview | undefined {
  const entries = entriesOfRun(book, run);
  const [first] = entries;
  if (!first) return undefined;
  const placing = placePlan(book, reversedChanges(changesOf(book, entries)));
  const { kind, at, who } = first;
  return { run, kind, at, who, placing, cut: entries.filter(({ isCut }) => isCut).length };
}

/**
 * Takes a run back: every cell that still holds what the run wrote gets back what it held before, wherever its record and
 * its column stand now, and records that it deleted are added again. What somebody has changed since stays and is told. It is a run of its own, so that it can be taken
 * back as well. Call it under the ledger's lock.
 *
 * @returns undefined where there is no such run
 */
export function undoRun(book: Book, run: number, who?: string): PlanOutcome | undefined {
  const entries = entriesOfRun(book, run);
  if (entries.length === 0) return undefined;
  restoreRecords(book, entries);
  const of = { kind: 'undo' as const, undoes: run, lenient: true };
  return applyPlan(book, reversedChanges(changesOf(book, entries)), who === undefined ? of : { ...of, who });
}
