import type { Op, SheetState } from '../contract.ts';
import { MAX_COLUMNS } from '../model/intent-paste.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkGrowth, sheetState } from './grid.ts';
import type { RangeObject, SheetObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';
import { checkRights } from './write-check.ts';

type Axis = 'row' | 'column';
/** pixels a row has for a line of text in the standard size */
const LINE_HEIGHT = 21;
const PLURAL = { row: 'Rows', column: 'Columns' } as const;

const sizeOf = (sheet: SheetState, axis: Axis): number => (axis === 'row' ? sheet.rowCount : sheet.columnCount);
const acrossOf = (sheet: SheetState, axis: Axis): number => (axis === 'row' ? sheet.columnCount : sheet.rowCount);
const frozenOf = (sheet: SheetState, axis: Axis): number => (axis === 'row' ? sheet.frozenRows : sheet.frozenColumns);

function rectOf(sheet: SheetState, axis: Axis, at: number, count: number) {
  return axis === 'row'
    ? { row: at, column: 0, rows: count, columns: sheet.columnCount }
    : { row: 0, column: at, rows: sheet.rowCount, columns: count };
}

/** @param at 0-based */
function checkBounds(sheet: SheetState, axis: Axis, at: number, count: number): void {
  if (count < 1 || at < 0 || at + count > sizeOf(sheet, axis)) {
    throw new ServiceError(`Those ${axis}s are out of bounds.`);
  }
}

function insert(
  context: ExecutionContext,
  id: number,
  axis: Axis,
  at: number,
  count: number,
  formatFrom: number | undefined,
): void {
  context.restructure(() => {
    const sheet = sheetState(context, id);
    if (count < 1 || at < 0 || at > sizeOf(sheet, axis)) throw new ServiceError(`Those ${axis}s are out of bounds.`);
    if (axis === 'column' && sheet.columnCount + count > MAX_COLUMNS)
      throw new ServiceError(`A sheet cannot have more than ${MAX_COLUMNS} columns.`);
    checkGrowth(context, count * acrossOf(sheet, axis));
    if (at < sizeOf(sheet, axis)) checkRights(context, sheet, rectOf(sheet, axis, at, 1));
    const from = formatFrom !== undefined && formatFrom >= 0 && formatFrom < sizeOf(sheet, axis) ? { formatFrom } : {};
    return [{ op: axis === 'row' ? 'insertRows' : 'insertColumns', sheet: id, at, count, ...from }];
  });
}

function remove(context: ExecutionContext, id: number, axis: Axis, at: number, count: number): void {
  context.restructure(() => {
    const sheet = sheetState(context, id);
    checkBounds(sheet, axis, at, count);
    const loose = sizeOf(sheet, axis) - frozenOf(sheet, axis);
    const goingLoose = Math.max(0, at + count - Math.max(at, frozenOf(sheet, axis)));
    if (goingLoose >= loose) throw new ServiceError(`Sorry, it is not possible to delete all non-frozen ${axis}s.`);
    checkRights(context, sheet, rectOf(sheet, axis, at, count));
    return [{ op: axis === 'row' ? 'deleteRows' : 'deleteColumns', sheet: id, at, count }];
  });
}

function move(context: ExecutionContext, axis: Axis, range: RangeObject, destination: number): void {
  const at = axis === 'row' ? range.rect.row : range.rect.column;
  const count = axis === 'row' ? range.rect.rows : range.rect.columns;
  context.restructure(() => {
    const sheet = sheetState(context, range.sheet);
    if (destination < 1 || destination > sizeOf(sheet, axis) + 1) throw new ServiceError(`Those ${axis}s are out of bounds.`);
    const to = destination - 1;
    if (to >= at && to <= at + count) return [];
    checkRights(context, sheet, rectOf(sheet, axis, at, count));
    return [{ op: axis === 'row' ? 'moveRows' : 'moveColumns', sheet: range.sheet, at, count, to }];
  });
}

/** Shows or hides; queued as Google queues it. */
function hide(context: ExecutionContext, id: number, axis: Axis, at: number, count: number, hidden: boolean): void {
  checkBounds(sheetState(context, id), axis, at, count);
  context.writeOps({ op: axis === 'row' ? 'hideRows' : 'hideColumns', sheet: id, at, count, hidden });
}

function resize(
  context: ExecutionContext,
  sheet: SheetObject,
  axis: Axis,
  at: number,
  count: number,
  pixels: number | null,
): SheetObject {
  checkBounds(sheetState(context, sheet.id), axis, at, count);
  if (pixels !== null && pixels < 0) throw new ServiceError(`Invalid argument: ${axis === 'row' ? 'height' : 'width'}`);
  const op: Op = { op: axis === 'row' ? 'rowHeights' : 'columnWidths', sheet: sheet.id, at, count, pixels };
  context.writeOps(op);
  return sheet;
}

/** A row does not become lower than its text by being told so, unless it is forced: `setRowHeightsForced`. */
const unforced = (axis: Axis, pixels: number): number => (axis === 'row' && pixels >= 0 ? Math.max(LINE_HEIGHT, pixels) : pixels);

function insertBeside(axis: Axis, after: boolean): Method<SheetObject>[1] {
  return (context, sheet, position: number, count = 1) => {
    // below or right of its neighbour, whose format it takes
    insert(
      context,
      sheet.id,
      axis,
      after ? position : position - 1,
      count as number,
      after ? position - 1 : position - 1 + (count as number) - 1,
    );
    return sheet;
  };
}

function methodsOf(axis: Axis): Methods<SheetObject> {
  const one = axis === 'row' ? 'Row' : 'Column';
  const many = PLURAL[axis];
  const size = axis === 'row' ? 'Height' : 'Width';
  const spot = ({ rect }: RangeObject) =>
    axis === 'row' ? ([rect.row, rect.rows] as const) : ([rect.column, rect.columns] as const);
  const state = (context: ExecutionContext, id: number) => {
    context.look();
    return sheetState(context, id);
  };
  const stateAt = (context: ExecutionContext, id: number, at: number) => {
    const sheet = state(context, id);
    checkBounds(sheet, axis, at - 1, 1);
    return sheet;
  };
  return {
    [`insert${one}After`]: ['int', insertBeside(axis, true)],
    [`insert${many}After`]: ['int, int', insertBeside(axis, true)],
    [`insert${one}Before`]: ['int', insertBeside(axis, false)],
    [`insert${many}Before`]: ['int, int', insertBeside(axis, false)],
    [`insert${many}`]: [
      'int | int, int',
      (context, { id }, at: number, count = 1) => insert(context, id, axis, at - 1, count as number, undefined),
    ],
    [`delete${one}`]: [
      'int',
      (context, sheet, at: number) => {
        remove(context, sheet.id, axis, at - 1, 1);
        return sheet;
      },
    ],
    [`delete${many}`]: ['int, int', (context, { id }, at: number, count: number) => remove(context, id, axis, at - 1, count)],
    [`move${many}`]: ['Range, int', (context, _, range: RangeObject, to: number) => move(context, axis, range, to)],
    [`hide${many}`]: [
      'int | int, int',
      (context, { id }, at: number, count = 1) => hide(context, id, axis, at - 1, count as number, true),
    ],
    [`show${many}`]: [
      'int | int, int',
      (context, { id }, at: number, count = 1) => hide(context, id, axis, at - 1, count as number, false),
    ],
    [`hide${one}`]: ['Range', (context, _, range: RangeObject) => hide(context, range.sheet, axis, ...spot(range), true)],
    [`unhide${one}`]: ['Range', (context, _, range: RangeObject) => hide(context, range.sheet, axis, ...spot(range), false)],
    [`is${one}HiddenByUser`]: [
      'int',
      (context, { id }, at: number) => stateAt(context, id, at)[axis === 'row' ? 'hiddenRows' : 'hiddenColumns'].includes(at - 1),
    ],
    [`set${one}${size}`]: [
      'int, int',
      (context, sheet, at: number, pixels: number) => resize(context, sheet, axis, at - 1, 1, unforced(axis, pixels)),
    ],
    [`set${one}${size}s`]: [
      'int, int, int',
      (context, sheet, at: number, count: number, pixels: number) =>
        resize(context, sheet, axis, at - 1, count, unforced(axis, pixels)),
    ],
    [`get${one}${size}`]: [
      'int',
      (context, { id }, at: number) => {
        const sheet = stateAt(context, id, at);
        return axis === 'row' ? (sheet.rowHeights[at - 1] ?? LINE_HEIGHT) : (sheet.columnWidths[at - 1] ?? 100);
      },
    ],
    [`autoResize${many}`]: [
      'int, int',
      (context, sheet, at: number, count: number) => resize(context, sheet, axis, at - 1, count, null),
    ],
    [`setFrozen${many}`]: [
      'int',
      (context, { id }, count: number) => {
        if (count < 0 || count >= sizeOf(sheetState(context, id), axis))
          throw new ServiceError(`Those ${axis}s are out of bounds.`);
        context.writeOps({ op: 'sheet', sheet: id, patch: axis === 'row' ? { frozenRows: count } : { frozenColumns: count } });
      },
    ],
    [`getFrozen${many}`]: ['', (context, { id }) => frozenOf(state(context, id), axis)],
  };
}

export const sheetAxes: Methods<SheetObject> = {
  ...methodsOf('row'),
  ...methodsOf('column'),
  autoResizeColumn: ['int', (context, sheet, at: number) => resize(context, sheet, 'column', at - 1, 1, null)],
  setRowHeightsForced: [
    'int, int, int',
    (context, sheet, at: number, count: number, pixels: number) => resize(context, sheet, 'row', at - 1, count, pixels),
  ],
  isRowHiddenByFilter: [
    'int',
    (context, { id }, at: number) => {
      context.look();
      const sheet = sheetState(context, id);
      checkBounds(sheet, 'row', at - 1, 1);
      return sheet.filteredRows.includes(at - 1);
    },
  ],
};
