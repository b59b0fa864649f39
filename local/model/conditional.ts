/** Which conditional format a cell shows: the first of the tab's list whose condition it meets. */
import type { ConditionalFormat, Rect, SheetState, Style } from '../contract.ts';
import { type CriteriaValue, meetsCriteria } from './criteria.ts';
import { epochToSerial } from './dates.ts';
import { contains, intersection } from './rects.ts';
import { copyFormula } from './shift-formula.ts';
import type { SheetRef, Workbook } from './workbook.ts';

/** Custom formulas are computed for this many rows at once: a page asks for a whole screen. */
const BLOCK_ROWS = 128;

interface FormulaResults {
  version: number;
  /** by format, block of rows and column */
  blocks: Map<ConditionalFormat, Map<string, (CriteriaValue | undefined)[]>>;
}

const results = new WeakMap<Workbook, FormulaResults>();

/**
 * The style that conditional formats put over the cell's own; `undefined` when none applies. Gradients are not among them.
 *
 * @example const style = { ...workbook.styleOf(cell), ...conditionalStyle(workbook, 0, row, column) }
 */
export function conditionalStyle(workbook: Workbook, ref: SheetRef, row: number, column: number): Style | undefined {
  const sheet = workbook.sheet(ref);
  if (sheet.conditionalFormats.length === 0) return undefined;
  let value: CriteriaValue | undefined;
  for (const format of sheet.conditionalFormats) {
    if (format.criteria === 'GRADIENT' || !format.ranges.some((rect) => contains(rect, row, column))) continue;
    value ??= workbook.value(sheet, row, column);
    if (applies(workbook, sheet, format, row, column, value)) return format.style;
  }
  return undefined;
}

function applies(
  workbook: Workbook,
  sheet: SheetState,
  format: ConditionalFormat,
  row: number,
  column: number,
  value: CriteriaValue,
): boolean {
  const { locale, timeZone } = workbook.state;
  const context = {
    locale,
    today: Math.floor(epochToSerial(workbook.clock(), timeZone)),
    evaluate: (formula: string) => {
      if (format.criteria === 'CUSTOM_FORMULA') return customResult(workbook, sheet, format, row, column);
      return workbook.evaluate(sheet, row, column, relativeTo(format, formula, row, column));
    },
  };
  return meetsCriteria(format.criteria, format.args, value, context) ?? false;
}

/** The formula is written for the corner of the first range. */
function relativeTo(format: ConditionalFormat, formula: string, row: number, column: number): string {
  const [first] = format.ranges;
  return copyFormula(formula, row - first!.row, column - first!.column);
}

function customResult(
  workbook: Workbook,
  sheet: SheetState,
  format: ConditionalFormat,
  row: number,
  column: number,
): CriteriaValue | undefined {
  const { blocks } = resultsOf(workbook);
  let known = blocks.get(format);
  if (!known) blocks.set(format, (known = new Map()));
  const start = Math.floor(row / BLOCK_ROWS) * BLOCK_ROWS;
  const key = `${start}:${column}`;
  let block = known.get(key);
  if (!block) {
    const lane: Rect = { row: start, column, rows: BLOCK_ROWS, columns: 1 };
    const wanted = format.ranges.flatMap((range) => intersection(range, lane) ?? []);
    const formulas = wanted.flatMap((rect) => Array.from({ length: rect.rows }, (_, i) => rect.row + i));
    const values = workbook.evaluateAll(
      formulas.map((at) => ({ sheet, row: at, column, formula: relativeTo(format, String(format.args[0] ?? ''), at, column) })),
    );
    block = [];
    formulas.forEach((at, i) => {
      block![at - start] = values[i];
    });
    known.set(key, block);
  }
  return block[row - start];
}

/** Results hold until something in the workbook changes. */
function resultsOf(workbook: Workbook): FormulaResults {
  let found = results.get(workbook);
  if (!found || found.version !== workbook.version)
    results.set(workbook, (found = { version: workbook.version, blocks: new Map() }));
  return found;
}
