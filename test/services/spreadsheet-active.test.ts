import { expect, test } from '@jest/globals';
import { script } from '../run/script-host.ts';

test('a workbook passes calls for cells, rows and columns on to the tab in front', async () => {
  expect(
    await script(`
      const second = ss.insertSheet('Second');
      ss.appendRow(['b', 2]).appendRow(['a', 1]);
      ss.setRowHeight(1, 44).setColumnWidth(2, 33);
      ss.sort(1);
      ss.hideRow(second.getRange('1:1'));
      ss.setFrozenRows(1);
      ss.renameActiveSheet('Renamed');
      return [ss.getSheetName(), ss.getSheetId() === second.getSheetId(), ss.getLastRow(), ss.getLastColumn(), ss.getDataRange().getValues(), ss.getSheetValues(2, 1, 1, 2),
        ss.getRowHeight(1), ss.getColumnWidth(2), ss.isRowHiddenByUser(1), ss.getFrozenRows(), sheet.getLastRow(), ss.getKey() === ss.getId()];`),
  ).toEqual([
    'Renamed',
    true,
    2,
    2,
    [
      ['a', 1],
      ['b', 2],
    ],
    [['b', 2]],
    44,
    33,
    true,
    1,
    0,
    true,
  ]);
});

test('a duplicate of the tab in front is named as a copy and stands in front', async () => {
  const duplicate = `
    const names = () => { const copy = there.duplicateActiveSheet(); return [copy.getName(), there.getActiveSheet().getName(), copy.getRange('A1').getValue()]; };
    there.getActiveSheet().getRange('A1').setValue('x');
    return [names(), there.getNumSheets()];`;
  expect(await script(`const there = ss; ${duplicate}`)).toEqual([['“Data”的副本', '“Data”的副本', 'x'], 2]);
  expect(
    await script(`const there = SpreadsheetApp.create('far'); there.setSpreadsheetLocale('en_GB'); ${duplicate}`, {
      scopes: ['spreadsheets'],
    }),
  ).toEqual([[expect.stringContaining('Copy of '), expect.stringContaining('Copy of '), 'x'], 2]);
});

test('another workbook can be made the active one, without taking anything from the bound one', async () => {
  expect(
    await script(
      `
      const other = SpreadsheetApp.create('other');
      SpreadsheetApp.setActiveSpreadsheet(other);
      const there = SpreadsheetApp.getActiveSpreadsheet();
      there.insertSheet('front');
      SpreadsheetApp.getActiveSheet().getRange('A1').setValue('in other');
      const seen = [there.getId() === other.getId(), SpreadsheetApp.getActive().getName(), SpreadsheetApp.getActiveSheet().getName(), sheet.getRange('A1').getValue(),
        ss.getSheets().length, SpreadsheetApp.openById(ss.getId()).getName()];
      SpreadsheetApp.setActiveSpreadsheet(ss);
      return [...seen, SpreadsheetApp.getActive().getName(), SpreadsheetApp.getActiveSheet().getName()];`,
      { scopes: ['spreadsheets'] },
    ),
  ).toEqual([true, 'other', 'front', '', 1, 'Shop', 'Shop', 'Data']);
});
