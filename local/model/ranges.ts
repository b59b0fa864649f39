import type { Rect, SheetState, WorkbookState } from '../contract.ts';
import { type Reference, referencesOf } from './references.ts';

export interface SheetRange {
  sheet: SheetState;
  rect: Rect;
}

/** `选项!A2:A` or a named range as a rectangle of its tab, open ends running to the grid's edge; `undefined` when there is none. */
export function resolveRange(state: WorkbookState, text: string, own?: SheetState): SheetRange | undefined {
  const name = text.replace(/^=/, '').trim();
  const named = state.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase());
  if (named) {
    const sheet = state.sheets.find((candidate) => candidate.id === named.sheet);
    return sheet && { sheet, rect: named.rect };
  }
  const [reference] = referencesOf(name);
  return reference && resolveReference(state, reference, own);
}

/** `undefined` when the tab is unknown. */
export function resolveReference(state: WorkbookState, reference: Reference, own?: SheetState): SheetRange | undefined {
  const wanted = reference.sheet?.toLowerCase();
  const sheet = wanted === undefined ? own : state.sheets.find((candidate) => candidate.name.toLowerCase() === wanted);
  if (!sheet) return undefined;
  const { first, last = first } = reference;
  const rows = bounds(first.row, last.row, sheet.rowCount);
  const columns = bounds(first.column, last.column, sheet.columnCount);
  return { sheet, rect: { row: rows[0], column: columns[0], rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 } };
}

function bounds(a: number | undefined, b: number | undefined, size: number): [number, number] {
  if (a === undefined || b === undefined) return [a ?? (b === undefined ? 0 : b), Math.max(size - 1, a ?? b ?? 0)];
  return a <= b ? [a, b] : [b, a];
}
