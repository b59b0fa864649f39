import type { Cell } from '../check/cell.ts';
import { eventField } from '../dictionary/roles.ts';
import type { EventRole, Tab } from '../dictionary/types.ts';
import { readCents } from '../facts/read-cells.ts';
import { unpriced } from '../facts/record-facts.ts';

/** What is owed and what has come of it, in hundredths; NaN where nobody knows. */
export interface Due {
  owed: number;
  received: number;
  /** something stands where it says what has come, and it cannot be read or is less than nothing */
  isUnclear: boolean;
  /** still to be paid: all of it where nobody wrote down what has come, else never below 0 */
  rest: number;
  /** whether all of it has come; absent where the amounts do not tell: then the state does, or the day of payment */
  isPaidUp?: boolean;
}

/** What is left of an amount that came in part, in the currency's unit; undefined where none or all of it has come. */
export const restOf = (due: Due | undefined): number | undefined =>
  due && due.received > 0 && due.rest > 0 ? due.rest / 100 : undefined;

/**
 * Reads what is owed of a tab's records, by the roles of its fields.
 *
 * @param currency code of the workbook's
 * @returns undefined where nothing is owed in this tab
 * @example duesOf(credits, 'CNY')!((key) => record[key] ?? '').rest // 190000 of ¥2,900 with ¥1,000 paid
 */
export function duesOf(tab: Tab, currency: string): ((cell: (field: string) => Cell) => Due) | undefined {
  const key = (role: EventRole): string | undefined => eventField(tab, role)?.key;
  const [owes, came] = [key('owed'), key('received')];
  if (owes === undefined) return undefined;
  return (cell) => {
    const { cents: owed } = readCents(cell(owes), currency);
    const { cents, why } = readCents(came === undefined ? '' : cell(came), currency);
    const isUnclear = cents < 0 || why > unpriced.empty;
    const received = isUnclear ? Number.NaN : cents;
    const isPart = received >= 0;
    const due = { owed, received, isUnclear, rest: isPart ? Math.max(0, owed - received) : owed };
    return isPart && owed >= 0 ? { ...due, isPaidUp: received >= owed } : due;
  };
}
