import { expect, test } from '@jest/globals';
import { script } from '../run/script-host.ts';

/** Depth, lines and fold of every group of the rows, and what is hidden. */
const SHOW = `
  const depths = () => [1, 2, 3, 4, 5, 6, 7].map((row) => sheet.getRowGroupDepth(row)).join('');
  const hidden = () => [1, 2, 3, 4, 5, 6, 7].filter((row) => sheet.isRowHiddenByUser(row)).join('');
  const group = (row, depth) => { const found = sheet.getRowGroup(row, depth); return found && [found.getRange().getA1Notation(), found.getDepth(), found.isCollapsed()]; };`;

test('rows that are shifted deeper make groups, one inside another', async () => {
  expect(
    await script(`${SHOW}
      sheet.getRange('A2:A6').shiftRowGroupDepth(1);
      sheet.getRange('B3:C4').shiftRowGroupDepth(1);
      return [depths(), group(2, 1), group(3, 1), group(3, 2), group(2, 2), group(7, 1), String(sheet.getRowGroup(2, 1))];`),
  ).toEqual(['0122110', ['2:6', 1, false], ['2:6', 1, false], ['3:4', 2, false], null, null, 'Group']);
});

test('groups that overlap become a long one with their common lines deeper', async () => {
  expect(
    await script(`${SHOW}
      sheet.getRange('2:4').shiftRowGroupDepth(1).getSheet().getRange('3:5').shiftRowGroupDepth(1);
      return [depths(), group(2, 1)[0], group(3, 2)[0]];`),
  ).toEqual(['0122100', '2:5', '3:4']);
});

test('a depth never falls below none nor above eight', async () => {
  expect(
    await script(`${SHOW}
      sheet.getRange('2:3').shiftRowGroupDepth(20);
      const deep = sheet.getRowGroupDepth(2);
      sheet.getRange('1:5').shiftRowGroupDepth(-3);
      const less = depths();
      sheet.getRange('A1:Z100').shiftRowGroupDepth(-10).shiftColumnGroupDepth(-10);
      return [deep, less, depths()];`),
  ).toEqual([8, '0550000', '0000000']);
});

test('folding a range folds the outermost groups in it, and hides their rows', async () => {
  expect(
    await script(`${SHOW}
      sheet.getRange('2:5').shiftRowGroupDepth(1);
      sheet.getRange('3:4').shiftRowGroupDepth(1);
      sheet.getRange('A1:A10').collapseGroups();
      const folded = [group(2, 1)[2], group(3, 2)[2], hidden()];
      sheet.getRange('A3:A4').expandGroups();
      return [folded, group(2, 1)[2], group(3, 2)[2], hidden()];`),
  ).toEqual([[true, false, '2345'], false, false, '']);
});

test('a range inside a group folds the deepest that is open', async () => {
  expect(
    await script(`${SHOW}
      sheet.getRange('2:6').shiftRowGroupDepth(1);
      sheet.getRange('3:5').shiftRowGroupDepth(1);
      sheet.getRange('A4').collapseGroups();
      const inner = hidden();
      sheet.getRange('A4').collapseGroups();
      const outer = hidden();
      sheet.getRowGroup(2, 1).expand();
      return [inner, outer, hidden()];`),
  ).toEqual(['345', '23456', '345']);
});

test('a group is folded, unfolded and removed by itself', async () => {
  expect(
    await script(`${SHOW}
      sheet.getRange('2:3').shiftRowGroupDepth(1);
      const one = sheet.getRowGroup(2, 1).collapse();
      const seen = [hidden(), one.isCollapsed(), one.getControlIndex()];
      sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
      seen.push(one.getControlIndex(), String(sheet.getRowGroupControlPosition()), String(sheet.getColumnGroupControlPosition()));
      one.remove();
      return [...seen, hidden(), depths()];`),
  ).toEqual(['23', true, 4, 1, 'BEFORE', 'AFTER', '', '0000000']);
});

test('all groups fold and unfold at once, or down to a depth', async () => {
  expect(
    await script(`${SHOW}
      sheet.getRange('2:6').shiftRowGroupDepth(1);
      sheet.getRange('3:4').shiftRowGroupDepth(1);
      const seen = [];
      const look = () => seen.push([group(2, 1)[2], group(3, 2)[2], hidden()]);
      sheet.collapseAllRowGroups(); look();
      sheet.expandRowGroupsUpToDepth(1); look();
      sheet.expandAllRowGroups(); look();
      return seen;`),
  ).toEqual([
    [true, true, '23456'],
    [false, true, '34'],
    [false, false, ''],
  ]);
});

test('columns have groups of their own, which follow inserted columns', async () => {
  expect(
    await script(`
      sheet.getRange('C1:E1').shiftColumnGroupDepth(2);
      const before = [1, 2].map((depth) => sheet.getColumnGroup(3, depth).getRange().getA1Notation());
      sheet.insertColumnsBefore(1, 1).insertColumnsAfter(4, 2);
      return [before, sheet.getColumnGroup(4, 2).getRange().getA1Notation(), sheet.getColumnGroupDepth(3), sheet.getColumnGroupDepth(8)];`),
  ).toEqual([['C:E', 'C:E'], 'D:H', 0, 2]);
});
