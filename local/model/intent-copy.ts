/** Copy or cut inside the workbook: formulas shift, formats, notes and validations come along. */
import type { CellPatch, Op, Rect } from '../contract.ts';
import { rejectedCell } from './intent-cells.ts';
import { growGrid } from './intent-paste.ts';
import { done, type IntentContext, type IntentOf, type ResolvedIntent, refuse } from './intent-result.ts';
import { wholeStyle } from './intern.ts';
import { followMove, moveInFormula } from './move-formula.ts';
import { protectionAgainst } from './protection.ts';
import { copyFormula } from './shift-formula.ts';

export function resolveCopy(context: IntentContext, intent: IntentOf<'copy'>): ResolvedIntent {
  const { workbook, user } = context;
  const { from, what = 'all', cut = false } = intent;
  const source = workbook.sheet(intent.sheet);
  const target = workbook.sheet(intent.toSheet);
  const to = cut ? { ...intent.to, rows: from.rows, columns: from.columns } : tiled(from, intent.to);
  const grow = growGrid(context, target, to);
  if (!Array.isArray(grow)) return grow;
  const refused =
    protectionAgainst(workbook, target, [to], user) ?? (cut ? protectionAgainst(workbook, source, [from], user) : undefined);
  if (refused) return refuse(context, 'protected', 'protected');

  const values = workbook.values(source, from);
  const move = { source, from, target, to };
  const cells: CellPatch[][] = [];
  for (let i = 0; i < to.rows; i++) {
    const line: CellPatch[] = [];
    for (let j = 0; j < to.columns; j++) {
      const [row, column] = [from.row + (i % from.rows), from.column + (j % from.columns)];
      const cell = source.cells[row]?.[column] ?? {};
      const value = values[row - from.row]![column - from.column]!;
      const copied = (formula: string) =>
        cut ? moveInFormula(formula, source, move, true) : copyFormula(formula, to.row + i - row, to.column + j - column);
      const patch: CellPatch = what === 'formats' ? {} : { v: value, f: null };
      if (what === 'all' && cell.f !== undefined) Object.assign(patch, { f: copied(cell.f), v: null });
      if (what !== 'values') patch.s = wholeStyle(workbook.styleOf(cell));
      if (what === 'all') {
        patch.d = workbook.validationOf(cell) ?? null;
        patch.n = cell.n ?? null;
        if (cell.r) patch.r = cell.r;
      }
      if (what === 'values') {
        const rejected = rejectedCell(context, target.id, to.row + i, to.column + j, patch);
        if (rejected) return rejected;
      }
      line.push(patch);
    }
    cells.push(line);
  }
  const ops: Op[] = [...grow];
  if (cut)
    ops.push(...followMove(workbook, move), {
      op: 'fill',
      sheet: source.id,
      rects: [from],
      patch: { v: null, f: null, s: null, d: null, n: null, r: null },
    });
  ops.push({ op: 'cells', sheet: target.id, row: to.row, column: to.column, cells });
  if (what === 'formats') return done(ops, { change: 'FORMAT' });
  return done(ops, { edit: { sheet: target.id, rect: to }, change: 'EDIT' });
}

/** A target that is a multiple of the source is filled with copies of it; any other takes one copy at its corner. */
function tiled(from: Rect, to: Rect): Rect {
  const fits = to.rows % from.rows === 0 && to.columns % from.columns === 0;
  return fits ? to : { ...to, rows: from.rows, columns: from.columns };
}
