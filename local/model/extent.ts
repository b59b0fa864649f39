/** How far a tab's contents reach, as `getLastRow` and `getLastColumn` count (platform.md §3). */
import type { CellState, SheetState } from '../contract.ts';

/** Values, unchecked checkboxes (`false`) and formulas that give `''` count; formats, notes and dropdowns alone do not. */
export function hasContent(cell: CellState | null | undefined): boolean {
  return (
    cell !== null && cell !== undefined && (cell.f !== undefined || (cell.v !== undefined && cell.v !== null && cell.v !== ''))
  );
}

/** Both 1-based, `0` when the tab is empty. */
export interface Extent {
  lastRow: number;
  lastColumn: number;
}

export function extentOf(sheet: SheetState): Extent {
  let lastRow = 0;
  let lastColumn = 0;
  for (let row = sheet.cells.length - 1; row >= 0; row--) {
    const line = sheet.cells[row];
    if (!line) continue;
    // below the last row with content every column counts; above it only columns further right are of interest
    for (let column = line.length - 1; column >= lastColumn; column--) {
      if (!hasContent(line[column])) continue;
      lastColumn = column + 1;
      if (lastRow === 0) lastRow = row + 1;
    }
  }
  return { lastRow, lastColumn };
}
