import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

const BLOCK = `
  const { ROWS, COLUMNS } = SpreadsheetApp.Dimension;
  const names = () => sheet.getRange('A1:D4').getValues().map((line) => line.join(' '));
  sheet.getRange('A1:D4').setValues(['A', 'B', 'C', 'D'].map((_, i) => ['a', 'b', 'c', 'd'].map((letter) => letter + (i + 1))));`;

test('cells put in push others down or right, cells taken out pull them up or left', async () => {
  expect(
    await script(`${BLOCK}
      const seen = [];
      sheet.getRange('B2:C2').insertCells(ROWS); seen.push(names());
      sheet.getRange('B2:C2').deleteCells(ROWS); seen.push(names());
      sheet.getRange('B2:B3').insertCells(COLUMNS); seen.push(names());
      sheet.getRange('B2:B3').deleteCells(COLUMNS); seen.push(names());
      return seen;`),
  ).toEqual([
    ['a1 b1 c1 d1', 'a2   d2', 'a3 b2 c2 d3', 'a4 b3 c3 d4'],
    ['a1 b1 c1 d1', 'a2 b2 c2 d2', 'a3 b3 c3 d3', 'a4 b4 c4 d4'],
    ['a1 b1 c1 d1', 'a2  b2 c2', 'a3  b3 c3', 'a4 b4 c4 d4'],
    ['a1 b1 c1 d1', 'a2 b2 c2 d2', 'a3 b3 c3 d3', 'a4 b4 c4 d4'],
  ]);
});

test('formats, notes and references go with the cells, and new cells look like those they replace', async () => {
  expect(
    await script(`${BLOCK}
      sheet.getRange('B2').setBackground('red').setNote('n');
      sheet.getRange('F1').setFormula('=B2&B3');
      sheet.getRange('B2').insertCells(ROWS);
      const pushed = [sheet.getRange('F1').getFormula(), sheet.getRange('B2').getBackground(), sheet.getRange('B2').getNote(), sheet.getRange('B3').getBackground(), sheet.getRange('B3').getNote()];
      sheet.getRange('B1:B2').deleteCells(ROWS);
      return [pushed, [sheet.getRange('F1').getFormula(), sheet.getRange('B1').getNote(), sheet.getRange('B2').getBackground()]];`),
  ).toEqual([
    ['=B3&B4', '#ff0000', '', '#ff0000', 'n'],
    ['=B1&B2', 'n', '#ffffff'],
  ]);
});

test('the grid grows where contents would fall off its end', async () => {
  expect(
    await script(`
      sheet.getRange('B1000').setValue('last');
      sheet.getRange('B5:B6').insertCells(SpreadsheetApp.Dimension.ROWS);
      sheet.getRange('Y1').setValue('wide');
      sheet.getRange('A1:C1').insertCells(SpreadsheetApp.Dimension.COLUMNS);
      return [sheet.getMaxRows(), sheet.getRange('B1002').getValue(), sheet.getMaxColumns(), sheet.getRange('AB1').getValue()];`),
  ).toEqual([1002, 'last', 28, 'wide']);
});

test('a part of a merged cell is not shifted, a whole one is', async () => {
  expect(
    await script(`
      sheet.getRange('B3:C3').merge();
      sheet.getRange('B1:C1').insertCells(SpreadsheetApp.Dimension.ROWS);
      return sheet.getRange('A1:D9').getMergedRanges().map((range) => range.getA1Notation());`),
  ).toEqual(['B4:C4']);
  expect(
    await thrownBy("sheet.getRange('B3:C3').merge(); sheet.getRange('B1').insertCells(SpreadsheetApp.Dimension.ROWS)"),
  ).toMatch(/^Exception: /);
});

test('filling goes on in numbers, months and weekdays, or repeats', async () => {
  expect(
    await script(`
      const { DEFAULT_SERIES, ALTERNATE_SERIES } = SpreadsheetApp.AutoFillSeries;
      const fill = (column, values, series) => {
        const range = sheet.getRange(1, column, values.length, 1).setValues(values.map((value) => [value]));
        range.autoFill(sheet.getRange(1, column, 5, 1), series);
        return sheet.getRange(1, column, 5, 1).getValues().flat();
      };
      return [fill(1, [1, 3], DEFAULT_SERIES), fill(2, [1, 3], ALTERNATE_SERIES), fill(3, ['Nov'], DEFAULT_SERIES), fill(4, ['friday', 'sunday'], DEFAULT_SERIES),
        fill(5, ['十一月'], DEFAULT_SERIES), fill(6, ['Item 9'], DEFAULT_SERIES), fill(7, ['x', 'Mon'], DEFAULT_SERIES)];`),
  ).toEqual([
    [1, 3, 5, 7, 9],
    [1, 3, 1, 3, 1],
    ['Nov', 'Dec', 'Jan', 'Feb', 'Mar'],
    ['friday', 'sunday', 'tuesday', 'thursday', 'saturday'],
    ['十一月', '十二月', '一月', '二月', '三月'],
    ['Item 9', 'Item 10', 'Item 11', 'Item 12', 'Item 13'],
    ['x', 'Mon', 'x', 'Mon', 'x'],
  ]);
});

test('filling beside a neighbour goes as far as that has contents', async () => {
  expect(
    await script(`
      sheet.getRange('C1:C6').setValues([[1], [1], [1], [''], [1], [1]]);
      sheet.getRange('B1').setFormula('=C1+1');
      sheet.getRange('B1').autoFillToNeighbor(SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
      return sheet.getRange('B1:B6').getFormulas().flat();`),
  ).toEqual(['=C1+1', '=C2+1', '=C3+1', '', '', '']);
  const fill = "const { DEFAULT_SERIES } = SpreadsheetApp.AutoFillSeries; sheet.getRange('A1:A4').autoFill";
  expect(await thrownBy(`${fill}(sheet.getRange('C1:C5'), DEFAULT_SERIES)`)).toMatch(
    /destination range must contain the source range/,
  );
  expect(await thrownBy(`${fill}(sheet.getRange('A1:B10'), DEFAULT_SERIES)`)).toMatch(/in only one direction\.$/);
});
