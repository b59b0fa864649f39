import type { Border, CellPatch, Op } from '../contract.ts';
import { BordersObject } from './border-objects.ts';
import { colorOf } from './colors.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import { corner, readCells } from './range-read.ts';
import type { Methods } from './service-class.ts';
import type { EnumValue } from './service-object.ts';
import { checkRights } from './write-check.ts';

type Side = boolean | null;

/** `true` draws a line, `false` takes it away, `null` leaves it. */
function setBorder(
  context: ExecutionContext,
  range: RangeObject,
  top: Side,
  left: Side,
  bottom: Side,
  right: Side,
  vertical: Side,
  horizontal: Side,
  color: string | null = null,
  style: EnumValue | null = null,
): RangeObject {
  const { sheet: id, rect } = range;
  const line = `${(style?.name ?? 'SOLID').toLowerCase()} ${colorOf(color ?? 'black') ?? '#000000'}`;
  const resolve = (): Op[] => {
    const sheet = sheetState(context, id);
    checkRights(context, sheet, rect);
    const cells: CellPatch[][] = [];
    for (let i = 0; i < rect.rows; i++) {
      const patches: CellPatch[] = [];
      for (let j = 0; j < rect.columns; j++) {
        const border: Border = { ...context.book.styleOf(sheet.cells[rect.row + i]?.[rect.column + j]).border };
        const set = (side: keyof Border, wanted: Side) => {
          if (wanted === true) border[side] = line;
          else if (wanted === false) delete border[side];
        };
        set('top', i === 0 ? top : horizontal);
        set('bottom', i === rect.rows - 1 ? bottom : horizontal);
        set('left', j === 0 ? left : vertical);
        set('right', j === rect.columns - 1 ? right : vertical);
        patches.push({ s: { border: Object.keys(border).length ? border : null } });
      }
      cells.push(patches);
    }
    return [{ op: 'cells', sheet: id, row: rect.row, column: rect.column, cells }];
  };
  context.write({ formatCells: rect.rows * rect.columns, resolve });
  return range;
}

const SIX = 'boolean?, boolean?, boolean?, boolean?, boolean?, boolean?';

/** Of the top left cell; `null` where no line is. */
function getBorder(context: ExecutionContext, range: RangeObject): BordersObject | null {
  const [[border]] = readCells(context, corner(range), 'border', (cell) => context.book.styleOf(cell).border) as [
    [Border | undefined],
  ];
  return border ? new BordersObject(border) : null;
}

export const rangeBorder: Methods<RangeObject> = {
  getBorder: ['', getBorder],
  setBorder: [`${SIX} | ${SIX}, string?, BorderStyle?`, setBorder],
};
