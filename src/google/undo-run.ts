import type { Change, LogKind } from '../domain/log/entry.ts';
import type { ReadEntry } from '../domain/log/log-row.ts';
import { type Placing, reversedChanges } from '../domain/log/place-changes.ts';
import { isWhole, joinWhole, readTrace, wholeChanges } from '../domain/log/record-trace.ts';
import { applyPlan, type PlanOutcome, placePlan } from './apply-plan.ts';
import type { Book } from './book.ts';
import { entriesOfRun } from './change-log.ts';
import { identity } from './plan-tab.ts';

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

/** A record that went: only its number is known of it, what else it held are entries of their own. */
function bare(book: Book, change: Change): Change[] {
  const tab = book.tab(change.tab);
  const number = tab && identity(tab);
  if (!number || change.record === '' || change.to !== '' || change.from !== change.record) return [];
  return wholeChanges(change, 'went', { [number.key]: { value: change.record } });
}

/** What a run has changed: cells, and whole records that came or went. */
function changesOf(book: Book, entries: readonly ReadEntry[]): Change[] {
  const own = entries.filter((entry) => entry.state !== 'left' && !entry.isCut && !isNumber(book, entry));
  const changes = own.map(
    ({ tab, record, field, from, to, whole }): Change => ({
      ...{ tab, record, field, from, to },
      ...(whole ? { whole } : {}),
    }),
  );
  const whole = joinWhole(changes).flatMap((change) => {
    if (change.field !== '') return [change];
    return isWhole(change) ? (readTrace(change.whole!.trace) ? [change] : []) : bare(book, change);
  });
  return reversedChanges(whole).flatMap((change) =>
    isWhole(change)
      ? wholeChanges(change, change.to === '' ? 'went' : 'came', readTrace(change.whole!.trace)!, change.whole!.into)
      : [change],
  );
}

/** What taking a run back would do now; undefined where there is no such run. Nothing is written. */
export function previewUndo(book: Book, run: number): UndoPreview | undefined {
  const entries = entriesOfRun(book, run);
  const [first] = entries;
  if (!first) return undefined;
  const placing = placePlan(book, joinWhole(changesOf(book, entries)));
  const { kind, at, who } = first;
  return { run, kind, at, who, placing, cut: entries.filter(({ isCut }) => isCut).length };
}

/**
 * Takes a run back: every cell that still holds what the run wrote gets back what it held before, wherever its record and
 * its column stand now; records that it took away are added again with everything that they held, and records that it
 * added are taken away. What somebody has changed since stays and is told. It is a run of its own, so that it can be taken
 * back as well. Call it under the ledger's lock.
 *
 * @returns undefined where there is no such run
 */
export function undoRun(book: Book, run: number, who?: string): PlanOutcome | undefined {
  const entries = entriesOfRun(book, run);
  if (entries.length === 0) return undefined;
  const of = { kind: 'undo' as const, undoes: run, lenient: true };
  return applyPlan(book, changesOf(book, entries), who === undefined ? of : { ...of, who });
}
