import { beforeEach, expect, test } from '@jest/globals';
import type { Session } from '../../local/host-contract.ts';
import type { SaveResult } from '../../src/domain/api.ts';
import { Shop } from './shop.ts';

/** Somebody moves rows or columns between the program's last look and its commit, which no lock can keep them from. */
let shop: Shop;
const customers = '基本信息';

beforeEach(async () => {
  shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [
    ['张一', '13800138001'],
    ['张二', '13800138002'],
    ['张三', '13800138003'],
  ]);
});

const sheet = (): number => shop.sheet(customers).id;
const rows = (): string[] => {
  const names = shop.columnTexts(customers, '客户姓名');
  const phones = shop.columnTexts(customers, '联系电话');
  const numbers = shop.columnTexts(customers, '客户编号');
  return names.map((name, i) => `${numbers[i] ?? ''} ${name} ${phones[i] ?? ''}`).filter((row) => row.trim() !== '');
};
const sort = (other: Session) =>
  other.intent({
    kind: 'sort',
    sheet: sheet(),
    rect: { row: 1, column: 0, rows: 3, columns: 6 },
    keys: [{ column: 0, ascending: false }],
  });

test('a sort right before the commit: what went into another row is taken back, and the person is told', async () => {
  shop.meanwhile('setValues', 'onEdit', sort);
  await shop.type(customers, 2, '联系电话', '138 0013 8009');
  expect(shop.waits).toBe(false);
  expect(rows()).toEqual(['C000003 张三 13800138003', 'C000002 张二 13800138002', 'C000001 张一 13800138009']);
  expect(shop.toasts().join()).toMatch(/同时移动了行或列.*检查本表/);
});

test('a row inserted above a record that is being saved: the record that it covered comes back, and both are there', async () => {
  shop.meanwhile('setNumberFormats', 'saveRecord', (other) =>
    other.intent({ kind: 'insertRows', sheet: sheet(), at: 3, count: 1 }),
  );
  const values = { name: '王五', phone: '13900139000' };
  const saved = await shop.call<SaveResult>('saveRecord', { tab: 'customers', requestId: 'request-moved', values });
  expect(shop.waits).toBe(false);
  expect(saved).toMatchObject({ ok: true, number: 'C000004' });
  expect(rows()).toEqual([
    'C000001 张一 13800138001',
    'C000002 张二 13800138002',
    'C000003 张三 13800138003',
    'C000004 王五 13900139000',
  ]);
});

test('a column moved right before a customer is updated: the update comes to its own column all the same', async () => {
  shop.meanwhile('setValues', 'updateCustomer', (other) =>
    other.intent({ kind: 'moveColumns', sheet: sheet(), at: 2, count: 1, to: 8 }),
  );
  const updated = await shop.call<SaveResult>('updateCustomer', {
    number: 'C000002',
    requestId: 'request-update',
    values: { phone: '13900139000', email: 'a@qq.com' },
    shown: { phone: '13800138002', email: '' },
  });
  expect(shop.waits).toBe(false);
  expect(updated).toMatchObject({ ok: true });
  expect(rows()[1]).toBe('C000002 张二 13900139000');
  expect(shop.text(customers, 3, '电子邮箱')).toBe('a@qq.com');
});

test('a formula of the shop’s beside a cell that follows it is no reason to take anything back', async () => {
  await shop.intend({ kind: 'type', sheet: sheet(), row: 1, column: 4, text: '=C2' });
  await shop.type(customers, 2, '联系电话', '138 0013 8009');
  expect(rows()[0]).toBe('C000001 张一 13800138009');
  expect(shop.toasts()).toEqual([]);
});

test('a column inserted while a field is switched on does not cost the shop a header of its own', async () => {
  await shop.intend({ kind: 'paste', sheet: sheet(), row: 0, column: 6, cells: [['老板的话'], ['常客']] });
  shop.meanwhile('setValue', 'runAction', (other) => other.intent({ kind: 'insertColumns', sheet: sheet(), at: 2, count: 1 }));
  expect(await shop.run('switch-field', { tab: customers, field: '出生日期', on: true })).toMatchObject({ ok: true });
  expect(shop.waits).toBe(false);
  expect(shop.text(customers, 2, '老板的话')).toBe('常客');
  expect(shop.text(customers, 2, '出生日期')).toBe('');
});

test('a record that somebody deleted while another is saved does not come back', async () => {
  shop.meanwhile('setProperties', 'saveRecord', (other) => other.intent({ kind: 'deleteRows', sheet: sheet(), at: 1, count: 1 }));
  const values = { name: '王五', phone: '13900139000' };
  await shop.call<SaveResult>('saveRecord', { tab: 'customers', requestId: 'request-deleted', values });
  expect(shop.waits).toBe(false);
  expect(rows()).toEqual(['C000002 张二 13800138002', 'C000003 张三 13800138003', 'C000004 王五 13900139000']);
});
