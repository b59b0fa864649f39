import { expect, test } from '@jest/globals';
import { resultOf, script, scriptHost, thrownBy } from '../run/script-host.ts';

test('a copy fills its target with whole copies, and makes one at least', async () => {
  expect(
    await script(`
      const source = sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]);
      source.copyTo(sheet.getRange('D1:H3'));
      source.copyTo(sheet.getRange('D5'), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, true);
      source.copyValuesToRange(sheet, 1, 1, 5, 8);
      return [sheet.getRange('D1:H3').getValues(), sheet.getRange('D5:E6').getValues(), sheet.getRange('A5:B8').getValues()];`),
  ).toEqual([
    [
      [1, 2, 1, 2, ''],
      [3, 4, 3, 4, ''],
      ['', '', '', '', ''],
    ],
    [
      [1, 3],
      [2, 4],
    ],
    [
      [1, 2],
      [3, 4],
      [1, 2],
      [3, 4],
    ],
  ]);
});

test('what is pasted is what was asked for', async () => {
  expect(
    await script(`
      const source = sheet.getRange('A1').setFormula('=B1+1').setBackground('red').setBorder(true, true, true, true, null, null)
        .setNote('n').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build());
      sheet.getRange('B1').setValue(4);
      sheet.setColumnWidth(1, 55);
      const seen = {};
      Object.keys(SpreadsheetApp.CopyPasteType).filter((key) => key.startsWith('PASTE')).forEach((key, i) => {
        const cell = sheet.getRange(10 + i, 3 + i).setValue('old').setBackground('blue');
        source.copyTo(cell, SpreadsheetApp.CopyPasteType[key], false);
        seen[key] = [cell.getFormula() || cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null, sheet.getColumnWidth(3 + i)];
      });
      return seen;`),
  ).toEqual({
    PASTE_NORMAL: ['=D10+1', '#ff0000', 'n', true, 100],
    PASTE_NO_BORDERS: ['=E11+1', '#ff0000', 'n', true, 100],
    PASTE_FORMAT: ['old', '#ff0000', '', false, 100],
    PASTE_FORMULA: ['=G13+1', '#0000ff', '', false, 100],
    PASTE_DATA_VALIDATION: ['old', '#0000ff', '', true, 100],
    PASTE_VALUES: [5, '#0000ff', '', false, 100],
    PASTE_CONDITIONAL_FORMATTING: ['old', '#0000ff', '', false, 100],
    PASTE_COLUMN_WIDTHS: ['old', '#0000ff', '', false, 55],
  });
});

test('merges and conditional formats come along in a copy', async () => {
  expect(
    await script(`
      sheet.getRange('A1:B1').merge();
      const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$A2>1').setBold(true).setRanges([sheet.getRange('A2:B9')]).build();
      sheet.setConditionalFormatRules([rule]);
      sheet.getRange('D2:E2').merge();
      sheet.getRange('A1:B2').copyTo(sheet.getRange('D1'));
      const other = ss.insertSheet('Other');
      sheet.getRange('A3:B4').copyTo(other.getRange('C1'), { formatOnly: true });
      const ranges = (tab) => tab.getConditionalFormatRules().map((each) => [each.getRanges().map((range) => range.getA1Notation()), each.getBooleanCondition().getCriteriaValues()]);
      return [sheet.getRange('A1:Z9').getMergedRanges().map((range) => range.getA1Notation()), ranges(sheet), ranges(other)];`),
  ).toEqual([['A1:B1', 'D1:E1'], [[['A2:B9', 'D2:E2'], ['=$A2>1']]], [[['C1:D2'], ['=$A1>1']]]]);
});

test('cells that move take their merge along, and formulas follow them', async () => {
  expect(
    await script(`
      sheet.getRange('A1').setValue(5);
      sheet.getRange('A2:B2').merge();
      sheet.getRange('C1').setFormula('=A1*2');
      sheet.getRange('A3').setFormula('=A1+C1');
      sheet.getRange('A1:B3').moveTo(sheet.getRange('E5'));
      return [sheet.getRange('C1').getFormula(), sheet.getRange('E7').getFormula(), sheet.getRange('C1').getValue(), sheet.getRange('A1:B3').isBlank(), sheet.getRange('A1:Z9').getMergedRanges().map((range) => range.getA1Notation())];`),
  ).toEqual(['=E5*2', '=E5+C1', 10, true, ['E6:F6']]);
});

test('cells are not copied to another workbook', async () => {
  for (const call of ['copyTo(far.getRange("A1"))', 'moveTo(far.getRange("A1"))', 'copyValuesToRange(far, 1, 1, 1, 1)']) {
    expect(await thrownBy(`const far = SpreadsheetApp.create('far').getSheets()[0]; sheet.getRange('A1').${call}`, FILES)).toBe(
      'Exception: Target range and source range must be on the same spreadsheet.',
    );
  }
});

const FILES = { scopes: ['spreadsheets'] };

test('undo takes a move back with all that came along', async () => {
  const { host, session } = scriptHost(`
    function move() { const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange('A1:B1').merge(); sheet.getRange('A1').setValue(1); sheet.getRange('C1').setFormula('=A1'); }
    function go() { SpreadsheetApp.getActiveSheet().getRange('A1:B1').moveTo(SpreadsheetApp.getActiveSheet().getRange('A5')); }`);
  await resultOf(host, 'move');
  const before = structuredClone(host.state.sheets[0]);
  await resultOf(host, 'go');
  expect(host.state.sheets[0]!.merges).toEqual([{ row: 4, column: 0, rows: 1, columns: 2 }]);
  await session.intent({ kind: 'undo' });
  expect(host.state.sheets[0]!.merges).toEqual(before!.merges);
  expect(host.state.sheets[0]!.cells[0]).toMatchObject(before!.cells[0]!);
});
