import type { Rect } from '../contract.ts';

export function contains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
}

export function intersection(a: Rect, b: Rect): Rect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function intersects(a: Rect, b: Rect): boolean {
  return intersection(a, b) !== undefined;
}

export function covers(outer: Rect, inner: Rect): boolean {
  const common = intersection(outer, inner);
  return common !== undefined && common.rows === inner.rows && common.columns === inner.columns;
}

/** The smallest rectangle around all of them; `undefined` for none. */
export function boundingRect(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined;
  const row = Math.min(...rects.map((rect) => rect.row));
  const column = Math.min(...rects.map((rect) => rect.column));
  return {
    row,
    column,
    rows: Math.max(...rects.map((rect) => rect.row + rect.rows)) - row,
    columns: Math.max(...rects.map((rect) => rect.column + rect.columns)) - column,
  };
}

/** What is left of a rectangle without the part that another covers: four rectangles at most. */
export function subtractRect(rect: Rect, hole: Rect): Rect[] {
  const common = intersection(rect, hole);
  if (!common) return [rect];
  const below = common.row + common.rows;
  const right = common.column + common.columns;
  return [
    { ...rect, rows: common.row - rect.row },
    { ...common, column: rect.column, columns: common.column - rect.column },
    { ...common, column: right, columns: rect.column + rect.columns - right },
    { ...rect, row: below, rows: rect.row + rect.rows - below },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
