/** The numbers behind a chart: its ranges put together, without what is hidden, told apart into names and series. */
import type { CellState, SheetState, Style, WorkbookState } from '../contract.ts';
import type { ChartSpec } from '../presentation.ts';

/** How a cell's value is put into words. */
export type Display = (value: NonNullable<CellState['v']>, numberFormat: string | undefined) => string;

export interface ChartSeries {
  name: string;
  values: (number | null)[];
  /** as the cells show them */
  texts: string[];
  /** the number format of its first number */
  format?: string;
}

export interface ChartTable {
  /** of the rows, as shown */
  names: string[];
  /** the rows' names where they are numbers or dates */
  keys: (number | null)[];
  /** what the names are of */
  title: string;
  keyFormat?: string;
  series: ChartSeries[];
}

interface Slot {
  v: CellState['v'];
  text: string;
  format?: string;
}

const EMPTY: Slot = { v: null, text: '' };

/** More rows than can be told apart in a picture are thinned out. */
const MOST_ROWS = 1_500;

const isNumber = ({ v }: Slot): boolean => typeof v === 'number';
const isText = ({ v }: Slot): boolean => typeof v === 'string' && v !== '';

/** @throws never: ranges whose tab is gone are left out */
export function chartTable(state: WorkbookState, spec: ChartSpec, display: Display, firstColumnNames: boolean): ChartTable {
  let grid = gridOf(state, spec, display);
  if (spec.transposed) grid = transposed(grid);
  while (grid.length > 0 && grid[grid.length - 1]!.every(({ text }) => text === '')) grid.pop();
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const heads = spec.headers === undefined || spec.headers < 0 ? guessHeaders(grid, width) : Math.min(spec.headers, grid.length);
  const header = (column: number) =>
    grid
      .slice(0, heads)
      .map((row) => (row[column] ?? EMPTY).text)
      .filter((text) => text !== '')
      .join(' ');
  const rows = thinned(grid.slice(heads));
  const named = firstColumnNames && width > 1;
  const columns = Array.from({ length: width - (named ? 1 : 0) }, (_, index) => index + (named ? 1 : 0));
  const all = columns.map((column) => seriesOf(rows, column, header(column)));
  const some = all.filter(({ values }) => values.some((value) => value !== null));
  return {
    names: rows.map((row, index) => (named ? (row[0] ?? EMPTY).text : String(index + 1))),
    keys: rows.map((row, index) => {
      if (!named) return index + 1;
      const { v } = row[0] ?? EMPTY;
      return typeof v === 'number' ? v : null;
    }),
    title: named ? header(0) : '',
    ...(named && { keyFormat: rows.find((row) => row[0] && isNumber(row[0]))?.[0]?.format }),
    series: some.length > 0 ? some : all.slice(0, 1),
  };
}

function seriesOf(rows: Slot[][], column: number, name: string): ChartSeries {
  const slots = rows.map((row) => row[column] ?? EMPTY);
  const format = slots.find(isNumber)?.format;
  return {
    name,
    values: slots.map(({ v }) => (typeof v === 'number' ? v : null)),
    texts: slots.map(({ text }) => text),
    ...(format && { format }),
  };
}

/** A first row of words over numbers is a header. */
function guessHeaders(grid: Slot[][], width: number): number {
  const [first, ...rest] = grid;
  if (!first || rest.length === 0) return 0;
  for (let column = 0; column < width; column++) {
    const below = rest.find((row) => (row[column] ?? EMPTY).text !== '')?.[column];
    if (isText(first[column] ?? EMPTY) && below && isNumber(below)) return 1;
  }
  return 0;
}

function gridOf(state: WorkbookState, spec: ChartSpec, display: Display): Slot[][] {
  const blocks = spec.ranges.flatMap((range) => {
    const sheet = state.sheets.find(({ id }) => id === range.sheet);
    return sheet ? [blockOf(state.styles, sheet, range.rect, spec.hidden ?? 'IGNORE_BOTH', display)] : [];
  });
  if (spec.merge === 'MERGE_ROWS') return blocks.flatMap(({ rows }) => rows);
  const height = Math.max(0, ...blocks.map(({ rows }) => rows.length));
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap(({ rows, width }) => rows[row] ?? Array<Slot>(width).fill(EMPTY)),
  );
}

function blockOf(
  styles: Style[],
  sheet: SheetState,
  rect: ChartSpec['ranges'][number]['rect'],
  hidden: string,
  display: Display,
): { rows: Slot[][]; width: number } {
  const withoutRows = hidden === 'IGNORE_BOTH' || hidden === 'IGNORE_ROWS';
  const withoutColumns = hidden === 'IGNORE_BOTH' || hidden === 'IGNORE_COLUMNS';
  const rowsAway = new Set(withoutRows ? [...sheet.hiddenRows, ...sheet.filteredRows] : []);
  const columnsAway = new Set(withoutColumns ? sheet.hiddenColumns : []);
  const columns: number[] = [];
  for (let column = rect.column; column < Math.min(rect.column + rect.columns, sheet.columnCount); column++)
    if (!columnsAway.has(column)) columns.push(column);
  const rows: Slot[][] = [];
  for (let row = rect.row; row < Math.min(rect.row + rect.rows, sheet.cells.length); row++) {
    if (rowsAway.has(row)) continue;
    rows.push(columns.map((column) => slotOf(sheet.cells[row]?.[column], styles, display)));
  }
  return { rows, width: columns.length };
}

function slotOf(cell: CellState | null | undefined, styles: Style[], display: Display): Slot {
  if (!cell || cell.v === undefined || cell.v === null || cell.v === '') return EMPTY;
  const format = cell.s === undefined ? undefined : styles[cell.s]?.numberFormat;
  return { v: cell.v, text: display(cell.v, format), ...(format && { format }) };
}

function transposed(grid: Slot[][]): Slot[][] {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => grid.map((row) => row[column] ?? EMPTY));
}

function thinned(rows: Slot[][]): Slot[][] {
  const step = Math.ceil(rows.length / MOST_ROWS);
  return step <= 1 ? rows : rows.filter((_, index) => index % step === 0);
}
