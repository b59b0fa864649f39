import type { CellPatch, CellState, Op, SheetState } from '../contract.ts';
import type { Workbook } from '../model/workbook.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkGrowth, sheetState } from './grid.ts';
import { SheetObject, type SpreadsheetObject } from './objects.ts';
import { PER_CELL } from './prices.ts';
import type { Methods } from './service-class.ts';
import { freeChartId } from './sheet-charts.ts';

function patchOf(book: Workbook, cell: CellState | null | undefined): CellPatch | null {
  if (!cell) return null;
  const patch: CellPatch = cell.f === undefined ? { v: cell.v ?? null } : { v: null, f: cell.f };
  if (cell.s !== undefined) patch.s = { ...book.styleOf(cell) };
  if (cell.d !== undefined) patch.d = book.validationOf(cell)!;
  if (cell.n !== undefined) patch.n = cell.n;
  if (cell.r !== undefined) patch.r = cell.r;
  return patch;
}

/** The charts of a copied tab read the copy; in another workbook they lose what they read on other tabs. */
function copiedCharts(context: ExecutionContext, charts: SheetState['charts'], from: number, to: number, within: boolean) {
  return charts.map(({ spec }) => ({
    id: freeChartId(context),
    spec: {
      ...structuredClone(spec),
      ranges: spec.ranges.flatMap((range) => (range.sheet === from ? { ...range, sheet: to } : within ? range : [])),
    },
  }));
}

/** A tab as a second one, of this or of another workbook: all but its protections and its metadata. */
export function copySheetOps(context: ExecutionContext, source: SheetObject, id: number, name: string, position: number): Op[] {
  const { sheet, book } = context.within(source.place, () => ({ sheet: sheetState(context, source.id), book: context.book }));
  const { cells, ...rest } = sheet;
  checkGrowth(context, rest.rowCount * rest.columnCount);
  const width = cells.reduce((widest, line) => Math.max(widest, line?.length ?? 0), 0);
  const patches = Array.from(cells, (line) => Array.from({ length: width }, (_, j) => patchOf(book, line?.[j])));
  const charts = copiedCharts(context, rest.charts, source.id, id, book === context.book);
  const copy = { ...structuredClone(rest), id, name, cells: [], protections: [], charts, hidden: undefined };
  const add: Op = { op: 'addSheet', sheet: copy, position };
  return width === 0 ? [add] : [add, { op: 'cells', sheet: id, row: 0, column: 0, cells: patches }];
}

/** The name Google gives to a copy, in the language of the workbook it goes to. */
export function copyName({ book }: ExecutionContext, original: string): string {
  const title = book.state.locale.startsWith('zh') ? `“${original}”的副本` : `Copy of ${original}`;
  let name = title;
  for (let number = 2; book.sheetByName(name); number++) name = `${title} ${number}`;
  return name;
}

function copyTo(context: ExecutionContext, sheet: SheetObject, target: SpreadsheetObject): SheetObject {
  context.commit();
  const { name: base, cells } = context.within(sheet.place, () => sheetState(context, sheet.id));
  const filled = cells.reduce((sum, line) => sum + (line?.reduce((own, cell) => own + (cell ? 1 : 0), 0) ?? 0), 0);
  context.meter.charge('sheetCopy', filled * PER_CELL.values, filled);
  const copy = context.within(target.place, () => {
    const { sheets, nextIds } = context.book.state;
    const made = new SheetObject(nextIds.sheet);
    context.restructure(() => copySheetOps(context, sheet, made.id, copyName(context, base), sheets.length));
    return made;
  });
  copy.place = target.place ?? context.surroundings;
  return copy;
}

export const sheetCopy: Methods<SheetObject> = {
  copyTo: ['Spreadsheet', copyTo],
};
