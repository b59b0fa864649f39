import type { Op } from '../../contract.ts';

/**
 * The insertions and deletions that bring old lines to their new places, as operations; a line that went past others counts
 * as deleted.
 *
 * @param places for every old line its new one, -1 where it is gone
 */
export function lineOps(sheet: number, kind: 'Rows' | 'Columns', places: readonly number[]): Op[] {
  const ops: Op[] = [];
  let last = -1;
  const kept = places.map((place) => {
    if (place <= last) return -1;
    last = place;
    return place;
  });
  for (let line = kept.length - 1; line >= 0; line--) {
    if (kept[line] === -1) ops.push({ op: `delete${kind}`, sheet, at: line, count: 1 });
  }
  const targets = kept.filter((place) => place >= 0);
  let next = 0;
  for (const place of targets) {
    if (place > next) ops.push({ op: `insert${kind}`, sheet, at: next, count: place - next });
    next = place + 1;
  }
  // lines behind the last one push nothing along
  return ops;
}
