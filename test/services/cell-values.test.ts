import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

test('what a script sets is read as if typed', async () => {
  const values = await script(`
    sheet.getRange('A1:H1').setValues([['0571', '1e5', 'TRUE', '10%', '=1+1', "'0571", '普通', '+8613800138000']]);
    return sheet.getRange('A1:H1').getValues()[0];`);
  expect(values).toEqual([571, 100000, true, 0.1, 2, '0571', '普通', 8613800138000]);
});

test('a date typed is a date, and shows as one', async () => {
  const value = await script(`
    sheet.getRange('A1').setValue('2026-02-03');
    const value = sheet.getRange('A1').getValue();
    return [value instanceof Date, Utilities.formatDate(value, ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm')];`);
  expect(value).toEqual([true, '2026-02-03 00:00']);
});

test('text format set before keeps every sign of a phone number', async () => {
  const values = await script(`
    sheet.getRange('A1:B1').setNumberFormat('@').setValues([['0571-88888888', '+86 138 0013 8000']]);
    return sheet.getRange('A1:B1').getValues()[0];`);
  expect(values).toEqual(['0571-88888888', '+86 138 0013 8000']);
});

test('appendRow passes over the text format and loses the zero', async () => {
  const values = await script(`
    sheet.getRange('A:A').setNumberFormat('@');
    sheet.appendRow(['057188888888', 'x']);
    return sheet.getRange('A1:B1').getValues()[0];`);
  expect(values).toEqual([57188888888, 'x']);
});

test('appendRow goes below the last content of any column; a full grid grows by one row, or refuses', async () => {
  const body = `
    sheet.getRange('C1000').setValue('last');
    sheet.appendRow(['below']);
    return [sheet.getLastRow(), sheet.getMaxRows(), sheet.getRange('A1001').getValue()];`;
  expect(await script(body, { doubts: { appendOnFullGrid: 'grows' } })).toEqual([1001, 1001, 'below']);
  expect(await thrownBy(body)).toBe('Exception: Those rows are out of bounds.');
  expect(await script("sheet.getRange('C7').setValue('last'); sheet.appendRow(['below']); return sheet.getLastRow();")).toBe(8);
  expect(await thrownBy('sheet.appendRow([])')).toMatch(/^Exception: /);
});

test('null, an empty text and undefined clear a cell and keep its format', async () => {
  const values = await script(`
    sheet.getRange('A1:C1').setBackground('#ff0000').setValues([[1, 2, 3]]);
    sheet.getRange('A1:C1').setValues([[null, '', undefined]]);
    return [sheet.getRange('A1:C1').getValues()[0], sheet.getRange('A1:C1').getBackgrounds()[0]];`);
  expect(values).toEqual([
    ['', '', ''],
    ['#ff0000', '#ff0000', '#ff0000'],
  ]);
});

test('an error in a cell is read as its text', async () => {
  expect(await script("sheet.getRange('A1').setFormula('=1/0'); return sheet.getRange('A1').getValue();")).toBe('#DIV/0!');
});

test('dates keep the instant they were set to, in the workbook’s zone', async () => {
  expect(
    await script(`
      const when = new Date(2026, 0, 2, 3, 4, 5);
      sheet.getRange('A1').setValue(when);
      return sheet.getRange('A1').getValue().getTime() === when.getTime();`),
  ).toBe(true);
});

test('more than 50,000 characters are refused, and only when the write is applied', async () => {
  const seen = await script(`
    sheet.getRange('A1').setValue('x'.repeat(50001));
    try { SpreadsheetApp.flush(); } catch (error) { return 'at the flush: ' + error; }`);
  expect(seen).toBe('at the flush: Exception: Your input contains more than the maximum of 50000 characters in a single cell.');
});

test('data of another size than the range is refused', async () => {
  expect(await thrownBy("sheet.getRange('A1:B2').setValues([[1, 2]])")).toBe(
    'Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  );
  expect(await thrownBy("sheet.getRange('A1:B2').setValues([[1, 2], [3]])")).toBe(
    'Exception: The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  );
});

test('getLastRow counts unchecked checkboxes and formulas that give nothing, not formats, notes or dropdowns', async () => {
  const rows = await script(`
    sheet.getRange('A20').setBackground('red').setNote('n');
    sheet.getRange('A21').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).build());
    const formats = sheet.getLastRow();
    sheet.getRange('B5').setFormula('=""');
    const formula = sheet.getLastRow();
    sheet.getRange('C7').insertCheckboxes();
    return [formats, formula, sheet.getLastRow(), sheet.getLastColumn()];`);
  expect(rows).toEqual([0, 5, 7, 3]);
});

test('the data range of an empty tab is A1', async () => {
  expect(await script('return [sheet.getDataRange().getA1Notation(), sheet.getDataRange().getValues()];')).toEqual([
    'A1',
    [['']],
  ]);
});

test('reads and writes ignore hidden and filtered rows', async () => {
  const values = await script(`
    sheet.getRange('A1:A3').setValues([['h'], ['a'], ['b']]);
    sheet.hideRows(2);
    return [sheet.getRange('A1:A3').getValues().flat(), sheet.isRowHiddenByUser(2), sheet.isRowHiddenByFilter(2)];`);
  expect(values).toEqual([['h', 'a', 'b'], true, false]);
});

test('display values and formulas are read apart from values', async () => {
  const values = await script(`
    sheet.getRange('A1').setNumberFormat('0.00').setValue(3);
    sheet.getRange('B1').setFormula('=A1*2');
    return [sheet.getRange('A1').getDisplayValue(), sheet.getRange('A1:B1').getFormulas()[0], sheet.getRange('B1').getValue()];`);
  expect(values).toEqual(['3.00', ['', '=A1*2'], 6]);
});
