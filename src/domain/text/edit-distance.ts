/**
 * How many characters must be added, dropped, replaced or swapped with their neighbour to turn one text into the
 * other (optimal string alignment), counted no further than `most`.
 *
 * @returns the distance, or `most + 1` where it is larger
 * @example editDistance('gmial', 'gmail', 2) // 1
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const tooFar = most + 1;
  if (Math.abs(a.length - b.length) > most) return tooFar;
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= b.length; j++) last.push(j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return tooFar;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, tooFar);
}
