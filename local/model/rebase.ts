/** Operations written for one state, rewritten for the state after somebody else's. */
import type { Op, Rect, SheetPatch } from '../contract.ts';
import { type AxisChange, axisChangeOf, inverseChange, mapIndex, mapRect, mapSpan, structureOp } from './axis.ts';
import { newSheet } from './new-workbook.ts';
import { contentRects } from './op-extent.ts';
import { shiftCells, sortCells, withoutWritten } from './rebase-cells.ts';
import { shiftCharts } from './shift-charts.ts';
import { type SheetParts, shiftGroups, shiftMetadata, shiftParts } from './shift-sheet.ts';

/** `ops` as they must read after `over` was applied first. What `over` deleted or wrote itself is dropped from them. */
export function rebaseOps(ops: readonly Op[], over: readonly Op[]): Op[] {
  let rebased = [...ops];
  for (const other of over) {
    let others = [other];
    rebased = rebased.flatMap((op) => {
      let pieces = [op];
      for (const current of others) pieces = pieces.flatMap((piece) => rebaseOne(piece, current));
      others = others.flatMap((current) => placeAfter(current, op));
      return pieces;
    });
  }
  return rebased;
}

/** `ops` where `past` has moved their places to; what they write stays whole. */
export function shiftOps(ops: readonly Op[], past: readonly Op[]): Op[] {
  let shifted = [...ops];
  for (const other of past) shifted = shifted.flatMap((op) => placeAfter(op, other));
  return shifted;
}

/** The operations that change positions. */
export function structureOf(ops: readonly Op[]): Op[] {
  return ops.filter((op) => axisChangeOf(op) !== undefined || op.op === 'sort');
}

/** What undoes the changes of position, contents aside. */
export function structureBack(ops: readonly Op[]): Op[] {
  return structureOf(ops)
    .reverse()
    .map((op) => {
      if (op.op !== 'sort') return structureOp((op as { sheet: number }).sheet, inverseChange(axisChangeOf(op)!));
      const order = op.order.map((_, i) => op.order.indexOf(i));
      return { ...op, order };
    });
}

function rebaseOne(op: Op, over: Op): Op[] {
  if (wouldDelete(op, over)) return [];
  if (op.op === 'sort' && over.op === 'sort' && op.sheet === over.sheet) return [];
  if ((op.op !== 'cells' && op.op !== 'fill') || (over.op !== 'cells' && over.op !== 'fill')) return placeAfter(op, over);
  return op.sheet === over.sheet ? withoutWritten(op, over) : [op];
}

/** As far as positions and tabs go. */
function placeAfter(op: Op, past: Op): Op[] {
  if (past.op === 'deleteSheet' && 'sheet' in op && op.sheet === past.sheet) return [];
  const change = axisChangeOf(past);
  if (op.op === 'metadata' && change && op.add)
    return [{ ...op, add: shiftMetadata(op.add, (past as { sheet: number }).sheet, change) }];
  if (!('sheet' in op) || !('sheet' in past) || op.sheet !== past.sheet || op.op === 'addSheet') return [op];
  if (change) return overStructure(op, change);
  return past.op === 'sort' && (op.op === 'cells' || op.op === 'fill') ? sortCells(op, past) : [op];
}

/** Whether `op` takes away the place where `over` put contents: somebody's work must not vanish with another's undo. */
function wouldDelete(op: Op, over: Op): boolean {
  if (op.op !== 'deleteSheet' && op.op !== 'deleteRows' && op.op !== 'deleteColumns') return false;
  if ((over.op !== 'cells' && over.op !== 'fill') || op.sheet !== over.sheet) return false;
  return contentRects(over).some(({ row, rows, column, columns }) => {
    if (op.op === 'deleteSheet') return true;
    const [start, length] = op.op === 'deleteRows' ? [row, rows] : [column, columns];
    return start < op.at + op.count && start + length > op.at;
  });
}

/** Lines that somebody put into the middle of a rectangle are theirs: it falls in two. */
function aroundNew(rect: Rect, change: AxisChange): Rect[] {
  const mapped = mapRect(rect, change);
  if (!mapped) return [];
  const { at, count } = change;
  if (change.axis === 'row') {
    if (change.kind !== 'insert' || at <= rect.row || at >= rect.row + rect.rows) return [mapped];
    const before = at - rect.row;
    return [
      { ...rect, rows: before },
      { ...rect, row: at + count, rows: rect.rows - before },
    ];
  }
  if (change.kind !== 'insert' || at <= rect.column || at >= rect.column + rect.columns) return [mapped];
  const before = at - rect.column;
  return [
    { ...rect, columns: before },
    { ...rect, column: at + count, columns: rect.columns - before },
  ];
}

function overStructure(op: Op, change: AxisChange): Op[] {
  switch (op.op) {
    case 'cells':
      return shiftCells(op, change);
    case 'fill': {
      const rects = op.rects.flatMap((rect) => aroundNew(rect, change));
      return rects.length > 0 ? [{ ...op, rects }] : [];
    }
    case 'sort': {
      const rect = mapRect(op.rect, change);
      return rect && rect.rows === op.rect.rows && rect.columns === op.rect.columns ? [{ ...op, rect }] : [];
    }
    case 'sheet':
      return [{ ...op, patch: shiftPatch(op.patch, op.sheet, change) }];
    case 'insertRows':
    case 'insertColumns': {
      if (op.op.endsWith('Rows') !== (change.axis === 'row')) return [op];
      const { formatFrom: _, ...rest } = op;
      return [{ ...rest, at: mapGap(op.at, change) }];
    }
    case 'deleteRows':
    case 'deleteColumns':
    case 'moveRows':
    case 'moveColumns':
    case 'hideRows':
    case 'hideColumns':
    case 'rowHeights':
    case 'columnWidths': {
      if (op.op.toLowerCase().includes('row') !== (change.axis === 'row')) return [op];
      const span = mapSpan({ start: op.at, count: op.count }, change);
      if (!span || span.count > op.count) return [];
      const moved = { ...op, at: span.start, count: span.count };
      return ['to' in moved ? { ...moved, to: mapGap(moved.to, change) } : moved];
    }
    default:
      return [op];
  }
}

/** A place between two lines. */
function mapGap(gap: number, change: AxisChange): number {
  if (change.kind === 'delete') return gap - Math.max(0, Math.min(change.count, gap - change.at));
  return mapIndex(gap, change)!;
}

/** Only what the patch sets is shifted along; the rest is not its business. */
function shiftPatch(patch: SheetPatch, sheet: number, change: AxisChange): SheetPatch {
  const { filter, charts, rowGroups, columnGroups, ...rest } = patch;
  const parts = { ...newSheet(0, ''), ...rest } as SheetParts;
  const shifted = shiftParts({ ...parts, ...(filter ? { filter } : {}) }, change);
  const picked = Object.keys(rest).map((key) => [
    key,
    key in shifted ? shifted[key as keyof SheetParts] : rest[key as keyof typeof rest],
  ]);
  return {
    ...Object.fromEntries(picked),
    ...('filter' in patch ? { filter: shifted.filter ?? null } : {}),
    ...(charts ? { charts: shiftCharts(charts, sheet, true, change) } : {}),
    ...('rowGroups' in patch ? { rowGroups: shiftGroups(rowGroups, 'row', change) ?? null } : {}),
    ...('columnGroups' in patch ? { columnGroups: shiftGroups(columnGroups, 'column', change) ?? null } : {}),
  };
}
