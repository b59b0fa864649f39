/** A row as two states of a tab can be compared. */
export interface RowText {
  /** of its record; empty where it has none */
  number: string;
  /** what both states know of it, as one text */
  rest: string;
}

/**
 * Which row of a tab is which row of an earlier state. Rows that are wholly alike come first, so that doubled or missing
 * numbers do no harm when the tab was sorted meanwhile; then a changed row is known by its number. A row without a number
 * that has changed is nobody's: what belongs to it must not get into another's.
 *
 * @returns for each earlier row its place among those of now, -1 where there is none; no place twice
 * @example matchRows([{ number: '', rest: 'a' }, { number: '', rest: 'b' }], [{ number: '', rest: 'b' }]) // [-1, 0]
 */
export function matchRows(earlier: readonly RowText[], now: readonly RowText[]): number[] {
  const places = earlier.map(() => -1);
  const taken = new Set<number>();
  for (const nameOf of [({ number, rest }: RowText) => JSON.stringify([number, rest]), ({ number }: RowText) => number]) {
    const free = new Map<string, number[]>();
    for (let i = now.length - 1; i >= 0; i--) {
      const name = nameOf(now[i]!);
      if (taken.has(i) || name === '') continue;
      const same = free.get(name);
      if (same) same.push(i);
      else free.set(name, [i]);
    }
    earlier.forEach((row, i) => {
      const place = places[i]! < 0 ? free.get(nameOf(row))?.pop() : undefined;
      if (place === undefined) return;
      places[i] = place;
      taken.add(place);
    });
  }
  return places;
}
