/** Values of formulas, computed when somebody reads a tab that shows them and something they depend on has changed. */
import type { CellError, CellState, Rect, Scalar, SheetState, WorkbookState } from '../contract.ts';
import { epochToSerial } from './dates.ts';
import { EngineFeed } from './engine-feed.ts';
import { type EngineFormula, FormulaEngine } from './formula-engine.ts';
import { type FormulaCell, FormulaIndex } from './formula-index.ts';
import { engineFormula } from './formula-text.ts';
import { boundingRect } from './rects.ts';

type Value = Scalar | CellError;

/** More changed cells than this are remembered as the rectangle around them. */
const MAX_CHANGES = 2_000;
const MALFORMED: CellError = { error: '#ERROR!' };

export class Formulas {
  /** ms since 1970, for `TODAY()` and `NOW()` */
  clock: () => number = Date.now;
  /** counts changes of content, so that others can keep what they computed until the next one */
  version = 0;
  private index: FormulaIndex;
  private engine: { engine: FormulaEngine; feed: EngineFeed } | undefined;
  private stale = false;
  private dirty = new Set<FormulaCell>();
  private changes = new Map<SheetState, Rect[]>();
  private today: number;
  /** formulas whose result the engine cannot find: their last value stays */
  private readonly unsupported = new Set<string>();
  /** cells, not their positions: rows may move before anybody asks */
  private recalculated = new Set<CellState>();

  constructor(private readonly state: WorkbookState) {
    this.index = new FormulaIndex(state);
    this.today = Number.NaN;
    // values that came with a file are trusted, as the program that saved it computed them
    for (const cell of this.index.all()) if (cell.volatile || resultOf(cell) === undefined) this.dirty.add(cell);
  }

  /** May say yes too often, right after rows or tabs moved. */
  has(sheet: SheetState): boolean {
    return this.stale || this.index.count(sheet) > 0;
  }

  contentChanged(sheet: SheetState, row: number, column: number, hasOrHadFormula: boolean): void {
    this.version++;
    if (this.stale) return;
    if (hasOrHadFormula) {
      const old = this.index.at(sheet, row, column);
      if (old) this.dirty.delete(old);
      const cell = this.index.set(sheet, row, column, sheet.cells[row]?.[column]?.f);
      if (cell && resultOf(cell) === undefined) this.dirty.add(cell);
    }
    if (!this.engine && this.index.size === 0) return;
    const rects = this.changes.get(sheet);
    if (!rects) this.changes.set(sheet, [{ row, column, rows: 1, columns: 1 }]);
    else if (rects.length < MAX_CHANGES) rects.push({ row, column, rows: 1, columns: 1 });
    else
      this.changes.set(sheet, [
        boundingRect([rects.length > 1 ? boundingRect(rects)! : rects[0]!, { row, column, rows: 1, columns: 1 }])!,
      ]);
  }

  /** Rows moved, a tab came or went: what is known about positions is worthless. */
  structureChanged(newCells: boolean): void {
    this.version++;
    if (!newCells && !this.engine && this.index.size === 0) return;
    this.stale = true;
  }

  /** A tab came. Formulas keep their values, unless one of them may have looked for it in vain. */
  tabCame(sheet: SheetState): void {
    const isMissed = (cell: FormulaCell): boolean => cell.volatile || isError(resultOf(cell));
    if (sheet.cells.length > 0 || (!this.stale && this.index.all().some(isMissed))) this.structureChanged(true);
    else this.forgetEngine();
  }

  /** A tab goes, or has another name or size. Where no formula has to do with it, all of them keep their values. */
  tabChanged(sheet: SheetState): void {
    if (this.stale || this.index.concerns(sheet) || this.index.all().some((cell) => isError(resultOf(cell)))) {
      this.structureChanged(false);
    } else {
      this.changes.delete(sheet);
      this.forgetEngine();
    }
  }

  /** It knows the tabs that there were when it was made. */
  private forgetEngine(): void {
    this.version++;
    this.engine?.engine.free();
    this.engine = undefined;
  }

  /** Call before values of the tab are read. Costs nothing where there are no formulas. */
  refresh(sheet: SheetState): void {
    if (this.stale) this.rebuild();
    if (this.index.count(sheet) > 0) this.settle();
  }

  /** Value of a formula as if it stood in the cell; `undefined` when it is none that the engine can compute. */
  evaluateAll(formulas: readonly { sheet: SheetState; row: number; column: number; formula: string }[]): (Value | undefined)[] {
    if (this.stale) this.rebuild();
    this.settle();
    const now = this.now();
    const ready = formulas.map(({ sheet, row, column, formula }) => {
      const text = engineFormula(formula, { state: this.state, own: sheet, row, column, now, qualify: true });
      return text === undefined ? undefined : { formula: text.startsWith('=') ? text : `=${text}` };
    });
    const { engine, feed } = this.ensureEngine();
    for (const { sheet, formula } of formulas) for (const range of this.index.rangesOf(formula, sheet)) feed.cover(range);
    const values = engine.compute(ready.flatMap((formula) => formula ?? []));
    let next = 0;
    return ready.map((formula) => {
      const value = formula && values[next++];
      return value === undefined || isUnsupported(value) ? undefined : value;
    });
  }

  /** Formula cells whose value changed since the last call, for whoever shows the workbook. */
  takeRecalculated(): FormulaCell[] {
    if (this.stale) this.rebuild();
    this.settle();
    if (this.recalculated.size === 0) return [];
    const cells = this.index.all().filter((cell) => this.recalculated.has(stateOf(cell)!));
    this.recalculated.clear();
    return cells;
  }

  private rebuild(): void {
    this.index = new FormulaIndex(this.state);
    this.engine?.engine.free();
    this.engine = undefined;
    this.stale = false;
    this.changes.clear();
    this.dirty = new Set(this.index.all());
  }

  private now(): number {
    return epochToSerial(this.clock(), this.state.timeZone);
  }

  private settle(): void {
    const today = Math.floor(this.now());
    const volatileDue = this.changes.size > 0 || today !== this.today;
    for (const [sheet, rects] of this.changes) {
      for (const rect of rects) {
        this.engine?.feed.changed(sheet, rect);
        this.index.spread(sheet, rect, this.dirty);
      }
    }
    this.changes.clear();
    this.today = today;
    if (volatileDue) for (const cell of this.index.volatiles) this.addWithDependents(cell);
    if (this.dirty.size === 0) return;
    for (const cell of [...this.dirty]) this.addWithDependents(cell);
    const cells = [...this.dirty];
    this.dirty.clear();
    this.compute(cells);
  }

  private addWithDependents(cell: FormulaCell): void {
    this.dirty.add(cell);
    this.index.spread(cell.sheet, { row: cell.row, column: cell.column, rows: 1, columns: 1 }, this.dirty);
  }

  private compute(cells: FormulaCell[]): void {
    const now = this.now();
    const { engine, feed } = this.ensureEngine();
    const ready: (EngineFormula & { cell: FormulaCell })[] = [];
    for (const cell of cells) {
      if (this.unsupported.has(cell.formula) && hasResult(cell)) continue;
      const formula = engineFormula(cell.formula, {
        state: this.state,
        own: cell.sheet,
        row: cell.row,
        column: cell.column,
        now,
      });
      if (formula === undefined) {
        this.store(cell, MALFORMED);
        continue;
      }
      for (const range of cell.refers) feed.cover(range);
      ready.push({ cell, formula, at: cell });
    }
    const values = engine.compute(ready);
    const kept = ready.filter(({ cell }, i) => isUnsupported(values[i]!) && hasResult(cell));
    if (kept.length > 0) {
      // what depends on them must see the value that stays, not the engine's error
      for (const { cell } of kept) {
        this.unsupported.add(cell.formula);
        engine.put(cell.sheet, cell.row, cell.column, resultOf(cell) ?? null);
      }
      this.compute(ready.filter((formula) => !kept.includes(formula)).map(({ cell }) => cell));
      return;
    }
    ready.forEach(({ cell }, i) => {
      this.store(cell, this.asSheets(cell, values[i]!));
    });
  }

  /** Where Sheets answers otherwise than the engine. */
  private asSheets(cell: FormulaCell, value: Value): Value {
    if (typeof value === 'object' && value !== null) {
      if (value.error === '#CIRC!' || value.error === '#SPILL!') return { error: '#REF!' };
      if (value.error === '#CALC!') return { error: '#N/A' };
    }
    // a plain reference to an empty cell shows nothing, not 0
    const [only] = cell.refers;
    if (value === 0 && only && cell.refers.length === 1 && /^=\s*[^()+*/^&<>=,-]*$/.test(cell.formula)) {
      if ((only.sheet.cells[only.rect.row]?.[only.rect.column]?.v ?? null) === null) return '';
    }
    return value;
  }

  private store(cell: FormulaCell, value: Value): void {
    const state = stateOf(cell);
    if (!state) return;
    if (JSON.stringify(state.v) === JSON.stringify(value)) return;
    state.v = value;
    this.version++;
    this.recalculated.add(state);
  }

  private ensureEngine(): { engine: FormulaEngine; feed: EngineFeed } {
    if (this.engine?.engine.exhausted) {
      this.engine.engine.free();
      this.engine = undefined;
    }
    if (!this.engine) {
      const engine = new FormulaEngine(this.state.sheets, this.state.timeZone);
      this.engine = { engine, feed: new EngineFeed(engine) };
    }
    return this.engine;
  }
}

function stateOf(cell: FormulaCell): CellState | undefined {
  return cell.sheet.cells[cell.row]?.[cell.column] ?? undefined;
}

function resultOf(cell: FormulaCell): Value | undefined {
  return stateOf(cell)?.v;
}

/** Something worth keeping where the engine has no answer. */
function hasResult(cell: FormulaCell): boolean {
  const value = resultOf(cell);
  return value !== undefined && value !== null && !(typeof value === 'object' && value.error === '#NAME?');
}

const isError = (value: Value | undefined): boolean => typeof value === 'object' && value !== null;

function isUnsupported(value: Value): boolean {
  return typeof value === 'object' && value !== null && (value.error === '#NAME?' || value.error === '#NIMPL!');
}
