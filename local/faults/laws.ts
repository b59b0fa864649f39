import type { WorkbookState } from '../contract.ts';
import { contains, type EnteredRow, type Entries } from './entries.ts';
import { filledRows, type Row } from './rows.ts';

const show = (values: Record<string, unknown>): string => JSON.stringify(Object.values(values).flat().slice(0, 4));

/** Which row of the workbook holds what was entered into a row. */
export type Found = Map<EnteredRow, Row>;

/**
 * Nothing that a person entered is lost, and nothing stands in the wrong row: every entered row is found in exactly one
 * row, which holds nothing else, and no other row holds anything.
 *
 * @param finished rows that an action may still be adding have to be there
 * @param settled nothing is under way any more: what is there of such a row is all of it
 */
export function findEntered(
  state: WorkbookState,
  entries: Entries,
  finished: boolean,
  settled = finished,
): { found: Found; problems: string[] } {
  const found: Found = new Map();
  const problems: string[] = [];
  for (const id of new Set(entries.rows.map(({ sheet }) => sheet))) {
    const sheet = state.sheets.find((each) => each.id === id);
    if (!sheet) {
      problems.push(`a tab with entries is gone: ${id}`);
      continue;
    }
    const left = filledRows(state, sheet);
    for (const entered of entries.rows.filter((each) => each.sheet === id)) {
      const at = left.findIndex((row) => contains(row, entered, finished));
      const row = at < 0 ? undefined : left.splice(at, 1)[0]!;
      if (row) found.set(entered, row);
      if (!row && !entered.mayBeGone && (finished || !entered.optional))
        problems.push(`lost or torn apart: ${show(entered.values)}`);
      if (row) problems.push(...strangers(row, entered));
    }
    for (const row of left)
      if (settled || !entries.rows.some((each) => each.sheet === id && isPartOf(row, each)))
        problems.push(`nobody entered row ${row.at + 1}: ${show(row.values)}`);
  }
  return { found, problems };
}

/** Half of a row that is only just written, or was begun and is still to be finished. */
function isPartOf({ values }: Row, entered: EnteredRow): boolean {
  if (!entered.optional) return false;
  return Object.entries(values).every(([key, text]) => entered.values[key]?.includes(text) || entered.derived?.includes(key));
}

function strangers(row: Row, { values, derived }: EnteredRow): string[] {
  return Object.entries(row.values)
    .filter(([key]) => !(key in values) && !derived?.includes(key))
    .map(([key, text]) => `nobody entered ${key} = ${text} into row ${row.at + 1}`);
}

/**
 * No number is given twice: not to two rows at once, not to one row after another, and a row keeps the one it has. A number
 * that a person has typed is the person's.
 */
export class NumbersSeen {
  readonly #owners = new Map<string, EnteredRow>();
  readonly #numbers = new Map<EnteredRow, string>();
  readonly #series: ReadonlyMap<number, string>;

  constructor(series: ReadonlyMap<number, string>) {
    this.#series = series;
  }

  look(found: Found): string[] {
    const problems: string[] = [];
    for (const [entered, row] of found) {
      const column = this.#series.get(entered.sheet);
      const number = column === undefined ? undefined : row.values[column];
      if (!number) continue;
      const key = `${entered.sheet} ${number}`;
      const owner = this.#owners.get(key) ?? entered;
      const before = this.#numbers.get(entered) ?? number;
      const given = !(column! in entered.values) || !(column! in owner.values);
      if (owner !== entered && given)
        problems.push(`number ${number} was given twice: ${show(owner.values)} and ${show(entered.values)}`);
      if (before !== number) problems.push(`the number of ${show(entered.values)} changed from ${before} to ${number}`);
      this.#owners.set(key, owner);
      this.#numbers.set(entered, number);
    }
    return problems;
  }
}
