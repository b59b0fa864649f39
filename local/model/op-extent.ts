import type { Op, Rect, SheetState } from '../contract.ts';
import { boundingRect } from './rects.ts';
import type { Workbook } from './workbook.ts';

/** Where operations change contents: the tab that comes first, and the rectangle around all of it; for an event's range. */
export function boundingOfOps(workbook: Workbook, ops: readonly Op[]): { sheet: number; rect: Rect } | undefined {
  let sheet: number | undefined;
  let bounding: Rect | undefined;
  for (const op of ops) {
    for (const rect of contentRects(op)) {
      const id = (op as { sheet: number }).sheet;
      sheet ??= id;
      if (id === sheet) bounding = boundingRect(bounding ? [bounding, rect] : [rect]);
    }
  }
  if (sheet === undefined || !bounding || !workbook.state.sheets.some((candidate) => candidate.id === sheet)) return undefined;
  return { sheet, rect: bounding };
}

/** All that an operation touches of its tab, looks included; `undefined` where that is the tab as a whole. */
export function touchedRects(op: Op, sheet: SheetState): Rect[] | undefined {
  switch (op.op) {
    case 'cells':
      return op.cells.flatMap((line, i) => {
        const first = line.findIndex((patch) => patch !== null);
        const last = line.findLastIndex((patch) => patch !== null);
        return first < 0 ? [] : [{ row: op.row + i, column: op.column + first, rows: 1, columns: last - first + 1 }];
      });
    case 'fill':
      return op.rects;
    case 'sort':
      return [op.rect];
    case 'deleteRows':
      return [{ row: op.at, column: 0, rows: op.count, columns: sheet.columnCount }];
    case 'deleteColumns':
      return [{ row: 0, column: op.at, rows: sheet.rowCount, columns: op.count }];
    case 'moveRows': {
      const row = Math.min(op.at, op.to);
      return [{ row, column: 0, rows: Math.max(op.at + op.count, op.to) - row, columns: sheet.columnCount }];
    }
    case 'moveColumns': {
      const column = Math.min(op.at, op.to);
      return [{ row: 0, column, rows: sheet.rowCount, columns: Math.max(op.at + op.count, op.to) - column }];
    }
    default:
      return undefined;
  }
}

/** The parts of an operation that write values or formulas. */
export function contentRects(op: Op): Rect[] {
  if (op.op === 'sort') return [op.rect];
  if (op.op === 'fill') return op.patch.v === undefined && op.patch.f === undefined ? [] : op.rects;
  if (op.op !== 'cells') return [];
  const rects: Rect[] = [];
  op.cells.forEach((line, i) => {
    let first = -1;
    let last = -1;
    line.forEach((patch, j) => {
      if (!patch || (patch.v === undefined && patch.f === undefined)) return;
      if (first < 0) first = j;
      last = j;
    });
    if (first >= 0) rects.push({ row: op.row + i, column: op.column + first, rows: 1, columns: last - first + 1 });
  });
  return rects;
}
