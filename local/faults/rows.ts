import type { SheetState, WorkbookState } from '../contract.ts';
import { shown } from './shown.ts';

/** A filled row as texts by column; columns go by what identifies them, wherever they stand. */
export interface Row {
  /** 0-based */
  at: number;
  values: Record<string, string>;
}

/** What identifies each column: its metadata, else its header, else its place. */
export function columnKeys(state: WorkbookState, sheet: SheetState): string[] {
  const keys = Array.from({ length: sheet.columnCount }, (_, column) => shown(state, sheet.cells[0]?.[column]) || `#${column}`);
  for (const { at, value } of state.metadata)
    if (at.kind === 'column' && at.sheet === sheet.id && at.index !== undefined && value) keys[at.index] = value;
  return keys;
}

/** All rows below the header that hold anything; unticked checkboxes count as nothing. */
export function filledRows(state: WorkbookState, sheet: SheetState): Row[] {
  const keys = columnKeys(state, sheet);
  const rows: Row[] = [];
  sheet.cells.forEach((row, at) => {
    const values: Record<string, string> = {};
    row?.forEach((cell, column) => {
      const text = cell?.v === false ? '' : shown(state, cell);
      if (text !== '') values[keys[column]!] = text;
    });
    if (at > 0 && Object.keys(values).length > 0) rows.push({ at, values });
  });
  return rows;
}
