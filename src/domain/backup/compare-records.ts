import { type Cell, cellText, isBlank } from '../check/cell.ts';

/** Records by their numbers, each with its cells by field. */
export type Records = ReadonlyMap<string, Readonly<Record<string, Cell>>>;

/** How today's records differ from a backup's. */
export interface Comparison {
  /** numbers that only today's tab has */
  added: string[];
  /** numbers that only the backup has */
  removed: string[];
  changed: { number: string; fields: string[] }[];
}

const isSame = (a: Cell | undefined, b: Cell | undefined): boolean =>
  (isBlank(a) || a === false) && (isBlank(b) || b === false) ? true : cellText(a) === cellText(b);

/** Compares the fields that both know. */
export function compareRecords(backup: Records, now: Records, fields: readonly string[]): Comparison {
  const changed: Comparison['changed'] = [];
  for (const [number, before] of backup) {
    const after = now.get(number);
    const differing = after ? fields.filter((field) => !isSame(before[field], after[field])) : [];
    if (differing.length > 0) changed.push({ number, fields: differing });
  }
  return {
    added: [...now.keys()].filter((number) => !backup.has(number)),
    removed: [...backup.keys()].filter((number) => !now.has(number)),
    changed,
  };
}
