import type { Change, LogKind } from '../domain/log/entry.ts';
import { type ReadEntry, stateText } from '../domain/log/log-row.ts';
import type { Book } from './book.ts';
import { readArchive } from './log-archive.ts';
import { logKey, lookAtLogState } from './log-state.ts';
import { logSheet, ofRecord, ofRun, queueStates, readLog, type StandingRow, type Wanted } from './log-tab.ts';
import { noteEntries } from './log-writer.ts';

/** What a run is, for its entries. */
export interface RunOf {
  kind: LogKind;
  /** absent: whoever is at work, as they chose to be called */
  who?: string;
  /** the run that this one takes back */
  undoes?: number;
}

/** Thrown when others write into the log for too long: nothing was written. The person is told to try again. */
const busy = 'Lock timeout: the change log was held for too long.';

/** Changes that belong together: noted before they are made, and undone together. */
export class LogRun {
  private given: number | undefined;

  constructor(
    private readonly book: Book,
    private readonly of: RunOf,
    run?: number,
  ) {
    this.given = run;
  }

  /** @throws before anything was noted */
  get number(): number {
    if (this.given === undefined) throw new Error('A run has its number once something of it is noted.');
    return this.given;
  }

  /**
   * Notes what is about to be changed; call it before anything of it is queued. One commit, whatever the amount.
   *
   * @throws when others write into the log for too long; nothing was written then
   */
  note(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const written = noteEntries(this.book, changes, this.of, this.given);
    if (!written) throw new Error(busy);
    this.given = written.run;
  }

  /**
   * Marks what was noted as done. One read and one commit.
   *
   * @param left what could not be done after all
   */
  done(left: readonly Change[] = []): void {
    if (this.given !== undefined) markDone(this.book, this.given, left);
  }
}

/**
 * Begins a run: a clean-up, a merge, an import. Call it under the ledger's lock.
 *
 * @param run what was cut off goes on under its number
 * @example const run = beginRun(book, { kind: 'cleanUp' }); run.note(changes); write(); run.done();
 */
export const beginRun = (book: Book, of: RunOf, run?: number): LogRun => new LogRun(book, of, run);

const cellOf = ({ tab, record, field }: Change): string => JSON.stringify([tab, record, field]);

/** Marks a run's entries as done, wherever they stand now, but for those that were left as they are. */
export function markDone(book: Book, run: number, left: readonly Change[] = []): void {
  const sheet = logSheet(book);
  const key = logKey();
  if (!sheet || key === undefined) return;
  const begun = readLog(sheet, key, ofRun(run)).filter(({ entry }) => entry?.run === run && entry.state === 'begun');
  const cells = new Set(left.map(cellOf));
  for (const state of ['done', 'left'] as const) {
    const rows = begun.filter(({ entry }) => cells.has(cellOf(entry!)) === (state === 'left')).map(({ row }) => row);
    if (rows.length > 0) queueStates(sheet, rows, stateText(state, book.language));
  }
  SpreadsheetApp.flush();
}

/** Everything that is logged, the archive's first. Two reads. */
export function readWholeLog(book: Book): StandingRow[] {
  const key = lookAtLogState().key;
  const sheet = logSheet(book);
  return [...readArchive(book, key), ...(sheet ? readLog(sheet, key) : [])];
}

/** Entries of the log and its archive, in their order. One read, two where there is an archive. */
function entriesThat(book: Book, wanted: Wanted): ReadEntry[] {
  const sheet = logSheet(book);
  const { key } = lookAtLogState();
  const there = [...readArchive(book, key, wanted), ...(sheet ? readLog(sheet, key, wanted) : [])];
  const known = new Map(there.flatMap(({ entry }) => (entry ? [[entry.n, entry] as const] : [])));
  return [...known.values()].sort((a, b) => a.n - b.n);
}

/** The entries of a run; empty where there is no such run. */
export const entriesOfRun = (book: Book, run: number): ReadEntry[] =>
  entriesThat(book, ofRun(run)).filter((entry) => entry.run === run);

/** What the log tells of a record. */
export const entriesOfRecord = (book: Book, tab: string, record: string): ReadEntry[] =>
  entriesThat(book, ofRecord(record)).filter((entry) => entry.tab === tab && entry.record === record);
