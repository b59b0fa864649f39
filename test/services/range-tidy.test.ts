import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

test('of equal rows the first stays, whatever the letters’ case, and the rest closes up', async () => {
  expect(
    await script(`
      const range = sheet.getRange('B2:C6').setValues([['a', 1], ['A', 1], ['b', ''], ['b', ''], ['a', '1x']]);
      sheet.getRange('D3').setValue('beside');
      const left = range.removeDuplicates();
      return [left.getA1Notation(), range.getValues(), sheet.getRange('D3').getValue()];`),
  ).toEqual([
    'B2:C4',
    [
      ['a', 1],
      ['b', ''],
      ['a', '1x'],
      ['', ''],
      ['', ''],
    ],
    'beside',
  ]);
});

test('rows are compared by the columns named, which count from the tab’s first', async () => {
  expect(
    await script(`
      const range = sheet.getRange('B1:C3').setValues([[1, 'x'], [2, 'x'], [3, 'y']]);
      return [range.removeDuplicates([2]).getA1Notation(), range.removeDuplicates([3]).getValues()];`),
  ).toEqual([
    'B1:C3',
    [
      [1, 'x'],
      [3, 'y'],
    ],
  ]);
  expect(await thrownBy("sheet.getRange('B1:C3').removeDuplicates([1])")).toMatch(/^Exception: /);
});

test('shuffling keeps every row whole', async () => {
  const [rows, moved] = (await script(`
    const before = Array.from({ length: 50 }, (_, i) => [i, 'row ' + i]);
    const after = sheet.getRange(1, 1, 50, 2).setValues(before).randomize().getValues();
    return [after, after.some((row, i) => row[0] !== i)];`)) as [[number, string][], boolean];
  expect(moved).toBe(true);
  expect(rows.map(([i]) => i).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  for (const [i, text] of rows) expect(text).toBe(`row ${i}`);
});

test('text is split at the delimiter that most of it holds, and the pieces are read as typed', async () => {
  expect(
    await script(`
      sheet.getRange('A1:A3').setValues([['a;1;TRUE'], ['b;;x, y'], ['alone']]);
      sheet.getRange('B3').setValue('stays');
      sheet.getRange('A1:A3').splitTextToColumns();
      return sheet.getRange('A1:C3').getValues();`),
  ).toEqual([
    ['a', 1, true],
    ['b', '', 'x, y'],
    ['alone', 'stays', ''],
  ]);
});

test('splitting takes the delimiter it is told, grows the grid and refuses several columns', async () => {
  expect(
    await script(`
      sheet.getRange('Z1').setValue('a -- b -- c');
      sheet.getRange('Z1').splitTextToColumns(' -- ');
      sheet.getRange('A1').setValue('one two');
      sheet.getRange('A1').splitTextToColumns(SpreadsheetApp.TextToColumnsDelimiter.SPACE);
      return [sheet.getMaxColumns(), sheet.getRange('Z1:AB1').getValues(), sheet.getRange('A1:B1').getValues()];`),
  ).toEqual([28, [['a', 'b', 'c']], [['one', 'two']]]);
  expect(await thrownBy("sheet.getRange('A1:B1').splitTextToColumns()")).toMatch(/^Exception: /);
});
