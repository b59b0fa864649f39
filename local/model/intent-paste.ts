/** A paste from outside the workbook: text, parsed as if every cell had been typed. */
import type { CellPatch, Op, Rect, SheetState, Style } from '../contract.ts';
import { MAX_TEXT, rejectedCell, typedPatch } from './intent-cells.ts';
import { done, type IntentContext, type IntentOf, type ResolvedIntent, refuse } from './intent-result.ts';
import { wholeStyle } from './intern.ts';
import { protectionAgainst } from './protection.ts';

export const MAX_COLUMNS = 18_278;

export function resolvePaste(context: IntentContext, intent: IntentOf<'paste'>): ResolvedIntent {
  const { workbook, user } = context;
  const sheet = workbook.sheet(intent.sheet);
  const rect = pastedRect(intent);
  if (rect.rows === 0 || rect.columns === 0) return done([]);
  const grow = growGrid(context, sheet, rect);
  if (!Array.isArray(grow)) return grow;
  if (protectionAgainst(workbook, sheet, [rect], user)) return refuse(context, 'protected', 'protected');

  const cells: (CellPatch | null)[][] = [];
  for (const [i, texts] of intent.cells.entries()) {
    // rows that the paste adds look like the last one
    const row = Math.min(rect.row + i, sheet.rowCount - 1);
    const line: (CellPatch | null)[] = [];
    for (const [j, text] of texts.entries()) {
      const column = Math.min(rect.column + j, sheet.columnCount - 1);
      if (text !== null && text.length > MAX_TEXT) return refuse(context, 'bounds', 'tooLong');
      const style = intent.styles?.[i]?.[j] ?? undefined;
      const patch = pastedPatch(context, sheet.cells[row]?.[column]?.s, text, style);
      if (patch && intent.clearValidation) patch.d = null;
      else if (patch) {
        const rejected = rejectedCell(context, sheet.id, row, column, patch);
        if (rejected) return rejected;
      }
      line.push(patch);
    }
    cells.push(line);
  }
  return done([...grow, { op: 'cells', sheet: sheet.id, row: rect.row, column: rect.column, cells }], {
    edit: { sheet: sheet.id, rect },
    change: 'EDIT',
  });
}

function pastedRect({ row, column, cells }: IntentOf<'paste'>): Rect {
  return { row, column, rows: cells.length, columns: Math.max(0, ...cells.map((line) => line.length)) };
}

function pastedPatch(
  context: IntentContext,
  s: number | undefined,
  text: string | null,
  style: Style | undefined,
): CellPatch | null {
  if (text === null) return style ? { s: wholeStyle(style) } : null;
  if (!style) return text === '' ? { v: null, f: null } : typedPatch(context, s, text);
  const patch = text === '' ? { v: null, f: null } : typedPatch(context, undefined, text, style.numberFormat);
  return { ...patch, s: { ...wholeStyle(style), ...patch.s } };
}

/** Operations that make room for `rect`, or a refusal. New lines inherit from the last one. */
export function growGrid(context: IntentContext, sheet: SheetState, rect: Rect): Op[] | ResolvedIntent {
  const rows = Math.max(0, rect.row + rect.rows - sheet.rowCount);
  const columns = Math.max(0, rect.column + rect.columns - sheet.columnCount);
  if (sheet.columnCount + columns > MAX_COLUMNS) return refuse(context, 'bounds', 'tooManyColumns');
  const added = (sheet.rowCount + rows) * (sheet.columnCount + columns) - sheet.rowCount * sheet.columnCount;
  const full = tooManyCells(context, added);
  if (full) return full;
  const ops: Op[] = [];
  const { rowCount, columnCount } = sheet;
  if (rows > 0) ops.push({ op: 'insertRows', sheet: sheet.id, at: rowCount, count: rows, formatFrom: rowCount - 1 });
  if (columns > 0)
    ops.push({ op: 'insertColumns', sheet: sheet.id, at: columnCount, count: columns, formatFrom: columnCount - 1 });
  return ops;
}

/** A refusal where the workbook cannot hold so many cells more; the empty grid counts, too (platform.md §1). */
export function tooManyCells(context: IntentContext, more: number): ResolvedIntent | undefined {
  const { maxCells, state } = context.workbook;
  const cells = state.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0);
  if (more <= 0 || cells + more <= maxCells) return undefined;
  return refuse(context, 'bounds', 'tooManyCells', { cells: String(maxCells) });
}
