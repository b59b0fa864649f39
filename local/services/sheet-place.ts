import type { ExecutionContext } from './execution-context.ts';
import { rangeAt, rangeByText, sheetState } from './grid.ts';
import { RangeListObject, RangeObject, type SheetObject, SpreadsheetObject } from './objects.ts';
import { readValues } from './range-read.ts';
import { sheetSelection } from './selection.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

/** The extent of the contents: has the queue applied and is a look-up of its own. */
function lastRow(context: ExecutionContext, sheet: SheetObject): number {
  return context.extent(sheet.id, 'row');
}

function lastColumn(context: ExecutionContext, sheet: SheetObject): number {
  return context.extent(sheet.id, 'column');
}

/** A1 to the last row and column with contents; A1 alone on an empty tab. */
function dataRange(context: ExecutionContext, sheet: SheetObject): RangeObject {
  const rows = Math.max(1, lastRow(context, sheet));
  return new RangeObject(sheet.id, { row: 0, column: 0, rows, columns: Math.max(1, lastColumn(context, sheet)) });
}

function getRange(
  context: ExecutionContext,
  sheet: SheetObject,
  first: string | number,
  column = 1,
  rows = 1,
  columns = 1,
): RangeObject {
  const state = sheetState(context, sheet.id);
  if (typeof first === 'number') return rangeAt(state, first, column, rows, columns);
  return rangeByText(context, state, first);
}

function rangeList(context: ExecutionContext, sheet: SheetObject, addresses: string[]): RangeListObject {
  if (addresses.length === 0) throw new ServiceError('Range list cannot be empty');
  return new RangeListObject(addresses.map((address) => getRange(context, sheet, address)));
}

export const sheetPlace: Methods<SheetObject> = {
  getRange: ['string | int, int | int, int, int | int, int, int, int', getRange],
  getRangeList: ['string[]', rangeList],
  getDataRange: ['', dataRange],
  getLastRow: ['', lastRow],
  getLastColumn: ['', lastColumn],
  getMaxRows: ['', (context, { id }) => sheetState(context, id).rowCount],
  getMaxColumns: ['', (context, { id }) => sheetState(context, id).columnCount],
  getSheetValues: [
    'int, int, int, int',
    (context, { id }, row: number, column: number, rows: number, columns: number) =>
      readValues(context, rangeAt(sheetState(context, id), row, column, rows, columns)),
  ],
  ...sheetSelection,
  getParent: ['', () => new SpreadsheetObject()],
};
