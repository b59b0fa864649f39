import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Failure, SaveResult } from '../../src/domain/api.ts';
import { Shop } from './shop.ts';

/** Somebody else does something between two service calls of an execution: the worst moment, every time. */
let shop: Shop;
const customers = '基本信息';

beforeEach(async () => {
  shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [
    ['张一', '13800138001'],
    ['张二', '13800138002'],
    ['张三', '13800138003'],
    ['张四', '13800138004'],
  ]);
});

afterEach(() => {
  expect(shop.waits).toBe(false);
});

const sheet = (): number => shop.sheet(customers).id;
const numbers = (): string[] => shop.columnTexts(customers, '客户编号');
const names = (): string[] => shop.columnTexts(customers, '客户姓名');

describe('while a typed cell waits for the lock', () => {
  test('a row inserted above it does not make it write into the row below', async () => {
    shop.meanwhile('tryLock', 'onEdit', (other) => other.intent({ kind: 'insertRows', sheet: sheet(), at: 1, count: 1 }));
    await shop.type(customers, 6, '客户姓名', '王五');
    expect(names().filter((name) => name !== '')).toEqual(['张一', '张二', '张三', '张四', '王五']);
    expect(
      numbers()
        .filter((number) => number !== '')
        .slice(0, 4),
    ).toEqual(['C000001', 'C000002', 'C000003', 'C000004']);
  });

  test('a number given by another run in between is kept', async () => {
    shop.meanwhile('tryLock', 'onEdit', (other) =>
      other.intent({ kind: 'type', sheet: sheet(), row: 5, column: 0, text: 'C000005' }),
    );
    await shop.type(customers, 6, '客户姓名', '王五');
    expect(numbers()[4]).toBe('C000005');
  });

  test('a number that arrived without a trigger is not given again', async () => {
    shop.meanwhile('tryLock', 'onEdit', (other) =>
      other.intent({ kind: 'type', sheet: sheet(), row: 8, column: 0, text: 'C000005' }),
    );
    await shop.type(customers, 6, '客户姓名', '王五');
    expect(numbers().filter((number) => number === 'C000005')).toHaveLength(1);
  });
});

test('samples are deleted by their numbers, wherever a sort has put them', async () => {
  const fresh = await Shop.open({ samples: true });
  await fresh.paste(customers, 5, '客户姓名', [['真客户', '13900139000']]);
  const id = fresh.sheet(customers).id;
  const rect = { row: 1, column: 0, rows: 4, columns: 6 };
  fresh.meanwhile('tryLock', 'runAction', (other) =>
    other.intent({ kind: 'sort', sheet: id, rect, keys: [{ column: 0, ascending: true }] }),
  );
  await fresh.run('remove-samples');
  expect(fresh.columnTexts(customers, '客户姓名')).toEqual(['真客户']);
});

test('a column inserted while a save waits does not shift its values', async () => {
  shop.meanwhile('tryLock', 'saveRecord', (other) => other.intent({ kind: 'insertColumns', sheet: sheet(), at: 2, count: 1 }));
  const saved = await shop.call<SaveResult>('saveRecord', {
    tab: 'customers',
    requestId: 'request-columns',
    values: { name: '王五', phone: '13900139000', email: 'w@qq.com' },
  });
  expect(saved).toMatchObject({ ok: true });
  expect(shop.text(customers, 6, '联系电话')).toBe('13900139000');
  expect(shop.text(customers, 6, '电子邮箱')).toBe('w@qq.com');
});

test('a check that finds columns moved meanwhile leaves everything alone', async () => {
  const before = shop.columnTexts(customers, '联系电话');
  shop.meanwhile('tryLock', 'runAction', (other) => other.intent({ kind: 'insertColumns', sheet: sheet(), at: 1, count: 1 }));
  expect(await shop.run('check-tab', { tab: customers })).toMatchObject({ ok: false });
  expect(shop.columnTexts(customers, '联系电话')).toEqual(before);
});

test('a strict rule of the shop’s cannot split a record in two', async () => {
  await shop.intend({
    kind: 'validate',
    sheet: sheet(),
    rects: [{ row: 1, column: shop.column(customers, '电子邮箱'), rows: 50, columns: 1 }],
    validation: { criteria: 'TEXT_CONTAINS', args: ['@shop.example'], allowInvalid: false },
  });
  const request = {
    tab: 'customers',
    requestId: 'request-strict',
    values: { name: '李芳', phone: '13900139000', email: 'li@qq.com' },
  };
  const saved = await shop.call<SaveResult & Partial<Failure>>('saveRecord', request);
  expect(saved).toMatchObject({ ok: true });
  expect(shop.text(customers, 6, '电子邮箱')).toBe('li@qq.com');
});

test('an emptied column of numbers is not numbered anew behind the shop’s back', async () => {
  await shop.paste(customers, 6, '客户姓名', [['张五'], ['张六']]);
  await shop.intend({ kind: 'deleteColumns', sheet: sheet(), at: 0, count: 1 });
  await shop.run('set-up');
  expect(await shop.run('check-tab', { tab: customers })).toMatchObject({
    ok: false,
    message: expect.stringMatching(/没有重新编号/),
  });
  expect(numbers()).toEqual([]);
});

test('nothing is saved under headers that were swapped', async () => {
  await shop.type(customers, 1, '客户姓名', '联系电话');
  const saved = await shop.call<Failure>('saveRecord', {
    tab: 'customers',
    requestId: 'request-header',
    values: { name: '王五', phone: '13900139000' },
  });
  expect(saved).toMatchObject({ failed: true, message: expect.stringMatching(/表头和列对不上/) });
});

test('a table pasted with its own header row keeps its own order of columns', async () => {
  const fresh = await Shop.open();
  await fresh.intend({
    kind: 'paste',
    sheet: fresh.sheet(customers).id,
    row: 0,
    column: 1,
    cells: [
      ['联系电话', '客户姓名'],
      ['138 0013 8000', '张伟'],
    ],
  });
  expect([fresh.text(customers, 2, '联系电话'), fresh.text(customers, 2, '客户姓名')]).toEqual(['13800138000', '张伟']);
  expect(fresh.text(customers, 2, '客户编号')).toBe('C000001');
});

test('nothing is written by a doubled number until it is settled', async () => {
  await shop.type(customers, 6, '客户编号', 'C000001');
  await shop.type('购买记录', 2, '客户编号', 'C000001');
  expect(shop.note('购买记录', 2, '客户编号')).toMatch(/出现了不止一次/);
  const updated = await shop.call<Failure>('updateCustomer', {
    number: 'C000001',
    requestId: 'request-double',
    values: { email: 'a@qq.com' },
    shown: { email: '' },
  });
  expect(updated).toMatchObject({ failed: true });
});

test('what looks like a formula is stored as text', async () => {
  const values = { name: '=IMPORTXML("https://example.com","//a")', phone: '+85261234567', address: '＝1+1' };
  await shop.call('saveRecord', { tab: 'customers', requestId: 'request-formula', values });
  const row = { row: 5, column: 0, rows: 1, columns: 6 };
  expect(shop.book.formulas(sheet(), row)[0]!.join('')).toBe('');
  expect(shop.text(customers, 6, '客户姓名')).toMatch(/^=IMPORTXML/);
  const general = { kind: 'format' as const, sheet: sheet(), rects: [{ ...row, row: 1 }], style: { numberFormat: null } };
  await shop.intend(general);
  await shop.call('updateCustomer', {
    number: 'C000001',
    requestId: 'request-update',
    values: { address: '=1+1', phone: '+85261234567' },
    shown: { address: '', phone: '13800138001' },
  });
  expect(shop.book.formulas(sheet(), { ...row, row: 1 })[0]!.join('')).toBe('');
  expect(shop.text(customers, 2, '联系电话')).toBe('+852 6123 4567');
});

test('a removed field’s column is never taken for another field', async () => {
  await shop.run('open-field-settings');
  const last = (): number => shop.columnTexts('字段设置', '表').length + 2;
  await shop.paste('字段设置', last(), '表', [[customers, '微信号', '', '文本']]);
  await shop.run('apply-field-settings');
  await shop.type(customers, 2, '微信号', 'wx-1');
  await shop.intend({ kind: 'deleteRows', sheet: shop.sheet('字段设置').id, at: last() - 2, count: 1 });
  await shop.run('apply-field-settings');
  await shop.paste('字段设置', last(), '表', [[customers, '身份证号', '', '文本']]);
  await shop.run('apply-field-settings');
  expect(shop.column(customers, '身份证号')).not.toBe(shop.column(customers, '微信号'));
  expect(shop.text(customers, 2, '微信号')).toBe('wx-1');
});

test('two numbers are not given to a paste when a colleague has just used one of them', async () => {
  shop.meanwhile('tryLock', 'onEdit', (other) =>
    other.intent({ kind: 'type', sheet: sheet(), row: 10, column: 0, text: 'C000005' }),
  );
  await shop.paste(customers, 6, '客户姓名', [['甲'], ['乙']]);
  expect(numbers().filter((number) => number === 'C000005')).toHaveLength(1);
});
