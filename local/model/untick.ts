import type { Op, Rect, SheetState } from '../contract.ts';
import { checkboxValues } from './validate.ts';
import type { Workbook } from './workbook.ts';

/** The Delete key unticks a checkbox instead of emptying it; one that was never ticked stays empty. */
export function untickOps(workbook: Workbook, sheet: SheetState, rects: readonly Rect[]): Op[] {
  const runs = new Map<string, { value: string | number | boolean; rects: Rect[] }>();
  for (const { row, column, rows, columns } of rects) {
    for (let j = column; j < column + columns; j++) {
      let open: { key: string; rect: Rect } | undefined;
      for (let i = row; i < row + rows; i++) {
        const value = uncheckedValue(workbook, sheet, i, j);
        const key = value === undefined ? '' : JSON.stringify(value);
        if (value === undefined) open = undefined;
        else if (open?.key === key) open.rect.rows++;
        else {
          open = { key, rect: { row: i, column: j, rows: 1, columns: 1 } };
          const run = runs.get(key);
          if (run) run.rects.push(open.rect);
          else runs.set(key, { value, rects: [open.rect] });
        }
      }
    }
  }
  return [...runs.values()].map(({ value, rects: places }) => ({
    op: 'fill',
    sheet: sheet.id,
    rects: places,
    patch: { v: value, f: null },
  }));
}

/** `undefined` for what is no checkbox, or an empty one, or one whose unticked value is nothing. */
function uncheckedValue(
  workbook: Workbook,
  sheet: SheetState,
  row: number,
  column: number,
): string | number | boolean | undefined {
  const cell = sheet.cells[row]?.[column];
  if (cell?.d === undefined || cell.v === undefined || cell.v === null) return undefined;
  const validation = workbook.validationOf(cell)!;
  if (validation.criteria !== 'CHECKBOX') return undefined;
  const [, unchecked] = checkboxValues(validation);
  return unchecked === '' ? undefined : unchecked;
}
