import type { CellPatch, CellState, Op } from '../contract.ts';
import type { Workbook } from '../model/workbook.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkGrowth, sheetState } from './grid.ts';
import { SheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';

function patchOf(book: Workbook, cell: CellState | null | undefined): CellPatch | null {
  if (!cell) return null;
  const patch: CellPatch = cell.f === undefined ? { v: cell.v ?? null } : { v: null, f: cell.f };
  if (cell.s !== undefined) patch.s = { ...book.styleOf(cell) };
  if (cell.d !== undefined) patch.d = book.validationOf(cell)!;
  if (cell.n !== undefined) patch.n = cell.n;
  return patch;
}

/** A tab as a second one: all but its protections and its metadata. */
export function copySheetOps(context: ExecutionContext, source: number, id: number, name: string, position: number): Op[] {
  const { cells, ...rest } = sheetState(context, source);
  checkGrowth(context, rest.rowCount * rest.columnCount);
  const width = cells.reduce((widest, line) => Math.max(widest, line?.length ?? 0), 0);
  const patches = Array.from(cells, (line) => Array.from({ length: width }, (_, j) => patchOf(context.book, line?.[j])));
  const sheet = { ...structuredClone(rest), id, name, cells: [], protections: [], hidden: undefined };
  const add: Op = { op: 'addSheet', sheet, position };
  return width === 0 ? [add] : [add, { op: 'cells', sheet: id, row: 0, column: 0, cells: patches }];
}

/** Into the same workbook only: others cannot be opened here. */
function copyTo(context: ExecutionContext, sheet: SheetObject): SheetObject {
  context.commit();
  const { sheets, nextIds, locale } = context.book.state;
  const base = sheetState(context, sheet.id).name;
  const title = locale.startsWith('zh') ? `“${base}”的副本` : `Copy of ${base}`;
  let name = title;
  for (let number = 2; context.book.sheetByName(name); number++) name = `${title} ${number}`;
  const id = nextIds.sheet;
  context.restructure(() => copySheetOps(context, sheet.id, id, name, sheets.length));
  return new SheetObject(id);
}

export const sheetCopy: Methods<SheetObject> = {
  copyTo: ['Spreadsheet', copyTo],
};
