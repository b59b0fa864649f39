/** What tests of the page ask of it: the grid is a picture, which no test can read. */
import { cellName, columnIndex } from '../model/a1.ts';
import type { ViewStyle } from '../server/protocol.ts';
import { customOf, editText } from './grid/cell-data.ts';
import { type CellPlace, cellPlace } from './grid/cell-place.ts';
import type { Engine } from './grid/engine.ts';
import type { Grid } from './grid/grid.ts';
import { activeCell, select, selectedRects } from './grid/selection.ts';

export interface LedgerHooks {
  /** the tab in view has all its rows, and the sheet takes clicks and keys */
  readonly ready: boolean;
  readonly revision: number;
  /** what was typed here and is not acknowledged yet */
  readonly unanswered: number;
  readonly activeSheetName: string;
  /** of the tabs that are shown */
  readonly sheetNames: string[];
  /** the cell that typing goes to, for example `B3` */
  readonly activeCell: string | undefined;
  activateSheet(name: string): void;
  /** `B3` or `A2:C9` */
  selectCell(a1: string): void;
  selection(): string;
  /** as if typed and left with Enter */
  typeInto(a1: string, text: string): void;
  cellText(a1: string): string;
  cellEditText(a1: string): string;
  cellNote(a1: string): string | undefined;
  cellStyle(a1: string): ViewStyle;
  /** `list`, `checkbox`, `other` or nothing */
  cellValidation(a1: string): string | undefined;
  isChecked(a1: string): boolean | undefined;
  /** in pixels of the window */
  cellPlace(a1: string): CellPlace | undefined;
  openDropdown(a1: string): void;
  toggleCheckbox(a1: string): void;
}

export interface HookParts {
  engine: Engine;
  grid: Grid;
  revision(): number;
  unanswered(): number;
  type(sheet: number, row: number, column: number, text: string): void;
  choose(row: number, column: number): void;
  toggle(row: number, column: number): void;
}

function cellAt(a1: string): { row: number; column: number } {
  const parts = /^([A-Z]+)(\d+)$/i.exec(a1);
  if (!parts) throw new Error(`not a cell: ${a1}`);
  return { row: Number(parts[2]) - 1, column: columnIndex(parts[1]!) };
}

export function exposeHooks({ engine, grid, ...parts }: HookParts): void {
  const raw = (a1: string) => {
    const { row, column } = cellAt(a1);
    return grid.canvas.activeSheet.getCellRaw(row, column);
  };
  const hooks: LedgerHooks = {
    get ready() {
      return grid.canvas.isUp && grid.isComplete(grid.canvas.activeId);
    },
    get revision() {
      return parts.revision();
    },
    get unanswered() {
      return parts.unanswered();
    },
    get activeSheetName() {
      return grid.canvas.activeSheet.getName();
    },
    get sheetNames() {
      const shown = grid.canvas.workbook.getSheets().filter((sheet) => !sheet.isSheetHidden());
      return shown.map((sheet) => sheet.getName());
    },
    get activeCell() {
      const cell = activeCell(engine);
      return cell && cellName(cell.row, cell.column);
    },
    activateSheet(name) {
      const sheet = grid.canvas.workbook.getSheetBySheetName(name);
      if (!sheet) throw new Error(`no such tab: ${name}`);
      grid.activate(Number(sheet.getSheetId()));
    },
    selectCell(a1) {
      const [first, last = first] = a1.split(':');
      const from = cellAt(first!);
      const to = cellAt(last!);
      const rect = { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
      select(engine, grid.canvas, rect);
    },
    selection() {
      const rects = selectedRects(engine, grid.canvas);
      return rects
        .map(({ row, column, rows, columns }) => `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`)
        .join(',');
    },
    typeInto(a1, text) {
      const { row, column } = cellAt(a1);
      parts.type(grid.canvas.activeId, row, column, text);
    },
    cellText: (a1) => String(raw(a1)?.v ?? ''),
    cellEditText: (a1) => editText(raw(a1)),
    cellNote: (a1) => customOf(raw(a1)).n,
    cellStyle: (a1) => grid.styleOf(raw(a1)),
    cellValidation: (a1) => {
      const { d } = customOf(raw(a1));
      return d === undefined ? undefined : grid.validations[d];
    },
    isChecked: (a1) => {
      const { b } = customOf(raw(a1));
      return b === undefined ? undefined : b === 1;
    },
    cellPlace: (a1) => {
      const { row, column } = cellAt(a1);
      return cellPlace(engine, grid.canvas, row, column);
    },
    openDropdown: (a1) => {
      const { row, column } = cellAt(a1);
      parts.choose(row, column);
    },
    toggleCheckbox: (a1) => {
      const { row, column } = cellAt(a1);
      parts.toggle(row, column);
    },
  };
  Object.assign(window, { __ledger: hooks });
}
