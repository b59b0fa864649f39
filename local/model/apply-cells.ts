import type { CellPatch, Op, Rect, SheetState } from '../contract.ts';
import { type ApplyContext, sheetOf } from './context.ts';
import { isBlankState, patchCell, patchOf } from './patch-cell.ts';

type CellsOp = Extract<Op, { op: 'cells' }>;
type FillOp = Extract<Op, { op: 'fill' }>;

export function applyCells(context: ApplyContext, op: CellsOp): Op[] {
  const sheet = sheetOf(context.state, op.sheet);
  const before = op.cells.map((patches, i) =>
    patches.map((patch, j) => patch && patchCell(context, sheet, op.row + i, op.column + j, patch)),
  );
  return cellsOp(op.sheet, op.row, op.column, before);
}

export function applyFill(context: ApplyContext, op: FillOp): Op[] {
  const sheet = sheetOf(context.state, op.sheet);
  return op.rects.flatMap((rect) => {
    const before = isStyleOnly(op.patch) ? restyle(context, sheet, rect, op.patch.s) : fillEach(context, sheet, rect, op.patch);
    return uniformFill(op.sheet, rect, before) ?? cellsOp(op.sheet, rect.row, rect.column, before);
  });
}

function fillEach(context: ApplyContext, sheet: SheetState, rect: Rect, patch: CellPatch): (CellPatch | null)[][] {
  const before: (CellPatch | null)[][] = [];
  for (let i = 0; i < rect.rows; i++) {
    const line: (CellPatch | null)[] = [];
    for (let j = 0; j < rect.columns; j++) line.push(patchCell(context, sheet, rect.row + i, rect.column + j, patch));
    before.push(line);
  }
  return before;
}

const isStyleOnly = (patch: CellPatch): patch is { s: NonNullable<CellPatch['s']> } =>
  patch.s !== undefined && patch.s !== null && Object.keys(patch).length === 1;

/** As {@link patchCell} does with each cell: whole tabs are dressed, so each style that is met is looked up once. */
function restyle(
  context: ApplyContext,
  sheet: SheetState,
  rect: Rect,
  patch: NonNullable<CellPatch['s']>,
): (CellPatch | null)[][] {
  const steps = new Map<number | undefined, { next: number | undefined; inverse: CellPatch | null }>();
  const stepFrom = (base: number | undefined) => {
    const next = context.tables.patchedStyle(base, patch);
    const step = { next, inverse: next === base ? null : { s: context.tables.stepBack(base, next) } };
    steps.set(base, step);
    return step;
  };
  const before: (CellPatch | null)[][] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    const line: (CellPatch | null)[] = new Array(rect.columns);
    for (let j = 0; j < rect.columns; j++) {
      const cell = sheet.cells[row]?.[rect.column + j];
      const base = cell?.s;
      const { next, inverse } = steps.get(base) ?? stepFrom(base);
      line[j] = inverse;
      if (inverse === null) continue;
      const cells = (sheet.cells[row] ??= []);
      if (next !== undefined) {
        if (cell) cell.s = next;
        else cells[rect.column + j] = { s: next };
      } else if (cell) {
        delete cell.s;
        if (isBlankState(cell)) cells[rect.column + j] = undefined;
      }
    }
    before.push(line);
  }
  return before;
}

/** A `cells` operation without empty rows around it; none when there is nothing to say. */
export function cellsOp(sheet: number, row: number, column: number, cells: (CellPatch | null)[][]): Op[] {
  let first = 0;
  let last = cells.length;
  while (first < last && cells[first]!.every((patch) => patch === null)) first++;
  while (last > first && cells[last - 1]!.every((patch) => patch === null)) last--;
  return first === last ? [] : [{ op: 'cells', sheet, row: row + first, column, cells: cells.slice(first, last) }];
}

/** Formatting a whole empty column should not be remembered cell by cell. */
function uniformFill(sheet: number, rect: Rect, before: (CellPatch | null)[][]): Op[] | undefined {
  const patch = before[0]?.[0];
  if (!patch || (rect.rows === 1 && rect.columns === 1)) return undefined;
  if (!before.every((line) => line.every((other) => other !== null && samePatch(patch, other)))) return undefined;
  return [{ op: 'fill', sheet, rects: [rect], patch }];
}

/** Everything in the rectangle as patches: `null` where there is nothing. */
export function patchesIn(context: Pick<ApplyContext, 'state'>, sheet: SheetState, rect: Rect): (CellPatch | null)[][] {
  const patches: (CellPatch | null)[][] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    const line: (CellPatch | null)[] = [];
    const cells = sheet.cells[row];
    const end = Math.min(rect.column + rect.columns, cells?.length ?? 0);
    for (let column = rect.column; column < end; column++) {
      const cell = cells![column];
      line.push(cell ? patchOf(context, cell) : null);
    }
    patches.push(line);
  }
  return patches;
}

/** Styles and validations in inverses are shared objects, so that comparing identity is enough. */
function samePatch(a: CellPatch, b: CellPatch): boolean {
  return a === b || (a.v === b.v && a.f === b.f && a.s === b.s && a.d === b.d && a.n === b.n && a.r === b.r);
}
