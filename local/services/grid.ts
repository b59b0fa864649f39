import type { OpenSides, Rect, SheetState } from '../contract.ts';
import { cellName, columnIndex, unquoteSheetName } from '../model/a1.ts';
import type { ExecutionContext } from './execution-context.ts';
import { RangeObject } from './objects.ts';
import { ServiceError } from './service-object.ts';

/** @throws ServiceError when the tab has been deleted since the script got hold of it */
export function sheetState(context: ExecutionContext, id: number): SheetState {
  const sheet = context.book.state.sheets.find((each) => each.id === id);
  if (!sheet) throw new ServiceError(`Sheet ${id} not found`);
  return sheet;
}

/**
 * A range of a tab, its coordinates 1-based as scripts give them.
 * @throws ServiceError with Google's texts for what lies outside the grid
 */
export function rangeAt(sheet: SheetState, row: number, column: number, rows = 1, columns = 1): RangeObject {
  const [top, left, height, width] = [row, column, rows, columns].map(Math.trunc) as [number, number, number, number];
  if (top < 1) throw new ServiceError('The starting row of the range is too small.');
  if (left < 1) throw new ServiceError('The starting column of the range is too small.');
  if (height < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (width < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  if (top - 1 + height > sheet.rowCount || left - 1 + width > sheet.columnCount) {
    throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return new RangeObject(sheet.id, { row: top - 1, column: left - 1, rows: height, columns: width });
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?(\d+)?$/;

function parseEnd(text: string): { row?: number; column?: number } | undefined {
  const match = CELL.exec(text.trim());
  if (!match || (!match[1] && !match[2])) return undefined;
  return { column: match[1] ? columnIndex(match[1]) : undefined, row: match[2] ? Number(match[2]) - 1 : undefined };
}

/** `R2C3:R4C5` by numbers; `RC1` without them is the cell of that name. */
const BY_NUMBER = /^R([1-9]\d*)C([1-9]\d*)$/i;

function byLetters(text: string): string {
  const match = BY_NUMBER.exec(text.trim());
  return match ? cellName(Number(match[1]) - 1, Number(match[2]) - 1) : text;
}

/** `A1`, `A1:B2`, `A:C`, `2:3`, `A2:C`, `R1C1:R2C2` as a rectangle of the tab; `undefined` when it is no such thing. */
function parseRect(sheet: SheetState, text: string): (Rect & { open?: OpenSides }) | undefined {
  const parts = text.split(':').map(byLetters);
  if (parts.length > 2) return undefined;
  const from = parseEnd(parts[0]!);
  const to = parts.length === 2 ? parseEnd(parts[1]!) : from;
  if (!from || !to || (parts.length === 1 && (from.row === undefined || from.column === undefined))) return undefined;
  const row = Math.min(from.row ?? to.row ?? 0, to.row ?? from.row ?? 0);
  const column = Math.min(from.column ?? to.column ?? 0, to.column ?? from.column ?? 0);
  const openBelow = from.row === undefined || to.row === undefined;
  const openRight = from.column === undefined || to.column === undefined;
  const lastRow = openBelow ? sheet.rowCount - 1 : Math.max(from.row!, to.row!);
  const lastColumn = openRight ? sheet.columnCount - 1 : Math.max(from.column!, to.column!);
  const top = from.row === undefined && to.row === undefined ? 0 : row;
  const left = from.column === undefined && to.column === undefined ? 0 : column;
  const open: OpenSides = {};
  if (openBelow) open.rows = from.row === to.row ? 'both' : 'end';
  if (openRight) open.columns = from.column === to.column ? 'both' : 'end';
  const rect = { row: top, column: left, rows: lastRow - top + 1, columns: lastColumn - left + 1 };
  return openBelow || openRight ? { ...rect, open } : rect;
}

/**
 * `A1:B2`, `Tab!A1` or the name of a named range.
 * @param home the tab that an address without one means
 * @throws ServiceError `Range not found`, or that it lies outside the grid
 */
export function rangeByText(context: ExecutionContext, home: SheetState, text: string): RangeObject {
  const named = context.book.state.namedRanges.find((each) => each.name.toLowerCase() === text.toLowerCase());
  if (named) return new RangeObject(named.sheet, named.rect, named.open);
  const bang = text.lastIndexOf('!');
  // an address that begins with `!` is one of this tab
  const sheet = bang <= 0 ? home : context.book.sheetByName(unquoteSheetName(text.slice(0, bang)));
  const rect = sheet && parseRect(sheet, text.slice(bang + 1));
  if (!sheet || !rect) throw new ServiceError('Range not found');
  const found = rangeAt(sheet, rect.row + 1, rect.column + 1, rect.rows, rect.columns);
  return rect.open ? new RangeObject(sheet.id, found.rect, rect.open) : found;
}

/** @throws ServiceError when the workbook would hold more cells than Google allows */
export function checkGrowth(context: ExecutionContext, moreCells: number): void {
  const cells = context.book.state.sheets.reduce((sum, each) => sum + each.rowCount * each.columnCount, 0);
  const { maxCells } = context.book;
  if (moreCells > 0 && cells + moreCells > maxCells) {
    throw new ServiceError(
      `This action would increase the number of cells in the workbook above the limit of ${maxCells} cells.`,
    );
  }
}

/** @throws ServiceError when a matrix does not have the range's size (platform.md §5) */
export function checkSize(rect: Rect, data: readonly (readonly unknown[])[]): void {
  const mismatch = (what: string, has: number, range: number) =>
    new ServiceError(
      `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${range}.`,
    );
  if (data.length !== rect.rows) throw mismatch('rows', data.length, rect.rows);
  for (const line of data) if (line.length !== rect.columns) throw mismatch('columns', line.length, rect.columns);
}
