/** Typing into a cell: the editor starts with what the workbook holds, and what was typed goes there letter for letter. */
import {
  BEFORE_CELL_EDIT,
  EditingRenderController,
  IEditorBridgeService,
  SheetInterceptorService,
} from '@univerjs/preset-sheets-core';
import { CellValueType, type IDocumentData } from '@univerjs/presets';
import type { Intent, IntentResult } from '../../contract.ts';
import { customOf, editText } from './cell-data.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';
import { selectedRects } from './selection.ts';

interface SubmitsEdits {
  _submitEdit(snapshot: IDocumentData, wholeSelection?: boolean): Promise<boolean>;
}

/** Univer would guess numbers, formulas and full-width forms from the text; so its submitting is replaced altogether. */
export function takeOverEditing(engine: Engine, grid: Grid, send: (intent: Intent) => Promise<IntentResult>): void {
  const { injector } = engine;
  const bridge = injector.get(IEditorBridgeService);

  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: 100,
    handler: (cell, _location, next) => {
      if (!cell) return next(cell);
      const { customRender: _render, fontRenderExtension: _font, ...plain } = cell;
      const text = editText(cell);
      // shown as a plain text, so that a formula does not turn into its result
      return next({ ...plain, v: text, f: undefined, p: undefined, t: CellValueType.STRING });
    },
  });

  const edits = EditingRenderController.prototype as unknown as SubmitsEdits;
  edits._submitEdit = async (snapshot, wholeSelection) => {
    const place = bridge.getEditCellState();
    if (!place) return true;
    const text = textOf(snapshot);
    const sheet = Number(place.sheetId);
    if (wholeSelection) {
      for (const { row, column, rows, columns } of selectedRects(engine, grid.canvas)) {
        const cells = Array.from({ length: rows }, () => Array<string>(columns).fill(text));
        void send({ kind: 'paste', sheet, row, column, cells });
      }
      return true;
    }
    typeText(grid, send, sheet, place.row, place.column, text);
    return true;
  };
}

/** Sends one typed text, and shows it until the workbook says what became of it. */
export function typeText(
  grid: Grid,
  send: (intent: Intent) => Promise<IntentResult>,
  sheet: number,
  row: number,
  column: number,
  text: string,
): void {
  const matrix = grid.canvas.sheet(sheet)?.getCellMatrix();
  const before = matrix?.getValue(row, column) ?? undefined;
  if (!matrix || text === editText(before)) return;
  const custom = customOf(before);
  const foreseen =
    text.startsWith('=') || custom.b !== undefined ? undefined : { ...before, p: undefined, v: text, t: CellValueType.STRING };
  if (foreseen) {
    matrix.setValue(row, column, foreseen);
    grid.canvas.redraw(sheet, 'cells');
  }
  void send({ kind: 'type', sheet, row, column, text }).then(() => {
    if (!foreseen || matrix.getValue(row, column) !== foreseen) return;
    if (before) matrix.setValue(row, column, before);
    else matrix.realDeleteValue(row, column);
    grid.canvas.redraw(sheet, 'cells');
  });
}

/** Line ends inside a cell are `\r` in the editor's document, whose own end is `\r\n`. */
function textOf(snapshot: IDocumentData): string {
  return (snapshot.body?.dataStream ?? '').replace(/\r\n$/, '').replace(/\r\n?/g, '\n');
}
