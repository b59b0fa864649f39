/** Rows and columns: inserted, deleted, moved, hidden, sized. */
import type { Op, Rect, SheetState } from '../contract.ts';
import { MAX_COLUMNS, tooManyCells } from './intent-paste.ts';
import { type ChangeType, done, type IntentContext, type IntentOf, type ResolvedIntent, refuse } from './intent-result.ts';
import { protectionAgainst } from './protection.ts';

export function resolveInsert(context: IntentContext, intent: IntentOf<'insertRows'>): ResolvedIntent {
  const { workbook, user } = context;
  const { at, count } = intent;
  const sheet = workbook.sheet(intent.sheet);
  const rows = intent.kind === 'insertRows';
  if (at < 0 || at > size(sheet, rows) || count < 1) return refuse(context, 'bounds', 'outside');
  if (!rows && sheet.columnCount + count > MAX_COLUMNS) return refuse(context, 'bounds', 'tooManyColumns');
  const across = rows ? sheet.columnCount : sheet.rowCount;
  const full = tooManyCells(context, across * count);
  if (full) return full;
  // only strictly inside a protected block does it change the block
  const inside = at > 0 && at < size(sheet, rows) ? [lines(sheet, rows, at - 1, 1), lines(sheet, rows, at, 1)] : undefined;
  const [before, after] = (inside ?? []).map((rect) => protectionAgainst(workbook, sheet, [rect], user));
  if (protectionAgainst(workbook, sheet, undefined, user) || (before && before === after))
    return refuse(context, 'protected', 'protected');
  const frozen = rows ? sheet.frozenRows : sheet.frozenColumns;
  // directly under a header new rows look like the data, not like the header
  const formatFrom = at === frozen || at === 0 ? at : at - 1;
  const op: Op = { op: intent.kind, sheet: sheet.id, at, count, ...(formatFrom < size(sheet, rows) ? { formatFrom } : {}) };
  return done([op], { change: rows ? 'INSERT_ROW' : 'INSERT_COLUMN' });
}

export function resolveDelete(context: IntentContext, intent: IntentOf<'deleteRows'>): ResolvedIntent {
  const { workbook, user } = context;
  const { at, count } = intent;
  const sheet = workbook.sheet(intent.sheet);
  const rows = intent.kind === 'deleteRows';
  const total = size(sheet, rows);
  if (at < 0 || count < 1 || at + count > total) return refuse(context, 'bounds', 'outside');
  const frozen = rows ? sheet.frozenRows : sheet.frozenColumns;
  const frozenLeft = frozen - Math.max(0, Math.min(frozen, at + count) - at);
  if (total - count <= frozenLeft) return refuse(context, 'bounds', rows ? 'allRows' : 'allColumns');
  if (protectionAgainst(workbook, sheet, [lines(sheet, rows, at, count)], user)) return refuse(context, 'protected', 'protected');
  return done([{ op: intent.kind, sheet: sheet.id, at, count }], { change: rows ? 'REMOVE_ROW' : 'REMOVE_COLUMN' });
}

export function resolveMove(context: IntentContext, intent: IntentOf<'moveRows'>): ResolvedIntent {
  const { workbook, user } = context;
  const { at, count, to } = intent;
  const sheet = workbook.sheet(intent.sheet);
  const rows = intent.kind === 'moveRows';
  const total = size(sheet, rows);
  if (at < 0 || count < 1 || at + count > total || to < 0 || to > total) return refuse(context, 'bounds', 'outside');
  if (to >= at && to <= at + count) return done([]);
  const touched = lines(sheet, rows, Math.min(at, to), Math.max(at + count, to) - Math.min(at, to));
  if (protectionAgainst(workbook, sheet, [touched], user)) return refuse(context, 'protected', 'protected');
  // whether a move fires onEdit is reported both ways (platform.md §2): the stricter reading is that it does not
  return done([{ op: intent.kind, sheet: sheet.id, at, count, to }], { change: 'OTHER' });
}

export function resolveHide(context: IntentContext, intent: IntentOf<'hideRows'>): ResolvedIntent {
  return layout(context, intent.sheet, {
    op: intent.kind,
    sheet: intent.sheet,
    at: intent.at,
    count: intent.count,
    hidden: intent.hidden,
  });
}

export function resolveSize(context: IntentContext, intent: IntentOf<'rowHeights'>): ResolvedIntent {
  const { kind, sheet, at, count, pixels } = intent;
  return layout(context, sheet, { op: kind, sheet, at, count, pixels });
}

function layout(context: IntentContext, sheetId: number, op: Op, change: ChangeType = 'OTHER'): ResolvedIntent {
  const sheet = context.workbook.sheet(sheetId);
  if (protectionAgainst(context.workbook, sheet, undefined, context.user)) return refuse(context, 'protected', 'protected');
  return done([op], { change });
}

function size(sheet: SheetState, rows: boolean): number {
  return rows ? sheet.rowCount : sheet.columnCount;
}

function lines(sheet: SheetState, rows: boolean, at: number, count: number): Rect {
  return rows
    ? { row: at, column: 0, rows: count, columns: sheet.columnCount }
    : { row: 0, column: at, rows: sheet.rowCount, columns: count };
}
