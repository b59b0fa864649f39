import type { Change, LogEntry } from '../domain/log/entry.ts';
import { type LogRow, rowOf, stateText } from '../domain/log/log-row.ts';
import type { Book } from './book.ts';
import { forgetWaiting, keepWaiting, lookAtLogState, putLogState } from './log-state.ts';
import { areTextRows, ensureLogRoom, ensureLogSheet, queueLogRows, queueStates } from './log-tab.ts';
import { loggedName } from './who.ts';

/** An entry before it has its number. */
export type NewEntry = Omit<LogEntry, 'n' | 'state' | 'at' | 'who'> & Partial<Pick<LogEntry, 'at' | 'who'>>;

/** How long to wait for whoever writes into the log, in ms: a writer holds it for one commit. */
const patience = 5_000;

let held = false;
let who: string | undefined;

/**
 * Runs `work` while nobody else writes into the log. It is a lock of its own, so that typing does not wait for long saves;
 * who wants both takes the ledger's first.
 *
 * @returns undefined when somebody else held it for too long
 */
export function underLogLock<T>(work: () => T): T | undefined {
  if (held) return work();
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(patience)) return undefined;
  held = true;
  try {
    return work();
  } finally {
    held = false;
    try {
      lock.releaseLock();
    } catch (error) {
      // It is let go of at the end of the run (platform §2).
      console.warn(String(error));
    }
  }
}

const named = (entry: NewEntry): NewEntry & Pick<LogEntry, 'at' | 'who'> => ({
  ...entry,
  at: entry.at ?? Date.now(),
  who: entry.who ?? (who ??= loggedName()),
});

/** Entries with their places: queued when the log was last looked at. */
export interface Written {
  first: number;
  rows: number[];
}

/**
 * Gives entries their numbers and queues them below the last one. What an earlier run was cut off from writing comes
 * first, so that no number is missing.
 */
class LogWriter {
  private readonly last: number;
  private readonly isText: boolean;

  /**
   * Looks where the log ends: before anything is queued, because a look-up then costs a commit.
   *
   * @param amount entries that are to come
   */
  constructor(
    private readonly book: Book,
    private readonly sheet: GoogleAppsScript.Spreadsheet.Sheet,
    private readonly amount: number,
  ) {
    // What the platform has read ahead, others may have added to.
    SpreadsheetApp.flush();
    this.last = Math.max(1, sheet.getLastRow());
    this.isText = areTextRows(sheet, this.last + 1, amount);
  }

  /** @param begin takes a number for a new run */
  queue(entries: readonly NewEntry[], state: LogEntry['state'], begin = false): Written & { run: number } {
    const { book, sheet, last } = this;
    const { state: known, key, waiting } = lookAtLogState();
    const made = this.madeUp(known, last);
    const words = {
      dictionary: book.dictionary,
      locale: book.language,
      key,
      moment: (at: number): string => book.zone.moment(at),
    };
    const run = begin ? known.run + 1 : known.run;
    let n = made.n;
    const number = (entry: NewEntry & Pick<LogEntry, 'at' | 'who'>, isDone: boolean): LogRow =>
      rowOf({ ...entry, n: ++n, state: isDone ? 'done' : state }, words);
    const late = waiting.texts.flatMap((text) => (JSON.parse(text) as NewEntry[]).map((entry) => number(named(entry), true)));
    const own = entries.map((entry) => number(named(begin ? { ...entry, run } : entry), false));
    const rows = [...made.rows, ...late, ...own];
    if (rows.length === 0) return { first: last + 1, rows: [], run };
    const first = last + 1;
    ensureLogRoom(sheet, last + rows.length);
    // Moved on before anything is written: a number is never given twice.
    putLogState({ ...known, n, run, rows: last + rows.length, last: { from: made.n - made.rows.length + 1, rows } });
    queueLogRows(sheet, first, rows, this.isText && rows.length === this.amount);
    if (waiting.keys.length > 0) {
      SpreadsheetApp.flush();
      forgetWaiting(waiting);
    }
    return { first, rows: own.map((_, i) => first + made.rows.length + late.length + i), run };
  }

  /** What the last writer was cut off from, where its rows are not there: they are written again, or their numbers are. */
  private madeUp(known: ReturnType<typeof lookAtLogState>['state'], last: number): { n: number; rows: LogRow[] } {
    const { last: before } = known;
    if (!before || last >= known.rows) return { n: known.n, rows: [] };
    const amount = known.n - before.from + 1;
    const isThere = this.sheet
      .getRange(Math.max(1, last - amount), 1, Math.min(amount + 1, last), 1)
      .getValues()
      .some(([n]) => Number(n) >= before.from);
    if (isThere) return { n: known.n, rows: [] };
    return before.rows ? { n: known.n, rows: before.rows } : { n: before.from - 1, rows: [] };
  }
}

interface Ways {
  /** the entries become a run that can be undone */
  begin?: boolean;
  /** what they tell of has happened already: nothing is marked afterwards */
  isDone?: boolean;
  /** what has to be at once, before anything is queued */
  prepare?: () => void;
}

/**
 * Queues entries, then what they tell of, then the mark that they are done, and sends it all in one commit: cut off in the
 * middle, the log tells more than was done and never less. While others write into the log for too long, the entries are
 * kept for the next one who does.
 *
 * @param queue queues the writes
 */
export function logAndWrite<T>(book: Book, entries: readonly NewEntry[], queue: () => T, ways: Ways = {}): T {
  const { begin = false, isDone = false, prepare } = ways;
  const unlogged = (): T => {
    prepare?.();
    return queue();
  };
  if (entries.length === 0) return unlogged();
  const sheet = ensureLogSheet(book);
  const done =
    sheet &&
    underLogLock(() => {
      const writer = new LogWriter(book, sheet, entries.length);
      prepare?.();
      const { rows } = writer.queue(entries, isDone ? 'done' : 'begun', begin);
      const result = queue();
      if (!isDone) queueStates(sheet, rows, stateText('done', book.language));
      SpreadsheetApp.flush();
      return { result };
    });
  if (done) return done.result;
  logLater(entries);
  return unlogged();
}

/** Entries for which the log was not free are kept until the next one comes. */
function logLater(entries: readonly NewEntry[]): void {
  const kept = entries.map(named);
  const piece = 12;
  for (let i = 0; i < kept.length; i += piece) keepWaiting(kept[i]!.at, JSON.stringify(kept.slice(i, i + piece)));
}

/**
 * Writes a run's entries before anything of it is written. One commit.
 *
 * @param run absent: a new number is taken
 * @returns undefined while others write for too long
 */
export function noteEntries(
  book: Book,
  changes: readonly Change[],
  more: Omit<NewEntry, keyof Change | 'run'>,
  run?: number,
): (Written & { run: number }) | undefined {
  const sheet = ensureLogSheet(book);
  if (!sheet) return undefined;
  return underLogLock(() => {
    const entries = changes.map((change): NewEntry => ({ ...change, ...more, run: run ?? 0 }));
    const written = new LogWriter(book, sheet, entries.length).queue(entries, 'begun', run === undefined);
    SpreadsheetApp.flush();
    return { ...written, run: run ?? written.run };
  });
}

/**
 * Writes what earlier runs were cut off from writing into the log, and what waits for it.
 *
 * @returns false while others write for too long
 */
export function settleLog(book: Book): boolean {
  const sheet = ensureLogSheet(book);
  const done =
    sheet &&
    underLogLock(() => {
      new LogWriter(book, sheet, 0).queue([], 'done');
      SpreadsheetApp.flush();
      return true;
    });
  return done === true;
}
