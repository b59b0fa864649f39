import { openName } from '../model/a1.ts';
import type { ExecutionContext } from './execution-context.ts';
import { rangeAt, sheetState } from './grid.ts';
import { type RangeObject, SheetObject } from './objects.ts';
import { selectCell } from './selection.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

function offset(context: ExecutionContext, range: RangeObject, down: number, right: number, rows?: number, columns?: number) {
  const { rect } = range;
  const sheet = sheetState(context, range.sheet);
  return rangeAt(sheet, rect.row + 1 + down, rect.column + 1 + right, rows ?? rect.rows, columns ?? rect.columns);
}

function cellOf(context: ExecutionContext, range: RangeObject, row: number, column: number): RangeObject {
  if (row < 1 || column < 1 || row > range.rect.rows || column > range.rect.columns) {
    throw new ServiceError('Cell reference out of range');
  }
  return rangeAt(sheetState(context, range.sheet), range.rect.row + row, range.rect.column + column);
}

function activate(context: ExecutionContext, range: RangeObject): RangeObject {
  context.select(range.sheet, range.rect);
  return range;
}

/** Where a range is. */
export const rangePlace: Methods<RangeObject> = {
  getA1Notation: ['', (_, { rect, open }) => openName(rect, open)],
  isStartRowBounded: ['', (_, { open }) => open?.rows !== 'both'],
  isEndRowBounded: ['', (_, { open }) => open?.rows === undefined],
  isStartColumnBounded: ['', (_, { open }) => open?.columns !== 'both'],
  isEndColumnBounded: ['', (_, { open }) => open?.columns === undefined],
  getRow: ['', (_, { rect }) => rect.row + 1],
  getRowIndex: ['', (_, { rect }) => rect.row + 1],
  getColumn: ['', (_, { rect }) => rect.column + 1],
  getColumnIndex: ['', (_, { rect }) => rect.column + 1],
  getLastRow: ['', (_, { rect }) => rect.row + rect.rows],
  getLastColumn: ['', (_, { rect }) => rect.column + rect.columns],
  getNumRows: ['', (_, { rect }) => rect.rows],
  getNumColumns: ['', (_, { rect }) => rect.columns],
  getHeight: ['', (_, { rect }) => rect.rows],
  getWidth: ['', (_, { rect }) => rect.columns],
  getGridId: ['', (_, { sheet }) => sheet],
  getSheet: ['', (_, { sheet }) => new SheetObject(sheet)],
  getCell: ['int, int', (context, range, row: number, column: number) => cellOf(context, range, row, column)],
  offset: ['int, int | int, int, int | int, int, int, int', offset],
  activate: ['', activate],
  activateAsCurrentCell: ['', selectCell],
};
