/** References follow cells that are cut and pasted elsewhere. */
import type { Op, Rect, SheetState } from '../contract.ts';
import { covers } from './rects.ts';
import { mapReferences, type Reference, type ReferenceEnd } from './references.ts';
import type { Workbook } from './workbook.ts';

interface CellsMove {
  source: SheetState;
  from: Rect;
  target: SheetState;
  /** its upper left corner */
  to: { row: number; column: number };
}

/** A formula on the tab `own` (`moved`: one of the cells that move) after the move. */
export function moveInFormula(formula: string, own: SheetState, move: CellsMove, moved: boolean): string {
  const { source, from, target, to } = move;
  const home = moved ? target : own;
  return mapReferences(formula, (reference) => {
    const meant = reference.sheet === undefined ? own.name : reference.sheet;
    const rect = closedRect(reference);
    if (rect && meant.toLowerCase() === source.name.toLowerCase() && covers(from, rect)) {
      const shift = (end: ReferenceEnd) => ({
        ...end,
        row: end.row! + to.row - from.row,
        column: end.column! + to.column - from.column,
      });
      const last = reference.last && { last: shift(reference.last) };
      const { sheet: _, ...rest } = reference;
      return { ...rest, first: shift(reference.first), ...last, ...(target === home ? {} : { sheet: target.name }) };
    }
    return reference.sheet === undefined && home !== own ? { ...reference, sheet: own.name } : reference;
  });
}

/** Operations for the formulas elsewhere that refer into the moved cells. */
export function followMove(workbook: Workbook, move: CellsMove): Op[] {
  const ops: Op[] = [];
  for (const sheet of workbook.state.sheets) {
    sheet.cells.forEach((line, row) => {
      line?.forEach((cell, column) => {
        if (cell?.f === undefined) return;
        const { from } = move;
        if (sheet === move.source && covers(from, { row, column, rows: 1, columns: 1 })) return;
        const f = moveInFormula(cell.f, sheet, move, false);
        if (f !== cell.f) ops.push({ op: 'cells', sheet: sheet.id, row, column, cells: [[{ f, v: cell.v ?? null }]] });
      });
    });
  }
  return ops;
}

function closedRect({ first, last = first }: Reference): Rect | undefined {
  if (first.row === undefined || first.column === undefined || last.row === undefined || last.column === undefined)
    return undefined;
  const row = Math.min(first.row, last.row);
  const column = Math.min(first.column, last.column);
  return { row, column, rows: Math.abs(last.row - first.row) + 1, columns: Math.abs(last.column - first.column) + 1 };
}
