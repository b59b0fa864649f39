/** Where the columns of a tab went while another program had the file. */

/** The row with most of the old header's texts, among the first ten; `expected` when none has any. */
export function findHeaderRow(rows: readonly (readonly string[])[], headers: readonly string[], expected: number): number {
  const wanted = new Set(headers.filter((text) => text !== ''));
  const score = (texts: readonly string[] = []) => new Set(texts.filter((text) => wanted.has(text))).size;
  let best = expected;
  for (let row = 0; row < Math.min(10, rows.length); row++) if (score(rows[row]) > score(rows[best])) best = row;
  return best;
}

/**
 * For every old column its new place, or -1 where it was deleted. A header's text decides; a column whose text is not
 * found is a renamed one if it still stands beside the same neighbour.
 *
 * @example matchColumns(['编号', '姓名', '电话'], ['编号', '称呼', '电话'], 3) // [0, 1, 2]
 */
export function matchColumns(oldHeaders: readonly string[], newHeaders: readonly string[], count: number): number[] {
  const once = (texts: readonly string[]) => {
    const places = new Map<string, number>();
    for (const [i, text] of texts.entries()) places.set(text, places.has(text) ? -1 : i);
    places.delete('');
    return places;
  };
  const [olds, news] = [once(oldHeaders), once(newHeaders)];
  const result = new Array<number>(Math.max(count, oldHeaders.length)).fill(-1);
  const taken = new Set<number>();
  const take = (from: number, to: number) => {
    result[from] = to;
    taken.add(to);
  };
  // the same text at the same place stays, even where it is doubled
  oldHeaders.forEach((text, i) => {
    const isDoubled = olds.get(text) !== i;
    if (text !== '' && newHeaders[i] === text && (isDoubled || news.get(text) === i)) take(i, i);
  });
  for (const [text, from] of olds) {
    const to = news.get(text) ?? -1;
    if (from >= 0 && to >= 0 && result[from] === -1 && !taken.has(to)) take(from, to);
  }
  for (let i = 0; i < result.length; i++) {
    if (result[i] !== -1) continue;
    const beside = i === 0 ? 0 : result[i - 1] === -1 ? -1 : result[i - 1]! + 1;
    const before = i + 1 < result.length && result[i + 1] !== -1 ? result[i + 1]! - 1 : -1;
    const isFree = (to: number) => to >= 0 && !taken.has(to) && !olds.has(newHeaders[to] ?? '');
    const place = [beside, before].find(isFree);
    if (place !== undefined) take(i, place);
  }
  return result;
}
