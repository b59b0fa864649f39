import type { CellState, Rect } from '../contract.ts';
import { fillCells, fillTarget } from '../model/intent-fill.ts';
import { covers } from '../model/rects.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';
import { checkRights } from './write-check.ts';

function fillTo(context: ExecutionContext, { sheet: id, rect: from }: RangeObject, to: Rect, series: EnumValue): void {
  const target = fillTarget(from, to);
  if (!target) return;
  context.write({
    valueCells: target.rect.rows * target.rect.columns,
    resolve: () => {
      const sheet = sheetState(context, id);
      checkRights(context, sheet, target.rect);
      context.book.value(sheet, from.row, from.column);
      const cells = fillCells(context.book, sheet, from, target, series.name === 'ALTERNATE_SERIES');
      return [{ op: 'cells', sheet: id, row: target.rect.row, column: target.rect.column, cells }];
    },
  });
}

function autoFill(context: ExecutionContext, source: RangeObject, target: RangeObject, series: EnumValue): void {
  const [from, to] = [source.rect, target.rect];
  if (source.sheet !== target.sheet || !covers(to, from)) {
    throw new ServiceError('AutoFill destination range must contain the source range.');
  }
  const sides = [
    from.row - to.row,
    to.row + to.rows - (from.row + from.rows),
    from.column - to.column,
    to.column + to.columns - (from.column + from.columns),
  ];
  if (sides.filter((beyond) => beyond > 0).length > 1) {
    throw new ServiceError('AutoFill destination range must extend the source range in only one direction.');
  }
  fillTo(context, source, to, series);
}

const isUsed = (cell: CellState | null | undefined): boolean => cell?.f !== undefined || (cell?.v ?? '') !== '';

/** Downwards as far as the column to the left has contents without a gap, or else the one to the right. */
function autoFillToNeighbor(context: ExecutionContext, source: RangeObject, series: EnumValue): void {
  context.look();
  const { cells } = sheetState(context, source.sheet);
  const { row, column, rows, columns } = source.rect;
  for (const neighbor of [column - 1, column + columns]) {
    let end = row + rows;
    while (neighbor >= 0 && isUsed(cells[end]?.[neighbor])) end++;
    if (end === row + rows) continue;
    fillTo(context, source, { ...source.rect, rows: end - row }, series);
    return;
  }
}

export const rangeFill: Methods<RangeObject> = {
  autoFill: ['Range, AutoFillSeries', autoFill],
  autoFillToNeighbor: ['AutoFillSeries', autoFillToNeighbor],
};
