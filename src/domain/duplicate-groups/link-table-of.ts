import { type Cell, cellText } from '../check/cell.ts';
import { linkKind } from '../dictionary/roles.ts';
import type { Field } from '../dictionary/types.ts';
import type { LinkColumn, LinkTable } from '../linkage/link-table.ts';

/** Customers as they are compared: those with a number, in the order of their tab. */
export interface LinkedCustomers {
  readonly numbers: readonly string[];
  /** row of the tab's block of each, counted from 0 */
  readonly rows: readonly number[];
  readonly table: LinkTable;
  /** the field of each of the table's columns */
  readonly fields: readonly Field[];
}

/**
 * The columns of a tab that tell who somebody is, by what the dictionary says of their fields. A row without a number
 * cannot be spoken of and is left out.
 *
 * @param cell of a row (from 0) and a field's key
 */
export function linkedCustomers(
  fields: readonly Field[],
  series: Field,
  amount: number,
  cell: (row: number, key: string) => Cell,
): LinkedCustomers {
  const numbers: string[] = [];
  const rows: number[] = [];
  for (let row = 0; row < amount; row++) {
    const number = cellText(cell(row, series.key)).trim();
    if (number === '') continue;
    numbers.push(number);
    rows.push(row);
  }
  const compared = fields.filter((field) => field.key !== series.key && linkKind(field) !== undefined);
  const columns = compared.map(
    (field): LinkColumn => ({ kind: linkKind(field)!, cells: rows.map((row) => cellText(cell(row, field.key))) }),
  );
  return { numbers, rows, table: { size: rows.length, columns }, fields: compared };
}
