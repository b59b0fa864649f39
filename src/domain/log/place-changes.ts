import { type Cell, cellText, sameValue } from '../check/cell.ts';
import type { Change, Hindered } from './entry.ts';

/** What stands in a change's cell now, or why it cannot be looked at. */
export type Look = { now: Cell } | { why: Hindered['why'] };

/** The changes of a plan by how they stand. */
export interface Placing {
  ahead: Change[];
  done: Change[];
  hindered: Hindered[];
}

/**
 * Sorts changes by how they stand now: still to be made, made already, or in the way of what somebody else has written,
 * moved or deleted since. What somebody else has written is never touched.
 */
export function placeChanges(changes: readonly Change[], look: (change: Change) => Look): Placing {
  const placing: Placing = { ahead: [], done: [], hindered: [] };
  for (const change of changes) {
    const found = look(change);
    if ('why' in found) placing.hindered.push({ change, why: found.why });
    else if (sameValue(found.now, change.to)) placing.done.push(change);
    else if (cellText(found.now) === cellText(change.from)) placing.ahead.push(change);
    else placing.hindered.push({ change, why: 'changedSince', now: found.now });
  }
  return placing;
}

/**
 * What takes changes back. A cell that was changed twice goes back to what it was at first.
 *
 * @example reversedChanges([a, b]) // [b back, a back]
 */
export function reversedChanges(changes: readonly Change[]): Change[] {
  const cells = new Map<string, Change>();
  for (const { tab, record, field, from, to, whole } of changes) {
    const key = JSON.stringify([tab, record, field]);
    const before = cells.get(key);
    cells.set(key, { tab, record, field, from: to, to: before?.to ?? from, ...(whole ? { whole } : {}) });
  }
  return [...cells.values()].filter(({ from, to }) => !sameValue(from, to)).reverse();
}
