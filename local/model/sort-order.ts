/** The order in which Sheets sorts: numbers, texts, booleans, errors, and blanks last whichever way. */
import { isBlank } from './criteria.ts';
import type { CellValue } from './workbook.ts';

interface SortKey {
  /** offset within the rows given */
  column: number;
  ascending: boolean;
}

/** `order[i]` is the row that comes to place `i`; equal rows keep their order. `locale` as the workbook has it. */
export function sortOrder(rows: readonly (readonly CellValue[])[], keys: readonly SortKey[], locale: string): number[] {
  const collator = new Intl.Collator(locale.replace('_', '-'), { sensitivity: 'variant' });
  const order = rows.map((_, index) => index);
  order.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const difference = compare(rows[a]![column] ?? null, rows[b]![column] ?? null, ascending, collator);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return order;
}

function compare(a: CellValue, b: CellValue, ascending: boolean, collator: Intl.Collator): number {
  if (isBlank(a) || isBlank(b)) return Number(isBlank(a)) - Number(isBlank(b));
  const direction = ascending ? 1 : -1;
  const kinds = kindOf(a) - kindOf(b);
  if (kinds !== 0) return kinds * direction;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b) * direction;
  if (typeof a === 'object' || typeof b === 'object') return 0;
  return (Number(a) - Number(b)) * direction;
}

function kindOf(value: CellValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;
}
