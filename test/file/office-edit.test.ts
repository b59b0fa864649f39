/** What a person does to the file in LibreOffice is taken in as theirs, and all that LibreOffice knows nothing of stays. */
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Op, WorkbookState } from '../../local/contract.ts';
import { createFile, openFile } from '../../local/file/file-of-record.ts';
import { editInOffice, hasOffice } from './office.ts';
import { plain, sampleState } from './sample-state.ts';
import { inFolder } from './temporary.ts';

const withOffice = hasOffice ? test : test.skip;

async function edited(folder: string, statements: string): Promise<{ state: WorkbookState; codes: string[] }> {
  const path = join(folder, 'a.xlsx');
  await (await createFile(path, sampleState())).close();
  const before = await readFile(path);
  await editInOffice(folder, path, statements);
  expect((await readFile(path)).equals(before)).toBe(false);
  const file = await openFile(path, { locale: 'zh-CN' });
  const codes = file.notices.map(({ code, details }) => (details.lost ? `${code}: ${details.lost}` : code));
  await file.close();
  return { state: file.state, codes };
}

withOffice(
  'values, rows, notes, dropdowns and names that were changed in LibreOffice are changed here',
  () =>
    inFolder(async (folder) => {
      const { state, codes } = await edited(
        folder,
        `  Set sheet = book.Sheets.getByName("基本信息")
  sheet.getCellRangeByName("B2").String = "王大明"
  sheet.getCellRangeByName("E3").String = "+86 138"
  sheet.getCellRangeByName("A40").Formula = "=SUM(E3;2)"
  sheet.getCellRangeByName("A41").Value = 0.5
  sheet.Rows.insertByIndex(2, 1)
  sheet.Annotations.insertNew(sheet.getCellRangeByName("B40").CellAddress, "新批注")
  sheet.Rows.getByIndex(30).IsVisible = False
  sheet.getCellRangeByName("C2").CharWeight = 150
  book.Sheets.insertNewByName("随手记", 3)
  book.Sheets.getByName("随手记").getCellRangeByName("A1").String = "=不是公式"`,
      );
      expect(codes).toEqual(['taken-in']);
      const [sheet, , , notes] = state.sheets;
      const original = plain(sampleState()).sheets[0]!;
      expect(sheet!.cells[1]![1]).toMatchObject({ v: '王大明' });
      expect(sheet!.cells[2]?.[0]?.v ?? null).toBeNull();
      expect(sheet!.cells[3]![0]).toEqual({ v: 'C000002' });
      expect(sheet!.cells[3]![4]).toMatchObject({ v: '+86 138' });
      expect(sheet!.cells[40]![0]).toMatchObject({ f: '=SUM(E4,2)' });
      expect(sheet!.cells[41]![0]).toMatchObject({ v: 0.5 });
      expect(sheet!.cells[39]![1]!.n).toBe('新批注');
      expect(sheet!.hiddenRows).toEqual([8, 30]);
      expect(state.styles[sheet!.cells[1]![2]!.s!]).toEqual({ bold: true });
      expect(state.validations[sheet!.cells[1]![2]!.d!]).toEqual(plain(sampleState()).validations[0]);
      expect(sheet!.filter).toEqual({ ...original.filter, rect: { ...original.filter!.rect, rows: 101 } });
      expect(sheet!.filteredRows).toEqual([5]);
      expect([sheet!.frozenRows, sheet!.frozenColumns, sheet!.hiddenGridlines]).toEqual([1, 2, true]);
      expect(sheet!.rowCount).toBe(1001);
      expect(sheet!.bandings[0]!.rect.rows).toBe(1001);
      expect(sheet!.protections).toEqual(original.protections);
      expect(notes).toMatchObject({ name: '随手记', cells: [[{ v: '=不是公式' }]] });
      expect(state.namedRanges).toEqual([{ name: '客户', sheet: 0, rect: { row: 1, column: 0, rows: 1000, columns: 1 } }]);
      expect(state.metadata.find(({ key }) => key === 'row')!.at).toMatchObject({ index: 3 });
      const own = ['properties', 'triggers', 'outbox', 'id', 'locale', 'timeZone', 'owner'] as const;
      for (const key of own) expect([key, state[key]]).toEqual([key, plain(sampleState())[key]]);
    }),
  120_000,
);

withOffice(
  'rows that were set free in LibreOffice are free here',
  () =>
    inFolder(async (folder) => {
      const { state } = await edited(folder, '  book.CurrentController.freezeAtPosition(0, 3)');
      expect([state.sheets[0]!.frozenRows, state.sheets[0]!.frozenColumns]).toEqual([3, 0]);
    }),
  120_000,
);

withOffice(
  'a filter and a protection that were set in LibreOffice are taken in',
  () =>
    inFolder(async (folder) => {
      const { state } = await edited(
        folder,
        `  Set sheet = book.Sheets.getByName("基本信息")
  Dim field(0) As New com.sun.star.sheet.TableFilterField
  field(0).Field = 2
  field(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  field(0).StringValue = "VIP"
  Set filter = sheet.getCellRangeByName("A1:F100").createFilterDescriptor(True)
  filter.ContainsHeader = True
  filter.setFilterFields(field())
  sheet.getCellRangeByName("A1:F100").filter(filter)
  book.Sheets.getByName("购买 记录").protect("")`,
      );
      const [sheet, purchases] = state.sheets;
      // C000002 has another kind: it is hidden now
      expect(sheet!.filteredRows).toContain(2);
      expect(sheet!.filteredRows).not.toContain(1);
      expect(purchases!.protections).toEqual([{ id: 'file-7', warningOnly: false, editors: [state.owner] }]);
    }),
  120_000,
);

withOffice(
  'edits from before a crash and edits made in LibreOffice before the restart are both there',
  () =>
    inFolder(async (folder) => {
      const path = join(folder, 'a.xlsx');
      const typed = (row: number, v: string): Op[] => [{ op: 'cells', sheet: 0, row, column: 0, cells: [[{ v }]] }];
      const file = await createFile(path, sampleState());
      await file.append(typed(30, '甲'), 1);
      await file.append([{ op: 'insertRows', sheet: 0, at: 1, count: 1 }, ...typed(1, '乙')], 2);
      const crashed = join(folder, 'crashed.xlsx');
      await copyFile(path, crashed);
      await copyFile(`${path}.journal`, `${crashed}.journal`);
      await file.close();
      await editInOffice(folder, crashed, '  book.Sheets.getByName("基本信息").getCellRangeByName("A61").String = "丙"');
      const before = await readFile(crashed);
      const again = await openFile(crashed, { locale: 'zh-CN' });
      expect(again.notices.map(({ code }) => code)).toEqual(['taken-in', 'journal-over-changes', 'journal-replayed']);
      const at = (row: number) => again.state.sheets[0]!.cells[row]?.[0]?.v;
      expect([at(1), at(2), at(31), at(61)]).toEqual(['乙', 'C000001', '甲', '丙']);
      await again.save(again.state);
      await again.close();
      const kept = (await readdir(folder)).find((name) => /^crashed-\d+\.xlsx$/.test(name))!;
      expect((await readFile(join(folder, kept))).equals(before)).toBe(true);
      const third = await openFile(crashed);
      expect(third.state.sheets[0]!.cells[31]?.[0]?.v).toBe('甲');
      await third.close();
      await writeFile(join(folder, 'done'), '');
    }),
  120_000,
);
