/** Gives the engine the cells that formulas refer to, and no others: a workbook of 600,000 cells would take it ten seconds. */
import type { CellError, Rect, Scalar, SheetState } from '../contract.ts';
import type { FormulaEngine } from './formula-engine.ts';
import type { SheetRange } from './ranges.ts';

/** Rows `[from, to)` of a column that the engine knows. */
interface Known {
  from: number;
  to: number;
}

export class EngineFeed {
  private readonly known = new Map<SheetState, Map<number, Known>>();

  constructor(private readonly engine: FormulaEngine) {}

  /** Makes sure that the engine has the range's values. */
  cover({ sheet, rect }: SheetRange): void {
    let columns = this.known.get(sheet);
    if (!columns) this.known.set(sheet, (columns = new Map()));
    const end = rect.row + rect.rows;
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      const known = columns.get(column);
      if (!known) {
        columns.set(column, { from: rect.row, to: end });
        this.send(sheet, column, rect.row, end);
        continue;
      }
      if (rect.row < known.from) this.send(sheet, column, rect.row, known.from);
      if (end > known.to) this.send(sheet, column, known.to, end);
      known.from = Math.min(known.from, rect.row);
      known.to = Math.max(known.to, end);
    }
  }

  /** Cells changed: sends anew what of them the engine knows. */
  changed(sheet: SheetState, rect: Rect): void {
    const columns = this.known.get(sheet);
    if (!columns) return;
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      const known = columns.get(column);
      if (!known) continue;
      const from = Math.max(rect.row, known.from);
      const to = Math.min(rect.row + rect.rows, known.to);
      for (let row = from; row < to; row++) this.engine.put(sheet, row, column, valueAt(sheet, row, column));
    }
  }

  private send(sheet: SheetState, column: number, from: number, to: number): void {
    const end = Math.min(to, sheet.cells.length);
    for (let row = from; row < end; row++) {
      const value = valueAt(sheet, row, column);
      if (value !== null) this.engine.put(sheet, row, column, value);
    }
  }
}

function valueAt(sheet: SheetState, row: number, column: number): Scalar | CellError {
  return sheet.cells[row]?.[column]?.v ?? null;
}
