/** Reads what a spreadsheet or an editor puts on the clipboard as plain text. */
import type { Style } from '../../contract.ts';

export interface PastedTable {
  rows: number;
  columns: number;
  /** `null` under a merged cell: left alone */
  cells: (string | null)[][];
  styles?: (Style | null)[][];
}

/** Tab-separated lines; a cell in quotes may hold tabs, line ends and doubled quotes. */
export function tableOfText(text: string): PastedTable {
  const cells: string[][] = [[]];
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g;
  for (;;) {
    const match = pattern.exec(source)!;
    cells.at(-1)!.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '') break;
    if (match[3] === '\n') cells.push([]);
  }
  const columns = Math.max(...cells.map((row) => row.length));
  for (const row of cells) while (row.length < columns) row.push('');
  return { rows: cells.length, columns, cells };
}
