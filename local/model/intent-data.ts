/** Sorting, filtering, find and replace: what a person does to the data as a whole. */
import type { CellPatch, Filter, Op, Rect, SheetState } from '../contract.ts';
import { cellsOp } from './apply-cells.ts';
import { meetsCriteria, textOf } from './criteria.ts';
import { MAX_TEXT, rejectedCell, typedPatch } from './intent-cells.ts';
import { done, type IntentContext, type IntentOf, type ResolvedIntent, refuse } from './intent-result.ts';
import { protectionAgainst } from './protection.ts';
import { boundingRect, intersects } from './rects.ts';
import { copyFormula } from './shift-formula.ts';
import { sortOrder } from './sort-order.ts';
import { validationContext } from './validate.ts';
import type { Workbook } from './workbook.ts';

export function resolveSort(context: IntentContext, intent: IntentOf<'sort'>): ResolvedIntent {
  const { workbook, user } = context;
  const { rect, keys } = intent;
  const sheet = workbook.sheet(intent.sheet);
  if (protectionAgainst(workbook, sheet, [rect], user)) return refuse(context, 'protected', 'protected');
  if (sheet.merges.some((merge) => merge.rows > 1 && intersects(merge, rect))) return refuse(context, 'bounds', 'mergedSort');
  const values = workbook.values(sheet, rect);
  // what the filter hides stays where it is: only the rows that are seen change places
  const filtered = new Set(sheet.filteredRows);
  const seen = values.flatMap((_, i) => (filtered.has(rect.row + i) ? [] : [i]));
  const sorted = sortOrder(
    seen.map((i) => values[i]!),
    keys.map(({ column, ascending }) => ({ column: column - rect.column, ascending })),
    workbook.state.locale,
  );
  const order = values.map((_, i) => i);
  for (const [i, from] of sorted.entries()) order[seen[i]!] = seen[from]!;
  if (order.every((from, i) => from === i)) return done([]);
  return done([{ op: 'sort', sheet: sheet.id, rect, order }], { edit: { sheet: sheet.id, rect }, change: 'EDIT' });
}

export function resolveFilter(context: IntentContext, intent: IntentOf<'filter'>): ResolvedIntent {
  const { workbook, user } = context;
  const { filter } = intent;
  const sheet = workbook.sheet(intent.sheet);
  if (protectionAgainst(workbook, sheet, undefined, user)) return refuse(context, 'protected', 'protected');
  const filteredRows = filter ? rowsHiddenBy(workbook, sheet, filter, context.clock()) : [];
  return done([{ op: 'sheet', sheet: sheet.id, patch: { filter, filteredRows } }], { change: 'OTHER' });
}

/** The rows below the filter's header that its criteria hide. `now` in ms since 1970. */
export function rowsHiddenBy(workbook: Workbook, sheet: SheetState, filter: Filter, now: number): number[] {
  const { rect } = filter;
  const hidden = new Set<number>();
  for (const [key, { hiddenValues, criteria, args = [] }] of Object.entries(filter.criteria)) {
    const column = Number(key);
    const lane: Rect = { row: rect.row + 1, column, rows: rect.rows - 1, columns: 1 };
    const values = workbook.values(sheet, lane);
    const shown = workbook.displayValues(sheet, lane);
    const unwanted = new Set(hiddenValues);
    values.forEach(([value = null], i) => {
      const row = lane.row + i;
      // a formula is written for the first row below the header
      const here = args.map((arg) => (typeof arg === 'string' && arg.startsWith('=') ? copyFormula(arg, i, 0) : arg));
      const kept = criteria ? meetsCriteria(criteria, here, value, validationContext(workbook, sheet, row, column, now)) : true;
      if (unwanted.has(shown[i]![0]!) || kept === false) hidden.add(row);
    });
  }
  return [...hidden].sort((a, b) => a - b);
}

/** Case does not matter; formulas are left alone. */
export function resolveReplace(context: IntentContext, intent: IntentOf<'replace'>): ResolvedIntent {
  const { workbook, user } = context;
  const { find, by, wholeCell } = intent;
  const sheet = workbook.sheet(intent.sheet);
  const nothing = () => refuse(context, 'nothing', 'notFound', { find });
  if (find === '') return nothing();
  const ops: Op[] = [];
  const rects: Rect[] = [];
  for (const [row, line] of sheet.cells.entries()) {
    let changed = false;
    const patches: (CellPatch | null)[] = [];
    for (const [column, cell] of (line ?? []).entries()) {
      patches[column] = null;
      if (!cell || cell.f !== undefined || cell.v === undefined || cell.v === null) continue;
      const text = textOf(cell.v);
      const next = wholeCell ? (text.toLowerCase() === find.toLowerCase() ? by : text) : replacedIn(text, find, by);
      if (next === text) continue;
      if (next.length > MAX_TEXT) return refuse(context, 'bounds', 'tooLong');
      const patch: CellPatch = next === '' ? { v: null, f: null } : typedPatch(context, cell.s, next);
      const rejected = rejectedCell(context, sheet.id, row, column, patch);
      if (rejected) return rejected;
      patches[column] = patch;
      rects.push({ row, column, rows: 1, columns: 1 });
      changed = true;
    }
    if (changed) ops.push(...cellsOp(sheet.id, row, 0, [patches]));
  }
  const rect = boundingOf(rects);
  if (!rect) return nothing();
  if (protectionAgainst(workbook, sheet, rects, user)) return refuse(context, 'protected', 'protected');
  return done(ops, { edit: { sheet: sheet.id, rect }, change: 'EDIT' });
}

/** Case does not matter; letters whose small form is longer (`İ`) are found as they are only. */
function replacedIn(text: string, find: string, by: string): string {
  const folded = text.toLowerCase();
  const [where, what] = folded.length === text.length ? [folded, find.toLowerCase()] : [text, find];
  let result = '';
  let from = 0;
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, from)) {
    result += text.slice(from, at) + by;
    from = at + what.length;
  }
  return result + text.slice(from);
}

/** In steps, because the arguments of one call are limited. */
function boundingOf(rects: readonly Rect[]): Rect | undefined {
  let bounding: Rect | undefined;
  for (const rect of rects) bounding = boundingRect(bounding ? [bounding, rect] : [rect]);
  return bounding;
}
