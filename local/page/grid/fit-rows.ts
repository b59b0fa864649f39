/** Rows without a height of their own grow to what is written in them, as in every spreadsheet. */
import { BooleanNumber, type Worksheet } from '@univerjs/presets';
import type { TabMeta, ViewStyle } from '../../server/protocol.ts';
import { COLUMN_WIDTH, ROW_HEIGHT } from './tab-data.ts';

/** Pixels left and right of a cell's text, and above and below it. */
const SIDES = 6;
const AROUND = 5;
const FONT_SIZE = 10;
/** Points up to which one line fits into a row of the usual height. */
const FITS = 12;

const pen = document.createElement('canvas').getContext('2d');

/** @param styleOf the style of a cell as the server sent it */
export function fitRows(
  worksheet: Worksheet,
  tab: TabMeta,
  from: number,
  count: number,
  styleOf: (row: number, column: number) => ViewStyle,
): boolean {
  const rows = worksheet.getRowManager().getRowData();
  const matrix = worksheet.getCellMatrix();
  let isChanged = false;
  for (let row = from; row < from + count; row++) {
    if (tab.rowHeights[row] !== undefined) continue;
    let height = ROW_HEIGHT;
    for (const key of Object.keys(matrix.getRow(row) ?? {})) {
      const column = Number(key);
      const text = String(matrix.getValue(row, column)?.v ?? '');
      if (text === '') continue;
      height = Math.max(height, heightOf(text, styleOf(row, column), tab.columnWidths[column] ?? COLUMN_WIDTH));
    }
    if (height === (rows[row]?.ah ?? ROW_HEIGHT)) continue;
    rows[row] = { ...rows[row], ah: height, ia: BooleanNumber.TRUE };
    isChanged = true;
  }
  return isChanged;
}

/** In pixels. */
function heightOf(text: string, { wrap, fontSize = FONT_SIZE, bold }: ViewStyle, width: number): number {
  if (wrap !== 'wrap' && fontSize <= FITS) return 0;
  return linesOf(text, wrap === 'wrap', fontSize, bold, width) * Math.ceil(fontSize * 1.6) + AROUND;
}

function linesOf(text: string, wraps: boolean, fontSize: number, bold: boolean | undefined, width: number): number {
  if (!wraps || !pen) return 1;
  pen.font = `${bold ? 'bold ' : ''}${fontSize}pt Arial`;
  const line = (part: string) => Math.max(1, Math.ceil(pen.measureText(part).width / Math.max(1, width - SIDES)));
  return text.split('\n').reduce((sum, part) => sum + line(part), 0);
}
