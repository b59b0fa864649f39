import { expect, test } from '@jest/globals';
import { conditionalStyle } from '../../local/model/conditional.ts';
import { resolveIntent } from '../../local/model/intents.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { UndoHistory } from '../../local/model/undo.ts';
import { Workbook } from '../../local/model/workbook.ts';

const ROWS = 50_000;
const OWNER = { email: 'o@x.cn', locale: 'zh-CN' };
const WHOLE = { row: 0, column: 0, rows: ROWS + 1, columns: 12 };

const state = newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: OWNER.email });
state.sheets[0]!.rowCount = ROWS + 1;
const book = new Workbook(state);
const history = new UndoHistory();
const customers = Array.from({ length: ROWS }, (_, i) => {
  const phone = String(13_800_000_000 + i);
  return [
    `C${i}`,
    `客户${i}`,
    phone,
    '2026-11-22',
    'a@b.cn',
    `文三路 ${i} 号`,
    i % 9 ? '普通' : 'VIP',
    '',
    '备注',
    '12.5',
    '1,234',
    'TRUE',
  ];
});
const paste = resolveIntent(book, { kind: 'paste', sheet: 0, row: 1, column: 0, cells: customers }, OWNER, () => 0);
history.applied('other@x.cn', paste.ops, book.apply(paste.ops));

test('a tab of 50,000 rows is read whole, and a typed cell changes nothing else', () => {
  const before = book.values(0, WHOLE);
  expect([before.length, before[ROWS]![0], before[1]![2]]).toEqual([ROWS + 1, `C${ROWS - 1}`, 13_800_000_000]);
  const typed = resolveIntent(book, { kind: 'type', sheet: 0, row: 100, column: 1, text: '改名' }, OWNER, () => 0);
  history.applied(OWNER.email, typed.ops, book.apply(typed.ops));
  const after = book.values(0, WHOLE);
  const changed = after.flatMap((row, i) => row.flatMap((value, k) => (value === before[i]![k] ? [] : [[i, k, value]])));
  expect(changed).toEqual([[100, 1, '改名']]);
  expect(book.lastRow(0)).toBe(ROWS + 1);
});

test('a row inserted and taken away again leaves the tab as it was', () => {
  const before = JSON.stringify(state.sheets[0]);
  const inverse = book.apply([{ op: 'insertRows', sheet: 0, at: 5, count: 1, formatFrom: 4 }]);
  expect(book.value(0, 6, 0)).toBe('C4');
  book.apply(inverse);
  expect(JSON.stringify(state.sheets[0]) === before).toBe(true);
});

test('sorting 50,000 rows moves whole rows and loses none', () => {
  const rect = { ...WHOLE, row: 1, rows: ROWS };
  const sorted = resolveIntent(book, { kind: 'sort', sheet: 0, rect, keys: [{ column: 2, ascending: false }] }, OWNER, () => 0);
  const inverse = book.apply(sorted.ops);
  expect([book.value(0, 1, 0), book.value(0, ROWS, 0)]).toEqual([`C${ROWS - 1}`, 'C0']);
  expect(new Set(book.values(0, { ...rect, columns: 1 }).flat()).size).toBe(ROWS);
  book.apply(inverse);
  expect(book.value(0, 1, 0)).toBe('C0');
});

test('a formula over a column follows the column', () => {
  book.apply([{ op: 'cells', sheet: 0, row: 0, column: 14, cells: [[{ f: '=COUNTIF(G2:G,"VIP")' }]] }]);
  expect(book.value(0, 0, 14)).toBe(Math.ceil(ROWS / 9));
  book.apply([{ op: 'cells', sheet: 0, row: 7, column: 1, cells: [[{ v: 'elsewhere' }]] }]);
  expect(book.value(0, 0, 14)).toBe(Math.ceil(ROWS / 9));
  book.apply([{ op: 'cells', sheet: 0, row: 2, column: 6, cells: [[{ v: 'VIP' }]] }]);
  expect(book.value(0, 0, 14)).toBe(Math.ceil(ROWS / 9) + 1);
});

test('conditional formats are found cell by cell', () => {
  const ranges = [{ row: 1, column: 0, rows: ROWS, columns: 12 }];
  const conditionalFormats = [
    {
      ranges: [{ row: 1, column: 6, rows: ROWS, columns: 1 }],
      criteria: 'TEXT_EQUAL_TO',
      args: ['VIP'],
      style: { background: '#ffe599' },
    },
    { ranges, criteria: 'CUSTOM_FORMULA', args: ['=$G2="VIP"'], style: { bold: true as const } },
  ];
  book.apply([{ op: 'sheet', sheet: 0, patch: { conditionalFormats } }]);
  expect(conditionalStyle(book, 0, 10, 0)).toEqual({ bold: true });
  expect(conditionalStyle(book, 0, 10, 6)).toEqual({ background: '#ffe599' });
  expect(conditionalStyle(book, 0, 11, 0)).toBeUndefined();
});
