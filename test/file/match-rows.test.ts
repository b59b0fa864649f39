import { expect, test } from '@jest/globals';
import type { SheetState } from '../../local/contract.ts';
import { rowMarks } from '../../local/file/excel/sheet-remnant.ts';
import { lineOps } from '../../local/file/intake/line-ops.ts';
import { matchRows } from '../../local/file/intake/match-rows.ts';

const table = (...rows: string[]): SheetState['cells'] =>
  rows.map((row) => (row === '' ? [] : row.split(' ').map((v) => ({ v }))));
const before = table('编号 姓名', 'C1 甲', 'C2 乙', 'C3 丙', 'C4 丁');
const places = (...rows: string[]) => matchRows(rowMarks(before), rowMarks(table(...rows)));

test('rows are found again where others were put in, taken out or changed', () => {
  expect(places('编号 姓名', 'C1 甲', 'C2 乙', 'C3 丙', 'C4 丁')).toEqual([0, 1, 2, 3, 4]);
  expect(places('编号 姓名', 'C1 甲', '', 'C2 乙', 'C3 丙', 'C4 丁')).toEqual([0, 1, 3, 4, 5]);
  expect(places('编号 姓名', 'C1 甲', 'C4 丁')).toEqual([0, 1, -1, -1, 2]);
  expect(places('编号 姓名', 'C1 甲', 'C2 改', 'C3 丙', 'C4 丁', 'C5 戊')).toEqual([0, 1, 2, 3, 4]);
});

test('a row that was changed while others moved is known by its first cell', () => {
  expect(places('编号 姓名', '', 'C1 改', 'C2 也', 'C3 丙', 'C4 丁')).toEqual([0, 2, 3, 4, 5]);
  expect(places('编号 姓名', 'C2 改', 'C4 改')).toEqual([0, -1, 1, -1, 2]);
});

test('the last row that was changed while others were added below is still the last', () => {
  expect(places('编号 姓名', 'C1 甲', 'C2 乙', 'C3 丙', 'x 改', '', 'C6 新')).toEqual([0, 1, 2, 3, 4]);
});

test('the way from the old rows to the new ones as operations', () => {
  expect(lineOps(0, 'Rows', [0, -1, 1, 4])).toEqual([
    { op: 'deleteRows', sheet: 0, at: 1, count: 1 },
    { op: 'insertRows', sheet: 0, at: 2, count: 2 },
  ]);
  expect(lineOps(0, 'Rows', [0, 1, 2])).toEqual([]);
});
