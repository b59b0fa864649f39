/** Finds the cells whose dropdown takes its options from a range that changed: their marks may be right or wrong now. */
import type { Rect, SheetState, WorkbookState } from '../contract.ts';
import { unquoteSheetName } from '../model/a1.ts';

/** @param changed ids of the tabs whose cells changed */
export function dependentCells(state: WorkbookState, changed: ReadonlySet<number>): { sheet: SheetState; rect: Rect }[] {
  const names = new Set(state.sheets.filter(({ id }) => changed.has(id)).map(({ name }) => name));
  const rules = new Set<number>();
  for (const [index, { criteria, args }] of state.validations.entries()) {
    const [range] = args;
    if (criteria !== 'VALUE_IN_RANGE' || typeof range !== 'string') continue;
    const end = range.lastIndexOf('!');
    if (end > 0 && names.has(unquoteSheetName(range.slice(0, end)))) rules.add(index);
  }
  return rules.size === 0 ? [] : state.sheets.flatMap((sheet) => columnsUnder(sheet, rules));
}

/** From the first to the last filled cell of each column that is under one of the rules. */
function columnsUnder(sheet: SheetState, rules: ReadonlySet<number>): { sheet: SheetState; rect: Rect }[] {
  const spans = new Map<number, { first: number; last: number }>();
  for (const [row, cells] of sheet.cells.entries())
    for (const [column, cell] of (cells ?? []).entries()) {
      if (cell?.d === undefined || !rules.has(cell.d) || cell.v == null || cell.v === '') continue;
      const span = spans.get(column);
      if (span) span.last = row;
      else spans.set(column, { first: row, last: row });
    }
  return [...spans].map(([column, { first, last }]) => ({
    sheet,
    rect: { row: first, column, rows: last - first + 1, columns: 1 },
  }));
}
