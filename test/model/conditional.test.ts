import { expect, test } from '@jest/globals';
import type { ConditionalFormat } from '../../local/contract.ts';
import { conditionalStyle } from '../../local/model/conditional.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';

const RED = { background: '#ff0000' };
const GREEN = { background: '#00ff00' };
const COLUMN = [{ row: 1, column: 0, rows: 999, columns: 1 }];

function shop(...conditionalFormats: ConditionalFormat[]) {
  const book = new Workbook(newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'UTC', owner: 'o@x.cn' }));
  book.clock = () => Date.UTC(2026, 10, 22);
  book.apply([
    {
      op: 'cells',
      sheet: 0,
      row: 0,
      column: 0,
      cells: [['类型'], ['VIP'], ['普通'], [null], [12], [46_348]].map(([v]) => [{ v: v ?? null }]),
    },
    { op: 'sheet', sheet: 0, patch: { conditionalFormats } },
  ]);
  return book;
}

const styles = (book: Workbook) => [0, 1, 2, 3, 4, 5].map((row) => conditionalStyle(book, 0, row, 0));

test('the first condition that holds decides, within its ranges only', () => {
  const book = shop(
    { ranges: COLUMN, criteria: 'TEXT_EQUAL_TO', args: ['VIP'], style: RED },
    { ranges: COLUMN, criteria: 'CELL_NOT_EMPTY', args: [], style: GREEN },
  );
  expect(styles(book)).toEqual([undefined, RED, GREEN, undefined, GREEN, GREEN]);
});

test.each<[string, ConditionalFormat['args'], number[]]>([
  ['TEXT_STARTS_WITH', ['普'], [2]],
  ['TEXT_ENDS_WITH', ['p'], [1]],
  ['TEXT_CONTAINS', ['I'], [1]],
  ['CELL_EMPTY', [], [3]],
  ['NUMBER_GREATER_THAN', [12], [5]],
  ['NUMBER_BETWEEN', [10, 20], [4]],
  ['DATE_EQUAL_TO_RELATIVE', ['TODAY'], [5]],
  ['CUSTOM_FORMULA', ['=AND(ISNUMBER($A2),$A2<20)'], [4]],
  ['CUSTOM_FORMULA', ['=ROW()=3'], [2]],
  ['GRADIENT', [], []],
])('%s %j marks rows %j', (criteria, args, rows) => {
  const marked = styles(shop({ ranges: COLUMN, criteria, args, style: RED })).flatMap((style, row) => (style ? [row] : []));
  expect(marked).toEqual(rows);
});

test('a custom formula is computed again when what it reads changes', () => {
  const book = shop({ ranges: COLUMN, criteria: 'CUSTOM_FORMULA', args: ['=$B2="x"'], style: RED });
  expect(conditionalStyle(book, 0, 1, 0)).toBeUndefined();
  book.apply([{ op: 'cells', sheet: 0, row: 1, column: 1, cells: [[{ v: 'x' }]] }]);
  expect(conditionalStyle(book, 0, 1, 0)).toBe(RED);
  book.apply([{ op: 'insertRows', sheet: 0, at: 1, count: 1 }]);
  expect(conditionalStyle(book, 0, 2, 0)).toEqual(RED);
});

test('a colour scale goes from the smallest number to the largest, and leaves texts alone', () => {
  const scale = (type: string, value?: string): ConditionalFormat => ({
    ranges: COLUMN,
    criteria: 'GRADIENT',
    args: [],
    style: {},
    gradient: [
      { point: 'min', type: 'MIN', color: '#000000' },
      { point: 'mid', type, ...(value && { value }), color: '#808080' },
      { point: 'max', type: 'MAX', color: '#ffffff' },
    ],
  });
  const colors = (format: ConditionalFormat, numbers: (number | string)[]) => {
    const book = shop(format);
    book.apply([{ op: 'cells', sheet: 0, row: 1, column: 0, cells: numbers.map((v) => [{ v }]) }]);
    return numbers.map((_, i) => conditionalStyle(book, 0, i + 1, 0)?.background);
  };
  expect(colors(scale('PERCENT', '50'), [0, 25, 50, 100, '文'])).toEqual(['#000000', '#404040', '#808080', '#ffffff', undefined]);
  expect(colors(scale('NUMBER', '10'), [0, 10, 40, 90, 5])[1]).toBe('#808080');
  expect(colors(scale('PERCENTILE', '50'), [1, 2, 3, 50, 1000])[2]).toBe('#808080');
});
