import { heldAgainst } from '../dictionary/roles.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import type { Problem } from '../problem.ts';
import { type Cell, cellText, isBlank, isDay } from './cell.ts';
import { type CheckContext, checkCell, type Verdict } from './check-cell.ts';

/** One record as it stands: values by field key. */
export type RecordCells = Readonly<Record<string, Cell | undefined>>;

export interface RowVerdict {
  /** by field key; a field that was checked and is right has an empty verdict */
  fields: Record<string, Verdict>;
  /** the row is a record without a number: one is to be given */
  needsNumber: boolean;
}

const dayOf = (verdict: Verdict | undefined, cell: Cell | undefined): string | undefined =>
  typeof verdict?.write === 'string' ? verdict.write : isDay(cell) ? cell.day : undefined;

const numberOf = (verdict: Verdict | undefined, cell: Cell | undefined): unknown => verdict?.write ?? cell;

/**
 * Whether a date lies before the one it may not lie before, or an amount is more than the one it is held against; what is
 * wrong by itself is not compared. A shop may have been paid more than it asked for: that is doubted, not refused.
 */
export function orderProblem(field: Field, fields: Readonly<Record<string, Verdict>>, row: RecordCells): Problem | undefined {
  const verdict = fields[field.key];
  const other = heldAgainst(field);
  if (!other || !verdict || verdict.problem) return undefined;
  if (field.notAbove) {
    const [value, most] = [numberOf(verdict, row[field.key]), numberOf(fields[other], row[other])];
    if (typeof value !== 'number' || typeof most !== 'number' || value <= most) return undefined;
    return { code: 'check.moreThanOther', params: { value, other, most }, severity: 'warning' };
  }
  const own = dayOf(verdict, row[field.key]);
  const earlier = dayOf(fields[other], row[other]);
  if (!own || !earlier || own >= earlier) return undefined;
  return { code: 'check.dateBeforeOther', params: { value: own, other, earlier }, severity: 'wrong' };
}

/**
 * Checks the given fields of one record. The rule for numbers: a record gets its number once one of its required
 * fields holds a right value; until then somebody is still typing, or only wrong things are there.
 *
 * @param keys the fields to check; others are only looked at
 */
export function checkRow(tab: Tab, row: RecordCells, keys: readonly string[], context: CheckContext): RowVerdict {
  const fields: Record<string, Verdict> = {};
  let filled = false;
  let numberBlank = false;
  for (const field of tab.fields) {
    if (field.off) continue;
    const cell = row[field.key];
    if (field.kind === 'series') numberBlank = isBlank(cell);
    const asked = keys.indexOf(field.key) >= 0;
    if (!asked && !field.required && !heldAgainst(field)) continue;
    const verdict = checkCell(field, cell ?? '', context);
    if (asked) fields[field.key] = verdict;
    if (field.required && !isBlank(cell) && verdict.problem?.severity !== 'wrong') filled = true;
  }
  for (const field of tab.fields) {
    const verdict = fields[field.key];
    const problem = verdict && orderProblem(field, fields, row);
    if (verdict && problem) verdict.problem = problem;
  }
  return { fields, needsNumber: numberBlank && filled };
}

/**
 * Which of the rows carry a value that another row above them carries already.
 *
 * @param column the whole column, from the first record down
 * @returns row index → index of the first row with the same value
 * @example doubledRows(['C1', 'C2', 'C1']) // Map { 2 => 0 }
 */
export function doubledRows(column: readonly (Cell | undefined)[]): Map<number, number> {
  const first = new Map<string, number>();
  const doubled = new Map<number, number>();
  column.forEach((cell, i) => {
    const text = cellText(cell).trim();
    if (text === '') return;
    const seen = first.get(text);
    if (seen === undefined) first.set(text, i);
    else doubled.set(i, seen);
  });
  return doubled;
}

/** Required fields of a record that are still empty. */
export function missingFields(tab: Tab, row: RecordCells): Field[] {
  return tab.fields.filter((field) => field.required && !field.off && isBlank(row[field.key]));
}
