import { byGroup, type ListedRow } from './group-rows.ts';
import type { Judgements } from './judgements.ts';

/** Every two of several. */
export const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));

/**
 * Takes over what people chose in the tab since it was written: a row that is not the same customer is another one than
 * every other row of its group; to put off concerns the group. What stands as the ledger wrote it says nothing, so that a
 * judgement made elsewhere is not undone by an old row.
 *
 * @returns false where something could not be remembered any more
 */
export function takeDecisions(rows: readonly ListedRow[], judgements: Judgements): boolean {
  let fits = true;
  for (const group of byGroup(rows)) {
    const pairs = pairsOf(group);
    for (const [a, b] of pairs) {
      const chosen = [a, b].flatMap(({ decision, state }) => (decision && decision !== state ? [decision] : []));
      const isLater = group.some(({ decision, state }) => decision === 'later' && state !== 'later');
      if (chosen.includes('notSame')) fits = judgements.put(a.number, b.number, 'notSame') && fits;
      else if (chosen.includes('open')) judgements.remove(a.number, b.number);
      else if (isLater && judgements.of(a.number, b.number) !== 'notSame')
        fits = judgements.put(a.number, b.number, 'later') && fits;
    }
    const isOpenAgain = group.some(({ decision, state }) => state === 'later' && decision === 'open');
    if (isOpenAgain)
      for (const [a, b] of pairs) if (judgements.of(a.number, b.number) === 'later') judgements.remove(a.number, b.number);
  }
  return fits;
}
