import { expect, test } from '@jest/globals';
import { script } from '../run/script-host.ts';

const jumps = (cells: string[], from: [string, string][]) =>
  script(`
    for (const cell of ${JSON.stringify(cells)}) sheet.getRange(cell).setValue('x');
    return ${JSON.stringify(from)}.map(([cell, direction]) => sheet.getRange(cell).getNextDataCell(SpreadsheetApp.Direction[direction]).getA1Notation());`);

test('the next cell with data is the end of a block, the next block or the edge', async () => {
  expect(
    await jumps(
      ['B2', 'B3', 'B4', 'B9', 'E2'],
      [
        ['B2', 'DOWN'],
        ['B4', 'DOWN'],
        ['B9', 'DOWN'],
        ['B6', 'UP'],
        ['B9', 'UP'],
        ['B2', 'UP'],
        ['B1', 'UP'],
        ['A2', 'NEXT'],
        ['B2', 'NEXT'],
        ['E2', 'NEXT'],
        ['Z2', 'NEXT'],
        ['D2', 'PREVIOUS'],
      ],
    ),
  ).toEqual(['B4', 'B9', 'B1000', 'B4', 'B4', 'B1', 'B1', 'B2', 'E2', 'Z2', 'Z2', 'B2']);
});

test('a block of data grows over its sides, not around its corners, and by one dimension where told', async () => {
  expect(
    await script(`
      sheet.getRange('B2:D4').setValues([[1, 2, 3], [4, '', 6], [7, 8, 9]]);
      const { ROWS, COLUMNS } = SpreadsheetApp.Dimension;
      return [['C3'], ['A1'], ['B1'], ['E3'], ['B3', ROWS], ['B3', COLUMNS], ['B4', COLUMNS]].map(([cell, ...by]) => sheet.getRange(cell).getDataRegion(...by).getA1Notation());`),
  ).toEqual(['B2:D4', 'A1', 'B1:D4', 'B2:E4', 'B2:B4', 'B3', 'B4:D4']);
});
