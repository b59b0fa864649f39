/** The program died with edits in its journal; before it was started again, somebody changed the file in Excel. */
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Op, WorkbookState } from '../../local/contract.ts';
import { createFile, openFile } from '../../local/file/file-of-record.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';
import { inFolder } from './temporary.ts';

function shop(): WorkbookState {
  const state = newWorkbook({ id: 'b', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o' });
  const cells = ['编号', 'C1', 'C2', 'C3', 'C4'].map((v, i) => [{ v }, { v: `名${i}` }]);
  state.sheets = [{ ...newSheet(0, '客户', 50, 6), frozenRows: 1, cells }, newSheet(1, '产品', 50, 6)];
  return state;
}

const typed = (row: number, column: number, v: string): Op => ({ op: 'cells', sheet: 0, row, column, cells: [[{ v }]] });

async function after(lists: Op[][], change: (book: ExcelJS.Workbook) => void) {
  let found: { table: unknown[][]; codes: string[] } | undefined;
  await inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    const crashed = join(folder, 'crashed.xlsx');
    const file = await createFile(path, shop());
    const book = new Workbook(file.state);
    for (const [i, ops] of lists.entries()) {
      book.apply(ops);
      await file.append(ops, i + 1);
    }
    await copyFile(path, crashed);
    await copyFile(`${path}.journal`, `${crashed}.journal`);
    await file.close();
    const excel = new ExcelJS.Workbook();
    await excel.xlsx.readFile(crashed);
    change(excel);
    await writeFile(crashed, Buffer.from(await excel.xlsx.writeBuffer()));
    const again = await openFile(crashed, { locale: 'en' });
    const [sheet] = again.state.sheets;
    const table = sheet!.cells.map((line) => Array.from(line ?? [], (cell) => cell?.v ?? null));
    found = { table, codes: again.notices.map(({ code }) => code) };
    await again.close();
  });
  return found!;
}

const sheetOf = (book: ExcelJS.Workbook) => book.getWorksheet('客户')!;

test('a value typed before the crash stands in the row it was typed in, though Excel put rows above and took others out', async () => {
  const { table, codes } = await after([[typed(4, 1, '改')], [typed(1, 2, '新')]], (book) => {
    sheetOf(book).spliceRows(2, 0, ['C0', '名0']);
    sheetOf(book).spliceRows(4, 1);
  });
  expect(table.slice(0, 5)).toEqual([
    ['编号', '名0'],
    ['C0', '名0'],
    ['C1', '名1', '新'],
    ['C3', '名3'],
    ['C4', '改'],
  ]);
  expect(codes).toEqual(['taken-in', 'journal-over-changes', 'journal-replayed']);
});

test('rows that were inserted before the crash and rows that Excel inserted are both there', async () => {
  const inserted: Op[] = [{ op: 'insertRows', sheet: 0, at: 2, count: 1 }, typed(2, 0, 'C1b')];
  const { table } = await after([inserted, [typed(5, 1, '丁')]], (book) => sheetOf(book).spliceRows(2, 0, ['C0', '名0']));
  expect(table.map((line) => line[0])).toEqual(['编号', 'C0', 'C1', 'C1b', 'C2', 'C3', 'C4']);
  expect(table[6]).toEqual(['C4', '丁']);
});

test('what was typed into a row or a tab that Excel deleted is gone, the rest is kept', async () => {
  const { table } = await after([[typed(2, 1, 'x')], [typed(3, 1, 'y')]], (book) => sheetOf(book).spliceRows(3, 1));
  expect(table).toEqual([
    ['编号', '名0'],
    ['C1', '名1'],
    ['C3', 'y'],
    ['C4', '名4'],
  ]);
  const gone = await after([[{ ...typed(1, 1, 'x'), sheet: 1 } as Op], [typed(3, 1, 'y')]], (book) =>
    book.removeWorksheet('产品'),
  );
  expect(gone.table[3]).toEqual(['C3', 'y']);
});

test('columns that Excel put in do not lead an edit astray', async () => {
  const { table } = await after([[typed(2, 1, 'x')]], (book) => sheetOf(book).spliceColumns(2, 0, ['新列']));
  expect(table[2]).toEqual(['C2', null, 'x']);
});
