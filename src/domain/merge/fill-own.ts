import { type Cell, cellText } from '../check/cell.ts';
import type { Change } from '../log/entry.ts';
import { isOwnColumn, ownHeader, type RecordTrace, type TracedCell } from '../log/record-trace.ts';
import { isNothing } from './customer.ts';

export interface OwnColumns {
  changes: Change[];
  /** headers of columns in which both had something: what was dropped is in the log only */
  aside: string[];
}

/**
 * What becomes of columns on which a merge has no rule: those of the shop's own, and those of fields that are switched off.
 * Blank cells of the kept record take what the others hold, the newest first; a formula stays where it is.
 *
 * @param isOther whether a column is one of them
 * @param dropped the newest first
 * @param cellOf a traced value as a cell; undefined where it could not be written as it is
 */
export function fillOwn(
  where: Pick<Change, 'tab' | 'record'>,
  isOther: (name: string) => boolean,
  kept: RecordTrace,
  dropped: readonly RecordTrace[],
  cellOf: (cell: TracedCell) => Cell | undefined,
): OwnColumns {
  const names = [...new Set(dropped.flatMap((trace) => Object.keys(trace)))].filter(isOther);
  const found: OwnColumns = { changes: [], aside: [] };
  for (const name of names) {
    const values = dropped.flatMap((trace) => {
      const cell = trace[name];
      return cell && (cell.formula !== undefined || !isNothing(cellOf(cell) ?? 'unwritable')) ? [cell] : [];
    });
    const [first] = values;
    if (!first) continue;
    const own = kept[name] ?? {};
    const now = cellOf(own) ?? '';
    const to = first.formula === undefined ? cellOf(first) : undefined;
    const isFree = own.formula === undefined && isNothing(now) && to !== undefined;
    if (isFree) found.changes.push({ ...where, field: name, from: now, to });
    const stays = isFree ? to : now;
    const differs = (cell: TracedCell): boolean =>
      cell.formula === undefined && cellText(cellOf(cell)).trim() !== cellText(stays).trim();
    if (values.some(differs)) found.aside.push(isOwnColumn(name) ? ownHeader(name)! : name);
  }
  return found;
}
