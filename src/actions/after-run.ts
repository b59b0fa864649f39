import type { Change } from '../domain/log/entry.ts';
import { isWhole } from '../domain/log/record-trace.ts';
import type { Book } from '../google/book.ts';
import { noteMerge, noteUnmerge } from './note-merge.ts';
import { remarkCells } from './remark-cells.ts';

/**
 * What follows from a run that is done: marks of its cells, and what the tab of possible duplicates says of customers who
 * were merged or are back. Nothing of it holds what somebody has entered, so that it may be done again or not at all.
 *
 * @param done the changes that stand there now
 */
export function afterRun(book: Book, done: readonly Change[]): void {
  remarkCells(book, done);
  const merged = done.filter((change) => isWhole(change) && change.tab === 'customers' && change.whole!.into !== undefined);
  const gone = merged.filter(({ to }) => to === '');
  for (const into of new Set(gone.map(({ whole }) => whole!.into!))) {
    const own = gone.filter(({ whole }) => whole!.into === into);
    noteMerge(
      book,
      into,
      own.map(({ record }) => record),
    );
  }
  const back = merged.filter(({ to }) => to !== '').map(({ record }) => record);
  if (back.length > 0) noteUnmerge(book, back);
}
