/** IronCalc, loaded synchronously on first use, as a sheet of constants in which a few formulas are computed at a time. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import type { CellError, Scalar, SheetState } from '../contract.ts';
import { cellName } from './a1.ts';

let loaded = false;

function load(): void {
  if (loaded) return;
  const resolve = createRequire(import.meta.url).resolve;
  initSync({ module: readFileSync(resolve('@ironcalc/wasm/wasm_bg.wasm')) });
  loaded = true;
}

type Value = Scalar | CellError;

/** A formula to compute: on a tab's cell, or nowhere in particular. Already rewritten by `engineFormula`. */
export interface EngineFormula {
  formula: string;
  at?: { sheet: SheetState; row: number; column: number };
}

/** IronCalc keeps an undo history that nobody asks for; after so many inputs a new engine takes over. */
const MAX_INPUTS = 400_000;
const SCRATCH = 'Scratch';
const NUMBER = 1;
const LOGICAL = 4;
const ERROR = 16;

/** The name that a tab has inside the engine, where not every name is allowed. */
export function engineSheetName(sheet: SheetState): string {
  return `Tab_${sheet.id}`;
}

export class FormulaEngine {
  private readonly model: Model;
  private readonly indexes = new Map<SheetState, number>();
  private inputs = 0;

  /** @param timeZone IANA name */
  constructor(sheets: readonly SheetState[], timeZone: string) {
    load();
    this.model = new Model('workbook', 'en', timeZone, 'en');
    this.model.pauseEvaluation();
    this.model.renameSheet(0, SCRATCH);
    sheets.forEach((sheet, i) => {
      this.model.newSheet();
      this.model.renameSheet(i + 1, engineSheetName(sheet));
      this.indexes.set(sheet, i + 1);
    });
  }

  get exhausted(): boolean {
    return this.inputs > MAX_INPUTS;
  }

  /** Puts a constant there. */
  put(sheet: SheetState, row: number, column: number, value: Value): void {
    this.input(this.indexes.get(sheet)!, row, column, constant(value));
  }

  /** Computes the formulas together; their cells keep the results as constants. */
  compute(formulas: readonly EngineFormula[]): Value[] {
    formulas.forEach(({ formula, at }, i) => {
      const index = at ? this.indexes.get(at.sheet)! : 0;
      const [row, column] = at ? [at.row, at.column] : [i, 1];
      const home = at ? `${engineSheetName(at.sheet)}!` : '';
      this.input(index, row, column, formula);
      // a number's display is rounded; joined to a text it comes in full
      this.input(0, i, 0, `=${home}${cellName(row, column)}&""`);
    });
    this.model.evaluate();
    const values = formulas.map(({ at }, i) => {
      const [index, row, column] = at ? [this.indexes.get(at.sheet)!, at.row, at.column] : [0, i, 1];
      const type = this.model.getCellType(index, row + 1, column + 1);
      const text = this.model.getFormattedCellValue(
        type === NUMBER ? 0 : index,
        type === NUMBER ? i + 1 : row + 1,
        type === NUMBER ? 1 : column + 1,
      );
      if (type === NUMBER) return Number(text);
      return type === LOGICAL ? text === 'TRUE' : type === ERROR ? { error: text } : text;
    });
    formulas.forEach(({ at }, i) => {
      if (at) this.put(at.sheet, at.row, at.column, values[i]!);
      else this.input(0, i, 1, '');
      this.input(0, i, 0, '');
    });
    this.model.flushSendQueue();
    return values;
  }

  free(): void {
    this.model.free();
  }

  private input(index: number, row: number, column: number, text: string): void {
    this.inputs++;
    this.model.setUserInput(index, row + 1, column + 1, text);
  }
}

function constant(value: Value): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : value.error;
}
