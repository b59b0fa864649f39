/** Typing into a cell, emptying cells, notes. */
import type { CellPatch, Op, Rect } from '../contract.ts';
import { cellName } from './a1.ts';
import { textOf } from './criteria.ts';
import { hasContent } from './extent.ts';
import { done, type IntentContext, type IntentOf, type ResolvedIntent, refuse } from './intent-result.ts';
import { parseTyped } from './parse-typed.ts';
import { protectionAgainst } from './protection.ts';
import { boundingRect } from './rects.ts';
import { asksFormula } from './rule-place.ts';
import { untickOps } from './untick.ts';
import { checkValidation, listItems, validationContext } from './validate.ts';
import type { CellValue } from './workbook.ts';

export const MAX_TEXT = 50_000;

export function resolveType(context: IntentContext, intent: IntentOf<'type'>): ResolvedIntent {
  const { workbook, user } = context;
  const { row, column, text } = intent;
  const sheet = workbook.sheet(intent.sheet);
  const rect: Rect = { row, column, rows: 1, columns: 1 };
  if (row >= sheet.rowCount || column >= sheet.columnCount) return refuse(context, 'bounds', 'outside');
  if (text.length > MAX_TEXT) return refuse(context, 'bounds', 'tooLong');
  if (protectionAgainst(workbook, sheet, [rect], user)) return refuse(context, 'protected', 'protected');
  if (text === '') return resolveClear(context, { kind: 'clear', sheet: sheet.id, rects: [rect] });

  const patch = typedPatch(context, sheet.cells[row]?.[column]?.s, text);
  const rejected = rejectedCell(context, sheet.id, row, column, patch);
  if (rejected) return rejected;
  const oldValue = eventValue(workbook.value(sheet, row, column));
  const value = patch.f ?? eventValue(patch.v ?? null);
  return done([{ op: 'cells', sheet: sheet.id, row, column, cells: [[patch]] }], {
    edit: { sheet: sheet.id, rect, ...(value === undefined ? {} : { value }), ...(oldValue === undefined ? {} : { oldValue }) },
    change: 'EDIT',
  });
}

/** What typing `text` into a cell with the style `s` (an index) does to it. */
export function typedPatch({ workbook, today }: IntentContext, s: number | undefined, text: string, format?: string): CellPatch {
  const numberFormat = format ?? (s === undefined ? undefined : workbook.state.styles[s]!.numberFormat);
  const typed = parseTyped(text, { locale: workbook.state.locale, format: numberFormat, today });
  const patch: CellPatch = typed.formula === undefined ? { v: typed.value, f: null } : { f: typed.formula };
  if (typed.numberFormat !== undefined) patch.s = { numberFormat: typed.numberFormat };
  return patch;
}

/** A refusal where the cell's validation rejects the value, or what the formula gives. */
export function rejectedCell(
  context: IntentContext,
  sheetId: number,
  row: number,
  column: number,
  patch: CellPatch,
): ResolvedIntent | undefined {
  const { workbook, user } = context;
  const validation = workbook.validationOf(workbook.cell(sheetId, row, column));
  if (!validation || validation.allowInvalid) return undefined;
  const value = patch.f ? workbook.evaluate(sheetId, row, column, patch.f) : patch.v;
  if (value === undefined) return undefined;
  const keeps = () => checkValidation(validation, value, validationContext(workbook, sheetId, row, column, context.clock()));
  const written = { op: 'cells' as const, sheet: sheetId, row, column, cells: [[patch]] };
  if (asksFormula(validation) ? workbook.suppose([written], keeps) : keeps()) return undefined;
  const refusal = refuse({ user }, 'validation', 'validation', { cell: cellName(row, column) });
  const items = validation.criteria === 'VALUE_IN_LIST' ? listItems(validation) : [];
  const more = validation.helpText ?? (items.length > 0 ? refuseText(context, items) : undefined);
  if (more && !refusal.result.ok) refusal.result.message += (user.locale.startsWith('zh') ? '' : ' ') + more;
  return refusal;
}

function refuseText({ user }: IntentContext, items: string[]): string {
  const { result } = refuse({ user }, 'validation', 'oneOf', { items: items.join(user.locale.startsWith('zh') ? '、' : ', ') });
  return result.ok ? '' : result.message;
}

/** The Delete key: contents go, formats, notes and dropdowns stay. */
export function resolveClear(context: IntentContext, intent: IntentOf<'clear'>): ResolvedIntent {
  const { workbook, user } = context;
  const sheet = workbook.sheet(intent.sheet);
  if (protectionAgainst(workbook, sheet, intent.rects, user)) return refuse(context, 'protected', 'protected');
  const bounding = boundingRect(intent.rects);
  const rects = intent.rects
    .map((rect) => ({ ...rect, rows: Math.min(rect.rows, sheet.cells.length - rect.row) }))
    .filter((rect) => rect.rows > 0 && anyContent(sheet.cells, rect));
  if (!bounding || rects.length === 0) return done([]);
  const single = bounding.rows === 1 && bounding.columns === 1;
  const oldValue = single ? eventValue(workbook.value(sheet, bounding.row, bounding.column)) : undefined;
  const unticked = untickOps(workbook, sheet, rects);
  const ops: Op[] = [{ op: 'fill', sheet: sheet.id, rects, patch: { v: null, f: null } }, ...unticked];
  const value = single && unticked[0]?.op === 'fill' ? eventValue(unticked[0].patch.v ?? null) : undefined;
  return done(ops, {
    edit: {
      sheet: sheet.id,
      rect: bounding,
      ...(value === undefined ? {} : { value }),
      ...(oldValue === undefined ? {} : { oldValue }),
    },
    change: 'EDIT',
  });
}

function anyContent(cells: IntentContext['workbook']['state']['sheets'][number]['cells'], rect: Rect): boolean {
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    if (cells[row]?.slice(rect.column, rect.column + rect.columns).some(hasContent)) return true;
  }
  return false;
}

export function resolveNote(context: IntentContext, intent: IntentOf<'note'>): ResolvedIntent {
  const { workbook, user } = context;
  const { row, column, note } = intent;
  const sheet = workbook.sheet(intent.sheet);
  if (protectionAgainst(workbook, sheet, [{ row, column, rows: 1, columns: 1 }], user))
    return refuse(context, 'protected', 'protected');
  return done([{ op: 'cells', sheet: sheet.id, row, column, cells: [[{ n: note }]] }], { change: 'OTHER' });
}

/** As `e.value` and `e.oldValue`: always text, a date as its serial number; `undefined` for an empty cell. */
function eventValue(value: CellValue): string | undefined {
  return value === null || value === '' ? undefined : textOf(value);
}
