import type { CellState, Rect, SheetState } from '../../contract.ts';

/** Covers the cells of each kind with few rectangles: runs down a column, joined with equal runs to their left. */
export function rectsOf(cells: SheetState['cells'], kindOf: (cell: CellState) => number | undefined): Map<number, Rect[]> {
  const runs = new Map<number, Rect[]>();
  const open: (Rect & { kind: number })[] = [];
  const width = cells.reduce((most, line) => Math.max(most, line?.length ?? 0), 0);
  for (let column = 0; column < width; column++) {
    let run: (Rect & { kind: number }) | undefined;
    for (let row = 0; row <= cells.length; row++) {
      const cell = cells[row]?.[column];
      const kind = cell ? kindOf(cell) : undefined;
      if (run && kind === run.kind) {
        run.rows++;
        continue;
      }
      if (run) close(run);
      run = kind === undefined ? undefined : { kind, row, column, rows: 1, columns: 1 };
    }
  }

  function close(run: Rect & { kind: number }): void {
    const left = open.find(
      (each) =>
        each.kind === run.kind && each.row === run.row && each.rows === run.rows && each.column + each.columns === run.column,
    );
    if (left) left.columns++;
    else open.push(run);
  }

  for (const { kind, ...rect } of open) {
    const list = runs.get(kind);
    if (list) list.push(rect);
    else runs.set(kind, [rect]);
  }
  return runs;
}
