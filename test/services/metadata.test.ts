import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

test('metadata belongs to the workbook, a tab, a whole row or a whole column, and to nothing else', async () => {
  expect(await thrownBy("sheet.getRange('A1:B2').addDeveloperMetadata('key')")).toMatch(
    /^Exception: Adding developer metadata to arbitrary ranges is not currently supported\./,
  );
  expect(
    await script(`
      ss.addDeveloperMetadata('k', 'book');
      sheet.addDeveloperMetadata('k', 'tab');
      sheet.getRange('C:C').addDeveloperMetadata('k', 'column', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      sheet.getRange('5:5').addDeveloperMetadata('k', 'row');
      return ss.createDeveloperMetadataFinder().withKey('k').find().map((each) => [each.getValue(), String(each.getLocation().getLocationType()), String(each.getVisibility())]);`),
  ).toEqual([
    ['book', 'SPREADSHEET', 'DOCUMENT'],
    ['tab', 'SHEET', 'DOCUMENT'],
    ['column', 'COLUMN', 'PROJECT'],
    ['row', 'ROW', 'DOCUMENT'],
  ]);
});

test('it follows its column and its row, and goes when they go', async () => {
  expect(
    await script(`
      sheet.getRange('C:C').addDeveloperMetadata('column', 'c');
      sheet.getRange('5:5').addDeveloperMetadata('row', 'r');
      sheet.insertColumnBefore(1);
      sheet.insertRowsBefore(1, 2);
      const find = (key) => sheet.createDeveloperMetadataFinder().withKey(key).find()[0];
      const moved = [find('column').getLocation().getColumn().getColumn(), find('row').getLocation().getRow().getRow()];
      sheet.moveColumns(sheet.getRange('D:D'), 2);
      moved.push(find('column').getLocation().getColumn().getA1Notation());
      sheet.deleteRow(7);
      moved.push(find('row') === undefined);
      return moved;`),
  ).toEqual([4, 7, 'B:B', true]);
});

test('a finder looks at its scope, by key, value, place and kind', async () => {
  expect(
    await script(`
      const other = ss.insertSheet('other');
      other.getRange('A:A').addDeveloperMetadata('field', 'x');
      sheet.getRange('A:A').addDeveloperMetadata('field', 'name');
      sheet.getRange('B:B').addDeveloperMetadata('field', 'phone');
      sheet.getRange('2:2').addDeveloperMetadata('field', 'row');
      const values = (finder) => finder.find().map((each) => each.getValue());
      const T = SpreadsheetApp.DeveloperMetadataLocationType;
      return [
        values(sheet.createDeveloperMetadataFinder().withKey('field')),
        values(sheet.createDeveloperMetadataFinder().withLocationType(T.COLUMN)),
        values(sheet.createDeveloperMetadataFinder().withValue('phone')),
        values(sheet.getRange('B2').createDeveloperMetadataFinder()),
        values(sheet.getRange('B2').createDeveloperMetadataFinder().onIntersectingLocations()),
        values(sheet.getRange('A:B').createDeveloperMetadataFinder()),
      ];`),
  ).toEqual([['name', 'phone', 'row'], ['name', 'phone'], ['phone'], [], ['phone', 'row'], ['name', 'phone']]);
});

test('it can be changed and removed', async () => {
  expect(
    await script(`
      sheet.addDeveloperMetadata('k', 'a');
      const entry = sheet.getDeveloperMetadata()[0];
      entry.setValue('b').setKey('l');
      const read = [entry.getKey(), entry.getValue()];
      entry.remove();
      return [read, sheet.getDeveloperMetadata().length];`),
  ).toEqual([['l', 'b'], 0]);
});

test('metadata moves between places and keeps its id', async () => {
  expect(
    await script(`
      const other = ss.insertSheet('other');
      ss.addDeveloperMetadata('k', 'v', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      const [entry] = ss.getDeveloperMetadata();
      const place = () => {
        const at = entry.getLocation();
        const range = at.getRow() || at.getColumn();
        return [String(at.getLocationType()), at.getSpreadsheet() !== null, at.getSheet() && at.getSheet().getName(), range && range.getA1Notation()];
      };
      const id = entry.getId();
      const seen = [place()];
      for (const move of [() => entry.moveToSheet(other), () => entry.moveToRow(sheet.getRange('3:3')), () => entry.moveToColumn(other.getRange('C:C')), () => entry.moveToSpreadsheet()]) {
        move();
        seen.push(place());
      }
      return [seen, entry.getId() === id, entry.getValue(), String(entry.getVisibility()), String(entry), String(entry.getLocation()), String(ss.createDeveloperMetadataFinder())];`),
  ).toEqual([
    [
      ['SPREADSHEET', true, null, null],
      ['SHEET', false, 'other', null],
      ['ROW', false, null, '3:3'],
      ['COLUMN', false, null, 'C:C'],
      ['SPREADSHEET', true, null, null],
    ],
    true,
    'v',
    'PROJECT',
    'DeveloperMetadata',
    'DeveloperMetadataLocation',
    'DeveloperMetadataFinder',
  ]);
});

test.each([
  ["moveToRow(sheet.getRange('C:C'))"],
  ["moveToColumn(sheet.getRange('3:3'))"],
  ["moveToRow(sheet.getRange('3:4'))"],
  ["moveToColumn(sheet.getRange('A1'))"],
])('metadata cannot %s', async (move) => {
  expect(await thrownBy(`sheet.addDeveloperMetadata('k'); sheet.getDeveloperMetadata()[0].${move}`)).toMatch(
    /^Exception: Adding developer metadata to arbitrary ranges is not currently supported\./,
  );
});

test('a key without a value has none, and another visibility can be found', async () => {
  expect(
    await script(`
      const { DOCUMENT, PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility;
      sheet.addDeveloperMetadata('plain').addDeveloperMetadata('hidden', PROJECT);
      const find = (visibility) => ss.createDeveloperMetadataFinder().withVisibility(visibility).find().map((each) => [each.getKey(), each.getValue()]);
      const before = [find(DOCUMENT), find(PROJECT)];
      sheet.getDeveloperMetadata()[0].setVisibility(PROJECT);
      const id = sheet.getDeveloperMetadata()[1].getId();
      return [before, find(DOCUMENT), ss.createDeveloperMetadataFinder().withId(id).find()[0].getKey()];`),
  ).toEqual([[[['plain', null]], [['hidden', null]]], [], 'hidden']);
});

test('a sheet holds 30,000 characters of metadata, and the spreadsheet as many again', async () => {
  const long = "'x'.repeat(29990)";
  expect(
    await script(
      `ss.addDeveloperMetadata('a', ${long}); sheet.addDeveloperMetadata('b', ${long}); SpreadsheetApp.flush(); return 'fits';`,
    ),
  ).toBe('fits');
  expect(
    await thrownBy(
      `sheet.addDeveloperMetadata('a', ${long}); sheet.getRange('A:A').addDeveloperMetadata('key', 'ten letters'); SpreadsheetApp.flush()`,
    ),
  ).toMatch(/exceeds the limit of 30000 characters/);
});
