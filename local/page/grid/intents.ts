/** What a command of Univer's means as a person's intent, and the small set of commands that mean nothing to the workbook. */
import type { IRange } from '@univerjs/presets';
import type { Intent, Rect } from '../../contract.ts';
import type { Engine } from './engine.ts';
import { filterIntents } from './filter-intents.ts';
import { formatIntents } from './format-intents.ts';
import type { Grid } from './grid.ts';
import { rectIn, selectedRects } from './selection.ts';
import { tabIntents } from './tab-intents.ts';

export interface Means {
  engine: Engine;
  grid: Grid;
  /** id of the tab meant, by default the active one */
  sheet: number;
  /** what is meant: the ranges given, else what is selected */
  rects: Rect[];
}

export interface CommandParams {
  subUnitId?: string;
  range?: IRange;
  ranges?: IRange[];
  [name: string]: unknown;
}

/** @returns the intents; an empty list swallows the command, nothing says that the workbook cannot do it */
export type Meaning = (params: CommandParams, means: Means) => Intent[] | undefined;

const insert = (kind: 'insertRows' | 'insertColumns'): Meaning => {
  return (_params, { sheet, rects: [rect] }) => (rect ? [{ kind, sheet, ...along(kind, rect) }] : []);
};
const remove = (kind: 'deleteRows' | 'deleteColumns'): Meaning => {
  return (_params, { sheet, rects }) =>
    rects
      .map((rect) => along(kind, rect))
      // from the end, so that what is still to be deleted keeps its place
      .sort((a, b) => b.at - a.at)
      .map((where): Intent => ({ kind, sheet, ...where }));
};
const hide = (kind: 'hideRows' | 'hideColumns', hidden: boolean): Meaning => {
  return (_params, { sheet, rects }) => rects.map((rect) => ({ kind, sheet, hidden, ...along(kind, rect) }));
};

function along(kind: string, rect: Rect): { at: number; count: number } {
  return kind.endsWith('Rows') ? { at: rect.row, count: rect.rows } : { at: rect.column, count: rect.columns };
}

const resize = (kind: 'rowHeights' | 'columnWidths'): Meaning => {
  return ({ value }, { sheet, rects }) =>
    rects.map((rect) => ({ kind, sheet, pixels: Number(value), ...along(kind === 'rowHeights' ? 'Rows' : 'Columns', rect) }));
};

/** A dragged edge: the selected rows or columns it belongs to, or only its own. */
const drag = (kind: 'rowHeights' | 'columnWidths'): Meaning => {
  return (params, { sheet, grid, rects }) => {
    const rows = kind === 'rowHeights';
    const index = Number(rows ? params.anchorRow : params.anchorCol);
    const worksheet = grid.canvas.activeSheet;
    const before = rows ? worksheet.getRowHeight(index) : worksheet.getColumnWidth(index);
    const pixels = Math.max(2, Math.round(before + Number(rows ? params.deltaY : params.deltaX)));
    const whole = rects.find((rect) => {
      const { at, count } = along(rows ? 'Rows' : 'Columns', rect);
      const spans = rows ? rect.columns >= worksheet.getColumnCount() : rect.rows >= worksheet.getRowCount();
      return spans && index >= at && index < at + count;
    });
    return [{ kind, sheet, pixels, ...(whole ? along(rows ? 'Rows' : 'Columns', whole) : { at: index, count: 1 }) }];
  };
};

const move = (kind: 'moveRows' | 'moveColumns'): Meaning => {
  return (params, { sheet, engine, grid }) => {
    const worksheet = grid.canvas.activeSheet;
    const from = along(kind, rectIn(worksheet, params.fromRange as IRange));
    const to = along(kind, rectIn(worksheet, params.toRange as IRange)).at;
    const whole = selectedRects(engine, grid.canvas)
      .map((rect) => along(kind, rect))
      .find(({ at, count }) => from.at >= at && from.at < at + count);
    return [{ kind, sheet, to, ...(whole ?? from) }];
  };
};

const copyInto = (down: boolean): Meaning => {
  return (_params, { sheet, rects }) =>
    rects.map((to) => ({ kind: 'fillDown', sheet, from: down ? { ...to, rows: 1 } : { ...to, columns: 1 }, to }));
};

export const meanings: Record<string, Meaning> = {
  'univer.command.undo': () => [{ kind: 'undo' }],
  'univer.command.redo': () => [{ kind: 'redo' }],
  'sheet.command.clear-selection-content': (_params, { sheet, rects }) => [{ kind: 'clear', sheet, rects }],
  'sheet.command.clear-selection-all': (_params, { sheet, rects }) => [
    { kind: 'clear', sheet, rects },
    { kind: 'format', sheet, rects, style: null },
  ],
  'sheet.command.auto-clear-content': ({ clearRange }, { sheet, grid }) => [
    { kind: 'clear', sheet, rects: [rectIn(grid.canvas.activeSheet, clearRange as IRange)] },
  ],
  'sheet.command.auto-fill': ({ sourceRange, targetRange }, { sheet, grid }) => {
    const from = rectIn(grid.canvas.activeSheet, sourceRange as IRange);
    return [{ kind: 'fillDown', sheet, from, to: rectIn(grid.canvas.activeSheet, targetRange as IRange) }];
  },
  'sheet.command.refill': () => [],
  'sheet.command.copy-down': copyInto(true),
  'sheet.command.copy-right': copyInto(false),
  'sheet.command.move-range': ({ fromRange, toRange }, { sheet, grid }) => {
    const from = rectIn(grid.canvas.activeSheet, fromRange as IRange);
    const to = rectIn(grid.canvas.activeSheet, toRange as IRange);
    return [{ kind: 'copy', sheet, from, toSheet: sheet, to, cut: true }];
  },
  'sheet.command.insert-row': insert('insertRows'),
  'sheet.command.insert-row-by-range': insert('insertRows'),
  'sheet.command.insert-col': insert('insertColumns'),
  'sheet.command.insert-col-by-range': insert('insertColumns'),
  'sheet.command.remove-row': remove('deleteRows'),
  'sheet.command.remove-row-by-range': remove('deleteRows'),
  'sheet.command.remove-col': remove('deleteColumns'),
  'sheet.command.remove-col-by-range': remove('deleteColumns'),
  'sheet.command.set-rows-hidden': hide('hideRows', true),
  'sheet.command.set-col-hidden': hide('hideColumns', true),
  'sheet.command.set-selected-rows-visible': hide('hideRows', false),
  'sheet.command.set-specific-rows-visible': hide('hideRows', false),
  'sheet.command.set-selected-cols-visible': hide('hideColumns', false),
  'sheet.command.set-col-visible-on-cols': hide('hideColumns', false),
  'sheet.command.set-row-height': resize('rowHeights'),
  'sheet.command.set-worksheet-col-width': resize('columnWidths'),
  'sheet.command.delta-row-height': drag('rowHeights'),
  'sheet.command.delta-column-width': drag('columnWidths'),
  'sheet.command.move-rows': move('moveRows'),
  'sheet.command.move-cols': move('moveColumns'),
  ...formatIntents,
  ...filterIntents,
  ...tabIntents,
};
