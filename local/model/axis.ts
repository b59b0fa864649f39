/** How positions along rows or columns change when some are inserted, deleted or moved. Pure arithmetic. */
import type { Op, OpenSides, Rect } from '../contract.ts';

export type AxisChange =
  | { kind: 'insert'; axis: Axis; at: number; count: number }
  | { kind: 'delete'; axis: Axis; at: number; count: number }
  /** `to` counts in positions before the move, as `Sheet.moveRows` does */
  | { kind: 'move'; axis: Axis; at: number; count: number; to: number };
export type Axis = 'row' | 'column';

interface Span {
  start: number;
  count: number;
}

type StructureOp = Extract<Op, { at: number; count: number }>;

/** The change that a structural operation means; `undefined` for any other. */
export function axisChangeOf(op: Op): AxisChange | undefined {
  switch (op.op) {
    case 'insertRows':
    case 'insertColumns':
      return { kind: 'insert', axis: axisOf(op), at: op.at, count: op.count };
    case 'deleteRows':
    case 'deleteColumns':
      return { kind: 'delete', axis: axisOf(op), at: op.at, count: op.count };
    case 'moveRows':
    case 'moveColumns':
      return { kind: 'move', axis: axisOf(op), at: op.at, count: op.count, to: op.to };
    default:
      return undefined;
  }
}

function axisOf(op: StructureOp): Axis {
  return op.op.endsWith('Rows') ? 'row' : 'column';
}

/** The operation that makes a change on a tab. */
export function structureOp(sheet: number, change: AxisChange): Op {
  const lines = change.axis === 'row' ? 'Rows' : 'Columns';
  const { at, count } = change;
  if (change.kind === 'move') return { op: `move${lines}`, sheet, at, count, to: change.to };
  return { op: `${change.kind}${lines}`, sheet, at, count };
}

/** The change that takes `change` back, as far as positions go. */
export function inverseChange(change: AxisChange): AxisChange {
  if (change.kind === 'insert') return { ...change, kind: 'delete' };
  if (change.kind === 'delete') return { ...change, kind: 'insert' };
  const { at, count, to } = change;
  return to > at ? { ...change, at: to - count, to: at } : { ...change, at: to, to: at + count };
}

/** Where position `index` is afterwards; `undefined` when it was deleted. */
export function mapIndex(index: number, change: AxisChange): number | undefined {
  const { at, count } = change;
  if (change.kind === 'insert') return index >= at ? index + count : index;
  const inside = index >= at && index < at + count;
  if (change.kind === 'delete') return inside ? undefined : index >= at ? index - count : index;
  const { to } = change;
  if (to >= at && to <= at + count) return index;
  const start = to > at ? to - count : to;
  if (inside) return start + index - at;
  const without = index >= at + count ? index - count : index;
  return without >= start ? without + count : without;
}

/**
 * Where a run of positions is afterwards. It grows when something is inserted strictly inside it, shrinks when a part is
 * deleted, and is `undefined` when nothing is left.
 */
export function mapSpan(span: Span, change: AxisChange): Span | undefined {
  const { start, count } = span;
  const end = start + count;
  const { at } = change;
  if (change.kind === 'insert') {
    if (at <= start) return { start: start + change.count, count };
    return at < end ? { start, count: count + change.count } : span;
  }
  if (change.kind === 'delete') {
    const overlap = Math.max(0, Math.min(end, at + change.count) - Math.max(start, at));
    if (overlap === count) return undefined;
    return { start: start - Math.max(0, Math.min(change.count, start - at)), count: count - overlap };
  }
  const { to } = change;
  const block = change.count;
  if (to >= at && to <= at + block) return span;
  if (start >= at && end <= at + block) return { start: mapIndex(start, change)!, count };
  if (at >= start && at + block <= end && to >= start && to <= end) return span;
  const left = mapSpan(span, { kind: 'delete', axis: change.axis, at, count: block });
  return left && mapSpan(left, { kind: 'insert', axis: change.axis, at: to > at ? to - block : to, count: block });
}

export function mapRect(rect: Rect, change: AxisChange): Rect | undefined {
  if (change.axis === 'row') {
    const span = mapSpan({ start: rect.row, count: rect.rows }, change);
    return span && { ...rect, row: span.start, rows: span.count };
  }
  const span = mapSpan({ start: rect.column, count: rect.columns }, change);
  return span && { ...rect, column: span.start, columns: span.count };
}

/** A rectangle that is open to the end of the rows or columns grows when some are added there. */
export function mapOpenRect(rect: Rect, open: OpenSides | undefined, change: AxisChange): Rect | undefined {
  const rows = change.axis === 'row';
  const mapped = mapRect(rect, change);
  const end = rows ? rect.row + rect.rows : rect.column + rect.columns;
  if (!mapped || !open?.[rows ? 'rows' : 'columns'] || change.kind !== 'insert' || change.at < end) return mapped;
  return rows ? { ...mapped, rows: mapped.rows + change.count } : { ...mapped, columns: mapped.columns + change.count };
}

export function mapRects(rects: readonly Rect[], change: AxisChange): Rect[] {
  return rects.flatMap((rect) => mapRect(rect, change) ?? []);
}
