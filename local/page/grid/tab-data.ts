/** A tab without its cells in Univer's terms. */
import { BooleanNumber, type IRange, type IWorksheetData } from '@univerjs/presets';
import type { Rect } from '../../contract.ts';
import type { TabMeta } from '../../server/protocol.ts';

export const ROW_HEIGHT = 21;
export const COLUMN_WIDTH = 100;

export function range(rect: Rect): IRange {
  return {
    startRow: rect.row,
    startColumn: rect.column,
    endRow: rect.row + rect.rows - 1,
    endColumn: rect.column + rect.columns - 1,
  };
}

export function freezeOf(tab: TabMeta): IWorksheetData['freeze'] {
  const { frozenRows, frozenColumns } = tab;
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

export function worksheetData(tab: TabMeta): Partial<IWorksheetData> {
  const rowData: IWorksheetData['rowData'] = {};
  const columnData: IWorksheetData['columnData'] = {};
  for (const [row, h] of Object.entries(tab.rowHeights)) rowData[Number(row)] = { h };
  for (const row of tab.hiddenRows) rowData[row] = { ...rowData[row], hd: BooleanNumber.TRUE };
  for (const [column, w] of Object.entries(tab.columnWidths)) columnData[Number(column)] = { w };
  for (const column of tab.hiddenColumns) columnData[column] = { ...columnData[column], hd: BooleanNumber.TRUE };
  return {
    id: String(tab.id),
    name: tab.name,
    tabColor: tab.tabColor ?? '',
    hidden: tab.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    defaultRowHeight: ROW_HEIGHT,
    defaultColumnWidth: COLUMN_WIDTH,
    rowHeader: { width: 46, hidden: BooleanNumber.FALSE },
    columnHeader: { height: 20, hidden: BooleanNumber.FALSE },
    defaultStyle: { ff: 'Arial', fs: 10 },
    freeze: freezeOf(tab),
    mergeData: tab.merges.map(range),
    showGridlines: tab.hiddenGridlines ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowData,
    columnData,
    cellData: {},
  };
}
