import type { Intent, Rect } from '../contract.ts';
import { textOf } from '../model/criteria.ts';
import type { EditEvent, ResolvedIntent } from '../model/intent-result.ts';
import type { CellValue, Workbook } from '../model/workbook.ts';
import type { Doubts } from './doubts.ts';

/** What `onEdit` is told, in whichever way the platform may tell it. */
export interface ToldEdit extends Omit<EditEvent, 'value' | 'oldValue'> {
  value?: unknown;
  oldValue?: unknown;
}

/** What a person's intent fires. */
export interface Fired {
  edit?: ToldEdit;
  change?: ResolvedIntent['change'];
}

/** The value of the one cell that was edited, or undefined where it was none or several. */
export function onlyValue(book: Workbook, edit: EditEvent | undefined): CellValue | undefined {
  return edit && edit.rect.rows * edit.rect.columns === 1 ? book.value(edit.sheet, edit.rect.row, edit.rect.column) : undefined;
}

const asTold = (how: Doubts['editValue'], text: string | undefined, value: CellValue | undefined): unknown => {
  const isText = value === undefined || value === null || typeof value === 'string' || typeof value === 'object';
  if (isText || how === 'text') return text;
  return how === 'typed' ? value : undefined;
};

function movedRect(book: Workbook, intent: Extract<Intent, { kind: 'moveRows' | 'moveColumns' }>): Rect {
  const { rowCount, columnCount } = book.sheet(intent.sheet);
  const first = intent.to > intent.at ? intent.to - intent.count : intent.to;
  return intent.kind === 'moveRows'
    ? { row: first, column: 0, rows: intent.count, columns: columnCount }
    : { row: 0, column: first, rows: rowCount, columns: intent.count };
}

/**
 * What an intent fires, the doubts about it applied. Call it when the intent has been applied.
 * @param before {@link onlyValue} of the time before
 */
export function firedBy(
  book: Workbook,
  intent: Intent,
  { edit, change }: ResolvedIntent,
  before: CellValue | undefined,
  doubts: Doubts,
): Fired {
  const silent =
    (doubts.undo === 'silent' && (intent.kind === 'undo' || intent.kind === 'redo')) ||
    (doubts.sort === 'silent' && intent.kind === 'sort');
  if (silent) return { change };
  if (intent.kind === 'moveRows' || intent.kind === 'moveColumns') {
    return doubts.move === 'fires' ? { edit: { sheet: intent.sheet, rect: movedRect(book, intent) }, change } : { change };
  }
  if (!edit) return { change };
  const now = onlyValue(book, edit);
  const { value: _, oldValue: __, ...place } = edit;
  const told: ToldEdit = { ...place };
  told.value = asTold(doubts.editValue, edit.value, now);
  told.oldValue = asTold(doubts.editValue, edit.oldValue, before);
  const pasted = intent.kind === 'paste' || intent.kind === 'copy';
  if (pasted && doubts.pastedValue === 'text' && now !== undefined && now !== null) told.value = textOf(now);
  if (intent.kind === 'clear' && doubts.deletedValue === 'object' && edit.oldValue !== undefined)
    told.value = { oldValue: edit.oldValue };
  return { edit: told, change };
}
