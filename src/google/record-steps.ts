import type { Change } from '../domain/log/entry.ts';
import { readTrace } from '../domain/log/record-trace.ts';
import { addWholeRecords, type ComingRecord, completeWholeRecords } from './add-whole-records.ts';
import type { Book } from './book.ts';
import { deleteRecords } from './delete-records.ts';
import type { Sureness } from './guard.ts';
import { referencesTo } from './references.ts';

/** The steps of a plan in the order in which they are taken: whoever is referred to is there first and goes last. */
export const phases = ['came', 'cell', 'went'] as const;
export type Phase = (typeof phases)[number];

export const phaseOf = ({ field, whole, to }: Change): Phase => (field !== '' || !whole ? 'cell' : to === '' ? 'went' : 'came');

const byTab = (changes: readonly Change[]): Map<string, Change[]> => {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.tab, [...(groups.get(change.tab) ?? []), change]);
  return groups;
};

/** The worst of several: what is not known any more before what was taken back. */
export const worst = (all: readonly Sureness[]): Sureness =>
  all.find((each) => each === 'overwritten') ?? all.find((each) => each !== 'sure') ?? 'sure';

const comingOf = (changes: readonly Change[]): ComingRecord[] =>
  changes.flatMap(({ record, whole }) => {
    const trace = readTrace(whole!.trace);
    return trace ? [{ number: record, trace }] : [];
  });

/** Adds the whole records of a plan that are not there. */
export const addRecords = (book: Book, changes: readonly Change[]): Sureness =>
  worst([...byTab(changes)].map(([key, own]) => addWholeRecords(book, book.tab(key)!, comingOf(own))));

/** Completes the whole records of a plan that were begun to be added when a run was cut off. */
export function completeRecords(book: Book, changes: readonly Change[]): void {
  for (const [key, own] of byTab(changes)) completeWholeRecords(book, book.tab(key)!, comingOf(own));
}

/** Takes the whole records of a plan away, those that have changed since excepted. */
export function takeRecords(book: Book, changes: readonly Change[]): { sureness: Sureness; stayed: Change[] } {
  const stayed: Change[] = [];
  const results = [...byTab(changes)].map(([key, own]) => {
    const traces = new Map(own.map(({ record, whole }) => [record, readTrace(whole!.trace)!]));
    const result = deleteRecords(book, book.tab(key)!, traces);
    stayed.push(...own.filter(({ record }) => result.stayed.includes(record)));
    return result.sureness;
  });
  return { sureness: worst(results), stayed };
}

/** Changes of references that name a record which is to go, by whether something takes its place. */
export interface StillReferred {
  /** they follow to what takes the record's place */
  following: Change[];
  /** records that stay because somebody names them, or names them where nobody could find it again */
  inUse: Change[];
}

/** Who still names records that are to go: what was typed after the last look, or long after the plan was made. */
export function stillReferred(book: Book, going: readonly Change[]): StillReferred {
  const found: StillReferred = { following: [], inUse: [] };
  for (const [key, own] of byTab(going)) {
    const changes = new Map(own.map((change) => [change.record, change]));
    for (const reference of referencesTo(book, key, new Set(changes.keys()))) {
      const { tab, field, record, to, text } = reference;
      const change = changes.get(to)!;
      // What goes itself need not be told.
      if (tab.tab.key === key && changes.has(record)) continue;
      const { into } = change.whole!;
      if (into === undefined || record === '') found.inUse.push(change);
      else found.following.push({ tab: tab.tab.key, record, field: field.key, from: text, to: into });
    }
  }
  return found;
}
