/** Operations written for one state, rewritten for the state after somebody else's. */
import type { CellPatch, Op, Rect } from '../contract.ts';
import { cellsOp } from './apply-cells.ts';
import { type AxisChange, axisChangeOf, mapIndex, mapRect, mapRects, mapSpan } from './axis.ts';
import { contains } from './rects.ts';

/** `ops` as they must read after `over` was applied first. What `over` deleted or wrote itself is dropped from them. */
export function rebaseOps(ops: readonly Op[], over: readonly Op[]): Op[] {
  let rebased = [...ops];
  for (const other of over) {
    let current: Op | undefined = other;
    const next: Op[] = [];
    for (const op of rebased) {
      if (!current) next.push(op);
      else {
        next.push(...rebaseOne(op, current));
        current = rebaseOne(current, op)[0];
      }
    }
    rebased = next;
  }
  return rebased;
}

function rebaseOne(op: Op, over: Op): Op[] {
  if (over.op === 'deleteSheet' && 'sheet' in op && op.sheet === over.sheet) return [];
  if (!('sheet' in op) || !('sheet' in over) || op.sheet !== over.sheet || op.op === 'addSheet') return [op];
  const change = axisChangeOf(over);
  if (change) return overStructure(op, change);
  if (over.op === 'sort') return overSort(op, over);
  if (over.op === 'cells') return withoutCells(op, over.row, over.column, over.cells);
  if (over.op === 'fill') return withoutFill(op, over.rects, over.patch);
  return [op];
}

function overStructure(op: Op, change: AxisChange): Op[] {
  switch (op.op) {
    case 'cells':
      return shiftCells(op, change);
    case 'fill': {
      const rects = mapRects(op.rects, change);
      return rects.length > 0 ? [{ ...op, rects }] : [];
    }
    case 'sort': {
      const rect = mapRect(op.rect, change);
      return rect && rect.rows === op.rect.rows && rect.columns === op.rect.columns ? [{ ...op, rect }] : [];
    }
    case 'insertRows':
    case 'insertColumns': {
      if (op.op.endsWith('Rows') !== (change.axis === 'row')) return [op];
      const { formatFrom: _, ...rest } = op;
      if (change.kind === 'delete') return [{ ...rest, at: op.at - Math.max(0, Math.min(change.count, op.at - change.at)) }];
      return [{ ...rest, at: mapIndex(op.at, change) ?? op.at }];
    }
    case 'deleteRows':
    case 'deleteColumns':
    case 'moveRows':
    case 'moveColumns':
    case 'rowHeights':
    case 'columnWidths':
    case 'hideRows':
    case 'hideColumns': {
      if (op.op.endsWith('Rows') !== (change.axis === 'row') && !(op.op === 'rowHeights' && change.axis === 'row')) return [op];
      const span = mapSpan({ start: op.at, count: op.count }, change);
      if (!span || span.count > op.count) return [];
      if (op.op !== 'moveRows' && op.op !== 'moveColumns') return [{ ...op, at: span.start, count: span.count }];
      const to =
        change.kind === 'delete'
          ? op.to - Math.max(0, Math.min(change.count, op.to - change.at))
          : (mapIndex(op.to, change) ?? op.to);
      return [{ ...op, at: span.start, count: span.count, to }];
    }
    default:
      return [op];
  }
}

function shiftCells(op: Extract<Op, { op: 'cells' }>, change: AxisChange): Op[] {
  const start = change.axis === 'row' ? op.row : op.column;
  const lines: Op[] = [];
  if (change.axis === 'row') {
    op.cells.forEach((line, i) => {
      const row = mapIndex(start + i, change);
      if (row !== undefined) lines.push(...cellsOp(op.sheet, row, op.column, [line]));
    });
    return lines;
  }
  const width = Math.max(0, ...op.cells.map((line) => line.length));
  for (let j = 0; j < width; j++) {
    const column = mapIndex(start + j, change);
    if (column !== undefined)
      lines.push(
        ...cellsOp(
          op.sheet,
          op.row,
          column,
          op.cells.map((line) => [line[j] ?? null]),
        ),
      );
  }
  return lines;
}

/** Cells that lie in the sorted rows went with them. */
function overSort(op: Op, over: Extract<Op, { op: 'sort' }>): Op[] {
  if (op.op === 'sort') return [];
  const { rect, order } = over;
  const place = new Map(order.map((from, i) => [rect.row + from, rect.row + i]));
  const moved = (row: number, column: number) => (contains(rect, row, column) ? place.get(row)! : row);
  if (op.op === 'cells') {
    return op.cells.flatMap((line, i) =>
      line.flatMap((patch, j) => cellsOp(op.sheet, moved(op.row + i, op.column + j), op.column + j, [[patch]])),
    );
  }
  if (op.op !== 'fill') return [op];
  const rects = op.rects.flatMap((area) => cellsIn(area).map((cell) => ({ ...cell, row: moved(cell.row, cell.column) })));
  return [{ ...op, rects }];
}

function cellsIn(rect: Rect): Rect[] {
  const cells: Rect[] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++)
      cells.push({ row, column, rows: 1, columns: 1 });
  }
  return cells;
}

function withoutCells(op: Op, row: number, column: number, written: (CellPatch | null)[][]): Op[] {
  return without(op, (r, c) => written[r - row]?.[c - column] ?? undefined);
}

function withoutFill(op: Op, rects: readonly Rect[], patch: CellPatch): Op[] {
  return without(op, (row, column) => (rects.some((rect) => contains(rect, row, column)) ? patch : undefined));
}

/** Takes out of a `cells` or `fill` operation what another has written to the same property of the same cell. */
function without(op: Op, writtenAt: (row: number, column: number) => CellPatch | undefined): Op[] {
  if (op.op === 'cells') {
    const cells = op.cells.map((line, i) =>
      line.map((patch, j) => patch && subtract(patch, writtenAt(op.row + i, op.column + j))),
    );
    return cellsOp(op.sheet, op.row, op.column, cells);
  }
  if (op.op !== 'fill') return [op];
  const parts = op.rects.flatMap((rect) => {
    if (!cellsIn(rect).some((cell) => writtenAt(cell.row, cell.column))) return [{ ...op, rects: [rect] }];
    const cells = Array.from({ length: rect.rows }, (_, i) =>
      Array.from({ length: rect.columns }, (_, j) => subtract(op.patch, writtenAt(rect.row + i, rect.column + j))),
    );
    return cellsOp(op.sheet, rect.row, rect.column, cells);
  });
  return parts;
}

function subtract(patch: CellPatch, written: CellPatch | undefined): CellPatch | null {
  if (!written) return patch;
  const left: CellPatch = { ...patch };
  if (written.v !== undefined || written.f !== undefined) {
    delete left.v;
    delete left.f;
  }
  if (written.d !== undefined) delete left.d;
  if (written.n !== undefined) delete left.n;
  if (written.s === null) delete left.s;
  else if (written.s && left.s) {
    const style = written.s;
    left.s = Object.fromEntries(Object.entries(left.s).filter(([key]) => !(key in style)));
  }
  return Object.keys(left).length > 0 ? left : null;
}
