/** Which parts of a tab a list of operations touched, in the coordinates that hold after the last of them. */
import type { Op, Rect } from '../contract.ts';

/** More touched cells than this in a tab, and the tab is shown anew instead. */
export const MANY_CELLS = 120_000;

type Structural = Extract<Op, { at: number; count: number; op: `${'insert' | 'delete'}${'Rows' | 'Columns'}` }>;

export class TouchedCells {
  rects: Rect[] = [];
  /** the tab has to be shown anew as a whole */
  whole = false;

  add(rect: Rect): void {
    if (this.whole || rect.rows <= 0 || rect.columns <= 0) return;
    if (this.rects.some((other) => contains(other, rect))) return;
    this.rects = this.rects.filter((other) => !contains(rect, other));
    this.rects.push(rect);
    if (this.rects.length > 2000) this.whole = true;
  }

  /** Rows or columns came or went: what was touched before lies elsewhere now. */
  shift(op: Structural): void {
    const rows = op.op === 'insertRows' || op.op === 'deleteRows';
    const [start, size] = rows ? (['row', 'rows'] as const) : (['column', 'columns'] as const);
    const grows = op.op === 'insertRows' || op.op === 'insertColumns';
    this.rects = this.rects.flatMap((rect) => {
      const moved = grows ? grown(rect[start], rect[size], op) : shrunk(rect[start], rect[size], op);
      return moved[1] > 0 ? [{ ...rect, [start]: moved[0], [size]: moved[1] }] : [];
    });
  }

  get cellCount(): number {
    return this.rects.reduce((sum, rect) => sum + rect.rows * rect.columns, 0);
  }
}

function grown(start: number, size: number, op: Structural): [number, number] {
  if (start >= op.at) return [start + op.count, size];
  return start + size > op.at ? [start, size + op.count] : [start, size];
}

function shrunk(start: number, size: number, op: Structural): [number, number] {
  const before = Math.max(0, Math.min(start + size, op.at) - start);
  const after = Math.max(0, start + size - Math.max(start, op.at + op.count));
  const first = start < op.at ? start : Math.max(op.at, start - op.count);
  return [first, before + after];
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
