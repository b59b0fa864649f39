/** Inserts, deletes and moves rows and columns; everything that points at them follows. */
import type { Metadata, Op, SheetState } from '../contract.ts';
import { cellsOp, patchesIn } from './apply-cells.ts';
import { type AxisChange, axisChangeOf, inverseChange, structureOp } from './axis.ts';
import { type ApplyContext, sheetOf } from './context.ts';
import { shiftAllCharts } from './shift-charts.ts';
import { type SheetParts, shiftMetadata, shiftNamedRanges, shiftParts } from './shift-sheet.ts';
import { shiftAllFormulas, shiftAllValidations } from './shift-workbook.ts';

type StructureOp = Extract<
  Op,
  { op: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns' | 'moveRows' | 'moveColumns' }
>;

export function applyStructure(context: ApplyContext, op: StructureOp): Op[] {
  const { state } = context;
  const sheet = sheetOf(state, op.sheet);
  const change = axisChangeOf(op)!;
  const back = inverseChange(change);
  const inverse: Op[] = [structureOp(op.sheet, back)];
  if (change.kind === 'delete') inverse.push(...contentOf(context, sheet, change));

  inverse.push(...shiftAllFormulas(context, sheet, change));
  inverse.push(...shiftAllValidations(context, sheet, change));
  inverse.push(...shiftAllCharts(context, sheet, change));
  shiftCells(sheet, change);
  if (change.kind === 'insert' && 'formatFrom' in op && op.formatFrom !== undefined) inherit(sheet, change, op.formatFrom);

  const before = partsOf(sheet);
  const after = shiftParts(before, change);
  for (const key of ['filter', 'rowGroups', 'columnGroups'] as const) if (!after[key]) delete sheet[key];
  Object.assign(sheet, after);
  inverse.push(...restoreParts(op.sheet, before, shiftParts(after, back)));

  const metadata = state.metadata;
  state.metadata = shiftMetadata(metadata, op.sheet, change);
  const lost = missing(metadata, state.metadata);
  if (lost.length > 0) inverse.push({ op: 'metadata', add: lost });

  const namedRanges = state.namedRanges;
  state.namedRanges = shiftNamedRanges(namedRanges, op.sheet, change);
  if (JSON.stringify(shiftNamedRanges(state.namedRanges, op.sheet, back)) !== JSON.stringify(namedRanges)) {
    inverse.push({ op: 'workbook', patch: { namedRanges } });
  }
  context.structureChanged();
  return inverse;
}

function contentOf(context: ApplyContext, sheet: SheetState, change: AxisChange): Op[] {
  const { at, count } = change;
  if (change.axis === 'row') {
    return cellsOp(sheet.id, at, 0, patchesIn(context, sheet, { row: at, column: 0, rows: count, columns: sheet.columnCount }));
  }
  const rows = Math.min(sheet.cells.length, sheet.rowCount);
  return cellsOp(sheet.id, 0, at, patchesIn(context, sheet, { row: 0, column: at, rows, columns: count }));
}

function shiftCells(sheet: SheetState, change: AxisChange): void {
  if (change.axis === 'row') {
    shiftLine(sheet.cells, change);
    return;
  }
  for (const line of sheet.cells) if (line) shiftLine(line, change);
}

function shiftLine<T>(line: (T | null | undefined)[], change: AxisChange): void {
  const { at, count } = change;
  if (change.kind === 'insert') {
    if (at < line.length) line.splice(at, 0, ...new Array<undefined>(count).fill(undefined));
  } else if (change.kind === 'delete') {
    line.splice(at, count);
  } else if (change.to < at || change.to > at + count) {
    while (line.length < Math.max(at + count, change.to)) line.push(undefined);
    const block = line.splice(at, count);
    line.splice(change.to > at ? change.to - count : change.to, 0, ...block);
  }
}

/** New lines look like the one they were made from: formats and dropdowns, not contents. `from` counts before the insertion. */
function inherit(sheet: SheetState, change: AxisChange, from: number): void {
  const { at, count } = change;
  const source = from >= at ? from + count : from;
  const looks = (cell: { s?: number; d?: number } | null | undefined) => {
    if (!cell || (cell.s === undefined && cell.d === undefined)) return undefined;
    return { ...(cell.s === undefined ? {} : { s: cell.s }), ...(cell.d === undefined ? {} : { d: cell.d }) };
  };
  if (change.axis === 'row') {
    const model = sheet.cells[source];
    if (!model) return;
    for (let row = at; row < at + count; row++) sheet.cells[row] = Array.from(model, looks);
    return;
  }
  for (const line of sheet.cells) {
    const model = line && looks(line[source]);
    if (!line || !model) continue;
    for (let column = at; column < at + count; column++) line[column] = { ...model };
  }
}

function partsOf(sheet: SheetState): SheetParts {
  return { ...sheet };
}

/** Only what the opposite change does not bring back by itself. */
function restoreParts(sheet: number, before: SheetParts, restored: SheetParts): Op[] {
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(restored).concat('filter', 'rowGroups', 'columnGroups') as (keyof SheetParts)[]) {
    if (JSON.stringify(before[key]) !== JSON.stringify(restored[key])) patch[key] = before[key] ?? null;
  }
  return Object.keys(patch).length > 0 ? [{ op: 'sheet', sheet, patch }] : [];
}

function missing(before: readonly Metadata[], after: readonly Metadata[]): Metadata[] {
  if (before.length === after.length) return [];
  const kept = new Set(after.map((entry) => entry.id));
  return before.filter((entry) => !kept.has(entry.id));
}
