import type { Intent, User } from '../contract.ts';
import { epochToSerial } from './dates.ts';
import { resolveClear, resolveNote, resolveType } from './intent-cells.ts';
import { resolveCopy } from './intent-copy.ts';
import { resolveFilter, resolveReplace, resolveSort } from './intent-data.ts';
import { resolveFill } from './intent-fill.ts';
import { resolveFormat, resolveValidate } from './intent-looks.ts';
import { resolvePaste } from './intent-paste.ts';
import { type Clock, done, type IntentContext, type ResolvedIntent, refuse } from './intent-result.ts';
import { resolveDelete, resolveHide, resolveInsert, resolveMove, resolveSize } from './intent-rows.ts';
import {
  resolveAddSheet,
  resolveDeleteSheet,
  resolveFreeze,
  resolveHideSheet,
  resolveMoveSheet,
  resolveRenameSheet,
} from './intent-tabs.ts';
import type { UndoHistory } from './undo.ts';
import { withinGrid } from './within-grid.ts';
import type { Workbook } from './workbook.ts';

/**
 * What a person's intent comes to: operations for `workbook.apply`, what the triggers are to be told, or a refusal in the
 * person's language. Nothing is applied here. `history` is needed for undo and redo; see {@link UndoHistory.applied}.
 */
export function resolveIntent(
  workbook: Workbook,
  intent: Intent,
  user: User,
  clock: Clock,
  history?: UndoHistory,
): ResolvedIntent {
  const today = Math.floor(epochToSerial(clock(), workbook.state.timeZone));
  const context: IntentContext = { workbook, user, clock, today, history };
  const sheetGone = ['sheet', 'toSheet'].some((key) => {
    const id = (intent as unknown as Record<string, unknown>)[key];
    return typeof id === 'number' && !workbook.state.sheets.some((sheet) => sheet.id === id);
  });
  if (sheetGone) return refuse(context, 'bounds', 'noSheet');
  const inside = withinGrid(workbook, intent);
  return inside ? resolve(context, inside) : refuse(context, 'bounds', 'outside');
}

function resolve(context: IntentContext, intent: Intent): ResolvedIntent {
  switch (intent.kind) {
    case 'type':
      return resolveType(context, intent);
    case 'paste':
      return resolvePaste(context, intent);
    case 'copy':
      return resolveCopy(context, intent);
    case 'fillDown':
      return resolveFill(context, intent);
    case 'clear':
      return resolveClear(context, intent);
    case 'format':
      return resolveFormat(context, intent);
    case 'validate':
      return resolveValidate(context, intent);
    case 'note':
      return resolveNote(context, intent);
    case 'replace':
      return resolveReplace(context, intent);
    case 'insertRows':
    case 'insertColumns':
      return resolveInsert(context, intent);
    case 'deleteRows':
    case 'deleteColumns':
      return resolveDelete(context, intent);
    case 'moveRows':
    case 'moveColumns':
      return resolveMove(context, intent);
    case 'sort':
      return resolveSort(context, intent);
    case 'filter':
      return resolveFilter(context, intent);
    case 'hideRows':
    case 'hideColumns':
      return resolveHide(context, intent);
    case 'rowHeights':
    case 'columnWidths':
      return resolveSize(context, intent);
    case 'addSheet':
      return resolveAddSheet(context, intent);
    case 'deleteSheet':
      return resolveDeleteSheet(context, intent);
    case 'renameSheet':
      return resolveRenameSheet(context, intent);
    case 'moveSheet':
      return resolveMoveSheet(context, intent);
    case 'hideSheet':
      return resolveHideSheet(context, intent);
    case 'freeze':
      return resolveFreeze(context, intent);
    case 'undo':
    case 'redo':
      return (
        context.history?.resolve(context, intent.kind) ??
        refuse(context, 'nothing', intent.kind === 'undo' ? 'nothingToUndo' : 'nothingToRedo')
      );
    case 'select':
      return done([]);
  }
}
