/** Formulas of a workbook: where they are, and when their values must be computed anew. */
import type { CellError, Scalar, SheetState, WorkbookState } from '../contract.ts';

export class Formulas {
  private counts: Map<SheetState, number> | undefined;

  constructor(private readonly state: WorkbookState) {}

  has(sheet: SheetState): boolean {
    return (this.index().get(sheet) ?? 0) > 0;
  }

  contentChanged(_sheet: SheetState, _row: number, _column: number, hasOrHadFormula: boolean): void {
    if (hasOrHadFormula) this.counts = undefined;
  }

  structureChanged(): void {
    this.counts = undefined;
  }

  private index(): Map<SheetState, number> {
    if (!this.counts) {
      this.counts = new Map();
      for (const sheet of this.state.sheets) {
        let count = 0;
        for (const line of sheet.cells) if (line) for (const cell of line) if (cell?.f !== undefined) count++;
        this.counts.set(sheet, count);
      }
    }
    return this.counts;
  }

  refresh(_sheet: SheetState): void {}

  evaluateAt(_sheet: SheetState, _row: number, _column: number, _formula: string): Scalar | CellError | undefined {
    return undefined;
  }
}
