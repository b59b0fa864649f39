import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

const SHOW = `const a1 = (range) => range.getA1Notation();
  const now = () => [ss.getActiveRangeList().getRanges().map(a1), a1(ss.getActiveRange()), a1(ss.getCurrentCell())];`;

test('of several selected ranges the last is the active one', async () => {
  expect(
    await script(`${SHOW}
      const list = sheet.getRangeList(['A1:B2', 'D4:E6']);
      const same = String(sheet.setActiveRangeList(list));
      const several = now();
      sheet.getRange('C3').activate();
      return [same, several, now(), a1(list.activate().getRanges()[0]), now()[1]];`),
  ).toEqual(['RangeList', [['A1:B2', 'D4:E6'], 'D4:E6', 'D4'], [['C3'], 'C3', 'C3'], 'A1:B2', 'D4:E6']);
});

test('the focus moves within what is selected, anywhere else it is the selection', async () => {
  expect(
    await script(`${SHOW}
      sheet.setActiveRangeList(sheet.getRangeList(['A1:B2', 'D4:E6']));
      sheet.setCurrentCell(sheet.getRange('B2'));
      const inside = now();
      sheet.getRange('H9').activateAsCurrentCell();
      return [inside, now()];`),
  ).toEqual([
    [['A1:B2', 'D4:E6'], 'A1:B2', 'B2'],
    [['H9'], 'H9', 'H9'],
  ]);
  expect(await thrownBy(`sheet.setCurrentCell(sheet.getRange('A1:B2'));`)).toBe('Exception: The range must be a single cell.');
});

test('the selection reaches to the next cell with data', async () => {
  expect(
    await script(`${SHOW}
      sheet.getRange('B2:B5').setValues([[1], [2], [3], [4]]);
      const reach = (from, focus, direction) => { sheet.getRange(from).activate(); sheet.getRange(focus).activateAsCurrentCell(); return a1(sheet.getSelection().getNextDataRange(SpreadsheetApp.Direction[direction])); };
      return [reach('B2', 'B2', 'DOWN'), reach('B2:C3', 'B2', 'DOWN'), reach('B5', 'B5', 'UP'), reach('A2', 'A2', 'NEXT')];`),
  ).toEqual(['B2:B5', 'B2:C5', 'B2:B5', 'A2:B2']);
});
