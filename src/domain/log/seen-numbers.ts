import type { Stretch } from './check-sequence.ts';

/** What a sweep has found: the counts that stood in a column, and the last one that had been given by then. */
export interface SeenNumbers {
  there: readonly number[];
  given: number;
}

/** Counts as consecutive stretches. @example stretchesOf([3, 1, 2, 7]) // [[1, 3], [7, 7]] */
export function stretchesOf(counts: Iterable<number>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const count of [...new Set(counts)].sort((a, b) => a - b)) {
    const last = stretches[stretches.length - 1];
    if (last && last[1] === count - 1) last[1] = count;
    else stretches.push([count, count]);
  }
  return stretches;
}

/** @example packSeen({ there: [1, 2, 5], given: 6 }) // '6:1-2,5' */
export const packSeen = ({ there, given }: SeenNumbers): string =>
  `${given}:${stretchesOf(there)
    .map(([from, to]) => (from === to ? from : `${from}-${to}`))
    .join(',')}`;

export function readSeen(text: string): SeenNumbers {
  const [given = '0', list = ''] = text.split(':');
  const there = list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part === '' ? [] : part.split('-').map(Number);
    return part === '' ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return { there, given: Number(given) };
}

/** Counts that stood there at the last sweep, or were given since, and stand there no more. */
export function goneSince(before: SeenNumbers, now: SeenNumbers): Stretch[] {
  const there = new Set(now.there);
  const since = Array.from({ length: Math.max(0, now.given - before.given) }, (_, i) => before.given + 1 + i);
  return stretchesOf([...before.there, ...since].filter((count) => !there.has(count)));
}
