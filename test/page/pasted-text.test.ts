import { expect, test } from '@jest/globals';
import { tableOfText } from '../../local/page/grid/pasted-text.ts';

test('lines and tabs become rows and columns', () => {
  expect(tableOfText('a\tb\r\nc\td\r\n')).toEqual({
    rows: 2,
    columns: 2,
    cells: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  });
});

test('a cell in quotes keeps its line ends, tabs and quotes', () => {
  expect(tableOfText('x\t"第一行\n第二\t行 ""引""号"\ny\tz').cells).toEqual([
    ['x', '第一行\n第二\t行 "引"号'],
    ['y', 'z'],
  ]);
});

test('a quote inside a cell is a quote', () => {
  expect(tableOfText('5" 屏\t"未完').cells).toEqual([['5" 屏', '"未完']]);
});

test('short lines are filled up, an empty line is a row', () => {
  expect(tableOfText('a\tb\n\nc').cells).toEqual([
    ['a', 'b'],
    ['', ''],
    ['c', ''],
  ]);
});

test('zeros, signs and spaces come as they are', () => {
  expect(tableOfText('0571\t+86 138\t 1e5').cells).toEqual([['0571', '+86 138', ' 1e5']]);
});
