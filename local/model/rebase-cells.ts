/** Writes to cells, moved along with rows that others moved, and without what others wrote meanwhile. */
import type { CellPatch, Op, Rect } from '../contract.ts';
import { cellsOp } from './apply-cells.ts';
import { type AxisChange, mapIndex } from './axis.ts';
import { boundingRect, contains, intersection } from './rects.ts';

type CellsOp = Extract<Op, { op: 'cells' }>;
type FillOp = Extract<Op, { op: 'fill' }>;
type SortOp = Extract<Op, { op: 'sort' }>;

/** Lines that stay neighbours stay in one operation. */
export function shiftCells(op: CellsOp, change: AxisChange): Op[] {
  if (change.axis === 'row') {
    return runs(op.row, op.cells.length, change).flatMap(({ from, count, to }) =>
      cellsOp(op.sheet, to, op.column, op.cells.slice(from, from + count)),
    );
  }
  const width = Math.max(0, ...op.cells.map((line) => line.length));
  return runs(op.column, width, change).flatMap(({ from, count, to }) =>
    cellsOp(
      op.sheet,
      op.row,
      to,
      op.cells.map((line) => line.slice(from, from + count)),
    ),
  );
}

/** The offsets `[from, from + count)` that come to lie one after the other from position `to`. */
function runs(start: number, length: number, change: AxisChange): { from: number; count: number; to: number }[] {
  const found: { from: number; count: number; to: number }[] = [];
  for (let offset = 0; offset < length; offset++) {
    const to = mapIndex(start + offset, change);
    if (to === undefined) continue;
    const last = found.at(-1);
    if (last && last.from + last.count === offset && last.to + last.count === to) last.count++;
    else found.push({ from: offset, count: 1, to });
  }
  return found;
}

/** Cells in the sorted rows went with them. */
export function sortCells(op: CellsOp | FillOp, over: SortOp): Op[] {
  const { rect, order } = over;
  const place = new Map(order.map((from, i) => [rect.row + from, rect.row + i]));
  const moved = (row: number, column: number) => (contains(rect, row, column) ? place.get(row)! : row);
  if (op.op === 'fill') {
    return op.rects.flatMap((area) => {
      const inside = intersection(area, rect);
      const rests = outside(area, rect);
      const lines = Array.from({ length: inside?.rows ?? 0 }, (_, i) => inside!.row + i);
      const rects = lines.map((row) => ({ ...inside!, row: place.get(row)!, rows: 1 }));
      return [{ ...op, rects: [...rests, ...rects] }];
    });
  }
  return op.cells.flatMap((line, i) => {
    const row = op.row + i;
    if (row < rect.row || row >= rect.row + rect.rows) return cellsOp(op.sheet, row, op.column, [line]);
    return line.flatMap((patch, j) => cellsOp(op.sheet, moved(row, op.column + j), op.column + j, [[patch]]));
  });
}

/** Takes out of `op` what `over` has written to the same property of the same cell. */
export function withoutWritten(op: CellsOp | FillOp, over: CellsOp | FillOp): Op[] {
  const written = over.op === 'fill' ? over.rects : [cellsRect(over)];
  const patchAt = (row: number, column: number): CellPatch | undefined => {
    if (over.op === 'cells') return over.cells[row - over.row]?.[column - over.column] ?? undefined;
    return over.rects.some((rect) => contains(rect, row, column)) ? over.patch : undefined;
  };
  const bounding = boundingRect(written);
  if (!bounding) return [op];
  if (op.op === 'cells') {
    const common = intersection(cellsRect(op), bounding);
    if (!common) return [op];
    // a paste of 50,000 rows must not be gone through because somebody typed into one of them
    const cells = op.cells.slice();
    for (let i = common.row - op.row; i < common.row - op.row + common.rows; i++) {
      cells[i] = cells[i]!.map((patch, j) => patch && subtract(patch, patchAt(op.row + i, op.column + j)));
    }
    return cellsOp(op.sheet, op.row, op.column, cells);
  }
  return op.rects.flatMap((rect) => {
    const common = intersection(rect, bounding);
    if (!common) return [{ ...op, rects: [rect] }];
    const cells = Array.from({ length: common.rows }, (_, i) =>
      Array.from({ length: common.columns }, (_, j) => subtract(op.patch, patchAt(common.row + i, common.column + j))),
    );
    const rests = outside(rect, common);
    const kept: Op[] = rests.length > 0 ? [{ ...op, rects: rests }] : [];
    return [...kept, ...cellsOp(op.sheet, common.row, common.column, cells)];
  });
}

function cellsRect(op: CellsOp): Rect {
  const columns = op.cells.reduce((width, line) => Math.max(width, line.length), 0);
  return { row: op.row, column: op.column, rows: op.cells.length, columns };
}

/** What of `rect` lies above, below, left and right of `hole`. */
function outside(rect: Rect, hole: Rect): Rect[] {
  const common = intersection(rect, hole);
  if (!common) return [rect];
  const bottom = common.row + common.rows;
  const right = common.column + common.columns;
  return [
    { ...rect, rows: common.row - rect.row },
    { ...rect, row: bottom, rows: rect.row + rect.rows - bottom },
    { ...common, column: rect.column, columns: common.column - rect.column },
    { ...common, column: right, columns: rect.column + rect.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

function subtract(patch: CellPatch, written: CellPatch | undefined): CellPatch | null {
  if (!written) return patch;
  const left: CellPatch = { ...patch };
  if (written.v !== undefined || written.f !== undefined) {
    delete left.v;
    delete left.f;
    delete left.r;
  }
  if (written.d !== undefined) delete left.d;
  if (written.n !== undefined) delete left.n;
  if (written.r !== undefined) delete left.r;
  if (written.s === null) delete left.s;
  else if (written.s && left.s) {
    const style = written.s;
    left.s = Object.fromEntries(Object.entries(left.s).filter(([key]) => !(key in style)));
    if (Object.keys(left.s).length === 0) delete left.s;
  }
  return Object.keys(left).length > 0 ? left : null;
}
