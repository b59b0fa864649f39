/** Where the rows of a tab went while another program had the file. */

/** Of a row: what it says as a whole, and what its first cell says, by which a ledger's rows are known. */
interface Marks {
  whole: number[];
  key: number[];
}

function read(marks: string): Marks {
  const bytes = Buffer.from(marks, 'base64');
  const at = (offset: number) => Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt16LE(i * 4 + offset));
  return { whole: at(0), key: at(2) };
}

/** Old rows from `old` to before `oldEnd`, which are to be found among the new ones from `now` to before `nowEnd`. */
interface Gap {
  old: number;
  oldEnd: number;
  now: number;
  nowEnd: number;
}

/**
 * For every old row its new place, or -1 where it is gone. Rows that read the same are found again in their order, then
 * those that begin the same; rows between two of them that were changed are the same rows as long as there are as many.
 *
 * @param before as `rowMarks` gave it
 * @example matchRows(rowMarks(before), rowMarks(after)) // [0, 1, 3, 4]: a row was put in before the third
 */
export function matchRows(before: string, after: string): number[] {
  const [old, now] = [read(before), read(after)];
  const places = new Array<number>(old.whole.length).fill(-1);
  let gaps: Gap[] = [{ old: 0, oldEnd: old.whole.length, now: 0, nowEnd: now.whole.length }];
  for (const kind of ['whole', 'key'] as const) {
    gaps = gaps.flatMap((gap) => narrowed(gap, old[kind], now[kind], places));
  }
  for (const gap of gaps) {
    // behind the last known row, others were changed or added below
    const isTail = gap.oldEnd === old.whole.length && gap.nowEnd === now.whole.length;
    const [lines, room] = [gap.oldEnd - gap.old, gap.nowEnd - gap.now];
    if (lines === room || isTail) for (let i = 0; i < Math.min(lines, room); i++) places[gap.old + i] = gap.now + i;
  }
  return places;
}

/** Places the rows whose marks tell, and answers the gaps that are left between them. */
function narrowed({ old: from, oldEnd, now: at, nowEnd }: Gap, old: number[], now: number[], places: number[]): Gap[] {
  let [top, place, end, bottom] = [from, at, oldEnd, nowEnd];
  while (top < end && place < bottom && old[top] === now[place]) places[top++] = place++;
  while (end > top && bottom > place && old[end - 1] === now[bottom - 1]) places[--end] = --bottom;
  const oldOnce = once(old, top, end);
  const nowOnce = once(now, place, bottom);
  const gaps: Gap[] = [];
  for (let row = top; row < end; row++) {
    const found = oldOnce.get(old[row]!) === row ? (nowOnce.get(old[row]!) ?? -1) : -1;
    if (found < place) continue;
    places[row] = found;
    gaps.push({ old: top, oldEnd: row, now: place, nowEnd: found });
    [top, place] = [row + 1, found + 1];
  }
  gaps.push({ old: top, oldEnd: end, now: place, nowEnd: bottom });
  return gaps.filter((gap) => gap.oldEnd > gap.old);
}

/** What occurs a single time there, with its place; -1 for the rest. */
function once(marks: readonly number[], from: number, to: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = from; i < to; i++) found.set(marks[i]!, found.has(marks[i]!) ? -1 : i);
  return found;
}
