import { type Cell, cellText } from '../domain/check/cell.ts';
import type { Locale } from '../domain/locale.ts';
import type { Change } from '../domain/log/entry.ts';
import { isOwnColumn, wholeChanges } from '../domain/log/record-trace.ts';
import { numberOrder } from '../domain/merge/customer.ts';
import { decideValues } from '../domain/merge/decide-values.ts';
import { fillOwn } from '../domain/merge/fill-own.ts';
import { explain, say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { mayWrite, type Place } from '../google/locked-cells.ts';
import { movedReference } from '../google/references.ts';
import { checkContext } from './check-context.ts';
import { cellOf, type Together } from './look-at-customers.ts';
import { proposalsOf } from './propose-merge.ts';

/** All that a merge changes. */
export interface MergePlan {
  changes: Change[];
  /** of the kept customer's cells */
  kept: Change[];
  /** references that name the kept one afterwards */
  moved: Change[];
  /** headers of the shop's own columns where both had something */
  aside: string[];
}

/** Cells that the platform would not let be written, by tab. */
function isLocked(together: Together, { kept, moved }: Pick<MergePlan, 'kept' | 'moved'>, keep: string): string | undefined {
  const { tab, rows, references } = together;
  const places = new Map<typeof tab, Place[]>();
  const add = (of: typeof tab, place: Place): void => void places.set(of, [...(places.get(of) ?? []), place]);
  for (const [number, row] of rows) if (number !== keep) add(tab, { row });
  for (const { field } of kept) {
    const column = tab.columns.get(field);
    add(tab, { row: rows.get(keep)!, ...(column === undefined ? {} : { column }) });
  }
  const isMoved = new Set(moved.map(({ tab: key, record, field }) => `${key} ${record} ${field}`));
  for (const { tab: of, field, row, record } of references)
    if (isMoved.has(`${of.tab.key} ${record} ${field.key}`)) add(of, { row, column: of.column(field.key) });
  return [...places].find(([of, own]) => !mayWrite(of, own))?.[0].name;
}

/**
 * Plans a merge: the kept customer's cells, the records that follow, and the rows that go with everything in them.
 *
 * @param chosen texts by field; the best guess where there is none
 * @returns a sentence where it cannot be done as things are
 */
export function planMerge(
  book: Book,
  together: Together,
  keep: string,
  chosen: Readonly<Record<string, string>>,
  locale: Locale,
): MergePlan | string {
  const { tab, customers, traces, references } = together;
  const where = { tab: tab.tab.key, record: keep };
  const dropped = customers.filter(({ number }) => number !== keep).sort(numberOrder(tab.tab));
  const proposals = proposalsOf(book, together, keep);
  const context = checkContext(book, tab, Object.keys(chosen));
  const { changes, wrong } = decideValues(where, proposals, customers, chosen, context);
  if (wrong) {
    const field = wrong.field.label[locale];
    const params = wrong.problem.params?.field === undefined ? wrong.problem.params : { ...wrong.problem.params, field };
    const reason = explain({ ...wrong.problem, ...(params ? { params } : {}) }, locale);
    return say('stop.mergeWrong', locale, { field, reason });
  }
  const decided = new Set(tab.fields().map(({ key }) => key));
  const isOther = (name: string): boolean => isOwnColumn(name) || (!decided.has(name) && tab.field(name) !== undefined);
  const newest = [...dropped].reverse().map(({ number }) => traces.get(number)!);
  const own = fillOwn(where, isOther, traces.get(keep)!, newest, (cell): Cell | undefined => {
    const { value } = cell;
    const isTime = typeof value === 'object' && !book.zone.moment(value.at).endsWith(' 00:00:00');
    return isTime ? undefined : cellOf(tab, cell);
  });
  const together_ = new Set(customers.map(({ number }) => number));
  const following = references.filter(
    ({ tab: of, record, to }) => to !== keep && !(of.tab.key === tab.tab.key && together_.has(record)),
  );
  const lost = following.find(({ record }) => record === '');
  if (lost) return say('stop.mergeNoNumber', locale, { tab: lost.tab.name, row: lost.row });
  const moved = following.map((reference) => movedReference(reference, keep));
  const kept = [...changes, ...own.changes];
  const locked = isLocked(together, { kept, moved }, keep);
  if (locked !== undefined) return say('stop.mergeProtected', locale, { tab: locked });
  const going = dropped.flatMap(({ number }) =>
    wholeChanges({ tab: tab.tab.key, record: number }, 'went', traces.get(number)!, keep),
  );
  return {
    changes: [...moved, ...kept, ...going],
    kept,
    moved,
    aside: own.aside.map((name) => tab.field(name)?.label[locale] ?? name),
  };
}

/** The changes of the kept customer in words, for a preview. */
export function sayChanges({ tab }: Together, kept: readonly Change[], locale: Locale): string {
  const text = (cell: Cell): string => (cellText(cell) === '' ? say('merge.blank', locale) : cellText(cell));
  return kept
    .map(({ field, from, to }) => {
      const label = tab.field(field)?.label[locale] ?? (isOwnColumn(field) ? field.slice(1) : field);
      return say('merge.change', locale, { field: label, from: text(from), to: text(to) });
    })
    .join(say('list.separator', locale));
}
