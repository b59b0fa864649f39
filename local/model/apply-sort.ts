import type { CellPatch, CellState, Op } from '../contract.ts';
import { type ApplyContext, sheetOf } from './context.ts';
import { copyFormula } from './shift-formula.ts';

type SortOp = Extract<Op, { op: 'sort' }>;

/** Row `i` of the rectangle becomes what row `order[i]` was; relative references of formulas go along as in a copy. */
export function applySort(context: ApplyContext, op: SortOp): Op[] {
  const sheet = sheetOf(context.state, op.sheet);
  const { rect, order } = op;
  const formulas = context.hasFormulas(sheet);
  const restore: Op[] = [];
  const lines: (CellState | null | undefined)[][] = [];
  for (let i = 0; i < rect.rows; i++) {
    const line = sheet.cells[rect.row + i];
    lines.push(line ? line.slice(rect.column, rect.column + rect.columns) : []);
  }
  order.forEach((from, i) => {
    if (from === i) return;
    const line = (sheet.cells[rect.row + i] ??= []);
    const source = lines[from]!;
    for (let j = 0; j < rect.columns; j++) {
      const cell = source[j] ?? undefined;
      if (formulas && cell?.f !== undefined) {
        const patch = moveFormula(cell, i - from);
        if (patch)
          restore.push({ op: 'cells', sheet: op.sheet, row: rect.row + from, column: rect.column + j, cells: [[patch]] });
      }
      if (cell !== undefined || line[rect.column + j]) line[rect.column + j] = cell;
    }
    for (let j = 0; j < rect.columns; j++) context.contentChanged(sheet, rect.row + i, rect.column + j, false);
  });
  if (formulas) context.structureChanged();
  const inverse = new Array<number>(order.length);
  order.forEach((from, i) => {
    inverse[from] = i;
  });
  return [{ op: 'sort', sheet: op.sheet, rect, order: inverse }, ...restore];
}

/** The patch that restores the formula when the way back would not. */
function moveFormula(cell: CellState, rows: number): CellPatch | undefined {
  const old = cell.f!;
  cell.f = copyFormula(old, rows, 0);
  return copyFormula(cell.f, -rows, 0) === old ? undefined : { f: old, v: cell.v ?? null };
}
