/**
 * Few stretches that hold all given rows: between them only the widest gaps are left out, and only those worth a read of
 * their own.
 *
 * @param rows in ascending order
 * @param most how many stretches at most
 * @param leastGap rows that a gap must have to be left out
 * @returns first and last row of each, in order
 * @example coverRows([2, 3, 5000], 4, 1000) // [[2, 3], [5000, 5000]]
 */
export function coverRows(rows: readonly number[], most: number, leastGap: number): [first: number, last: number][] {
  if (rows.length === 0) return [];
  const gaps = rows
    .slice(1)
    .map((row, i) => ({ at: i + 1, wide: row - rows[i]! }))
    .filter((gap) => gap.wide >= leastGap)
    .sort((a, b) => b.wide - a.wide)
    .slice(0, most - 1)
    .map((gap) => gap.at)
    .sort((a, b) => a - b);
  const begins = [0, ...gaps];
  return begins.map((from, i) => [rows[from]!, rows[(begins[i + 1] ?? rows.length) - 1]!]);
}
