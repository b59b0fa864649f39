import { ended, noDay, none, type RecordFacts } from '../facts/record-facts.ts';

/**
 * Days within which a repair of the same thing counts as a repeat: a month is what workshops usually answer for, and what
 * "fixed the first time" is usually measured by.
 */
export const repeatDays = 30;

/**
 * The repairs that come again: of the same customer and item, reported at most `repeatDays` after an earlier one was
 * repaired, which may lie before the period.
 *
 * @returns for each record the days since that repair, or -1
 */
export function repeatsOf(of: RecordFacts, records: Iterable<number>): Int32Array {
  const { customers, items, days, doneDays, closings } = of;
  const since = new Int32Array(of.count).fill(-1);
  const known = [...records].filter((at) => customers[at] !== none && items.places[at] !== none);
  known.sort((a, b) => days[a]! - days[b]! || a - b);
  /** of what is the same: days of completion that lie ahead, and the last one that does not */
  const same = new Map<number, { ahead: number[]; last: number }>();
  for (const at of known) {
    const key = customers[at]! * items.words.length + items.places[at]!;
    const day = days[at]!;
    let earlier = same.get(key);
    if (!earlier) same.set(key, (earlier = { ahead: [], last: noDay }));
    for (const done of earlier.ahead) if (done <= day && done > earlier.last) earlier.last = done;
    earlier.ahead = earlier.ahead.filter((done) => done > day);
    if (day - earlier.last <= repeatDays) since[at] = day - earlier.last;
    if (closings[at] === ended.done && doneDays[at]! >= day) earlier.ahead.push(doneDays[at]!);
  }
  return since;
}
