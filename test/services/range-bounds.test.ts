import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

const OUTSIDE = 'Exception: The coordinates of the range are outside the dimensions of the sheet.';

test.each([
  ['sheet.getRange(1001, 1)', OUTSIDE],
  ['sheet.getRange(1, 27)', OUTSIDE],
  ['sheet.getRange(999, 1, 3, 1)', OUTSIDE],
  ["sheet.getRange('A1').offset(-1, 0)", 'Exception: The starting row of the range is too small.'],
  ['sheet.getRange(0, 1)', 'Exception: The starting row of the range is too small.'],
  ['sheet.getRange(1, 0)', 'Exception: The starting column of the range is too small.'],
  ['sheet.getRange(1, 1, 0, 1)', 'Exception: The number of rows in the range must be at least 1.'],
  ['sheet.getRange(1, 1, 1, 0)', 'Exception: The number of columns in the range must be at least 1.'],
  ["sheet.getRange('nonsense')", 'Exception: Range not found'],
  ["ss.getRange('Nowhere!A1')", 'Exception: Range not found'],
])('%s is refused', async (call, text) => {
  expect(await thrownBy(call)).toBe(text);
});

test.each([
  ["sheet.getRange('A1').setValues('x', [1])", '(String,number[])', 'Range.setValues'],
  ["sheet.getRange('A1').setValues([1, 2])", '(number[])', 'Range.setValues'],
  ["sheet.getRange('1', 2)", '(String,number)', 'Sheet.getRange'],
  ['sheet.getRange(1, undefined)', '(number,null)', 'Sheet.getRange'],
  ["sheet.getRange('A1').setFontFamily(5)", '(number)', 'Range.setFontFamily'],
  ["sheet.getRange('A1').setFontWeights(['bold'])", '(String[])', 'Range.setFontWeights'],
  ["sheet.getRange('A1').getValue(1)", '(number)', 'Range.getValue'],
  ['ss.getSheetByName(null)', '(null)', 'Spreadsheet.getSheetByName'],
])('%s does not match the signature', async (call, types, path) => {
  expect(await thrownBy(call)).toBe(
    `Exception: The parameters ${types} don't match the method signature for SpreadsheetApp.${path}.`,
  );
});

test('a range knows its place, 1-based', async () => {
  const place = await script(`
    const range = sheet.getRange(2, 3, 4, 5);
    return [range.getA1Notation(), range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns(), range.getLastRow(), range.getLastColumn(), range.getSheet().getName()];`);
  expect(place).toEqual(['C2:G5', 2, 3, 4, 5, 5, 7, 'Data']);
});

test('open ranges reach to the end of the grid, and are written open', async () => {
  expect(
    await script(`return ['A:A', '2:3', 'B2:B', 'Data!C1', 'A1:B', 'C:A', '5:2'].map((each) => {
      const range = ss.getRange(each);
      return [range.getA1Notation(), range.getNumRows(), range.getNumColumns()];
    });`),
  ).toEqual([
    ['A:A', 1000, 1],
    ['2:3', 2, 26],
    ['B2:B', 999, 1],
    ['C1', 1, 1],
    ['A1:B', 1000, 2],
    ['A:C', 1000, 3],
    ['2:5', 4, 26],
  ]);
});

test('a range says on which sides it is bound', async () => {
  expect(
    await script(`return ['A5:C10', '3:5', 'B:D', 'B2:D', 'B2:7'].map((each) => {
      const range = sheet.getRange(each);
      return [range.isStartRowBounded(), range.isEndRowBounded(), range.isStartColumnBounded(), range.isEndColumnBounded()];
    });`),
  ).toEqual([
    [true, true, true, true],
    [true, true, false, false],
    [false, false, true, true],
    [true, false, true, true],
    [true, true, true, false],
  ]);
});

test('growing past ten million cells is refused', async () => {
  expect(await thrownBy('sheet.insertRowsAfter(1000, 400000)')).toBe(
    'Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  );
});

test('a tab has 18,278 columns at most, the last of them ZZZ', async () => {
  const body =
    'sheet.deleteRows(3, 900); sheet.insertColumnsAfter(26, 18252); const last = sheet.getRange(1, sheet.getMaxColumns()).getA1Notation();';
  expect(await script(`${body} return last;`)).toBe('ZZZ1');
  expect(await thrownBy(`${body} sheet.insertColumnAfter(1)`)).toBe('Exception: A sheet cannot have more than 18278 columns.');
});
