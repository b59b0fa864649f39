import { expect, test } from '@jest/globals';
import type { Intent, User, Validation } from '../../local/contract.ts';
import { civilToSerial } from '../../local/model/dates.ts';
import { resolveIntent } from '../../local/model/intents.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';

const OWNER: User = { email: 'owner@shop.cn', locale: 'zh-CN' };
const CLERK: User = { email: 'clerk@shop.cn', locale: 'en' };
const NOON = Date.UTC(2026, 10, 22, 4);

function shop(locale = 'zh_CN') {
  return new Workbook(newWorkbook({ id: 'w', title: 't', locale, timeZone: 'Asia/Shanghai', owner: OWNER.email }));
}

function act(workbook: Workbook, intent: Intent, user = OWNER) {
  const resolved = resolveIntent(workbook, intent, user, () => NOON);
  return { ...resolved, inverse: workbook.apply(resolved.ops) };
}

const type = (row: number, column: number, text: string): Intent => ({ kind: 'type', sheet: 0, row, column, text });
const rect = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });
const column = (workbook: Workbook, index: number, rows: number) => workbook.values(0, rect(0, index, rows, 1)).flat();

test('a typed cell tells its new and old value as text', () => {
  const book = shop();
  expect(act(book, type(0, 0, '0571')).edit).toEqual({ sheet: 0, rect: rect(0, 0, 1, 1), value: '571' });
  expect(act(book, type(0, 0, '2026-11-22')).edit).toMatchObject({
    value: String(civilToSerial({ year: 2026, month: 11, day: 22 })),
    oldValue: '571',
  });
  expect(book.displayValue(0, 0, 0)).toBe('2026-11-22');
  expect(act(book, type(0, 0, 'true')).edit).toMatchObject({ value: 'TRUE' });
});

test('emptying a cell tells only the old value', () => {
  const book = shop();
  act(book, type(0, 0, '张三'));
  const { edit, change } = act(book, { kind: 'clear', sheet: 0, rects: [rect(0, 0, 1, 1)] });
  expect(edit).toEqual({ sheet: 0, rect: rect(0, 0, 1, 1), oldValue: '张三' });
  expect(change).toBe('EDIT');
  expect(book.lastRow(0)).toBe(0);
});

test('a paste is parsed as typed, keeps text cells as text, and tells no values', () => {
  const book = shop();
  book.apply([{ op: 'fill', sheet: 0, rects: [rect(0, 1, 1000, 1)], patch: { s: { numberFormat: '@' } } }]);
  const { edit } = act(book, {
    kind: 'paste',
    sheet: 0,
    row: 1,
    column: 0,
    cells: [
      ['0571', '0571'],
      [null, '=A1'],
    ],
  });
  expect(edit).toEqual({ sheet: 0, rect: rect(1, 0, 2, 2) });
  expect(book.values(0, rect(1, 0, 2, 2))).toEqual([
    [571, '0571'],
    [null, '=A1'],
  ]);
});

test('a paste with formats takes the text format and the dropdown away', () => {
  const book = shop();
  const list: Validation = { criteria: 'VALUE_IN_LIST', args: [['甲', '乙'], true], allowInvalid: false };
  book.apply([{ op: 'fill', sheet: 0, rects: [rect(0, 0, 2, 1)], patch: { s: { numberFormat: '@' }, d: list } }]);
  expect(act(book, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['0571']] }).result).toMatchObject({
    ok: false,
    reason: 'validation',
  });
  act(book, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['0571']], styles: [[{ bold: true }]], clearValidation: true });
  expect(book.value(0, 0, 0)).toBe(571);
  expect(book.styles(0, rect(0, 0, 2, 1))).toEqual([[{ bold: true }], [{ numberFormat: '@' }]]);
  expect(book.validationsOf(0, rect(0, 0, 2, 1))).toEqual([[null], [list]]);
});

test('a paste below the grid makes rows that look like the last one', () => {
  const book = shop();
  book.apply([{ op: 'fill', sheet: 0, rects: [rect(0, 0, 1000, 1)], patch: { s: { numberFormat: '@' } } }]);
  act(book, { kind: 'paste', sheet: 0, row: 999, column: 0, cells: [['01'], ['02'], ['03']] });
  expect(book.sheet(0).rowCount).toBe(1002);
  expect(book.values(0, rect(999, 0, 3, 1)).flat()).toEqual(['01', '02', '03']);
});

test('typing outside the grid, too long a text and too many cells are refused', () => {
  const book = shop();
  expect(act(book, type(1000, 0, 'x')).result).toMatchObject({ reason: 'bounds' });
  expect(act(book, type(0, 0, 'x'.repeat(50_001))).result).toMatchObject({ reason: 'bounds' });
  expect(act(book, { kind: 'insertRows', sheet: 0, at: 5, count: 400_000 }).result).toMatchObject({ reason: 'bounds' });
});

test('a rejecting dropdown refuses a foreign value in the person’s language; a tolerant one takes it', () => {
  const book = shop();
  const list: Validation = { criteria: 'VALUE_IN_LIST', args: [['甲', '乙'], true], allowInvalid: false };
  book.apply([{ op: 'cells', sheet: 0, row: 1, column: 1, cells: [[{ d: list }, { d: { ...list, allowInvalid: true } }]] }]);
  expect(act(book, type(1, 1, '丙')).result).toMatchObject({ ok: false, message: expect.stringContaining('B2') });
  expect(act(book, type(1, 1, '丙'), CLERK).result).toMatchObject({
    message: expect.stringContaining('violates the data validation rules'),
  });
  expect(act(book, type(1, 1, '甲')).result.ok).toBe(true);
  expect(act(book, type(1, 2, '丙')).result.ok).toBe(true);
});

test('protection stops others than the owner and the named editors; a warning stops nobody', () => {
  const book = shop();
  const protect = (warningOnly: boolean, editors?: string[]) =>
    book.apply([{ op: 'sheet', sheet: 0, patch: { protections: [{ id: 'p', rect: rect(0, 0, 1, 26), warningOnly, editors }] } }]);
  protect(false, []);
  expect(act(book, type(0, 0, 'x'), CLERK).result).toMatchObject({ ok: false, reason: 'protected' });
  expect(act(book, type(1, 0, 'x'), CLERK).result.ok).toBe(true);
  expect(act(book, type(0, 0, 'x'), OWNER).result.ok).toBe(true);
  protect(false, ['CLERK@shop.cn']);
  expect(act(book, type(0, 0, 'y'), CLERK).result.ok).toBe(true);
  protect(true, []);
  expect(act(book, type(0, 0, 'z'), CLERK).result.ok).toBe(true);
});

test('a copy shifts formulas and brings formats, notes and dropdowns', () => {
  const book = shop();
  act(book, type(0, 1, '=A1+$A$1'));
  act(book, { kind: 'note', sheet: 0, row: 0, column: 1, note: '注' });
  act(book, { kind: 'format', sheet: 0, rects: [rect(0, 1, 1, 1)], style: { bold: true } });
  act(book, { kind: 'copy', sheet: 0, from: rect(0, 1, 1, 1), toSheet: 0, to: rect(1, 1, 2, 1) });
  expect(book.formulas(0, rect(0, 1, 3, 1)).flat()).toEqual(['=A1+$A$1', '=A2+$A$1', '=A3+$A$1']);
  expect(book.notes(0, rect(2, 1, 1, 1))).toEqual([['注']]);
  expect(book.styles(0, rect(2, 1, 1, 1))).toEqual([[{ bold: true }]]);
});

test('a cut takes everything along, and formulas elsewhere follow', () => {
  const book = shop();
  act(book, { kind: 'addSheet', name: '汇总' });
  act(book, type(0, 0, '5'));
  act(book, type(0, 1, '=A1+C9'));
  act(book, { kind: 'type', sheet: 1, row: 0, column: 0, text: '=工作表1!A1' });
  act(book, { kind: 'copy', sheet: 0, from: rect(0, 0, 1, 2), toSheet: 1, to: rect(4, 3, 1, 2), cut: true });
  expect(book.formulas(1, rect(4, 4, 1, 1))).toEqual([['=D5+工作表1!C9']]);
  expect(book.formulas(1, rect(0, 0, 1, 1))).toEqual([['=D5']]);
  expect(book.value(1, 0, 0)).toBe(5);
  expect(book.lastRow(0)).toBe(0);
});

test.each([
  [['1'], ['1', '1']],
  [
    ['1', '3'],
    ['5', '7'],
  ],
  [['2026-01-31'], ['2026-02-01', '2026-02-02']],
  [
    ['2026-01-31', '2026-02-28'],
    ['2026-03-28', '2026-04-25'],
  ],
  [
    ['2026-01-15', '2026-02-15'],
    ['2026-03-15', '2026-04-15'],
  ],
  [['C000009'], ['C000010', 'C000011']],
  [
    ['甲', '乙'],
    ['甲', '乙'],
  ],
  [['=A1*2'], ['', '']],
])('dragging %j down gives %j', (from, expected) => {
  const book = shop();
  act(book, { kind: 'paste', sheet: 0, row: 0, column: 1, cells: from.map((text) => [text]) });
  act(book, { kind: 'fillDown', sheet: 0, from: rect(0, 1, from.length, 1), to: rect(0, 1, from.length + 2, 1) });
  const filled = rect(from.length, 1, 2, 1);
  if (from[0]!.startsWith('=')) expect(book.formulas(0, filled).flat()).toEqual(['=A2*2', '=A3*2']);
  else expect(book.displayValues(0, filled).flat()).toEqual(expected);
});

test('sorting puts numbers before texts before booleans and blanks last, both ways', () => {
  const book = shop();
  act(book, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['b'], [''], ['TRUE'], ['2'], ['a'], ['1']] });
  const by = (ascending: boolean) =>
    act(book, { kind: 'sort', sheet: 0, rect: rect(0, 0, 6, 1), keys: [{ column: 0, ascending }] });
  expect(by(true).edit).toEqual({ sheet: 0, rect: rect(0, 0, 6, 1) });
  expect(column(book, 0, 6)).toEqual([1, 2, 'a', 'b', true, null]);
  by(false);
  expect(column(book, 0, 6)).toEqual([true, 'b', 'a', 2, 1, null]);
});

test('inserted rows inherit formats and everything below moves', () => {
  const book = shop();
  act(book, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['头'], ['1'], ['=A2*2']] });
  book.apply([
    { op: 'sheet', sheet: 0, patch: { frozenRows: 1, protections: [{ id: 'p', rect: rect(0, 0, 1, 26), warningOnly: true }] } },
    { op: 'fill', sheet: 0, rects: [rect(1, 0, 2, 1)], patch: { s: { bold: true } } },
    { op: 'metadata', add: [{ id: 7, key: 'row', visibility: 'PROJECT', at: { kind: 'row', sheet: 0, index: 1 } }] },
  ]);
  const { change, inverse } = act(book, { kind: 'insertRows', sheet: 0, at: 1, count: 2 });
  expect(change).toBe('INSERT_ROW');
  expect(book.formulas(0, rect(4, 0, 1, 1))).toEqual([['=A4*2']]);
  expect(book.styles(0, rect(1, 0, 1, 1))).toEqual([[{ bold: true }]]);
  expect(book.state.metadata[0]!.at).toMatchObject({ index: 3 });
  book.apply(inverse);
  expect(book.formulas(0, rect(2, 0, 1, 1))).toEqual([['=A2*2']]);
  expect(book.state.metadata[0]!.at).toMatchObject({ index: 1 });
});

test('deleting a row takes its metadata and breaks what referred to it, and undo brings both back', () => {
  const book = shop();
  act(book, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['1'], ['2'], ['=A2']] });
  book.apply([{ op: 'metadata', add: [{ id: 7, key: 'row', visibility: 'PROJECT', at: { kind: 'row', sheet: 0, index: 1 } }] }]);
  const { inverse } = act(book, { kind: 'deleteRows', sheet: 0, at: 1, count: 1 });
  expect(book.formulas(0, rect(1, 0, 1, 1))).toEqual([['=#REF!']]);
  expect(book.state.metadata).toEqual([]);
  book.apply(inverse);
  expect(book.formulas(0, rect(2, 0, 1, 1))).toEqual([['=A2']]);
  expect(book.state.metadata).toHaveLength(1);
  expect(column(book, 0, 2)).toEqual([1, 2]);
});

test('not all rows can be deleted, nor the last visible tab, nor may two tabs share a name', () => {
  const book = shop();
  expect(act(book, { kind: 'deleteRows', sheet: 0, at: 0, count: 1000 }).result).toMatchObject({ reason: 'bounds' });
  expect(act(book, { kind: 'deleteSheet', sheet: 0 }).result.ok).toBe(false);
  expect(act(book, { kind: 'hideSheet', sheet: 0, hidden: true }).result.ok).toBe(false);
  expect(act(book, { kind: 'addSheet' }).change).toBe('INSERT_GRID');
  expect(book.state.sheets.map((sheet) => sheet.name)).toEqual(['工作表1', '工作表2']);
  expect(act(book, { kind: 'renameSheet', sheet: 1, name: '工作表1' }).result).toMatchObject({ reason: 'name' });
});

test('formulas and dropdowns follow a renamed tab', () => {
  const book = shop();
  act(book, { kind: 'addSheet', name: '选项' });
  act(book, type(0, 0, '=选项!A1'));
  book.apply([
    {
      op: 'cells',
      sheet: 0,
      row: 0,
      column: 1,
      cells: [[{ d: { criteria: 'VALUE_IN_RANGE', args: ['选项!A2:A', true], allowInvalid: true } }]],
    },
  ]);
  act(book, { kind: 'renameSheet', sheet: 1, name: '我的 选项' });
  expect(book.formulas(0, rect(0, 0, 1, 1))).toEqual([["='我的 选项'!A1"]]);
  expect(book.validationsOf(0, rect(0, 1, 1, 1))[0]![0]!.args[0]).toBe("'我的 选项'!A2:A");
});

test('a filter hides rows by what they show', () => {
  const book = shop();
  act(book, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['类型'], ['普通'], ['VIP'], [''], ['VIP']] });
  act(book, { kind: 'filter', sheet: 0, filter: { rect: rect(0, 0, 5, 1), criteria: { 0: { hiddenValues: ['VIP'] } } } });
  expect(book.sheet(0).filteredRows).toEqual([2, 4]);
  act(book, { kind: 'filter', sheet: 0, filter: null });
  expect(book.sheet(0)).not.toHaveProperty('filter');
});

test('find and replace reads the result as typed and leaves formulas alone', () => {
  const book = shop();
  act(book, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['a1'], ['="a"'], ['A2']] });
  expect(act(book, { kind: 'replace', sheet: 0, find: 'a', by: '' }).edit).toEqual({ sheet: 0, rect: rect(0, 0, 3, 1) });
  expect(book.value(0, 0, 0)).toBe(1);
  expect(book.value(0, 2, 0)).toBe(2);
  expect(act(book, { kind: 'replace', sheet: 0, find: '没有', by: '' }).result).toMatchObject({ reason: 'nothing' });
});

test('rows and columns are frozen and freed again, and never all of them', () => {
  const book = shop();
  const frozen = () => [book.state.sheets[0]!.frozenRows, book.state.sheets[0]!.frozenColumns];
  const { inverse } = act(book, { kind: 'freeze', sheet: 0, rows: 2, columns: 1 });
  expect(frozen()).toEqual([2, 1]);
  book.apply(inverse);
  expect(frozen()).toEqual([0, 0]);
  act(book, { kind: 'freeze', sheet: 0, rows: 5000, columns: 5000 });
  expect(frozen()).toEqual([999, 25]);
});
