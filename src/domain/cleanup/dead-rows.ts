import { type Cell, cellText, isBlank } from '../check/cell.ts';
import { numberText } from '../check/check-cell.ts';
import { activeFields } from '../dictionary/compose.ts';
import type { Field } from '../dictionary/types.ts';
import type { TabRows } from './clean-up.ts';

/** Whether nobody has entered anything into a cell: an unticked box and a proposed day are nobody's. */
const isIdle = (field: Field, cell: Cell | undefined): boolean => isBlank(cell) || cell === false || field.proposes !== undefined;

const fieldsOf = ({ tab, keys }: TabRows): Field[] => activeFields(tab).filter(({ key }) => keys.includes(key));

const hasMore = ({ keys, isLocked, hasOther }: TabRows, row: number): boolean =>
  hasOther(row) || keys.some((key) => isLocked(row, key));

/** Whether somebody has entered something besides the number. */
export const holdsValues = (rows: TabRows, row: number, number: Field): boolean =>
  fieldsOf(rows).some((field) => field.key !== number.key && !isIdle(field, rows.records[row]![field.key]));

/** The same, or put something of their own beside it. */
export function isInUse(rows: TabRows, row: number, number: Field): boolean {
  return hasMore(rows, row) || holdsValues(rows, row, number);
}

/** Numbers that records of any tab point to, as `tab number`. */
export function numbersInUse(all: readonly TabRows[]): Set<string> {
  const used = new Set<string>();
  for (const rows of all)
    for (const { key, reference } of fieldsOf(rows))
      if (reference)
        for (const record of rows.records) used.add(`${reference} ${numberText(cellText(record[key])).toUpperCase()}`);
  return used;
}

/** Numbers of records that hold nothing and that no record points to. */
export function deadNumbers(rows: TabRows, all: readonly TabRows[], number: Field): Set<string> {
  const used = numbersInUse(all);
  const dead = new Set<string>();
  const seen = new Set<string>();
  rows.records.forEach((record, row) => {
    const own = cellText(record[number.key]);
    const isDead =
      own.trim() !== '' && !isInUse(rows, row, number) && !used.has(`${rows.tab.key} ${numberText(own).toUpperCase()}`);
    // A number that is there twice is settled by people.
    if (isDead && !seen.has(own)) dead.add(own);
    else dead.delete(own);
    seen.add(own);
  });
  return dead;
}

/** Rows between the records that hold nothing at all, by index. */
export function emptyRows(rows: TabRows): number[] {
  const fields = fieldsOf(rows);
  const empty: number[] = [];
  let waiting: number[] = [];
  rows.records.forEach((record, row) => {
    const isEmpty = !hasMore(rows, row) && fields.every(({ key }) => isBlank(record[key]) || record[key] === false);
    if (isEmpty) waiting.push(row);
    else {
      for (const each of waiting) empty.push(each);
      waiting = [];
    }
  });
  return empty;
}
