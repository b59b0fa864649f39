import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Intent, User } from '../../local/contract.ts';
import { resolveIntent } from '../../local/model/intents.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';
import { UndoHistory } from '../../local/model/undo.ts';
import { Workbook } from '../../local/model/workbook.ts';
import { diceArbitrary, randomOp, spelledOut } from './arbitrary-ops.ts';

const ANN: User = { email: 'ann@shop.cn', locale: 'zh-CN' };
const BEN: User = { email: 'ben@shop.cn', locale: 'en' };

function shop() {
  const state = newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: ANN.email });
  const book = new Workbook(state);
  const history = new UndoHistory();
  const act = (user: User, intent: Intent) => {
    const resolved = resolveIntent(book, intent, user, () => 0, history);
    if (!resolved.result.ok) return resolved;
    const inverse = book.apply(resolved.ops);
    history.applied(user.email, resolved.ops, inverse, {
      as: intent.kind === 'undo' || intent.kind === 'redo' ? intent.kind : 'do',
    });
    return resolved;
  };
  const column = (rows: number) => book.values(0, { row: 0, column: 0, rows, columns: 1 }).flat();
  return { book, history, act, column };
}

const type = (row: number, text: string, column = 0): Intent => ({ kind: 'type', sheet: 0, row, column, text });

test('undo takes back the user’s own last step and says which range it touched, without values', () => {
  const { act, column } = shop();
  act(ANN, type(0, 'a'));
  act(ANN, type(1, 'b'));
  act(BEN, type(2, 'c'));
  const undone = act(ANN, { kind: 'undo' });
  expect(column(3)).toEqual(['a', null, 'c']);
  expect(undone.edit).toEqual({ sheet: 0, rect: { row: 1, column: 0, rows: 1, columns: 1 } });
  act(ANN, { kind: 'redo' });
  expect(column(3)).toEqual(['a', 'b', 'c']);
});

test('with nothing to undo the answer says so', () => {
  const { act } = shop();
  expect(act(BEN, { kind: 'undo' }).result).toMatchObject({ ok: false, reason: 'nothing', message: 'There is nothing to undo.' });
  expect(act(ANN, { kind: 'redo' }).result).toMatchObject({ ok: false, message: '没有可重做的操作。' });
});

test('a new step forgets what could be done again', () => {
  const { act, history } = shop();
  act(ANN, type(0, 'a'));
  act(ANN, { kind: 'undo' });
  act(ANN, type(1, 'b'));
  expect(history.canRedo(ANN.email)).toBe(false);
});

test('rows that another inserted or moved do not lead undo astray', () => {
  const { act, column } = shop();
  act(ANN, type(1, 'a'));
  act(BEN, { kind: 'insertRows', sheet: 0, at: 0, count: 2 });
  act(BEN, type(1, 'b'));
  act(BEN, { kind: 'moveRows', sheet: 0, at: 3, count: 1, to: 0 });
  expect(column(5)).toEqual(['a', null, 'b', null, null]);
  act(ANN, { kind: 'undo' });
  expect(column(5)).toEqual([null, null, 'b', null, null]);
});

test('what another sorted is found where it went', () => {
  const { act, column } = shop();
  act(BEN, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['3'], ['2'], ['1']] });
  act(ANN, type(0, '9'));
  act(BEN, { kind: 'sort', sheet: 0, rect: { row: 0, column: 0, rows: 3, columns: 1 }, keys: [{ column: 0, ascending: true }] });
  expect(column(3)).toEqual([1, 2, 9]);
  act(ANN, { kind: 'undo' });
  expect(column(3)).toEqual([1, 2, 3]);
});

test('undo does not overwrite what another typed since, and says so when nothing is left', () => {
  const { act, column } = shop();
  act(ANN, { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['a'], ['b']] });
  act(BEN, type(0, 'x'));
  act(ANN, { kind: 'undo' });
  expect(column(2)).toEqual(['x', null]);
  act(ANN, type(4, 'a'));
  act(BEN, type(4, 'x'));
  expect(act(ANN, { kind: 'undo' }).result).toMatchObject({ ok: false, reason: 'nothing' });
  expect(column(5)[4]).toBe('x');
});

test('another’s value is safe from the older steps, too', () => {
  const { act, column } = shop();
  act(ANN, type(0, 'a'));
  act(ANN, type(0, 'b'));
  act(BEN, type(0, 'x'));
  act(ANN, { kind: 'undo' });
  act(ANN, { kind: 'undo' });
  expect(column(1)).toEqual(['x']);
});

test('what stood in rows that another deleted cannot be brought back by undo', () => {
  const { act } = shop();
  act(ANN, type(3, 'a'));
  act(BEN, { kind: 'deleteRows', sheet: 0, at: 3, count: 1 });
  expect(act(ANN, { kind: 'undo' }).result.ok).toBe(false);
});

test('an older step is found again through the own newer insertion and another’s insertion', () => {
  const { act, column } = shop();
  act(ANN, type(1, 'a'));
  act(ANN, { kind: 'insertRows', sheet: 0, at: 0, count: 1 });
  act(BEN, { kind: 'insertRows', sheet: 0, at: 0, count: 1 });
  act(BEN, type(0, 'b'));
  expect(column(4)).toEqual(['b', null, null, 'a']);
  act(ANN, { kind: 'undo' });
  expect(column(3)).toEqual(['b', null, 'a']);
  act(ANN, { kind: 'undo' });
  expect(column(3)).toEqual(['b', null, null]);
});

test('an inserted row that another has filled stays, and older steps still find their place', () => {
  const { act, column } = shop();
  act(ANN, type(1, 'a'));
  act(ANN, { kind: 'insertRows', sheet: 0, at: 0, count: 1 });
  act(BEN, type(0, 'b'));
  expect(act(ANN, { kind: 'undo' }).result.ok).toBe(false);
  expect(column(3)).toEqual(['b', null, 'a']);
  act(ANN, { kind: 'undo' });
  expect(column(3)).toEqual(['b', null, null]);
});

test('what a trigger changed after an edit belongs to the same step', () => {
  const { book, history, act, column } = shop();
  act(ANN, type(0, '138 0013 8000'));
  const ops = [{ op: 'cells' as const, sheet: 0, row: 0, column: 0, cells: [[{ v: '13800138000' }]] }];
  history.applied(ANN.email, ops, book.apply(ops), { joins: true });
  act(ANN, { kind: 'undo' });
  expect(column(1)).toEqual([null]);
  act(ANN, { kind: 'redo' });
  expect(column(1)).toEqual(['13800138000']);
});

test('undo of deleted rows brings back contents, notes and metadata', () => {
  const { book, act } = shop();
  act(ANN, type(2, 'a'));
  act(ANN, { kind: 'note', sheet: 0, row: 2, column: 0, note: 'n' });
  book.apply([{ op: 'metadata', add: [{ id: 1, key: 'k', visibility: 'PROJECT', at: { kind: 'row', sheet: 0, index: 2 } }] }]);
  const before = spelledOut(book);
  act(ANN, { kind: 'deleteRows', sheet: 0, at: 2, count: 1 });
  act(ANN, { kind: 'undo' });
  expect(spelledOut(book)).toEqual(before);
});

test('undo and redo alone go back and forth exactly, and others’ steps never make them fail', () => {
  fc.assert(
    fc.property(diceArbitrary, fc.boolean(), fc.integer({ min: 1, max: 10 }), (dice, company, count) => {
      const state = newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'UTC', owner: ANN.email });
      state.sheets = [newSheet(0, '客户', 8, 6), newSheet(1, '购买', 6, 5)];
      state.nextIds.sheet = 2;
      const book = new Workbook(state);
      const history = new UndoHistory();
      const start = spelledOut(book);
      let own = 0;
      for (let i = 0; i < count; i++) {
        const op = randomOp(dice, book);
        const who = company && dice() < 0.4 ? BEN : ANN;
        const inverse = book.apply([op]);
        history.applied(who.email, [op], inverse);
        if (who === ANN && inverse.length > 0) own++;
      }
      const end = spelledOut(book);
      const step = (kind: 'undo' | 'redo') => {
        const { result, ops } = resolveIntent(book, { kind }, ANN, () => 0, history);
        if (result.ok) history.applied(ANN.email, ops, book.apply(ops), { as: kind });
      };
      for (let i = 0; i < own; i++) step('undo');
      if (!company) expect(spelledOut(book)).toEqual(start);
      for (let i = 0; i < own; i++) step('redo');
      if (!company) expect(spelledOut(book)).toEqual(end);
    }),
    { numRuns: 300 },
  );
});
