/** Tabs: added, deleted, renamed, moved, hidden. */
import type { SheetState } from '../contract.ts';
import { tooManyCells } from './intent-paste.ts';
import { done, type IntentContext, type IntentOf, type ResolvedIntent, refuse } from './intent-result.ts';
import { newSheet, newSheetName } from './new-workbook.ts';
import { protectionAgainst } from './protection.ts';

export function resolveAddSheet(context: IntentContext, intent: IntentOf<'addSheet'>): ResolvedIntent {
  const { state } = context.workbook;
  const name = intent.name ?? freeName(context);
  const problem = nameProblem(context, name);
  if (problem) return problem;
  const sheet = newSheet(state.nextIds.sheet, name);
  const full = tooManyCells(context, sheet.rowCount * sheet.columnCount);
  if (full) return full;
  const position = Math.min(intent.position ?? state.sheets.length, state.sheets.length);
  return done([{ op: 'addSheet', sheet, position }], { change: 'INSERT_GRID' });
}

function freeName({ workbook }: IntentContext): string {
  for (let number = workbook.state.sheets.length + 1; ; number++) {
    const name = newSheetName(workbook.state.locale, number);
    if (!workbook.sheetByName(name)) return name;
  }
}

function nameProblem(context: IntentContext, name: string, own?: SheetState): ResolvedIntent | undefined {
  if (name.trim() === '') return refuse(context, 'name', 'nameEmpty');
  if (name.length > 100) return refuse(context, 'name', 'nameLong');
  const other = context.workbook.sheetByName(name);
  return other && other !== own ? refuse(context, 'name', 'nameTaken', { name }) : undefined;
}

export function resolveDeleteSheet(context: IntentContext, intent: IntentOf<'deleteSheet'>): ResolvedIntent {
  const sheet = context.workbook.sheet(intent.sheet);
  if (isLastVisible(context, sheet)) return refuse(context, 'bounds', 'lastSheet');
  if (protectionAgainst(context.workbook, sheet, [wholeGrid(sheet)], context.user))
    return refuse(context, 'protected', 'protected');
  return done([{ op: 'deleteSheet', sheet: sheet.id }], { change: 'REMOVE_GRID' });
}

export function resolveRenameSheet(context: IntentContext, intent: IntentOf<'renameSheet'>): ResolvedIntent {
  const sheet = context.workbook.sheet(intent.sheet);
  const problem = nameProblem(context, intent.name, sheet);
  if (problem) return problem;
  if (protectionAgainst(context.workbook, sheet, undefined, context.user)) return refuse(context, 'protected', 'protected');
  if (sheet.name === intent.name) return done([]);
  return done([{ op: 'sheet', sheet: sheet.id, patch: { name: intent.name } }], { change: 'OTHER' });
}

export function resolveMoveSheet(context: IntentContext, intent: IntentOf<'moveSheet'>): ResolvedIntent {
  const { sheets } = context.workbook.state;
  const position = Math.max(0, Math.min(intent.position, sheets.length - 1));
  if (sheets[position]!.id === intent.sheet) return done([]);
  return done([{ op: 'moveSheet', sheet: intent.sheet, position }], { change: 'OTHER' });
}

export function resolveHideSheet(context: IntentContext, intent: IntentOf<'hideSheet'>): ResolvedIntent {
  const sheet = context.workbook.sheet(intent.sheet);
  if ((sheet.hidden ?? false) === intent.hidden) return done([]);
  if (intent.hidden && isLastVisible(context, sheet)) return refuse(context, 'bounds', 'lastSheet');
  return done([{ op: 'sheet', sheet: sheet.id, patch: { hidden: intent.hidden } }], { change: 'OTHER' });
}

/** At least one row and one column have to be left to scroll. */
export function resolveFreeze(context: IntentContext, intent: IntentOf<'freeze'>): ResolvedIntent {
  const sheet = context.workbook.sheet(intent.sheet);
  const frozenRows = Math.min(intent.rows, sheet.rowCount - 1);
  const frozenColumns = Math.min(intent.columns, sheet.columnCount - 1);
  if (sheet.frozenRows === frozenRows && sheet.frozenColumns === frozenColumns) return done([]);
  return done([{ op: 'sheet', sheet: sheet.id, patch: { frozenRows, frozenColumns } }], { change: 'OTHER' });
}

function isLastVisible({ workbook }: IntentContext, sheet: SheetState): boolean {
  return workbook.state.sheets.every((other) => other === sheet || other.hidden);
}

function wholeGrid(sheet: SheetState) {
  return { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount };
}
