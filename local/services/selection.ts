import type { Rect } from '../contract.ts';
import { contains } from '../model/rects.ts';
import type { ExecutionContext } from './execution-context.ts';
import { rangeByText, sheetState } from './grid.ts';
import { RangeListObject, RangeObject, SheetObject } from './objects.ts';
import { nextDataCell } from './range-jump.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';

class SelectionObject extends ServiceObject {
  readonly type = 'Selection';
}

const A1: Rect = { row: 0, column: 0, rows: 1, columns: 1 };

/** The tab in front. */
export function activeSheet(context: ExecutionContext): SheetObject {
  const { sheets } = context.book.state;
  const there = sheets.some((each) => each.id === context.selection.sheet);
  return new SheetObject(there ? context.selection.sheet : sheets[0]!.id);
}

/** What the user has selected on this tab; A1 where another tab is in front. */
export function activeRange(context: ExecutionContext, sheet: number): RangeObject {
  const { selection } = context;
  return new RangeObject(sheet, selection.sheet === sheet ? selection.rect : A1);
}

function activeRanges(context: ExecutionContext, sheet: number): RangeListObject {
  const { selection } = context;
  const rects = selection.sheet === sheet ? (selection.rects ?? [selection.rect]) : [A1];
  return new RangeListObject(rects.map((rect) => new RangeObject(sheet, rect)));
}

export function currentCell(context: ExecutionContext, sheet: number): RangeObject {
  const { selection } = context;
  const { rect } = activeRange(context, sheet);
  return new RangeObject(sheet, (selection.sheet === sheet && selection.cell) || { ...rect, rows: 1, columns: 1 });
}

export function selectRange(context: ExecutionContext, range: RangeObject): RangeObject {
  context.select(range.sheet, range.rect);
  return range;
}

/** The last of them is the active one. */
export function selectRanges(context: ExecutionContext, list: RangeListObject): RangeListObject {
  const { sheet, rect } = list.ranges.at(-1)!;
  context.select(sheet, rect, { rects: list.ranges.map((range) => range.rect) });
  return list;
}

/** Within a selected range the focus moves; anywhere else the cell becomes the whole selection. */
export function selectCell(context: ExecutionContext, cell: RangeObject): RangeObject {
  const { sheet, rect } = cell;
  if (rect.rows * rect.columns !== 1) throw new ServiceError('The range must be a single cell.');
  const { selection } = context;
  const rects = selection.rects ?? [selection.rect];
  const around = selection.sheet === sheet && rects.find((each) => contains(each, rect.row, rect.column));
  if (around) context.select(sheet, around, { rects: selection.rects, cell: rect });
  else context.select(sheet, rect);
  return cell;
}

/** The active range with one edge moved to the next cell with data, as with Ctrl, Shift and an arrow key. */
function nextDataRange(context: ExecutionContext, _: unknown, direction: EnumValue): RangeObject {
  const { id } = activeSheet(context);
  const { rect } = activeRange(context, id);
  const cell = currentCell(context, id).rect;
  const [bottom, right] = [rect.row + rect.rows - 1, rect.column + rect.columns - 1];
  const upright = direction.name === 'UP' || direction.name === 'DOWN';
  const forward = direction.name === 'DOWN' || direction.name === 'NEXT';
  // the edge that moves: the far one, unless the near one is away from the cell with the focus
  const edge = (first: number, last: number, focus: number): number =>
    forward ? (first < focus && last === focus ? first : last) : last > focus && first === focus ? last : first;
  const from: Rect = upright
    ? { row: edge(rect.row, bottom, cell.row), column: cell.column, rows: 1, columns: 1 }
    : { row: cell.row, column: edge(rect.column, right, cell.column), rows: 1, columns: 1 };
  const to = nextDataCell(context, new RangeObject(id, from), direction).rect;
  if (upright) {
    const row = Math.min(to.row, cell.row);
    return new RangeObject(id, { ...rect, row, rows: Math.max(to.row, cell.row) - row + 1 });
  }
  const column = Math.min(to.column, cell.column);
  return new RangeObject(id, { ...rect, column, columns: Math.max(to.column, cell.column) - column + 1 });
}

const focus = (context: ExecutionContext): RangeObject => currentCell(context, activeSheet(context).id);

/** Part of `SpreadsheetApp` and `Spreadsheet`: of the tab in front. */
export const selectionOfAll: Methods<ServiceObject> = {
  getActiveRange: ['', (context) => activeRange(context, activeSheet(context).id)],
  getActiveRangeList: ['', (context) => activeRanges(context, activeSheet(context).id)],
  getCurrentCell: ['', focus],
  getSelection: ['', () => new SelectionObject()],
  setActiveRange: ['Range', (context, _, range: RangeObject) => selectRange(context, range)],
  setActiveRangeList: ['RangeList', (context, _, list: RangeListObject) => selectRanges(context, list)],
  setCurrentCell: ['Range', (context, _, cell: RangeObject) => selectCell(context, cell)],
};

const setActiveSelection: Method<SheetObject> = [
  'string | Range',
  (context, { id }, place: string | RangeObject) =>
    selectRange(context, typeof place === 'string' ? rangeByText(context, sheetState(context, id), place) : place),
];

/** Part of `Sheet`. */
export const sheetSelection: Methods<SheetObject> = {
  ...selectionOfAll,
  getActiveRange: ['', (context, { id }) => activeRange(context, id)],
  getActiveRangeList: ['', (context, { id }) => activeRanges(context, id)],
  getActiveCell: ['', (context, { id }) => currentCell(context, id)],
  getCurrentCell: ['', (context, { id }) => currentCell(context, id)],
  setActiveSelection,
};

export const selectionMethods: Methods<SelectionObject> = {
  getActiveRange: selectionOfAll.getActiveRange!,
  getActiveRangeList: selectionOfAll.getActiveRangeList!,
  getActiveSheet: ['', activeSheet],
  getCurrentCell: ['', focus],
  getNextDataRange: ['Direction', nextDataRange],
};
