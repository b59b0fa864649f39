/** A tab as the file has it, with what only our own part of the file knows. */
import type { CellState, Filter, Op, Rect, SheetState, Validation } from '../../contract.ts';
import { newSheet } from '../../model/new-workbook.ts';
import { intersection } from '../../model/rects.ts';
import { ruleWrittenFor } from '../../model/rule-place.ts';
import { joinBandings, takeBandRules } from '../excel/band-rules.ts';
import type { FormulaWords } from '../excel/formula-text.ts';
import type { RawSheet } from '../excel/raw-workbook.ts';
import { rowMarks, rowText } from '../excel/sheet-remnant.ts';
import { type ListPlaces, validationFromFile, validationOfRule } from '../excel/validation-rules.ts';
import { cellMark, type SheetRemnant } from '../remnant.ts';
import { ZipFault } from '../zip-directory.ts';
import { joinFilter } from './join-filter.ts';
import { joinFormats } from './join-formats.ts';
import { joinProtections } from './join-protections.ts';
import { lineOps } from './line-ops.ts';
import { findHeaderRow, matchColumns } from './match-columns.ts';
import { matchRows } from './match-rows.ts';

export interface Joining {
  /** the file's style → the workbook's */
  styleOf: (fileStyle: number) => number | undefined;
  /** whether a style of the workbook looks in the file like this one of the file */
  looksLike: (style: number, fileStyle: number) => boolean;
  /** grows while rules made elsewhere are taken in */
  validations: Validation[];
  addValidation: (validation: Validation) => number;
  places: ListPlaces;
  listAt: (formula: string) => string[] | undefined;
  /** what a cell shows */
  display: (cell: CellState | null | undefined) => string;
  owner: string;
  /** whether a program without a window saved the file: what belongs to the view is as it was */
  hasNoViews: boolean;
  words: FormulaWords;
}

/** Where lines of before are now; -1 where they are gone. */
interface Places {
  columnNow: (column: number) => number;
  rowNow: (row: number) => number;
}

export interface JoinedSheet extends Places {
  sheet: SheetState;
  /** what the other program did to rows and columns, as operations */
  moves: Op[];
}

/** As many as Google allows, the empty ones included. */
const mostCells = 10_000_000;

export function joinSheet(raw: RawSheet, remnant: SheetRemnant | undefined, id: number, joining: Joining): JoinedSheet {
  const old = remnant?.state;
  const usedColumns = raw.cells.reduce((most, line) => Math.max(most, line?.length ?? 0), 0);
  const base = old ?? newSheet(id, raw.name);
  const { columnNow, rowNow, moves } = places(raw, remnant, base);
  // rows that were put in make the tab longer, as here
  const rowCount = Math.max(base.rowCount, raw.cells.length, rowNow(base.rowCount - 1) + 1);
  const columnCount = Math.max(base.columnCount, usedColumns);
  if (rowCount * columnCount > mostCells) throw new ZipFault('too-large');

  const fileStyles = takeStyles(raw.cells, joining, (remnant?.twins.length ?? 0) > 0);
  const cells = raw.cells as SheetState['cells'];
  if (remnant) {
    restoreTwins(cells, fileStyles, remnant, { columnNow, rowNow }, joining);
    restoreOdd(cells, remnant, { columnNow, rowNow });
  }
  dropEmpty(cells);
  addValidations(cells, raw, { id: base.id, rowCount, columnCount }, joining);

  const widths = raw.columnWidths.flatMap(({ from, to, pixels, hidden: isHidden }) =>
    Array.from({ length: Math.max(0, Math.min(to + 1, columnCount) - from) }, (_, i) => ({ column: from + i, pixels, isHidden })),
  );
  const grid = { row: 0, column: 0, rows: rowCount, columns: columnCount };
  const bands = takeBandRules(raw);
  const moved = (rect: Rect): Rect => moveRect(rect, { columnNow, rowNow }, base, { rowCount, columnCount });
  const { filter: _filter, tabColor: _tabColor, hidden: _hidden, hiddenGridlines: _gridlines, ...rest } = base;
  const sheet: SheetState = {
    ...rest,
    id: base.id,
    name: remnant && raw.name === remnant.written ? base.name : raw.name,
    rowCount,
    columnCount,
    cells,
    frozenRows: joining.hasNoViews ? base.frozenRows : raw.frozenRows,
    frozenColumns: joining.hasNoViews ? base.frozenColumns : raw.frozenColumns,
    // LibreOffice gives a protected tab no colour
    ...tabColorOf(raw.tabColor ?? (raw.isProtected ? old?.tabColor : undefined)),
    ...(raw.hidden && { hidden: true }),
    ...((joining.hasNoViews ? old?.hiddenGridlines : raw.hiddenGridlines) && { hiddenGridlines: true }),
    rowHeights: Object.fromEntries(
      Object.entries(raw.rowHeights).filter(([row, pixels]) => pixels !== 21 && Number(row) < rowCount),
    ),
    columnWidths: Object.fromEntries(
      widths.flatMap(({ column, pixels }) => (pixels === undefined || pixels === 100 ? [] : [[column, pixels]])),
    ),
    hiddenColumns: widths.flatMap(({ column, isHidden }) => (isHidden ? [column] : [])),
    merges: raw.merges.flatMap((rect) => intersection(rect, grid) ?? []).filter(({ rows, columns }) => rows * columns > 1),
    ...joinFilter(raw, movedRows(old, rowNow), movedFilter(old, columnNow), rowCount, (row, column) =>
      joining.display(cells[row]?.[column]),
    ),
    conditionalFormats: joinFormats(raw.rules, old?.conditionalFormats ?? [], joining.words),
    protections: joinProtections(raw, old?.protections ?? [], { id: `file-${base.id}`, owner: joining.owner, moved }),
    bandings: joinBandings(old?.bandings ?? [], remnant?.bands ?? [], bands).map((banding) => ({
      ...banding,
      rect: moved(banding.rect),
    })),
  };
  return { sheet, columnNow, rowNow, moves };
}

function places(
  raw: RawSheet,
  remnant: SheetRemnant | undefined,
  { id, columnCount }: Pick<SheetState, 'id' | 'columnCount'>,
): Omit<JoinedSheet, 'sheet'> {
  if (!remnant) return { columnNow: (column) => column, rowNow: (row) => row, moves: [] };
  const top = raw.cells.slice(0, 10).map((line) => Array.from(line ?? [], (cell) => String(cell?.v ?? '')));
  const header = findHeaderRow(top, remnant.headers, remnant.headerRow);
  const columns = matchColumns(remnant.headers, top[header] ?? [], columnCount);
  const texts = new Map<string, number>();
  if (Object.keys(remnant.rowTexts).length > 0) {
    for (const [row, line] of raw.cells.entries()) texts.set(rowText(line), row);
  }
  // columns that changed places change every row's text
  const inPlace = columns.every((now, column) => now === column || (now === -1 && !remnant.headers[column]));
  const rows = inPlace && remnant.rowMarks ? matchRows(remnant.rowMarks, rowMarks(raw.cells)) : [];
  const lastKept = rows.findLastIndex((place) => place >= 0);
  const rowNow = (row: number) => rows[row] ?? row + (lastKept < 0 ? 0 : rows[lastKept]! - lastKept);
  const named = columns.slice(0, remnant.headers.length);
  const inOrder = named.every((now, i) => now < 0 || named.slice(0, i).every((earlier) => earlier < now));
  return {
    columnNow: (column) => columns[column] ?? column,
    rowNow: (row) => {
      const text = remnant.rowTexts[row];
      return text === undefined || rowText(raw.cells[row]) === text ? rowNow(row) : (texts.get(text) ?? rowNow(row));
    },
    moves: [...lineOps(id, 'Rows', rows), ...(inPlace || !inOrder ? [] : lineOps(id, 'Columns', named))],
  };
}

/** Answers the file's styles by place where somebody needs them: a million places are slow to remember. */
function takeStyles(cells: RawSheet['cells'], { styleOf }: Joining, remember: boolean): Map<string, number> {
  const fileStyles = new Map<string, number>();
  for (const [row, line] of cells.entries()) {
    for (const [column, cell] of (line ?? []).entries()) {
      if (cell?.s === undefined) continue;
      if (remember) fileStyles.set(`${row}:${column}`, cell.s);
      const style = styleOf(cell.s);
      if (style === undefined) delete cell.s;
      else cell.s = style;
    }
  }
  return fileStyles;
}

function cellAt(cells: SheetState['cells'], row: number, column: number): CellState {
  const line = (cells[row] ??= []);
  return (line[column] ??= {});
}

function restoreTwins(
  cells: SheetState['cells'],
  fileStyles: Map<string, number>,
  remnant: SheetRemnant,
  { columnNow, rowNow }: Places,
  joining: Joining,
): void {
  for (const [style, from, oldColumn, count] of remnant.twins) {
    const column = columnNow(oldColumn);
    if (column < 0) continue;
    for (let old = from; old < from + count; old++) {
      const row = rowNow(old);
      if (row >= 0 && joining.looksLike(style, fileStyles.get(`${row}:${column}`) ?? 0)) cellAt(cells, row, column).s = style;
    }
  }
}

function restoreOdd(cells: SheetState['cells'], remnant: SheetRemnant, { columnNow, rowNow }: Places): void {
  for (const { row: oldRow, column: oldColumn, shown, v, f, n, r } of remnant.odd) {
    const [row, column] = [rowNow(oldRow), columnNow(oldColumn)];
    if (column < 0 || row < 0) continue;
    const isIt = (cell: CellState | null | undefined) => cellMark(cell?.v, cell?.f, cell?.n) === shown;
    const place = isIt(cells[row]?.[column])
      ? row
      : // a long text may have moved with its row
        cells.findIndex(
          (line) => typeof line?.[column]?.v === 'string' && String(line[column].v).length > 32_000 && isIt(line[column]),
        );
    if (place < 0) continue;
    const cell = cellAt(cells, place, column);
    for (const [key, value] of Object.entries({ v, f, n, r }) as ['v' | 'f' | 'n' | 'r', never][]) {
      if (value === undefined) delete cell[key];
      else cell[key] = value;
    }
  }
}

function dropEmpty(cells: SheetState['cells']): void {
  for (const line of cells) {
    line?.forEach((cell, column) => {
      if (cell && Object.keys(cell).length === 0) delete line[column];
    });
  }
}

function addValidations(
  cells: SheetState['cells'],
  raw: RawSheet,
  grid: { id: number; rowCount: number; columnCount: number },
  joining: Joining,
): void {
  for (const { rects, rule } of raw.validations) {
    const [first] = rects;
    if (!first) continue;
    const known = validationOfRule(rule, first, joining.validations, joining.places);
    const made = known === undefined ? validationFromFile(rule, joining.listAt) : undefined;
    const index = known ?? (made && joining.addValidation(ruleWrittenFor(made, grid.id, first.row, first.column)));
    if (index === undefined) continue;
    for (const { row, column, rows, columns } of rects) {
      for (let i = row; i < Math.min(row + rows, grid.rowCount); i++) {
        for (let j = column; j < Math.min(column + columns, grid.columnCount); j++) cellAt(cells, i, j).d = index;
      }
    }
  }
}

const tabColorOf = (tabColor: string | undefined) => (tabColor ? { tabColor } : {});

function movedRows(old: SheetRemnant['state'] | undefined, rowNow: (row: number) => number) {
  const moved = (rows: readonly number[]) => rows.map(rowNow).filter((row) => row >= 0);
  return old && { hiddenRows: moved(old.hiddenRows), filteredRows: moved(old.filteredRows) };
}

function movedFilter(old: SheetRemnant['state'] | undefined, columnNow: (column: number) => number): Omit<Filter, 'rect'> {
  const criteria = Object.entries(old?.filter?.criteria ?? {}).map(
    ([column, value]) => [columnNow(Number(column)), value] as const,
  );
  const sort = old?.filter?.sort;
  const column = sort ? columnNow(sort.column) : -1;
  return {
    criteria: Object.fromEntries(criteria.filter(([at]) => at >= 0)),
    ...(column >= 0 && { sort: { ...sort!, column } }),
  };
}

/** A rectangle that went down to the last row still does. */
function moveRect(
  rect: Rect,
  { columnNow, rowNow }: Places,
  old: { rowCount: number; columnCount: number },
  grid: { rowCount: number; columnCount: number },
): Rect {
  const columns = Array.from({ length: Math.min(rect.columns, old.columnCount - rect.column) }, (_, i) =>
    columnNow(rect.column + i),
  ).filter((column) => column >= 0);
  const isOpen = rect.row + rect.rows >= old.rowCount;
  const [first, last] = [rowNow(rect.row), rowNow(rect.row + rect.rows - 1)];
  const row = first >= 0 && (isOpen || last >= first) ? first : rect.row;
  const rows = isOpen ? grid.rowCount - row : first >= 0 && last >= first ? last - first + 1 : rect.rows;
  if (columns.length === 0) return { ...rect, row, rows };
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  return { row, rows, column: left, columns: right - left + 1 };
}
