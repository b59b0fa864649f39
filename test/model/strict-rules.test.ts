/** Rules in which a sheet is stricter, or kinder, than one expects. */
import { expect, test } from '@jest/globals';
import type { Intent, Op, User } from '../../local/contract.ts';
import { resolveIntent } from '../../local/model/intents.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { UndoHistory } from '../../local/model/undo.ts';
import { Workbook } from '../../local/model/workbook.ts';

const OWNER: User = { email: 'mei@shop.cn', locale: 'zh-CN' };
const CLERK: User = { email: 'li@shop.cn', locale: 'en' };

function shop(...ops: Op[]) {
  const book = new Workbook(newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: OWNER.email }));
  const history = new UndoHistory();
  book.apply(ops);
  const act = (user: User, intent: Intent) => {
    const resolved = resolveIntent(book, intent, user, () => 0, history);
    if (!resolved.result.ok) return resolved;
    const as = intent.kind === 'undo' || intent.kind === 'redo' ? intent.kind : 'do';
    history.applied(user.email, resolved.ops, book.apply(resolved.ops), { as });
    return resolved;
  };
  const column = (rows: number, at = 0) => book.values(0, { row: 0, column: at, rows, columns: 1 }).flat();
  return { book, act, column };
}

const fill = (row: number, rows: number, patch: Extract<Op, { op: 'fill' }>['patch']): Op => ({
  op: 'fill',
  sheet: 0,
  rects: [{ row, column: 0, rows, columns: 1 }],
  patch,
});
const checkbox = (...args: string[]) => ({ criteria: 'CHECKBOX', args, allowInvalid: true });
const typed = (row: number, text: string): Intent => ({ kind: 'type', sheet: 0, row, column: 0, text });
const all = { row: 0, column: 0, rows: 6, columns: 1 };

test('the Delete key unticks checkboxes, empties what is none, and leaves an untouched checkbox empty', () => {
  const { act, column } = shop(
    fill(0, 3, { d: checkbox(), v: true }),
    fill(2, 1, { v: false }),
    fill(3, 1, { d: checkbox('是', '否'), v: '是' }),
    fill(4, 1, { d: checkbox() }),
    fill(5, 1, { v: 'x' }),
  );
  const cleared = act(OWNER, { kind: 'clear', sheet: 0, rects: [all] });
  expect(column(6)).toEqual([false, false, false, '否', null, null]);
  expect(cleared.edit).toEqual({ sheet: 0, rect: all });
  act(OWNER, { kind: 'undo' });
  expect(column(6)).toEqual([true, true, false, '是', null, 'x']);
  expect(act(OWNER, { kind: 'clear', sheet: 0, rects: [{ ...all, rows: 1 }] }).edit).toMatchObject({
    value: 'FALSE',
    oldValue: 'TRUE',
  });
});

test('undo does not reach into a range that was protected meanwhile, and does once it is free again', () => {
  const { book, act, column } = shop();
  act(CLERK, typed(1, 'a'));
  act(CLERK, { kind: 'deleteRows', sheet: 0, at: 3, count: 1 });
  const protection = { id: 'p', rect: { row: 0, column: 0, rows: 4, columns: 3 }, warningOnly: false, editors: [OWNER.email] };
  book.apply([{ op: 'sheet', sheet: 0, patch: { protections: [protection] } }]);
  act(CLERK, { kind: 'undo' });
  const refused = act(CLERK, { kind: 'undo' });
  expect(refused.result).toMatchObject({ ok: false, reason: 'protected' });
  expect(column(2)).toEqual([null, 'a']);
  book.apply([{ op: 'sheet', sheet: 0, patch: { protections: [] } }]);
  expect(act(CLERK, { kind: 'undo' }).result.ok).toBe(true);
  expect(column(2)).toEqual([null, null]);
});

test('sorting moves the rows that the filter shows, and leaves hidden ones where they are', () => {
  const { act, column } = shop();
  act(OWNER, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['h'], ['3'], ['9'], ['2'], ['9'], ['1']] });
  act(OWNER, { kind: 'filter', sheet: 0, filter: { rect: all, criteria: { 0: { hiddenValues: ['9'] } } } });
  act(OWNER, { kind: 'sort', sheet: 0, rect: { ...all, row: 1, rows: 5 }, keys: [{ column: 0, ascending: true }] });
  expect(column(6)).toEqual(['h', 1, 9, 2, 9, 3]);
});

test('places beyond the tab cost nothing: they are cut off, or refused when nothing is left', () => {
  const { book, act } = shop();
  const { rowCount, columnCount } = book.sheet(0);
  const huge = { row: rowCount - 1, column: columnCount - 1, rows: 9_000_000, columns: 9_000_000 };
  expect(act(OWNER, { kind: 'format', sheet: 0, rects: [huge], style: { bold: true } }).ops).toMatchObject([
    { rects: [{ ...huge, rows: 1, columns: 1 }] },
  ]);
  for (const intent of [
    { kind: 'format', sheet: 0, rects: [{ ...huge, row: rowCount }], style: { bold: true } },
    { kind: 'hideRows', sheet: 0, at: rowCount, count: 9_000_000, hidden: true },
    { kind: 'note', sheet: 0, row: rowCount, column: 0, note: 'n' },
    { kind: 'copy', sheet: 0, from: { ...huge, row: rowCount }, toSheet: 0, to: { ...huge, row: 0 } },
  ] satisfies Intent[])
    expect(act(OWNER, intent).result).toMatchObject({ ok: false, reason: 'bounds' });
});

test('a merge that loses all rows but one cell is an ordinary cell again, and undo makes it a merge', () => {
  const merge = { row: 1, column: 0, rows: 2, columns: 1 };
  const { book, act } = shop({ op: 'sheet', sheet: 0, patch: { merges: [merge] } });
  act(OWNER, { kind: 'deleteRows', sheet: 0, at: 2, count: 1 });
  expect(book.sheet(0).merges).toEqual([]);
  act(OWNER, { kind: 'undo' });
  expect(book.sheet(0).merges).toEqual([merge]);
});
