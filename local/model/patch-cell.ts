import type { CellPatch, CellState, SheetState } from '../contract.ts';
import type { ApplyContext } from './context.ts';

/**
 * Changes one cell and says how to change it back; `null` when nothing changed.
 *
 * A value without a formula replaces the cell's formula, as typing does; `f: null` alone keeps the last value as a constant.
 */
export function patchCell(
  context: ApplyContext,
  sheet: SheetState,
  row: number,
  column: number,
  patch: CellPatch,
): CellPatch | null {
  const cell: CellState = sheet.cells[row]?.[column] ?? {};
  const inverse: CellPatch = {};
  let changed = false;
  let contentChanged = false;
  let formulaConcerned = false;

  if (patch.v !== undefined || patch.f !== undefined) {
    const formula = patch.f ?? undefined;
    const given = patch.v === undefined ? (patch.f === null ? cell.v : null) : patch.v;
    const value = given === undefined || (given === '' && formula === undefined) ? null : given;
    if (formula !== cell.f || !sameValue(value, cell.v ?? null)) {
      inverse.v = cell.v ?? null;
      inverse.f = cell.f ?? null;
      const hadFormula = cell.f !== undefined;
      if (formula === undefined) delete cell.f;
      else cell.f = formula;
      if (value === null) delete cell.v;
      else cell.v = value;
      formulaConcerned = hadFormula || formula !== undefined;
      contentChanged = true;
      changed = true;
    }
  }
  if (patch.s !== undefined) {
    const next = patch.s === null ? undefined : context.tables.patchedStyle(cell.s, patch.s);
    if (next !== cell.s) {
      inverse.s = context.tables.stepBack(cell.s, next);
      if (next === undefined) delete cell.s;
      else cell.s = next;
      changed = true;
    }
  }
  if (patch.d !== undefined) {
    const next = patch.d === null ? undefined : context.tables.validation(patch.d);
    if (next !== cell.d) {
      inverse.d = cell.d === undefined ? null : context.state.validations[cell.d]!;
      if (next === undefined) delete cell.d;
      else cell.d = next;
      changed = true;
    }
  }
  if (patch.n !== undefined) {
    const next = patch.n || undefined;
    if (next !== cell.n) {
      inverse.n = cell.n ?? null;
      if (next === undefined) delete cell.n;
      else cell.n = next;
      changed = true;
    }
  }
  const written = patch.v !== undefined || patch.f !== undefined;
  const runs = patch.r === undefined ? (written ? null : undefined) : patch.r;
  if (runs !== undefined && (runs ?? undefined) !== cell.r) {
    inverse.r = cell.r ?? null;
    if (runs === null) delete cell.r;
    else cell.r = runs;
    changed = true;
  }
  if (!changed) return null;
  const cells = (sheet.cells[row] ??= []);
  cells[column] = isBlankState(cell) ? undefined : cell;
  if (contentChanged) context.contentChanged(sheet, row, column, formulaConcerned);
  return inverse;
}

function sameValue(a: NonNullable<CellState['v']> | null, b: NonNullable<CellState['v']> | null): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.error === b.error;
}

export function isBlankState(cell: CellState): boolean {
  for (const _key in cell) return false;
  return true;
}

/** The whole cell as a patch that needs no table: what a deleted cell is restored from, and what a copy carries. */
export function patchOf(context: Pick<ApplyContext, 'state'>, cell: CellState): CellPatch {
  const patch: CellPatch = {};
  if (cell.v !== undefined && cell.v !== null) patch.v = cell.v;
  if (cell.f !== undefined) patch.f = cell.f;
  if (cell.s !== undefined) patch.s = context.state.styles[cell.s]!;
  if (cell.d !== undefined) patch.d = context.state.validations[cell.d]!;
  if (cell.n !== undefined) patch.n = cell.n;
  if (cell.r !== undefined) patch.r = cell.r;
  return patch;
}
