/** What the functions that apply operations share: the state, its tables, and whom to tell what changed. */
import type { SheetState, WorkbookState } from '../contract.ts';
import type { InternTables } from './intern.ts';

export interface ApplyContext {
  readonly state: WorkbookState;
  readonly tables: InternTables;
  hasFormulas(sheet: SheetState): boolean;
  /** content of a cell changed: value or formula */
  contentChanged(sheet: SheetState, row: number, column: number, hasOrHadFormula: boolean): void;
  /** positions or names changed so much that formulas are to be read anew; `newCells`: a tab came with cells of its own */
  structureChanged(newCells?: boolean): void;
  /** a tab came, without cells yet */
  tabCame(sheet: SheetState): void;
  /** a tab went, or has another name or size; formulas that named it have been rewritten */
  tabChanged(sheet: SheetState): void;
}

/** @throws Error for a tab that is not there: operations are resolved against this very state, so it is a bug */
export function sheetOf(state: WorkbookState, id: number): SheetState {
  const sheet = state.sheets.find((candidate) => candidate.id === id);
  if (!sheet) throw new Error(`No tab with id ${id}`);
  return sheet;
}
