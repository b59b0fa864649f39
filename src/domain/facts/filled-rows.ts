import { isBlank } from '../check/cell.ts';
import type { DateOrder } from '../dates/date-reading.ts';
import type { Locale } from '../locale.ts';
import type { Table } from '../reminders/find-reminders.ts';

/** What the reading of records depends on besides the dictionary. */
export interface FactsContext {
  /** in which words of options are shown */
  language: Locale;
  /** `yyyy-MM-dd` in the workbook's zone */
  today: string;
  dateOrder: DateOrder;
  /** code of the workbook's currency */
  currency: string;
}

/** Rows in which something stands in one of the fields; a box without its tick is nothing. */
export function filledRows(table: Table, keys: readonly string[]): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++)
    if (
      keys.some((key) => {
        const cell = table.cell(row, key);
        return typeof cell !== 'boolean' && !isBlank(cell);
      })
    )
      rows.push(row);
  return Int32Array.from(rows);
}
