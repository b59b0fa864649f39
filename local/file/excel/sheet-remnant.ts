/** What of a tab rides along, and by what its rows and columns are known again. */
import { crc32 } from 'node:zlib';
import type { CellState, SheetState, WorkbookState } from '../../contract.ts';
import type { SheetRemnant } from '../remnant.ts';
import { fittingText } from './escape-text.ts';

/** The tab's header: the last frozen row, else the first. */
export const headerRowOf = (sheet: Pick<SheetState, 'frozenRows'>): number => Math.max(0, sheet.frozenRows - 1);

const textOf = (cell: CellState | null | undefined): string =>
  typeof cell?.v === 'string'
    ? fittingText(cell.v)
    : // Excel and LibreOffice keep fifteen digits
      String(typeof cell?.v === 'number' ? Number(cell.v.toPrecision(15)) : (cell?.v ?? ''));

/** A row as one text, to know it again where it moved. */
export const rowText = (line: SheetState['cells'][number]): string => (line ?? []).map(textOf).join('\u001f');

/** Two bytes for every row and two for its first cell: different ones seldom agree by chance where their neighbours do. */
export function rowMarks(cells: SheetState['cells']): string {
  const bytes = Buffer.alloc(cells.length * 4);
  for (const [row, line] of cells.entries()) {
    bytes.writeUInt16LE(crc32(rowText(line)) & 0xffff, row * 4);
    bytes.writeUInt16LE(crc32(textOf((line ?? []).find((cell) => textOf(cell) !== ''))) & 0xffff, row * 4 + 2);
  }
  return bytes.toString('base64');
}

export function remnantOf(written: string, sheet: SheetState, state: WorkbookState): Omit<SheetRemnant, 'odd' | 'twins'> {
  const { cells, ...rest } = sheet;
  const headerRow = headerRowOf(sheet);
  const rows = state.metadata.flatMap(({ at }) => (at.kind === 'row' && at.sheet === sheet.id ? [at.index ?? 0] : []));
  return {
    written,
    headerRow,
    rowMarks: rowMarks(cells),
    headers: Array.from(cells[headerRow] ?? [], textOf),
    state: rest,
    rowTexts: Object.fromEntries(rows.map((row) => [row, rowText(cells[row])])),
    usedRows: cells.length,
  };
}
