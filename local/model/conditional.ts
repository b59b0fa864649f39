/** Which conditional format a cell shows: the first of the tab's list whose condition it meets. */
import type { ConditionalFormat, SheetState, Style } from '../contract.ts';
import { type CriteriaValue, meetsCriteria } from './criteria.ts';
import { epochToSerial } from './dates.ts';
import { gradientStyle } from './gradient.ts';
import { type PlainCondition, plainCondition } from './plain-condition.ts';
import { contains, intersection } from './rects.ts';
import { copyFormula } from './shift-formula.ts';
import type { SheetRef, Workbook } from './workbook.ts';

/** Custom formulas are computed for a block of cells at once: a page asks for a whole screen. */
const BLOCK_ROWS = 64;
const BLOCK_COLUMNS = 32;
type Block = Map<number, CriteriaValue | undefined>;

interface FormulaResults {
  version: number;
  /** by format and the block's corner */
  blocks: Map<ConditionalFormat, Map<string, Block>>;
}

const results = new WeakMap<Workbook, FormulaResults>();

/**
 * The style that conditional formats put over the cell's own; `undefined` when none applies.
 *
 * @example const style = { ...workbook.styleOf(cell), ...conditionalStyle(workbook, 0, row, column) }
 */
export function conditionalStyle(workbook: Workbook, ref: SheetRef, row: number, column: number): Style | undefined {
  const sheet = workbook.sheet(ref);
  if (sheet.conditionalFormats.length === 0) return undefined;
  let value: CriteriaValue | undefined;
  for (const format of sheet.conditionalFormats) {
    if (!format.ranges.some((rect) => contains(rect, row, column))) continue;
    value ??= workbook.value(sheet, row, column);
    if (format.criteria === 'GRADIENT') {
      const shade = gradientStyle(workbook, sheet, format, value);
      if (shade) return shade;
      continue;
    }
    if (applies(workbook, sheet, format, row, column, value)) return styleOfFormat(format);
  }
  return undefined;
}

/** With what the format turns off as absent properties, which go over the cell's own. */
function styleOfFormat({ style, off }: ConditionalFormat): Style {
  return off ? { ...style, ...Object.fromEntries(off.map((key) => [key, undefined])) } : style;
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
    get today() {
      return Math.floor(epochToSerial(workbook.clock(), timeZone));
    },
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
  const [first] = format.ranges;
  const read = (y: number, x: number) => workbook.value(sheet, y, x);
  const plain = plainOf(format)?.value(read, row - first!.row, column - first!.column);
  if (plain !== undefined) return plain;
  const { blocks } = resultsOf(workbook);
  let known = blocks.get(format);
  if (!known) blocks.set(format, (known = new Map()));
  const corner = { row: row - (row % BLOCK_ROWS), column: column - (column % BLOCK_COLUMNS) };
  const key = `${corner.row}:${corner.column}`;
  let block = known.get(key);
  if (!block) known.set(key, (block = computeBlock(workbook, sheet, format, corner)));
  return block.get(row * BLOCK_COLUMNS + (column % BLOCK_COLUMNS));
}

const plains = new WeakMap<ConditionalFormat, { formula: string; condition: PlainCondition | undefined }>();

function plainOf(format: ConditionalFormat): PlainCondition | undefined {
  const formula = String(format.args[0] ?? '');
  let known = plains.get(format);
  if (known?.formula !== formula) plains.set(format, (known = { formula, condition: plainCondition(formula) }));
  return known!.condition;
}

/** Of cells whose formula reads the same (`=$G2="VIP"` all along a row) only one is computed. */
function computeBlock(
  workbook: Workbook,
  sheet: SheetState,
  format: ConditionalFormat,
  corner: { row: number; column: number },
): Block {
  const formula = String(format.args[0] ?? '');
  const byPlace = /(?<![\p{L}\p{N}_.])(ROW|COLUMN)\(\s*\)/iu.test(formula);
  const distinct = new Map<string, { sheet: SheetState; row: number; column: number; formula: string }>();
  const wanted: { place: number; key: string }[] = [];
  for (const range of format.ranges) {
    const rect = intersection(range, { ...corner, rows: BLOCK_ROWS, columns: BLOCK_COLUMNS });
    for (let i = 0; rect && i < rect.rows; i++) {
      for (let j = 0; j < rect.columns; j++) {
        const [row, column] = [rect.row + i, rect.column + j];
        const text = relativeTo(format, formula, row, column);
        const key = byPlace ? `${row}:${column}` : text;
        if (!distinct.has(key)) distinct.set(key, { sheet, row, column, formula: text });
        wanted.push({ place: row * BLOCK_COLUMNS + (column % BLOCK_COLUMNS), key });
      }
    }
  }
  const values = workbook.evaluateAll([...distinct.values()]);
  const byKey = new Map([...distinct.keys()].map((key, i) => [key, values[i]]));
  return new Map(wanted.map(({ place, key }) => [place, byKey.get(key)]));
}

/** Results hold until something in the workbook changes. */
function resultsOf(workbook: Workbook): FormulaResults {
  let found = results.get(workbook);
  if (!found || found.version !== workbook.version)
    results.set(workbook, (found = { version: workbook.version, blocks: new Map() }));
  return found;
}
