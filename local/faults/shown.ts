import type { CellState, WorkbookState } from '../contract.ts';
import { displayValue } from '../model/display.ts';

/** What a cell shows; of a formula the formula, so that nothing has to be computed. */
export function shown(state: WorkbookState, cell: CellState | null | undefined): string {
  if (!cell) return '';
  if (cell.f !== undefined) return cell.f;
  const format = cell.s === undefined ? undefined : state.styles[cell.s]!.numberFormat;
  return displayValue(cell.v ?? null, format, state.locale);
}
