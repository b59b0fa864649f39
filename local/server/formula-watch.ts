/** Finds formulas whose result is shown differently after a change: no operation names them. */
import type { Op, SheetState, WorkbookState } from '../contract.ts';
import type { Sight } from './view-cell.ts';

interface Watched {
  row: number;
  column: number;
  shown: string;
}

const MOVERS = new Set(['insertRows', 'deleteRows', 'insertColumns', 'deleteColumns', 'moveRows', 'moveColumns', 'sort']);

export class FormulaWatch {
  private readonly sheets = new Map<number, Watched[]>();

  /** Notes where formulas may have come, gone or moved. */
  note(op: Op): void {
    if (op.op === 'deleteSheet') this.sheets.delete(op.sheet);
    else if (MOVERS.has(op.op) && 'sheet' in op && typeof op.sheet === 'number') this.sheets.delete(op.sheet);
    else if (op.op === 'fill' && op.patch.f !== undefined) this.sheets.delete(op.sheet);
    else if (op.op === 'cells' && op.cells.some((row) => row.some((patch) => patch?.f !== undefined)))
      this.sheets.delete(op.sheet);
  }

  /** Cells with formulas that are shown differently than when last looked at; all of them where they were not known. */
  changed(state: WorkbookState, sheet: SheetState, sight: Sight): { row: number; column: number }[] {
    const known = this.sheets.get(sheet.id);
    if (known?.length === 0) return [];
    sight.refresh(sheet);
    const watched = known ?? findFormulas(sheet);
    if (!known) this.sheets.set(sheet.id, watched);
    return watched.filter((entry) => {
      const cell = sheet.cells[entry.row]?.[entry.column];
      const format = cell?.s === undefined ? undefined : state.styles[cell.s]?.numberFormat;
      const shown = cell ? sight.display(cell.v, format) : '';
      const differs = shown !== entry.shown;
      entry.shown = shown;
      return differs;
    });
  }
}

function findFormulas(sheet: SheetState): Watched[] {
  const found: Watched[] = [];
  for (let row = 0; row < sheet.cells.length; row++) {
    const cells = sheet.cells[row];
    if (!cells) continue;
    for (let column = 0; column < cells.length; column++) if (cells[column]?.f) found.push({ row, column, shown: '\u0000' });
  }
  return found;
}
