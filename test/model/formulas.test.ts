import { expect, test } from '@jest/globals';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';

function shop() {
  const state = newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o@x.cn' });
  const book = new Workbook(state);
  book.clock = () => Date.UTC(2026, 10, 21, 18);
  return book;
}

function put(book: Workbook, row: number, column: number, content: string | number | boolean | null) {
  const formula = typeof content === 'string' && content.startsWith('=');
  return book.apply([{ op: 'cells', sheet: 0, row, column, cells: [[formula ? { f: content } : { v: content }]] }]);
}

function result(formula: string, cells: (string | number | boolean | null)[][] = []) {
  const book = shop();
  book.apply([{ op: 'cells', sheet: 0, row: 0, column: 0, cells: cells.map((line) => line.map((v) => ({ v }))) }]);
  put(book, 10, 10, formula);
  return book.value(0, 10, 10);
}

test.each([
  ['=1/3', 1 / 3],
  ['=0.1+0.2', 0.1 + 0.2],
  ['=SUM(A1:A)', 6],
  ['=SUM(A:A)', 6],
  ['=SUM(A2:A)', 5],
  ['=COUNTIF(工作表1!B1:B,"甲")', 2],
  ['=A1&B1', '1甲'],
  ['=A9', ''],
  ['=IFERROR(1/0)', ''],
  ['=IFERROR(A9/0,"a,(b")', 'a,(b'],
  ['=IFNA(NA())&"x"', 'x'],
  ['=hyperlink("https://shop.example/?a=(1,2)","甲")', '甲'],
  ['=HYPERLINK("https://shop.example")', 'https://shop.example'],
  ['=JOIN("-",A1:A3)&LEN(IFERROR(1/0))', '1-2-30'],
  ['="IFERROR(1/0)"&B1', 'IFERROR(1/0)甲'],
  ['=IFERROR(1/0', { error: '#ERROR!' }],
  ['=1/0', { error: '#DIV/0!' }],
  ['=K11', { error: '#REF!' }],
  ['=没有!A1', { error: '#REF!' }],
  ['=+86 138-0013-8000', { error: '#ERROR!' }],
  ['=TODAY()', 46348],
  ['=TEXT(TODAY(),"yyyy-mm-dd")', '2026-11-22'],
  ['=IF(A1=1,TRUE)', true],
  ['=ROW()', 11],
  ['=INDIRECT("A3")', 3],
  ['=ARRAYFORMULA(SUM(A1:A3*2))', 12],
  ['=SUMPRODUCT((B1:B3="甲")*A1:A3)', 4],
  ['=IFERROR(VLOOKUP("丙",B:B,1,FALSE),"无")', '无'],
  ['=XLOOKUP(2,A:A,B:B)', '乙'],
  ['=LET(x,A3,x*2)', 6],
  ['="a b"', 'a b'],
])('%s', (formula, expected) => {
  expect(
    result(formula, [
      [1, '甲'],
      [2, '乙'],
      [3, '甲'],
    ]),
  ).toEqual(expected);
});

test('text that looks like a number stays text for formulas', () => {
  expect(result('=A1&""', [['0571']])).toBe('0571');
  expect(result('=SUM(A1:A2)', [['5'], [2]])).toBe(2);
});

test('a formula follows what it depends on, through other formulas and tabs', () => {
  const book = shop();
  book.apply([{ op: 'addSheet', sheet: newSheet(1, '汇 总'), position: 1 }]);
  put(book, 0, 0, 1);
  put(book, 0, 1, '=A1*10');
  book.apply([{ op: 'cells', sheet: 1, row: 0, column: 0, cells: [[{ f: '=工作表1!B1+SUM(工作表1!A1:A)' }]] }]);
  expect(book.value(1, 0, 0)).toBe(11);
  put(book, 0, 0, 2);
  put(book, 5, 0, 100);
  expect(book.value(1, 0, 0)).toBe(122);
  book.apply([{ op: 'sheet', sheet: 0, patch: { name: '客户' } }]);
  expect(book.formulas(1, { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([['=客户!B1+SUM(客户!A1:A)']]);
  book.apply([{ op: 'deleteRows', sheet: 0, at: 5, count: 1 }]);
  expect(book.value(1, 0, 0)).toBe(22);
});

test('what an unknown function last gave stays, and others see it', () => {
  const state = newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'UTC', owner: 'o@x.cn' });
  state.sheets[0]!.cells = [[{ v: 42, f: '=QUERY(B:B,"select 1")' }, { f: '=A1+1' }]];
  const book = new Workbook(state);
  expect(book.value(0, 0, 1)).toBe(43);
  put(book, 3, 1, 'x');
  expect(book.values(0, { row: 0, column: 0, rows: 1, columns: 2 })).toEqual([[42, 43]]);
  put(book, 4, 4, '=NOPE(1)');
  expect(book.value(0, 4, 4)).toEqual({ error: '#NAME?' });
});

test('a named range is understood', () => {
  const book = shop();
  book.apply([
    { op: 'workbook', patch: { namedRanges: [{ name: '单价', sheet: 0, rect: { row: 0, column: 0, rows: 3, columns: 1 } }] } },
  ]);
  put(book, 1, 0, 7);
  put(book, 0, 1, '=SUM(单价)');
  expect(book.value(0, 0, 1)).toBe(7);
  put(book, 2, 0, 3);
  expect(book.value(0, 0, 1)).toBe(10);
});

test('the workbook says which formulas show something new', () => {
  const book = shop();
  put(book, 0, 0, 1);
  put(book, 0, 1, '=A1+1');
  expect(book.recalculated()).toEqual([{ op: 'cells', sheet: 0, row: 0, column: 1, cells: [[{ v: 2, f: '=A1+1' }]] }]);
  put(book, 5, 5, 1);
  expect(book.recalculated()).toEqual([]);
});

test('what changed is still told after rows have moved', () => {
  const book = shop();
  put(book, 0, 0, 1);
  put(book, 5, 1, '=A1+1');
  book.value(0, 5, 1);
  book.apply([{ op: 'insertRows', sheet: 0, at: 3, count: 1 }]);
  expect(book.recalculated()).toMatchObject([{ row: 6, column: 1, cells: [[{ v: 2 }]] }]);
});

test('taking a formula back brings its value back', () => {
  const book = shop();
  put(book, 0, 0, 5);
  put(book, 0, 1, '=A1*2');
  const inverse = put(book, 0, 1, 'x');
  book.apply(inverse);
  expect(book.value(0, 0, 1)).toBe(10);
});

test('two workbooks over one state are one', () => {
  const book = shop();
  const other = new Workbook(book.state);
  put(book, 0, 0, 5);
  put(book, 0, 1, '=A1*2');
  expect(other.value(0, 0, 1)).toBe(10);
  put(other, 0, 0, 6);
  expect(book.value(0, 0, 1)).toBe(12);
  expect(book.lastColumn(0)).toBe(2);
});
