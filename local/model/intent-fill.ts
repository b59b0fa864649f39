/** The fill handle, dragged down, up, right or left. */
import type { CellPatch, CellState, Op, Rect, SheetState } from '../contract.ts';
import { isDateFormat } from './dates.ts';
import { growGrid } from './intent-paste.ts';
import { done, type IntentContext, type IntentOf, type ResolvedIntent, refuse } from './intent-result.ts';
import { wholeStyle } from './intern.ts';
import { protectionAgainst } from './protection.ts';
import { continueSeries } from './series.ts';
import { copyFormula } from './shift-formula.ts';
import type { Workbook } from './workbook.ts';

/** `to` may include `from` or only be what is added to it; where both directions would do, down wins. */
export function resolveFill(context: IntentContext, intent: IntentOf<'fillDown'>): ResolvedIntent {
  const { workbook, user } = context;
  const { from } = intent;
  const sheet = workbook.sheet(intent.sheet);
  const target = fillTarget(from, intent.to);
  if (!target) return done([]);
  const { rect } = target;
  const grow = growGrid(context, sheet, rect);
  if (!Array.isArray(grow)) return grow;
  if (protectionAgainst(workbook, sheet, [rect], user)) return refuse(context, 'protected', 'protected');

  const cells = fillCells(workbook, sheet, from, target);
  const ops: Op[] = [...grow, { op: 'cells', sheet: sheet.id, row: rect.row, column: rect.column, cells }];
  return done(ops, { edit: { sheet: sheet.id, rect }, change: 'EDIT' });
}

/** What the fill handle puts into `rect`, the part that is added to `from`. `copies`: everything is repeated, no series goes on. */
export function fillCells(
  workbook: Workbook,
  sheet: SheetState,
  from: Rect,
  { rect, vertical, forward }: FillTarget,
  copies = false,
): CellPatch[][] {
  const length = vertical ? from.rows : from.columns;
  const lanes = Array.from({ length: vertical ? from.columns : from.rows }, (_, lane) =>
    Array.from(
      { length },
      (_, k) => workbook.cell(sheet, from.row + (vertical ? k : lane), from.column + (vertical ? lane : k)) ?? {},
    ),
  );
  const next = lanes.map((lane) => laneFiller(workbook, lane, vertical, copies));
  const cells: CellPatch[][] = [];
  for (let i = 0; i < rect.rows; i++) {
    const line: CellPatch[] = [];
    for (let j = 0; j < rect.columns; j++) {
      const place = vertical ? i : j;
      const steps = forward ? place + 1 : place - (vertical ? rect.rows : rect.columns);
      line.push(next[vertical ? j : i]!(steps));
    }
    cells.push(line);
  }
  return cells;
}

/** Formulas shift and formats come along; what is no series repeats from its beginning. */
function laneFiller(workbook: Workbook, lane: CellState[], vertical: boolean, copies: boolean): (steps: number) => CellPatch {
  const series = lane.map((cell) => ({ value: cell.v ?? null, date: isDateFormat(workbook.styleOf(cell).numberFormat) }));
  const length = lane.length;
  return (steps) => {
    const index = (((steps > 0 ? steps - 1 : steps) % length) + length) % length;
    const cell = lane[index]!;
    const patch: CellPatch = { s: wholeStyle(workbook.styleOf(cell)), d: workbook.validationOf(cell) ?? null };
    if (cell.f !== undefined) {
      const distance = (steps > 0 ? length - 1 + steps : steps) - index;
      return { ...patch, f: copyFormula(cell.f, vertical ? distance : 0, vertical ? 0 : distance) };
    }
    const continued = copies || lane.some((other) => other.f !== undefined) ? undefined : continueSeries(series, steps);
    return { ...patch, v: continued ?? cell.v ?? null, f: null };
  };
}

interface FillTarget {
  rect: Rect;
  vertical: boolean;
  forward: boolean;
}

/** The part of `to` that lies beyond `from`; `undefined` when there is none. */
export function fillTarget(from: Rect, to: Rect): FillTarget | undefined {
  const below = to.row + to.rows - (from.row + from.rows);
  const above = from.row - to.row;
  const right = to.column + to.columns - (from.column + from.columns);
  const left = from.column - to.column;
  if (below > 0) return { rect: { ...from, row: from.row + from.rows, rows: below }, vertical: true, forward: true };
  if (above > 0) return { rect: { ...from, row: to.row, rows: above }, vertical: true, forward: false };
  if (right > 0) return { rect: { ...from, column: from.column + from.columns, columns: right }, vertical: false, forward: true };
  if (left > 0) return { rect: { ...from, column: to.column, columns: left }, vertical: false, forward: false };
  return undefined;
}
