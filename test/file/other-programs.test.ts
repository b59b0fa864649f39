import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { WorkbookState } from '../../local/contract.ts';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { openZip, readState } from '../../local/file/read-file.ts';
import { plain, sampleState, trimmed } from './sample-state.ts';
import { inFolder } from './temporary.ts';

const saved = () => fileBytes(Buffer.from(JSON.stringify(sampleState())), 5);
const read = (bytes: Buffer) => readState(openZip(bytes, 'x.xlsx'), 'x.xlsx');

/** What happens to a file that is opened, changed and saved by a program that knows nothing of the ledger. */
async function elsewhere(change: (book: ExcelJS.Workbook) => void): Promise<WorkbookState> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await saved()) as unknown as ExcelJS.Buffer);
  change(book);
  const { state, origin, revision } = read(Buffer.from(await book.xlsx.writeBuffer()));
  expect([origin, revision]).toEqual(['changed', 5]);
  return state;
}

const columnOf = (state: WorkbookState) => state.metadata.find(({ key }) => key === 'field')?.at;

test('another program reads the file, with its dropdowns, notes and colours', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await saved()) as unknown as ExcelJS.Buffer);
  const sheet = book.getWorksheet('基本信息')!;
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['基本信息', 'visible'],
    ['购买 记录', 'hidden'],
    ['A very long name of a tab_ more', 'visible'],
    ['_ledger', 'veryHidden'],
  ]);
  expect(sheet.getCell('C2').dataValidation).toMatchObject({ type: 'list', formulae: ['"零售,批发,VIP"'] });
  expect(sheet.getCell('A1').note).toBe('客户编号：说明\n第二行');
  expect(sheet.getCell('A1').fill).toMatchObject({ fgColor: { argb: 'FFD9EAD3' } });
  expect(sheet.getCell('E2')).toMatchObject({ value: '013800138000', numFmt: '@' });
  expect(sheet.getCell('D2').value).toEqual(new Date(Date.UTC(2023, 6, 16)));
  expect(sheet.getCell('B3').formula).toBe('COUNTIF(A$2:A1048576,A3)');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 });
});

test('a value changed elsewhere wins, all else stays', async () => {
  const state = await elsewhere((book) => {
    book.getWorksheet('基本信息')!.getCell('B2').value = '王大明';
    book.getWorksheet('基本信息')!.getCell('A30').value = 'C000030';
  });
  const expected = sampleState();
  expected.sheets[0]!.cells[1]![1] = { v: '王大明' };
  // ExcelJS has no escapes for control characters
  expected.sheets[0]!.cells[1]![5] = state.sheets[0]!.cells[1]![5];
  expect(trimmed(state).sheets[0]!.cells.slice(0, 3)).toEqual(trimmed(expected).sheets[0]!.cells.slice(0, 3));
  expect(state.sheets[0]!.cells[29]![0]).toEqual({ v: 'C000030' });
  expect(state.metadata).toEqual(expected.metadata);
  expect(state.properties).toEqual(expected.properties);
  expect(state.triggers).toEqual(expected.triggers);
  expect(state.sheets[0]!.conditionalFormats).toEqual(expected.sheets[0]!.conditionalFormats);
});

test('a column keeps its identity when columns are put in or taken out before it', async () => {
  const moved = await elsewhere((book) => book.getWorksheet('基本信息')!.spliceColumns(3, 0, ['新列']));
  expect(moved.sheets[0]!.cells[0]!.map((cell) => cell?.v).slice(0, 6)).toEqual([
    '客户编号',
    '姓名',
    '新列',
    '客户类型',
    '生日',
    '电话',
  ]);
  expect(columnOf(moved)).toEqual({ kind: 'column', sheet: 0, index: 5 });
  const cut = await elsewhere((book) => book.getWorksheet('基本信息')!.spliceColumns(2, 2));
  expect(columnOf(cut)).toEqual({ kind: 'column', sheet: 0, index: 2 });
  const gone = await elsewhere((book) => book.getWorksheet('基本信息')!.spliceColumns(5, 1));
  expect(columnOf(gone)).toBeUndefined();
});

test('a column whose header was renamed is the same column', async () => {
  const state = await elsewhere((book) => {
    book.getWorksheet('基本信息')!.getCell('E1').value = '手机';
  });
  expect(columnOf(state)).toEqual({ kind: 'column', sheet: 0, index: 4 });
});

test('a renamed tab is the same tab, a new one gets a new id, a deleted one is gone', async () => {
  const state = await elsewhere((book) => {
    book.getWorksheet('基本信息')!.name = '客户';
    book.addWorksheet('随手记').getCell('A1').value = 1;
    book.removeWorksheet('购买 记录');
  });
  expect(state.sheets.map(({ id, name }) => [id, name])).toEqual([
    [0, '客户'],
    [8, 'A very long name of a tab: more than 31 characters/of Excel'],
    [9, '随手记'],
  ]);
  expect(columnOf(state)).toEqual({ kind: 'column', sheet: 0, index: 4 });
  expect(state.nextIds.sheet).toBe(10);
});

test('a dropdown and a colour made elsewhere are taken in', async () => {
  const state = await elsewhere((book) => {
    const sheet = book.getWorksheet('基本信息')!;
    sheet.getCell('H5').dataValidation = { type: 'list', formulae: ['"甲,乙"'], allowBlank: true, showErrorMessage: true };
    sheet.addConditionalFormatting({
      ref: 'H2:H9',
      rules: [
        {
          type: 'cellIs',
          operator: 'equal',
          formulae: ['"甲"'],
          priority: 99,
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFF0000' } } },
        } as never,
      ],
    });
  });
  const sheet = state.sheets[0]!;
  expect(state.validations[sheet.cells[4]![7]!.d!]).toEqual({
    criteria: 'VALUE_IN_LIST',
    args: [['甲', '乙'], true],
    allowInvalid: false,
  });
  expect(sheet.conditionalFormats.at(-1)).toEqual({
    ranges: [{ row: 1, column: 7, rows: 8, columns: 1 }],
    criteria: 'TEXT_EQUAL_TO',
    args: ['甲'],
    style: { background: '#ff0000' },
  });
  expect(sheet.conditionalFormats).toHaveLength(sampleState().sheets[0]!.conditionalFormats.length + 1);
});

const office = await promisify(execFile)('soffice', ['--version']).then(
  () => true,
  () => false,
);
const withOffice = office ? test : test.skip;

async function convert(folder: string, format: string): Promise<string> {
  const out = join(folder, 'out');
  await mkdir(out, { recursive: true });
  await writeFile(join(folder, 'a.xlsx'), await saved());
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, join(folder, 'a.xlsx')]);
  return out;
}

withOffice(
  'LibreOffice shows what the workbook holds',
  () =>
    inFolder(async (folder) => {
      const out = await convert(folder, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true');
      const csv = await readFile(join(out, 'a.csv'), 'utf8');
      expect(csv.split('\n').slice(0, 2)).toEqual([
        '客户编号,姓名,客户类型,生日,电话,备注,启用',
        'C000001, 王小明 ,VIP,2023-07-16,013800138000,"第一行',
      ]);
      expect(csv).toContain('C000002,1,未知,');
    }),
  60_000,
);

withOffice(
  'what LibreOffice saves comes back',
  () =>
    inFolder(async (folder) => {
      const out = await convert(folder, 'xlsx:Calc MS Excel 2007 XML');
      const { state, origin } = read(await readFile(join(out, 'a.xlsx')));
      expect(origin).toBe('changed');
      const expected = sampleState();
      expect(state.validations).toEqual(plain(expected.validations));
      expect(state.metadata).toEqual(plain(expected.metadata));
      const [sheet, original] = [trimmed(state).sheets[0]!, trimmed(expected).sheets[0]!];
      for (const key of [
        'conditionalFormats',
        'columnWidths',
        'rowHeights',
        'hiddenRows',
        'filteredRows',
        'hiddenColumns',
        'merges',
        'filter',
        'tabColor',
        'frozenRows',
        'frozenColumns',
        'hiddenGridlines',
        'bandings',
        'protections',
      ] as const) {
        expect([key, sheet[key]]).toEqual([key, original[key]]);
      }
      expect(sheet.cells[0]).toEqual(original.cells[0]);
      expect(sheet.cells[2]).toEqual(original.cells[2]);
      expect(sheet.cells[3]).toEqual(original.cells[3]);
    }),
  60_000,
);
