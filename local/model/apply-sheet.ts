/** Tabs: added, deleted, moved, renamed, their sizes and what is hidden. */
import type { Op, SheetPatch } from '../contract.ts';
import { cellsOp, patchesIn } from './apply-cells.ts';
import { type ApplyContext, sheetOf } from './context.ts';
import { forgetChartRanges } from './shift-charts.ts';
import { forgetSheetInFormula, renameInFormula } from './shift-formula.ts';
import { rewriteFormulas } from './shift-workbook.ts';

type SheetOp<K extends Op['op']> = Extract<Op, { op: K }>;

export function applyAddSheet(context: ApplyContext, op: SheetOp<'addSheet'>): Op[] {
  const { state } = context;
  const added = structuredClone(op.sheet);
  state.sheets.splice(op.position, 0, added);
  state.nextIds.sheet = Math.max(state.nextIds.sheet, op.sheet.id + 1);
  context.tabCame(added);
  return [{ op: 'deleteSheet', sheet: op.sheet.id }];
}

export function applyDeleteSheet(context: ApplyContext, op: SheetOp<'deleteSheet'>): Op[] {
  const { state } = context;
  const sheet = sheetOf(state, op.sheet);
  const position = state.sheets.indexOf(sheet);
  const metadata = state.metadata.filter((entry) => 'sheet' in entry.at && entry.at.sheet === op.sheet);
  const namedRanges = state.namedRanges;
  // the cells come back as patches, so that an operation read from a journal needs no table of styles
  const rect = { row: 0, column: 0, rows: Math.min(sheet.cells.length, sheet.rowCount), columns: sheet.columnCount };
  const content = cellsOp(op.sheet, 0, 0, patchesIn(context, sheet, rect));
  const charts = forgetChartRanges(context, sheet);
  state.sheets.splice(position, 1);
  state.metadata = state.metadata.filter((entry) => !metadata.includes(entry));
  state.namedRanges = namedRanges.filter((range) => range.sheet !== op.sheet);
  const formulas = rewriteFormulas(context, (formula) => {
    const forgotten = forgetSheetInFormula(formula, sheet.name);
    return { formula: forgotten, restored: forgotten };
  });
  context.tabChanged(sheet);
  return [
    { op: 'addSheet', sheet: { ...sheet, cells: [] }, position },
    ...content,
    ...(metadata.length > 0 ? [{ op: 'metadata' as const, add: metadata }] : []),
    ...(namedRanges.length > state.namedRanges.length ? [{ op: 'workbook' as const, patch: { namedRanges } }] : []),
    ...charts,
    ...formulas,
  ];
}

export function applyMoveSheet(context: ApplyContext, op: SheetOp<'moveSheet'>): Op[] {
  const { sheets } = context.state;
  const sheet = sheetOf(context.state, op.sheet);
  const position = sheets.indexOf(sheet);
  sheets.splice(position, 1);
  sheets.splice(op.position, 0, sheet);
  return [{ op: 'moveSheet', sheet: op.sheet, position }];
}

/** A property given as `null` is taken away; formulas and validations follow a new name. */
export function applySheetPatch(context: ApplyContext, op: SheetOp<'sheet'>): Op[] {
  const sheet = sheetOf(context.state, op.sheet) as unknown as Record<string, unknown>;
  const before: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(op.patch)) {
    if (value === undefined) continue;
    before[key] = sheet[key] ?? null;
    if (key === 'name') renameEverywhere(context, String(sheet[key]), String(value));
    if (value === null || (value === false && OPTIONAL_FLAGS.has(key))) delete sheet[key];
    else sheet[key] = value;
  }
  if ('name' in before || 'rowCount' in before || 'columnCount' in before) context.tabChanged(sheetOf(context.state, op.sheet));
  return [{ op: 'sheet', sheet: op.sheet, patch: before as SheetPatch }];
}

const OPTIONAL_FLAGS = new Set(['hidden', 'hiddenGridlines', 'rightToLeft']);

function renameEverywhere(context: ApplyContext, from: string, to: string): void {
  rewriteFormulas(context, (formula) => ({ formula: renameInFormula(formula, from, to), restored: formula }));
  context.state.validations.forEach((validation, index) => {
    const args = validation.args.map((arg) =>
      typeof arg === 'string' && (validation.criteria === 'VALUE_IN_RANGE' || arg.startsWith('='))
        ? renameInFormula(arg, from, to)
        : arg,
    );
    if (args.some((arg, i) => arg !== validation.args[i])) context.state.validations[index] = { ...validation, args };
  });
  context.tables.rebuildValidations();
}

export function applySizes(context: ApplyContext, op: SheetOp<'rowHeights' | 'columnWidths'>): Op[] {
  const sheet = sheetOf(context.state, op.sheet);
  const sizes = sheet[op.op];
  const standard = op.op === 'rowHeights' ? 21 : 100;
  const inverse: Op[] = [];
  for (let index = op.at; index < op.at + op.count; index++) {
    const pixels = sizes[index] ?? null;
    const last = inverse.at(-1) as Extract<Op, { pixels: number | null }> | undefined;
    if (last && last.pixels === pixels) last.count++;
    else inverse.push({ op: op.op, sheet: op.sheet, at: index, count: 1, pixels });
    if (op.pixels === null || op.pixels === standard) delete sizes[index];
    else sizes[index] = op.pixels;
  }
  return inverse;
}

export function applyHide(context: ApplyContext, op: SheetOp<'hideRows' | 'hideColumns'>): Op[] {
  const sheet = sheetOf(context.state, op.sheet);
  const key = op.op === 'hideRows' ? 'hiddenRows' : 'hiddenColumns';
  const hidden = new Set(sheet[key]);
  const inverse: Op[] = [];
  for (let index = op.at; index < op.at + op.count; index++) {
    if (hidden.has(index) === op.hidden) continue;
    const last = inverse.at(-1) as Extract<Op, { hidden: boolean }> | undefined;
    if (last && last.at + last.count === index) last.count++;
    else inverse.push({ op: op.op, sheet: op.sheet, at: index, count: 1, hidden: !op.hidden });
    if (op.hidden) hidden.add(index);
    else hidden.delete(index);
  }
  sheet[key] = [...hidden].sort((a, b) => a - b);
  return inverse;
}
