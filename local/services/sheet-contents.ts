import type { Op } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkGrowth, sheetState } from './grid.ts';
import { RangeObject, type SheetObject } from './objects.ts';
import { rangeWrite, valueOps } from './range-write.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

/**
 * Below the last row with contents, at once and whole. It reads text anew even in cells formatted as text, so numbers
 * lose their zeros (platform.md §3).
 */
function appendRow(context: ExecutionContext, sheet: SheetObject, values: unknown[]): SheetObject {
  if (values.length === 0) throw new ServiceError('Invalid argument: rowContents');
  context.commit();
  const state = sheetState(context, sheet.id);
  const row = context.book.lastRow(sheet.id);
  if (values.length > state.columnCount) {
    throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
  }
  const { appendOnFullGrid, appendText } = context.surroundings.doubts;
  if (row >= state.rowCount && appendOnFullGrid === 'throws') throw new ServiceError('Those rows are out of bounds.');
  if (row >= state.rowCount) checkGrowth(context, state.columnCount);
  context.meter.commit(values.length, 0);
  context.transact((apply) => {
    if (row >= state.rowCount)
      apply([{ op: 'insertRows', sheet: sheet.id, at: state.rowCount, count: 1, formatFrom: state.rowCount - 1 }]);
    const rect = { row, column: 0, rows: 1, columns: values.length };
    const reread = appendText === 'reread';
    const ops = valueOps(context, sheet.id, rect, (_, j) => values[j], reread);
    apply(reread ? ops.map(withoutTextFormat(context, sheet.id)) : ops);
  });
  return sheet;
}

/** A text format does not survive an appended row. */
function withoutTextFormat(context: ExecutionContext, id: number) {
  return (op: Op): Op => {
    if (op.op !== 'cells') return op;
    const line = sheetState(context, id).cells[op.row];
    const cells = op.cells.map((patches) =>
      patches.map((patch, j) =>
        patch && !patch.s && context.book.styleOf(line?.[op.column + j]).numberFormat === '@'
          ? { ...patch, s: { numberFormat: null } }
          : patch,
      ),
    );
    return { ...op, cells };
  };
}

/** The cells of a tab that hold anything, be it a format only. */
function inUse(context: ExecutionContext, { id }: SheetObject): RangeObject | undefined {
  context.commit();
  const { cells } = sheetState(context, id);
  const columns = cells.reduce((widest, line) => Math.max(widest, line?.length ?? 0), 0);
  return columns === 0 ? undefined : new RangeObject(id, { row: 0, column: 0, rows: cells.length, columns });
}

function clearAll(method: 'clear' | 'clearContent' | 'clearFormat' | 'clearNote') {
  return (context: ExecutionContext, sheet: SheetObject, ...options: unknown[]): SheetObject => {
    const run = rangeWrite[method]![1] as (context: ExecutionContext, range: RangeObject, ...rest: unknown[]) => unknown;
    const range = inUse(context, sheet);
    if (range) run(context, range, ...options);
    return sheet;
  };
}

export const sheetContents: Methods<SheetObject> = {
  appendRow: ['any[]', appendRow],
  clear: ['| object', clearAll('clear')],
  clearContents: ['', clearAll('clearContent')],
  clearFormats: ['', clearAll('clearFormat')],
  clearNotes: ['', clearAll('clearNote')],
};
