import { isTextField, numberFormat } from '../domain/dictionary/formats.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { LedgerTab } from './ledger-tab.ts';

/** Fields whose columns stand side by side: a row written in one call is there as a whole or not at all. */
function neighbours(tab: LedgerTab): Field[][] {
  const groups: Field[][] = [];
  for (const field of [...tab.fields()].sort((a, b) => tab.column(a.key) - tab.column(b.key))) {
    const last = groups[groups.length - 1];
    if (last && tab.column(last[last.length - 1]!.key) + 1 === tab.column(field.key)) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

/**
 * Queues rows of a settings tab below its last one. Text stays text, whatever it begins with.
 *
 * @param rows values by the keys of fields
 */
export function appendRows(tab: LedgerTab, rows: readonly Readonly<Record<string, string | number>>[]): void {
  if (rows.length === 0) return;
  const first = 2 + tab.dataRows();
  const lacking = first + rows.length - 1 - tab.sheet.getMaxRows();
  if (lacking > 0) tab.sheet.insertRowsAfter(tab.sheet.getMaxRows(), lacking);
  for (const fields of neighbours(tab)) {
    const range = tab.sheet.getRange(first, tab.column(fields[0]!.key), rows.length, fields.length);
    if (fields.some(isTextField)) range.setNumberFormats(rows.map(() => fields.map(numberFormat)));
    range.setValues(rows.map((row) => fields.map((field) => row[field.key] ?? '')));
  }
}
