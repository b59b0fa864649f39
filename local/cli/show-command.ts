import { peekFile } from '../file/peek-file.ts';
import { Workbook } from '../model/workbook.ts';
import type { Command } from './command.ts';
import { printCost } from './cost.ts';
import { formatCsv } from './csv.ts';
import { findTab } from './tabs.ts';

export const showCommand: Command = {
  name: 'show',
  form: 'FILE TAB [--notes]',
  summary: ['以 CSV 输出一个表的显示内容', 'Print what a tab shows as CSV'],
  details: [
    '--notes 在同样的位置输出批注。文件正在打开时也能查看。',
    '--notes prints the notes in their places instead. It works while the file is open elsewhere.',
  ],
  options: { notes: { type: 'boolean' } },
  positionals: { least: 2, most: 2 },
  async run(call) {
    const [path = '', tab = ''] = call.positionals;
    const book = new Workbook((await peekFile(path)).state);
    const sheet = findTab(book.state, tab);
    let rows = book.lastRow(sheet);
    let columns = book.lastColumn(sheet);
    for (const [row, line] of (call.values.notes ? sheet.cells : []).entries()) {
      for (const [column, cell] of (line ?? []).entries()) {
        if (!cell?.n) continue;
        rows = Math.max(rows, row + 1);
        columns = Math.max(columns, column + 1);
      }
    }
    const rect = { row: 0, column: 0, rows, columns };
    const grid = call.values.notes ? book.notes(sheet, rect) : book.displayValues(sheet, rect);
    call.out(call.values.json ? JSON.stringify(grid) : formatCsv(grid).replace(/\r\n$/, ''));
    if (call.values.trace) printCost(call, []);
    return 0;
  },
};
