/** Which cells hold formulas, what they refer to, and which of them a change concerns. */
import type { Rect, SheetState, WorkbookState } from '../contract.ts';
import { resolveRange, resolveReference, type SheetRange } from './ranges.ts';
import { contains, intersects } from './rects.ts';
import { mapNames, referencesOf } from './references.ts';

export interface FormulaCell {
  sheet: SheetState;
  row: number;
  column: number;
  formula: string;
  refers: SheetRange[];
  /** clock, chance, or references that only the engine finds: computed anew with every change */
  volatile: boolean;
}

const VOLATILE = /(?<![\p{L}\p{N}_.])(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|INDIRECT|OFFSET)\(/iu;
const FINDS_BY_ITSELF = /(?<![\p{L}\p{N}_.])(INDIRECT|OFFSET)\(/iu;
const ROWS = 2 ** 21;

export class FormulaIndex {
  size = 0;
  readonly volatiles = new Set<FormulaCell>();
  private readonly cells = new Map<SheetState, Map<number, FormulaCell>>();
  /** formulas that refer to exactly this cell */
  private readonly bySingle = new Map<SheetState, Map<number, Set<FormulaCell>>>();
  private readonly byRange = new Map<SheetState, Map<FormulaCell, Rect[]>>();

  constructor(private readonly state: WorkbookState) {
    for (const sheet of state.sheets) {
      sheet.cells.forEach((line, row) => {
        line?.forEach((cell, column) => {
          if (cell?.f !== undefined) this.set(sheet, row, column, cell.f);
        });
      });
    }
  }

  count(sheet: SheetState): number {
    return this.cells.get(sheet)?.size ?? 0;
  }

  /** Whether the tab holds formulas, or any formula refers to it. */
  concerns(sheet: SheetState): boolean {
    return this.count(sheet) > 0 || (this.bySingle.get(sheet)?.size ?? 0) > 0 || (this.byRange.get(sheet)?.size ?? 0) > 0;
  }

  all(): FormulaCell[] {
    return [...this.cells.values()].flatMap((cells) => [...cells.values()]);
  }

  /** Notes the formula that is now in a cell, or that there is none. */
  set(sheet: SheetState, row: number, column: number, formula: string | undefined): FormulaCell | undefined {
    const key = keyOf(row, column);
    const old = this.cells.get(sheet)?.get(key);
    if (old) this.remove(old);
    if (formula === undefined) return undefined;
    const cell: FormulaCell = {
      sheet,
      row,
      column,
      formula,
      refers: this.rangesOf(formula, sheet),
      volatile: VOLATILE.test(formula),
    };
    inner(this.cells, sheet).set(key, cell);
    this.size++;
    if (cell.volatile) this.volatiles.add(cell);
    for (const range of cell.refers) {
      const { rect } = range;
      if (rect.rows === 1 && rect.columns === 1) {
        const singles = inner(this.bySingle, range.sheet);
        const at = keyOf(rect.row, rect.column);
        const set = singles.get(at) ?? new Set();
        singles.set(at, set.add(cell));
      } else {
        const ranges = inner(this.byRange, range.sheet) as Map<FormulaCell, Rect[]>;
        ranges.set(cell, [...(ranges.get(cell) ?? []), rect]);
      }
    }
    return cell;
  }

  at(sheet: SheetState, row: number, column: number): FormulaCell | undefined {
    return this.cells.get(sheet)?.get(keyOf(row, column));
  }

  /** Adds to `dirty` whatever depends on the rectangle, directly or through other formulas. */
  spread(sheet: SheetState, rect: Rect, dirty: Set<FormulaCell>): void {
    const open: { sheet: SheetState; rect: Rect }[] = [{ sheet, rect }];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const cell of this.dependents(next.sheet, next.rect)) {
        if (dirty.has(cell)) continue;
        dirty.add(cell);
        open.push({ sheet: cell.sheet, rect: { row: cell.row, column: cell.column, rows: 1, columns: 1 } });
      }
    }
  }

  /** Every cell or range that a formula names, also through named ranges. */
  rangesOf(formula: string, own: SheetState): SheetRange[] {
    if (FINDS_BY_ITSELF.test(formula)) return this.state.sheets.map((sheet) => ({ sheet, rect: wholeGrid(sheet) }));
    const ranges = referencesOf(formula).flatMap((reference) => resolveReference(this.state, reference, own) ?? []);
    if (this.state.namedRanges.length > 0) {
      mapNames(formula, (name) => {
        const named = this.state.namedRanges.some((range) => range.name.toLowerCase() === name.toLowerCase());
        const range = named ? resolveRange(this.state, name) : undefined;
        if (range) ranges.push(range);
        return null;
      });
    }
    return ranges;
  }

  private dependents(sheet: SheetState, rect: Rect): Iterable<FormulaCell> {
    const found = new Set<FormulaCell>();
    const singles = this.bySingle.get(sheet);
    if (singles) {
      if (rect.rows * rect.columns <= singles.size) {
        for (let row = rect.row; row < rect.row + rect.rows; row++) {
          for (let column = rect.column; column < rect.column + rect.columns; column++) {
            for (const cell of singles.get(keyOf(row, column)) ?? []) found.add(cell);
          }
        }
      } else {
        for (const [key, cells] of singles)
          if (contains(rect, key % ROWS, Math.floor(key / ROWS))) for (const cell of cells) found.add(cell);
      }
    }
    for (const [cell, rects] of this.byRange.get(sheet) ?? [])
      if (rects.some((range) => intersects(range, rect))) found.add(cell);
    return found;
  }

  private remove(cell: FormulaCell): void {
    this.cells.get(cell.sheet)?.delete(keyOf(cell.row, cell.column));
    this.size--;
    this.volatiles.delete(cell);
    for (const { sheet, rect } of cell.refers) {
      this.bySingle.get(sheet)?.get(keyOf(rect.row, rect.column))?.delete(cell);
      this.byRange.get(sheet)?.delete(cell);
    }
  }
}

function keyOf(row: number, column: number): number {
  return column * ROWS + row;
}

function inner<K, V>(outer: Map<SheetState, Map<K, V>>, sheet: SheetState): Map<K, V> {
  let map = outer.get(sheet);
  if (!map) outer.set(sheet, (map = new Map()));
  return map;
}

function wholeGrid(sheet: SheetState): Rect {
  return { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount };
}
