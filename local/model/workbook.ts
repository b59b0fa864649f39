/** The workbook in memory: what is in it, and the one way of changing it. */
import type { CellError, CellState, Op, Rect, Scalar, SheetState, Style, Validation, WorkbookState } from '../contract.ts';
import { applyOp } from './apply-op.ts';
import { sheetOf } from './context.ts';
import { displayValue } from './display.ts';
import { type Inside, insideOf } from './inside.ts';

/** A tab, or its id. */
export type SheetRef = number | SheetState;
export type CellValue = Scalar | CellError;

const NO_STYLE: Style = Object.freeze({});

export class Workbook {
  private readonly inside: Inside;

  /** Takes the state over: from here on it is changed by `apply` alone, be it through another workbook over the same state. */
  constructor(readonly state: WorkbookState) {
    this.inside = insideOf(state);
  }

  /** Applies the operations in order. Returns what takes them back: apply that list, as it stands, to undo. */
  apply(ops: readonly Op[]): Op[] {
    const inverse: Op[][] = [];
    for (const op of ops) inverse.push(applyOp(this.inside.context, op));
    return inverse.reverse().flat();
  }

  /** Looks at the workbook as it would be after the operations, and leaves it as it is. */
  suppose<T>(ops: readonly Op[], look: () => T): T {
    const back = this.apply(ops);
    try {
      return look();
    } finally {
      this.apply(back);
    }
  }

  /** @throws Error when there is no such tab */
  sheet(ref: SheetRef): SheetState {
    return typeof ref === 'number' ? sheetOf(this.state, ref) : ref;
  }

  /** Tabs' names are told apart without case, as in Sheets. */
  sheetByName(name: string): SheetState | undefined {
    const { sheets } = this.state;
    return sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  cell(ref: SheetRef, row: number, column: number): CellState | undefined {
    return this.sheet(ref).cells[row]?.[column] ?? undefined;
  }

  /** A cell's value with its formula computed; `null` when empty. */
  value(ref: SheetRef, row: number, column: number): CellValue {
    const sheet = this.sheet(ref);
    this.inside.formulas.refresh(sheet);
    return sheet.cells[row]?.[column]?.v ?? null;
  }

  values(ref: SheetRef, rect: Rect): CellValue[][] {
    const sheet = this.sheet(ref);
    this.inside.formulas.refresh(sheet);
    const result: CellValue[][] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      const line = sheet.cells[row];
      const values: CellValue[] = new Array(rect.columns).fill(null);
      const end = Math.min(rect.columns, (line?.length ?? 0) - rect.column);
      for (let j = 0; j < end; j++) {
        const value = line![rect.column + j]?.v;
        if (value !== undefined) values[j] = value;
      }
      result.push(values);
    }
    return result;
  }

  /** `''` where a cell has none. */
  formulas(ref: SheetRef, rect: Rect): string[][] {
    return mapCells(this.sheet(ref), rect, (cell) => cell?.f ?? '');
  }

  displayValues(ref: SheetRef, rect: Rect): string[][] {
    const sheet = this.sheet(ref);
    this.inside.formulas.refresh(sheet);
    return mapCells(sheet, rect, (cell) => (cell ? this.display(cell) : ''));
  }

  displayValue(ref: SheetRef, row: number, column: number): string {
    return this.displayValues(ref, { row, column, rows: 1, columns: 1 })[0]![0]!;
  }

  /** Value of a formula written for `row` and `column`, which need not hold it; `undefined` when it cannot be computed. */
  evaluate(ref: SheetRef, row: number, column: number, formula: string): CellValue | undefined {
    return this.evaluateAll([{ sheet: this.sheet(ref), row, column, formula }])[0];
  }

  /** Many at once, which costs little more than one. */
  evaluateAll(
    formulas: readonly { sheet: SheetState; row: number; column: number; formula: string }[],
  ): (CellValue | undefined)[] {
    return this.inside.formulas.evaluateAll(formulas);
  }

  /**
   * Computes what is due and returns, as operations, the formula cells whose value is another than at the last call: for
   * those who keep a copy. Applying them to this workbook changes nothing.
   */
  recalculated(): Op[] {
    return this.inside.formulas.takeRecalculated().map(({ sheet, row, column, formula }) => {
      const patch = { v: sheet.cells[row]?.[column]?.v ?? null, f: formula };
      return { op: 'cells', sheet: sheet.id, row, column, cells: [[patch]] };
    });
  }

  /** The empty grid counts, too (platform.md §1). */
  maxCells = 10_000_000;

  /** Where `TODAY()` and `NOW()` get the time: ms since 1970. */
  set clock(clock: () => number) {
    this.inside.formulas.clock = clock;
  }

  get clock(): () => number {
    return this.inside.formulas.clock;
  }

  /** Grows with every change of contents: what was computed from them holds while it stays the same. */
  get version(): number {
    return this.inside.formulas.version;
  }

  /** Shared objects: not to be changed. */
  styles(ref: SheetRef, rect: Rect): Style[][] {
    return mapCells(this.sheet(ref), rect, (cell) => this.styleOf(cell));
  }

  styleOf(cell: CellState | null | undefined): Style {
    return cell?.s === undefined ? NO_STYLE : this.state.styles[cell.s]!;
  }

  validationsOf(ref: SheetRef, rect: Rect): (Validation | null)[][] {
    return mapCells(this.sheet(ref), rect, (cell) => this.validationOf(cell) ?? null);
  }

  validationOf(cell: CellState | null | undefined): Validation | undefined {
    return cell?.d === undefined ? undefined : this.state.validations[cell.d];
  }

  /** `''` where a cell has none. */
  notes(ref: SheetRef, rect: Rect): string[][] {
    return mapCells(this.sheet(ref), rect, (cell) => cell?.n ?? '');
  }

  /** 1-based number of the last row with content, `0` when the tab is empty (platform.md §3). */
  lastRow(ref: SheetRef): number {
    return this.inside.extent(this.sheet(ref)).lastRow;
  }

  lastColumn(ref: SheetRef): number {
    return this.inside.extent(this.sheet(ref)).lastColumn;
  }

  /**
   * Index of a style in `state.styles`, for whoever builds a state (a file being read). Operations carry styles themselves,
   * so that a journal can be replayed on any table.
   */
  internStyle(style: Style): number | undefined {
    return this.inside.tables.style(style);
  }

  /** The same for validations. */
  internValidation(validation: Validation): number {
    return this.inside.tables.validation(validation);
  }

  private display(cell: CellState): string {
    return displayValue(cell.v ?? null, this.styleOf(cell).numberFormat, this.state.locale);
  }
}

function mapCells<T>(sheet: SheetState, rect: Rect, pick: (cell: CellState | null | undefined) => T): T[][] {
  const result: T[][] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    const line = sheet.cells[row];
    const values: T[] = new Array(rect.columns);
    for (let j = 0; j < rect.columns; j++) values[j] = pick(line?.[rect.column + j]);
    result.push(values);
  }
  return result;
}
