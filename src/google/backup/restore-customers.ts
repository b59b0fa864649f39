import { type Cell, cellText } from '../../domain/check/cell.ts';
import type { Change } from '../../domain/log/entry.ts';
import { wholeChanges } from '../../domain/log/record-trace.ts';
import { applyPlan, type PlanOutcome } from '../apply-plan.ts';
import type { Book } from '../book.ts';
import { traceRecords } from '../trace-records.ts';
import type { OpenBackup } from './backup-file.ts';
import type { TabDifference } from './compare-backup.ts';
import { recordsOf, tabThen } from './tab-then.ts';

/** An unticked box is what a blank one was. */
const asChange = (cell: Cell | undefined): Cell => cell ?? '';

/**
 * Puts back what some customers and their records held in a backup: fields that were changed since, and records that are
 * gone, with all that stood in their rows. What was added since stays. Everything is one run of the change log, finished
 * by the next run should it be cut off. Call it under the ledger's lock.
 */
export function restoreCustomers(
  book: Book,
  open: OpenBackup,
  differences: readonly TabDifference[],
): PlanOutcome & { added: number } {
  const changes: Change[] = [];
  for (const { image, records, current } of differences) {
    const then = tabThen(book, open, image);
    if (!then || !records || !book.tab(then.tab.key)) continue;
    const tab = then.tab.key;
    const before = recordsOf(then);
    for (const { number: record, fields } of records.changed)
      for (const field of fields)
        changes.push({
          tab,
          record,
          field,
          from: asChange(current?.get(record)?.[field]),
          to: asChange(before.get(record)?.[field]),
        });
    const traces = traceRecords(then, new Set(records.removed), true);
    for (const record of records.removed) {
      const [traced] = traces.get(record) ?? [];
      if (traced) changes.push(...wholeChanges({ tab, record }, 'came', traced.trace));
    }
  }
  const outcome = applyPlan(book, changes, { kind: 'restore', lenient: true });
  const added = outcome.done.filter(({ field, whole, to }) => field === '' && whole !== undefined && cellText(to) !== '');
  return { ...outcome, added: added.length };
}
