/** A value for a row, counted from the first row of the block. */
export interface Placed<T> {
  row: number;
  value: T;
}

export interface Run<T> {
  first: number;
  values: T[];
}

/**
 * A column's changes are written in at most this many runs, so that calls do not grow with the rows. Below it, no cell
 * in between is written: whoever is typing there is left alone.
 */
const mostRuns = 32;

/** Consecutive rows become one run each. @param items in the order of their rows */
export function exactRuns<T>(items: readonly Placed<T>[]): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const { row, value } of items) {
    const last = runs[runs.length - 1];
    if (last && last.first + last.values.length === row) last.values.push(value);
    else runs.push({ first: row, values: [value] });
  }
  return runs;
}

/**
 * The runs in which the changes of one column are written. When they lie too far apart, the cells in the smaller gaps
 * are written again as they are; a cell whose `keep` is undefined (a formula, or one that nobody has just read) must not
 * be touched and ends a run.
 *
 * @example runsOf([{ row: 0, value: 'a' }, { row: 1, value: 'b' }, { row: 5, value: 'c' }], () => undefined) // two runs
 */
export function runsOf<T>(items: readonly Placed<T>[], keep: (row: number) => T | undefined): Run<T>[] {
  const exact = exactRuns(items);
  if (exact.length <= mostRuns) return exact;
  const gaps = exact.slice(1).map((run, i) => run.first - (exact[i]!.first + exact[i]!.values.length));
  const widest = new Set(
    gaps
      .map((rows, i) => ({ rows, i }))
      .sort((a, b) => b.rows - a.rows)
      .slice(0, mostRuns - 1)
      .map(({ i }) => i),
  );
  const filled: Placed<T>[] = [];
  exact.forEach((run, i) => {
    for (const [k, value] of run.values.entries()) filled.push({ row: run.first + k, value });
    if (i >= gaps.length || widest.has(i)) return;
    const end = run.first + run.values.length;
    for (let row = end; row < end + gaps[i]!; row++) {
      const kept = keep(row);
      if (kept !== undefined) filled.push({ row, value: kept });
    }
  });
  return exactRuns(filled);
}
