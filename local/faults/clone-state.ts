import type { CellState, SheetState, WorkbookState } from '../contract.ts';

const cloneRow = (row: SheetState['cells'][number]): SheetState['cells'][number] =>
  // a cell's value may be an error object, which nobody changes in place
  row?.map((cell): CellState | null | undefined => cell && { ...cell });

/** A copy that shares nothing that operations change: several times faster than `structuredClone` on a filled tab. */
export function cloneState({ sheets, ...rest }: WorkbookState): WorkbookState {
  return {
    ...structuredClone(rest),
    sheets: sheets.map(({ cells, ...sheet }) => ({ ...structuredClone(sheet), cells: cells.map(cloneRow) })),
  };
}
