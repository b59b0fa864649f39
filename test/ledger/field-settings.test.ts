import { beforeEach, expect, test } from '@jest/globals';
import type { Form } from '../../src/domain/api.ts';
import { Shop } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await Shop.open();
  await shop.run('open-field-settings');
});

const settings = '字段设置';
const customers = '基本信息';
const rowOf = (label: string, tab = customers): number => {
  const labels = shop.columnTexts(settings, '字段名称');
  const tabs = shop.columnTexts(settings, '表');
  return labels.findIndex((text, i) => text === label && tabs[i] === tab) + 2;
};
const headers = (): string[] => {
  const sheet = shop.sheet(customers);
  return shop.book
    .displayValues(sheet.id, { row: 0, column: 0, rows: 1, columns: sheet.columnCount })[0]!
    .filter((text) => text !== '');
};

test('the settings show every field of every tab, and applying them unchanged changes nothing', async () => {
  expect(shop.columnTexts(settings, '字段名称')).toContain('满意度评分');
  const before = JSON.stringify(shop.host.state.sheets);
  expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true, message: '字段设置没有变化。' });
  expect(JSON.stringify(shop.host.state.sheets) === before).toBe(true);
});

test('a field of the shop’s own gets a column, and the form follows', async () => {
  const row = shop.columnTexts(settings, '表').length + 2;
  await shop.paste(settings, row, '表', [[customers, '微信号', 'WeChat', '文本', '是']]);
  expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true });
  expect(headers()).toEqual(['客户编号', '客户姓名', '联系电话', '电子邮箱', '地址', '客户类型', '微信号']);
  const form = await shop.call<Form>('getForm', { tab: 'customers' });
  expect(form.fields.at(-1)).toMatchObject({ label: '微信号', required: true });
});

test('a field switched on appears to the right, one switched off keeps its column and data', async () => {
  await shop.paste(customers, 2, '客户姓名', [['张伟', '13800138000', 'a@qq.com']]);
  await shop.type(settings, rowOf('出生日期'), '启用', '是');
  await shop.type(settings, rowOf('电子邮箱'), '启用', '否');
  expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true });
  expect(headers()).toEqual(['客户编号', '客户姓名', '联系电话', '电子邮箱', '地址', '客户类型', '出生日期']);
  expect(shop.text(customers, 2, '电子邮箱')).toBe('a@qq.com');
  const form = await shop.call<Form>('getForm', { tab: 'customers' });
  expect(form.fields.map((field) => field.label)).toEqual(['客户姓名', '联系电话', '地址', '客户类型', '出生日期']);
  await shop.type(customers, 2, '出生日期', '1985年3月1日');
  expect(shop.text(customers, 2, '出生日期')).toBe('1985-03-01');
});

test('a renamed label renames the header, and the data stay where they are', async () => {
  await shop.type(customers, 2, '联系电话', '13800138000');
  await shop.type(settings, rowOf('联系电话'), '字段名称', '手机');
  await shop.run('apply-field-settings');
  expect(headers()).toContain('手机');
  expect(shop.text(customers, 2, '手机')).toBe('13800138000');
});

test('new options reach the dropdown and the check', async () => {
  await shop.type(customers, 2, '客户类型', '企业');
  expect(shop.note(customers, 2, '客户类型')).toMatch(/不在选项里/);
  await shop.type(settings, rowOf('客户类型'), '选项', '普通客户 灰\nVIP客户 紫\n企业 蓝\n个人 绿');
  expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true });
  const sheet = shop.sheet(customers).id;
  const column = shop.column(customers, '客户类型');
  expect(shop.book.validationsOf(sheet, { row: 1, column, rows: 1, columns: 1 })[0]![0]!.args[0]).toEqual([
    '普通客户',
    'VIP客户',
    '企业',
    '个人',
  ]);
  await shop.run('check-tab', { tab: customers });
  expect(shop.note(customers, 2, '客户类型')).toBe('');
});

test('a mistake is answered at its cell with what to write instead, and nothing is applied', async () => {
  await shop.type(settings, rowOf('联系电话'), '字段名称', '手机');
  await shop.type(settings, rowOf('客户类型'), '选项', '甲\n甲');
  const outcome = await shop.run('apply-field-settings');
  expect(outcome).toMatchObject({ ok: false, message: '字段设置有 1 处要改，已在表里标出。这次什么都没有改动。' });
  expect(shop.note(settings, rowOf('客户类型'), '选项')).toMatch(/写了两次/);
  expect(headers()).toContain('联系电话');
  await shop.type(settings, rowOf('客户类型'), '选项', '甲\n乙');
  expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true });
  expect(shop.note(settings, rowOf('客户类型'), '选项')).toBe('');
  expect(headers()).toContain('手机');
});

test('a field is switched on by one action, and the settings show it', async () => {
  expect(await shop.run('switch-field', { tab: customers, field: '性别', on: true })).toMatchObject({
    ok: true,
    message: '已启用“性别”。',
  });
  expect(headers()).toContain('性别');
  expect(shop.text(settings, rowOf('性别'), '启用')).toBe('是');
  expect(await shop.run('apply-field-settings')).toMatchObject({ message: '字段设置没有变化。' });
});
