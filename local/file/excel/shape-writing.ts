/** Widths, heights, hidden lines, merges, filter and protection of a tab. */
import type { Worksheet } from 'exceljs';
import type { Rect, SheetState } from '../../contract.ts';
import { rectName } from '../../model/a1.ts';

export function writeShape(target: Worksheet, sheet: SheetState): void {
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const pixels = { ...sheet.columnWidths };
  for (const column of hiddenColumns) pixels[column] ??= 100;
  for (const [column, width] of Object.entries(pixels)) {
    const targetColumn = target.getColumn(Number(column) + 1);
    // ExcelJS takes exactly 9 for its own default and leaves it out
    targetColumn.width = width === 63 ? 9.001 : width / 7;
    if (hiddenColumns.has(Number(column))) targetColumn.hidden = true;
  }
  for (const [row, height] of Object.entries(sheet.rowHeights)) target.getRow(Number(row) + 1).height = height * 0.75;
  for (const row of [...sheet.hiddenRows, ...sheet.filteredRows]) {
    const targetRow = target.getRow(row + 1);
    targetRow.hidden = true;
    // ExcelJS leaves a row out that has neither cells nor a height
    targetRow.height ??= 15.75;
  }
  for (const { row, column, rows, columns } of sheet.merges) {
    target.mergeCellsWithoutStyle(row + 1, column + 1, row + rows, column + columns);
  }
  // a filter of a single row has nothing to filter
  if (sheet.filter) target.autoFilter = rectName(sheet.filter.rect);
  const whole = sheet.protections.find(({ rect, warningOnly }) => !rect && !warningOnly);
  if (whole) {
    target.protect('', { autoFilter: true, formatColumns: true, formatRows: true });
    for (const rect of whole.unprotected ?? []) unlock(target, rect);
  }
}

/** More open cells than this are not written cell by cell. */
export const mostOpenCells = 100_000;

/** Excel locks by cell; a rectangle with no end would make a cell of every row. */
function unlock(target: Worksheet, rect: Rect): void {
  if (rect.rows * rect.columns > mostOpenCells) return;
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      const cell = target.getCell(row + 1, column + 1);
      cell.style = { ...cell.style, protection: { locked: false } };
    }
  }
}
