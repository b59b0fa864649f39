/** Formulas and validations of the whole workbook that point at a tab whose rows or columns change. */
import type { CellPatch, Op, Rect, SheetState, Validation } from '../contract.ts';
import { type AxisChange, inverseChange, mapIndex } from './axis.ts';
import type { ApplyContext } from './context.ts';
import { rescuedRule } from './rule-place.ts';
import { shiftFormula } from './shift-formula.ts';

/**
 * Shifts every formula, called before the cells themselves move. Returns what restores, after the opposite change, the
 * formulas that it would not bring back (a reference lost to `#REF!`).
 */
export function shiftAllFormulas(context: ApplyContext, changed: SheetState, change: AxisChange): Op[] {
  const back = inverseChange(change);
  return rewriteFormulas(context, (formula, own, row, column) => {
    const index = change.axis === 'row' ? row : column;
    if (own === changed && mapIndex(index, change) === undefined) return undefined;
    const shifted = shiftFormula(formula, own.name, changed.name, change);
    return { formula: shifted, restored: shiftFormula(shifted, own.name, changed.name, back) };
  });
}

/** Rewrites formulas in place; where `restored` is not the old text, the answer holds an operation that sets it. */
export function rewriteFormulas(
  context: ApplyContext,
  rewrite: (formula: string, sheet: SheetState, row: number, column: number) => { formula: string; restored: string } | undefined,
): Op[] {
  const inverse: Op[] = [];
  for (const sheet of context.state.sheets) {
    if (!context.hasFormulas(sheet)) continue;
    sheet.cells.forEach((line, row) => {
      line?.forEach((cell, column) => {
        if (cell?.f === undefined) return;
        const result = rewrite(cell.f, sheet, row, column);
        if (!result) return;
        if (result.restored !== cell.f) {
          const patch: CellPatch = { f: cell.f, v: cell.v ?? null };
          inverse.push({ op: 'cells', sheet: sheet.id, row, column, cells: [[patch]] });
        }
        cell.f = result.formula;
      });
    });
  }
  return inverse;
}

/** Ranges named by validations and their custom formulas. The table is changed in place, so that no cell need be touched. */
export function shiftAllValidations(context: ApplyContext, changed: SheetState, change: AxisChange): Op[] {
  const back = inverseChange(change);
  const inverse: Op[] = [];
  let touched = false;
  context.state.validations.forEach((validation, index) => {
    const own = validation.anchor && context.state.sheets.find(({ id }) => id === validation.anchor!.sheet);
    const shifted = shiftValidation(validation, own ?? changed, changed, change);
    const restored = JSON.stringify(shiftValidation(shifted, own ?? changed, changed, back)) === JSON.stringify(validation);
    if (!restored) inverse.push(...fillsOf(context, index, validation, changed, change));
    if (shifted === validation) return;
    context.state.validations[index] = shifted;
    touched = true;
  });
  if (touched) context.tables.rebuildValidations();
  return inverse;
}

/** @param own the tab that references without one mean */
function shiftValidation(validation: Validation, own: SheetState, changed: SheetState, change: AxisChange): Validation {
  const rule = own === changed ? rescuedRule(validation, change) : validation;
  const args = rule.args.map((arg) => {
    if (typeof arg !== 'string') return arg;
    if (rule.criteria === 'VALUE_IN_RANGE') return shiftFormula(arg, '', changed.name, change);
    return arg.startsWith('=') ? shiftFormula(arg, own.name, changed.name, change) : arg;
  });
  const index = own === changed && rule.anchor ? mapIndex(rule.anchor[change.axis], change) : undefined;
  const moved = index !== undefined && index !== validation.anchor![change.axis];
  if (!moved && args.every((arg, i) => arg === validation.args[i])) return validation;
  return moved ? { ...rule, args, anchor: { ...rule.anchor!, [change.axis]: index } } : { ...rule, args };
}

/** Sets the validation again wherever it stands, cell runs of a column at a time. */
function fillsOf(context: ApplyContext, index: number, d: Validation, changed: SheetState, change: AxisChange): Op[] {
  return context.state.sheets.flatMap((sheet) => {
    const rects: Rect[] = [];
    const open = new Map<number, Rect>();
    sheet.cells.forEach((line, row) => {
      line?.forEach((cell, column) => {
        if (cell?.d !== index) return;
        if (sheet === changed && mapIndex(change.axis === 'row' ? row : column, change) === undefined) return;
        const run = open.get(column);
        if (run && run.row + run.rows === row) run.rows++;
        else {
          const rect = { row, column, rows: 1, columns: 1 };
          open.set(column, rect);
          rects.push(rect);
        }
      });
    });
    return rects.length > 0 ? [{ op: 'fill' as const, sheet: sheet.id, rects, patch: { d } }] : [];
  });
}
