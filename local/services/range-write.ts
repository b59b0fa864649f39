import type { CellPatch, Op, Rect } from '../contract.ts';
import { epochToSerial } from '../model/dates.ts';
import { asksFormula } from '../model/rule-place.ts';
import { copyFormula } from '../model/shift-formula.ts';
import { typedPatch } from './cell-value.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkSize, sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { signatureError } from './signatures.ts';
import { checkRights, checkRule } from './write-check.ts';

const cellsOf = ({ rect }: RangeObject): number => rect.rows * rect.columns;

/** The present day as a serial in the workbook's zone, for dates typed without a year. */
function today(context: ExecutionContext): number {
  return Math.floor(epochToSerial(context.now(), context.book.state.timeZone));
}

/** Values as cells, each read as if typed and held against its rule. `valueAt` counts from the rectangle's corner. */
export function valueOps(
  context: ExecutionContext,
  id: number,
  rect: Rect,
  valueAt: (i: number, j: number) => unknown,
  ignoreText = false,
): Op[] {
  const { book } = context;
  const sheet = sheetState(context, id);
  checkRights(context, sheet, rect);
  const day = today(context);
  const { undefinedValue, nullValue } = context.surroundings.doubts;
  const cells: (CellPatch | null)[][] = new Array(rect.rows);
  const askFormulas: (() => void)[] = [];
  for (let i = 0; i < rect.rows; i++) {
    const line: (CellPatch | null)[] = new Array(rect.columns).fill(null);
    for (let j = 0; j < rect.columns; j++) {
      const given = valueAt(i, j);
      const emptiness = given === undefined ? undefinedValue : given === null ? nullValue : undefined;
      if (emptiness === 'keeps') continue;
      const cell = sheet.cells[rect.row + i]?.[rect.column + j];
      const { patch, value } = typedPatch(
        emptiness === 'text' ? String(given) : given,
        book.styleOf(cell),
        book,
        day,
        ignoreText,
      );
      if (cell?.d !== undefined && patch.f === null) {
        const rule = book.validationOf(cell)!;
        const check = () => checkRule(context, sheet, rect.row + i, rect.column + j, value, rule);
        if (!asksFormula(rule)) check();
        else if (!rule.allowInvalid) askFormulas.push(check);
      }
      line[j] = patch;
    }
    cells[i] = line;
  }
  const ops: Op[] = [{ op: 'cells', sheet: id, row: rect.row, column: rect.column, cells }];
  // formulas see the whole block as it is going to stand
  if (askFormulas.length > 0) {
    book.suppose(ops, () => {
      for (const check of askFormulas) check();
    });
  }
  return ops;
}

function setValue(context: ExecutionContext, range: RangeObject, value: unknown): RangeObject {
  context.write({ valueCells: cellsOf(range), resolve: () => valueOps(context, range.sheet, range.rect, () => value) });
  return range;
}

export function setValues(context: ExecutionContext, range: RangeObject, values: unknown[][]): RangeObject {
  checkSize(range.rect, values);
  context.write({
    valueCells: cellsOf(range),
    resolve: () => valueOps(context, range.sheet, range.rect, (i, j) => values[i]![j]),
  });
  return range;
}

/** A formula without its `=` gets one; an empty text stays, and clears the cell, as `null` does. */
export const asFormula = (text: string | null): string => (!text || text.startsWith('=') ? (text ?? '') : `=${text}`);

function setFormulas(context: ExecutionContext, range: RangeObject, formulas: (string | null)[][]): RangeObject {
  return setValues(
    context,
    range,
    formulas.map((line) => line.map(asFormula)),
  );
}

/** In all cells of the range, its relative references as if it were copied from the first one. */
function setFormula(context: ExecutionContext, range: RangeObject, text: string | null): RangeObject {
  const formula = asFormula(text);
  context.write({
    valueCells: cellsOf(range),
    resolve: () => valueOps(context, range.sheet, range.rect, (i, j) => (formula ? copyFormula(formula, i, j) : '')),
  });
  return range;
}

/** The rows of a rectangle that are left, run by run. */
function withoutRows(rect: Rect, rows: ReadonlySet<number>): Rect[] {
  const runs: Rect[] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    if (rows.has(row)) continue;
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) last.rows++;
    else runs.push({ ...rect, row, rows: 1 });
  }
  return runs;
}

/** One patch for all cells of the range, or for those of rows only that no filter hides. */
export function fill(context: ExecutionContext, range: RangeObject, patch: CellPatch, visibleOnly = false): RangeObject {
  const { sheet, rect } = range;
  const resolve = (): Op[] => {
    const state = sheetState(context, sheet);
    checkRights(context, state, rect);
    const rects = visibleOnly ? withoutRows(rect, new Set(state.filteredRows)) : [rect];
    return rects.length > 0 ? [{ op: 'fill', sheet, rects, patch }] : [];
  };
  const content = 'v' in patch || 'f' in patch;
  context.write(content ? { valueCells: cellsOf(range), resolve } : { formatCells: cellsOf(range), resolve });
  return range;
}

/** A patch for each cell, from a matrix of the range's size. */
export function fillEach<T>(
  context: ExecutionContext,
  range: RangeObject,
  data: T[][],
  patchOf: (item: T) => CellPatch,
): RangeObject {
  checkSize(range.rect, data);
  const { sheet, rect } = range;
  const cells = data.map((line) => line.map(patchOf));
  const resolve = (): Op[] => {
    checkRights(context, sheetState(context, sheet), rect);
    return [{ op: 'cells', sheet, row: rect.row, column: rect.column, cells }];
  };
  context.write({ formatCells: cellsOf(range), resolve });
  return range;
}

const CLEAR = {
  contentsOnly: { v: null, f: null },
  formatOnly: { s: null },
  validationsOnly: { d: null },
  commentsOnly: { n: null },
} as const satisfies Record<string, CellPatch>;

/** `clear()` drops contents and formats; with options only what they name, and not in rows that a filter hides if so asked. */
function clear(context: ExecutionContext, range: RangeObject, options: Record<string, unknown> = {}): RangeObject {
  const chosen = Object.entries(CLEAR).filter(([name]) => options[name] === true);
  const patches = chosen.length > 0 ? chosen.map(([, patch]) => patch) : [CLEAR.contentsOnly, CLEAR.formatOnly];
  return fill(context, range, Object.assign({}, ...patches), options.skipFilteredRows === true);
}

/** Google takes numbers for notes, though it does not say so: `setNote(25)` is `25`, in a matrix of `setNotes` it is `25.0`. */
function noteOf(note: unknown, method: 'setNote' | 'setNotes'): CellPatch {
  if (typeof note === 'object' && note !== null) throw signatureError([note], `SpreadsheetApp.Range.${method}`);
  const text = method === 'setNotes' && Number.isInteger(note) ? `${note}.0` : String(note ?? '');
  return { n: text || null };
}

export const rangeWrite: Methods<RangeObject> = {
  setValue: ['any', setValue],
  setValues: ['any[][]', setValues],
  setFormula: ['string?', setFormula],
  setFormulas: ['string?[][]', setFormulas],
  setNote: ['any', (context, range, note: unknown) => fill(context, range, noteOf(note, 'setNote'))],
  setNotes: [
    'any[][]',
    (context, range, notes: unknown[][]) => fillEach(context, range, notes, (note) => noteOf(note, 'setNotes')),
  ],
  clear: ['| object', clear],
  clearContent: ['', (context, range) => fill(context, range, CLEAR.contentsOnly)],
  clearFormat: ['', (context, range) => fill(context, range, CLEAR.formatOnly)],
  clearDataValidations: ['', (context, range) => fill(context, range, CLEAR.validationsOnly)],
  clearNote: ['', (context, range) => fill(context, range, CLEAR.commentsOnly)],
};
