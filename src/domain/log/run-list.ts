import type { LogEntry } from './entry.ts';

type Entries = readonly Pick<LogEntry, 'run' | 'undoes' | 'kind'>[];

/**
 * The run by which a run is undone now; undefined when it stands, also because its undo was undone in turn.
 *
 * @example undoneBy([{ run: 1, kind: 'cleanUp' }, { run: 2, kind: 'undo', undoes: 1 }], 1) // 2
 */
export function undoneBy(entries: Entries, run: number): number | undefined {
  const undos = new Set(entries.flatMap((entry) => (entry.undoes === run ? [entry.run] : [])));
  return [...undos].sort((a, b) => b - a).find((undo) => undoneBy(entries, undo) === undefined);
}

/** The last run that stands and is no undo itself; undefined when there is none. */
export function lastRun(entries: Entries): number | undefined {
  const runs = new Set(entries.flatMap(({ run, kind }) => (run > 0 && kind !== 'undo' ? [run] : [])));
  return [...runs].sort((a, b) => b - a).find((run) => undoneBy(entries, run) === undefined);
}
