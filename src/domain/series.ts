/** Numbers such as C000001: a prefix and a count that is never given twice. */
export interface Series {
  prefix: string;
  digits: number;
}

/**
 * The count in a number of this series; undefined for anything else (a sample's number, one of the shop's own, or one
 * with more zeros than the series writes, which would move the counter far away).
 *
 * @example countOf({ prefix: 'C', digits: 6 }, 'c000123') // 123
 */
export function countOf(series: Series, text: string): number | undefined {
  const found = /^([A-Za-z]+)(\d{1,15})$/.exec(text.trim());
  if (!found || found[1]!.toUpperCase() !== series.prefix) return undefined;
  const count = Number(found[2]);
  return numberFor(series, count).length === found[0].length ? count : undefined;
}

/** @example numberFor({ prefix: 'C', digits: 6 }, 7) // 'C000007' */
export function numberFor(series: Series, count: number): string {
  return series.prefix + String(count).padStart(series.digits, '0');
}

/** The highest count that a column holds, 0 when it holds none. */
export function highestCount(series: Series, column: Iterable<string>): number {
  let highest = 0;
  for (const text of column) {
    const count = countOf(series, text);
    if (count !== undefined && count > highest) highest = count;
  }
  return highest;
}
