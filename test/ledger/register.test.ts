import { beforeEach, expect, test } from '@jest/globals';
import type { Candidate, Failure, Form, SaveResult } from '../../src/domain/api.ts';
import { Shop } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await Shop.open();
});

const customers = '基本信息';
let request = 0;
const newId = (): string => `request-${String(++request).padStart(6, '0')}`;
const save = (values: Record<string, string>, requestId = newId(), tab = 'customers') =>
  shop.call<SaveResult & Partial<Failure>>('saveRecord', { tab, requestId, values });

test('the form follows the dictionary, in the language of whoever opens it', async () => {
  const form = await shop.call<Form>('getForm', { tab: 'customers' });
  expect(form.title).toBe('登记客户');
  expect(form.fields.map((field) => field.label)).toEqual(['客户姓名', '联系电话', '电子邮箱', '地址', '客户类型']);
  expect(form.fields.find((field) => field.key === 'phone')).toMatchObject({ kind: 'phone', required: true });
  expect(form.next.map((next) => next.label)).toEqual(['登记购买', '登记维修', '登记服务']);
  const english = shop.as('amy@example.com', 'en');
  const answer = await english.session.call('getForm', [JSON.stringify({ tab: 'customers' })]);
  expect(answer.ok && (JSON.parse(answer.value as string) as Form).fields.map((field) => field.label)).toEqual([
    'Customer name',
    'Phone',
    'E-mail',
    'Address',
    'Customer type',
  ]);
});

test('a customer is registered in one go, with the next number and normalised values', async () => {
  const result = await save({
    name: ' 张伟 ',
    phone: '+86 138-0013-8000',
    email: 'Zhang@QQ.com',
    address: '杭州市文三路 1 号',
    customerType: 'VIP客户',
  });
  expect(result).toMatchObject({ ok: true, number: 'C000001', message: '已登记 C000001 张伟' });
  expect(shop.text(customers, 2, '客户编号')).toBe('C000001');
  expect(shop.value(customers, 2, '联系电话')).toBe('13800138000');
  expect(shop.style(customers, 2, '联系电话').numberFormat).toBe('@');
  expect(shop.text(customers, 2, '电子邮箱')).toBe('zhang@qq.com');
  await save({ name: '李芳', phone: '13900139000' });
  expect(shop.columnTexts(customers, '客户编号')).toEqual(['C000001', 'C000002']);
  expect(shop.style(customers, 3, '客户姓名').bold).toBeUndefined();
});

test('what is missing or wrong is said under its field and nothing is saved', async () => {
  const result = await save({ name: '', phone: '138', email: 'a@@b' });
  expect(result).toMatchObject({ ok: false });
  const problems = (result as { problems: { field: string; message: string }[] }).problems;
  expect(problems.map((problem) => problem.field).sort()).toEqual(['email', 'name', 'phone']);
  expect(problems.find((problem) => problem.field === 'name')?.message).toBe('请填写客户姓名。');
  expect(shop.columnTexts(customers, '客户编号')).toEqual([]);
});

test('a retry of the same save adds no second row and answers as before', async () => {
  const id = newId();
  const first = await save({ name: '张伟', phone: '13800138000' }, id);
  const second = await save({ name: '张伟', phone: '13800138000' }, id);
  expect(second).toMatchObject({ ok: true, number: (first as { number: string }).number, repeated: true });
  expect(shop.columnTexts(customers, '客户编号')).toEqual(['C000001']);
});

test('a number is not used again when the last customer is deleted', async () => {
  await save({ name: '张伟', phone: '13800138000' });
  await shop.intend({ kind: 'deleteRows', sheet: shop.sheet(customers).id, at: 1, count: 1 });
  expect(await save({ name: '李芳', phone: '13900139000' })).toMatchObject({ number: 'C000002' });
});

test('somebody who is there already is shown with why, and never blocks', async () => {
  await save({ name: '张伟', phone: '13800138000', email: 'zhang@qq.com' });
  const found = await shop.call<{ candidates: Candidate[] }>('findDuplicates', {
    values: { name: '张玮', phone: '138 0013 8000' },
  });
  expect(found.candidates).toHaveLength(1);
  expect(found.candidates[0]).toMatchObject({ number: 'C000001', name: '张伟' });
  expect(found.candidates[0]!.reasons.join()).toMatch(/13800138000/);
  expect(await save({ name: '张太太', phone: '13800138000' })).toMatchObject({ ok: true, number: 'C000002' });
});

test('an existing customer is updated field by field, and a change by somebody else in between is shown', async () => {
  await save({ name: '张伟', phone: '13800138000' });
  const shown = { email: '', address: '' };
  const values = { email: 'new@qq.com', address: '杭州市' };
  await shop.type(customers, 2, '地址', '宁波市');
  const refused = await shop.call<SaveResult>('updateCustomer', { number: 'C000001', requestId: newId(), values, shown });
  expect(refused).toMatchObject({ ok: false, conflicts: [{ key: 'address', now: '宁波市' }] });
  expect(shop.text(customers, 2, '电子邮箱')).toBe('');
  const saved = await shop.call<SaveResult>('updateCustomer', {
    number: 'C000001',
    requestId: newId(),
    values,
    shown: { email: '', address: '宁波市' },
  });
  expect(saved).toMatchObject({ ok: true, message: '已更新 C000001 张伟' });
  expect(shop.text(customers, 2, '地址')).toBe('杭州市');
});

test('the update goes to the customer’s row wherever a sort has put it', async () => {
  await save({ name: '张伟', phone: '13800138000' });
  await save({ name: '李芳', phone: '13900139000' });
  const sheet = shop.sheet(customers).id;
  await shop.intend({
    kind: 'sort',
    sheet,
    rect: { row: 1, column: 0, rows: 2, columns: 6 },
    keys: [{ column: 0, ascending: false }],
  });
  await shop.call('updateCustomer', {
    number: 'C000001',
    requestId: newId(),
    values: { email: 'z@qq.com' },
    shown: { email: '' },
  });
  expect(shop.text(customers, 3, '客户编号')).toBe('C000001');
  expect(shop.text(customers, 3, '电子邮箱')).toBe('z@qq.com');
});

test('a purchase is added for a customer from the form, dated today', async () => {
  await save({ name: '张伟', phone: '13800138000' });
  const form = await shop.call<Form>('getForm', { tab: 'purchases', customer: 'C000001' });
  expect(form.customer).toEqual({ number: 'C000001', name: '张伟', phone: '13800138000' });
  expect(form.fields.find((field) => field.key === 'purchasedOn')?.value).toBe('2026-11-22');
  const saved = await save({ customerId: '张伟', model: 'KFR-35', purchasedOn: '11月20日', quantity: '1' }, newId(), 'purchases');
  expect(saved).toMatchObject({ ok: true, number: 'D000001' });
  expect(shop.text('购买记录', 2, '客户编号')).toBe('C000001');
  expect(shop.text('购买记录', 2, '购买日期')).toBe('2026-11-20');
});

test('columns of the shop’s own are not touched by a registration', async () => {
  const sheet = shop.sheet(customers).id;
  await shop.intend({ kind: 'insertColumns', sheet, at: 2, count: 1 });
  await shop.intend({ kind: 'type', sheet, row: 0, column: 2, text: '我的列' });
  const rects = [{ row: 1, column: 2, rows: 5, columns: 1 }];
  await shop.intend({ kind: 'format', sheet, rects, style: { numberFormat: null } });
  await shop.intend({ kind: 'type', sheet, row: 1, column: 2, text: '=1+1' });
  await save({ name: '张伟', phone: '13800138000' });
  expect(shop.book.formulas(sheet, { row: 1, column: 2, rows: 1, columns: 1 })[0]![0]).toBe('=1+1');
  const row = shop.columnTexts(customers, '客户编号').indexOf('C000001') + 2;
  expect(shop.text(customers, row, '联系电话')).toBe('13800138000');
});

test('customers are found by number, name, pinyin, initials and part of the phone', async () => {
  await save({ name: '张伟', phone: '13800138000' });
  await save({ name: '李芳', phone: '13900139000' });
  const find = async (text: string) =>
    (await shop.call<{ customers: { name: string }[] }>('findCustomers', { text })).customers.map((c) => c.name);
  expect(await find('C000002')).toEqual(['李芳']);
  expect(await find('伟')).toEqual(['张伟']);
  expect(await find('lifang')).toEqual(['李芳']);
  expect(await find('zw')).toEqual(['张伟']);
  expect(await find('0013')).toEqual(['张伟', '李芳'].filter((name) => name === '张伟' || name === '李芳'));
  expect(await find('没有这个人')).toEqual([]);
});

test('a registration does not cost more calls with more customers', async () => {
  await save({ name: '先来', phone: '13700137000' });
  const few = (
    await shop.host.run(shop.owner, 'saveRecord', [
      JSON.stringify({ tab: 'customers', requestId: newId(), values: { name: '甲', phone: '13800138001' } }),
    ])
  ).trace;
  const rows = Array.from({ length: 3000 }, (_, i) => [`客户${i}`, `139${String(10000000 + i)}`]);
  await shop.paste(customers, 5, '客户姓名', rows);
  const many = (
    await shop.host.run(shop.owner, 'saveRecord', [
      JSON.stringify({ tab: 'customers', requestId: newId(), values: { name: '乙', phone: '13800138002' } }),
    ])
  ).trace;
  expect(many.serviceCalls).toBe(few.serviceCalls);
  expect(many.reads).toBe(few.reads);
});
