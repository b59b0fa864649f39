import { byGroup, type Decision, type ListedRow } from '../domain/duplicate-groups/group-rows.ts';
import type { Book } from '../google/book.ts';
import { duplicatesSheet, readDuplicates, writeDecisions } from '../google/duplicates-tab.ts';
import { keepJudgements, readJudgements } from '../google/judgement-store.ts';

/**
 * Tells 疑似重复 that customers were merged, and remembers of the kept one who is not the same as those that are gone. Call
 * it under the lock, once the merge is done: what it leaves undone, the next listing finds by itself.
 */
export function noteMerge(book: Book, kept: string, dropped: readonly string[]): void {
  const judgements = readJudgements();
  for (const number of dropped)
    for (const other of judgements.differentFrom(number)) if (other !== kept) judgements.put(kept, other, 'notSame');
  keepJudgements(judgements);
  const sheet = duplicatesSheet(book);
  const listed = sheet && readDuplicates(sheet);
  if (sheet && listed) writeDecisions(book, sheet, listed, mergedRows(listed.rows, kept, new Set(dropped)));
}

/** The rows of those that are gone, and of the kept one where nobody else is left in its group. */
function mergedRows(
  rows: readonly ListedRow[],
  kept: string,
  dropped: ReadonlySet<string>,
): { row: number; decision: Decision }[] {
  return byGroup(rows).flatMap((group) => {
    const isGone = (row: ListedRow): boolean => dropped.has(row.number) || row.decision === 'merged';
    if (!group.some(({ number }) => dropped.has(number))) return [];
    const isSettled = group.every((row) => isGone(row) || row.number === kept || row.decision === 'notSame');
    return group
      .filter((row) => row.decision !== 'merged' && (dropped.has(row.number) || (isSettled && row.number === kept)))
      .map(({ row }) => ({ row, decision: 'merged' as const }));
  });
}

/** The same when merges were taken back: their rows wait for a decision again, the kept one's too where nobody else is gone. */
export function noteUnmerge(book: Book, back: readonly string[]): void {
  const sheet = duplicatesSheet(book);
  const listed = sheet && readDuplicates(sheet);
  if (!sheet || !listed) return;
  const wanted = byGroup(listed.rows).flatMap((group) => {
    const merged = group.filter(({ decision }) => decision === 'merged');
    if (!merged.some(({ number }) => back.includes(number))) return [];
    const own = group.length > merged.length ? merged.filter(({ number }) => back.includes(number)) : merged;
    return own.map(({ row }) => ({ row, decision: 'open' as const }));
  });
  writeDecisions(book, sheet, listed, wanted);
}
