/** What stands in the log, for looking whether all of it is there. */
export interface SequenceFacts {
  /** the last number that was given */
  last: number;
  /** numbers of entries that can be read, in whatever order; those that stand in two places (log and archive) twice */
  numbers: readonly number[];
  /** numbers of entries of which something visible was changed, or that cannot be read any more */
  altered: readonly number[];
}

/** Consecutive numbers. */
export type Stretch = [from: number, to: number];

export interface SequenceReport {
  missing: Stretch[];
  altered: number[];
}

/**
 * Looks whether every number from 1 to the last one given is there. An entry that was taken away leaves a gap, at the end
 * as well: the workbook remembers the last number.
 *
 * @example checkSequence({ last: 4, numbers: [1, 3], altered: [] }).missing // [[2, 2], [4, 4]]
 */
export function checkSequence({ last, numbers, altered }: SequenceFacts): SequenceReport {
  const there = new Set([...numbers, ...altered]);
  const missing: Stretch[] = [];
  for (let n = 1; n <= last; n++) {
    if (there.has(n)) continue;
    const before = missing[missing.length - 1];
    if (before && before[1] === n - 1) before[1] = n;
    else missing.push([n, n]);
  }
  return { missing, altered: [...new Set(altered)].sort((a, b) => a - b) };
}

/** @example sayStretches([[2, 2], [4, 7]], '、') // '2、4–7' */
export const sayStretches = (stretches: readonly Stretch[], separator: string): string =>
  stretches.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(separator);
