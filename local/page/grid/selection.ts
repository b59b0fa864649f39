/** What is selected, as the workbook's rectangles. */
import { SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import type { IRange, Worksheet } from '@univerjs/presets';
import type { Rect } from '../../contract.ts';
import type { Engine } from './engine.ts';
import { type SheetCanvas, UNIT } from './sheet-canvas.ts';
import { range } from './tab-data.ts';

/** Univer leaves the ends of whole rows and columns open (`NaN`). */
export function rectIn(worksheet: Worksheet, of: IRange): Rect {
  const row = Number.isNaN(of.startRow) ? 0 : of.startRow;
  const column = Number.isNaN(of.startColumn) ? 0 : of.startColumn;
  const endRow = Number.isNaN(of.endRow) ? worksheet.getRowCount() - 1 : of.endRow;
  const endColumn = Number.isNaN(of.endColumn) ? worksheet.getColumnCount() - 1 : of.endColumn;
  return { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
}

export function selectedRects(engine: Engine, canvas: SheetCanvas): Rect[] {
  const selections = engine.injector.get(SheetsSelectionsService).getCurrentSelections();
  return selections.map((selection) => rectIn(canvas.activeSheet, selection.range));
}

/** The cell that typing goes to. */
export function activeCell(engine: Engine): { row: number; column: number } | undefined {
  const primary = engine.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
  return primary ? { row: primary.actualRow, column: primary.actualColumn } : undefined;
}

export function select(engine: Engine, canvas: SheetCanvas, rect: Rect): void {
  const { row, column } = rect;
  const primary = {
    startRow: row,
    startColumn: column,
    endRow: row,
    endColumn: column,
    actualRow: row,
    actualColumn: column,
    isMerged: false,
    isMergedMainCell: false,
  };
  const selections = [{ range: range(rect), primary, style: null }];
  const target = { unitId: UNIT, subUnitId: String(canvas.activeId) };
  engine.commands.syncExecuteCommand('sheet.operation.set-selections', { ...target, selections });
  void engine.commands.executeCommand('sheet.operation.scroll-to-range', { range: range({ ...rect, rows: 1, columns: 1 }) });
}
