/** Pasting: what was copied here is copied by the workbook itself, anything else arrives as typed text. */
import { IMarkSelectionService, ISheetClipboardService } from '@univerjs/preset-sheets-core';
import type { Intent, Rect, Style } from '../../contract.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';
import { pastedTable } from './pasted-table.ts';
import { selectedRects } from './selection.ts';

/** `DEFAULT_PASTE`, or from the menu only values or only formats. */
type PasteType = string;

export function takeOverPaste(engine: Engine, grid: Grid, send: (intent: Intent) => void): void {
  const clipboard = engine.injector.get(ISheetClipboardService);

  function pasteCopied(id: string, type: PasteType): boolean {
    const copied = clipboard.copyContentCache().get(id);
    const rows = copied?.range?.rows;
    const columns = copied?.range?.cols;
    const [target] = selectedRects(engine, grid.canvas);
    if (!copied || !rows?.length || !columns?.length || !target) return false;
    // with filtered rows left out there is no one rectangle to copy from
    if (rows.at(-1)! - rows[0]! !== rows.length - 1) return false;
    const from: Rect = { row: rows[0]!, column: columns[0]!, rows: rows.length, columns: columns.length };
    const cut = copied.copyType === 'CUT';
    const what = type.includes('value') ? 'values' : type.includes('format') ? 'formats' : 'all';
    const toSheet = grid.canvas.activeId;
    send({ kind: 'copy', sheet: Number(copied.subUnitId), from, toSheet, to: spread(from, target), what, cut });
    if (cut) {
      clipboard.copyContentCache().clear();
      engine.injector.get(IMarkSelectionService).removeAllShapes();
    }
    return true;
  }

  function pasteForeign(html: string, text: string, type: PasteType): boolean {
    const [target] = selectedRects(engine, grid.canvas);
    const table = pastedTable(html, text);
    if (!target || !table) return false;
    const { row, column, rows, columns } = spread({ row: 0, column: 0, rows: table.rows, columns: table.columns }, target);
    const cells = tile(table.cells, rows, columns, table);
    const styles = table.styles && !type.includes('value') ? tile<Style | null>(table.styles, rows, columns, table) : undefined;
    send({ kind: 'paste', sheet: grid.canvas.activeId, row, column, cells, ...(styles ? { styles } : {}) });
    return true;
  }

  // the browser takes a moment to fill the clipboard: who pastes at once means what they have just copied
  let copying: Promise<unknown> | undefined;
  const copy = clipboard.copy.bind(clipboard);
  clipboard.copy = (options) => {
    const done = copy(options);
    copying = done;
    const forget = () => {
      if (copying === done) copying = undefined;
    };
    done.then(forget, forget);
    return done;
  };

  async function take(html: string, text: string, type: PasteType): Promise<boolean> {
    if (copying) {
      await copying.catch(() => undefined);
      return pasteCopied(clipboard.copyContentCache().getLastCopyId() ?? '', type);
    }
    return pasteCopied(/data-copy-id="([^"]+)"/.exec(html)?.[1] ?? '', type) || pasteForeign(html, text, type);
  }

  clipboard.legacyPaste = async (html, text) => take(html ?? '', text ?? '', '');
  clipboard.paste = async (item, type = '') => {
    const read = async (mime: string) => (item.types.includes(mime) ? await (await item.getType(mime)).text() : '');
    return take(await read('text/html'), await read('text/plain'), type);
  };
  clipboard.rePasteWithPasteType = () => false;
}

/** A larger selection is filled when the copied block fits into it a whole number of times, as in any spreadsheet. */
export function spread(block: Rect, target: Rect): Rect {
  const fits = target.rows % block.rows === 0 && target.columns % block.columns === 0;
  return fits ? target : { row: target.row, column: target.column, rows: block.rows, columns: block.columns };
}

function tile<T>(cells: T[][], rows: number, columns: number, size: { rows: number; columns: number }): T[][] {
  if (rows === size.rows && columns === size.columns) return cells;
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => cells[i % size.rows]![j % size.columns]!),
  );
}
