import { beforeEach, expect, test } from '@jest/globals';
import type { Form, SaveResult } from '../../src/domain/api.ts';
import { Shop } from './shop.ts';

const [settings, customers, purchases, repairs] = ['字段设置', '基本信息', '购买记录', '维修记录'];

let shop: Shop;

/** A shop that uses these fields besides, with two customers. */
async function openWith(tab: string, ...labels: string[]): Promise<void> {
  shop = await Shop.open();
  if (labels.length > 0) {
    await shop.run('open-field-settings');
    const [names, tabs] = [shop.columnTexts(settings, '字段名称'), shop.columnTexts(settings, '表')];
    for (const label of labels)
      await shop.type(settings, names.findIndex((name, i) => name === label && tabs[i] === tab) + 2, '启用', '是');
    await shop.run('apply-field-settings');
  }
  await shop.paste(customers, 2, '客户姓名', [
    ['吴玉娜', '13800138000', 'yuna@qq.com'],
    ['周国强', '13951812345'],
  ]);
}

beforeEach(() => {
  expect.hasAssertions();
});

test('the region comes from the address or the area code, the age from the birth date, as they are typed', async () => {
  await openWith(customers, '地区', '出生日期', '年龄');
  await shop.type(customers, 2, '地址', '杭州市文三路1号');
  expect(shop.text(customers, 2, '地区')).toBe('浙江');
  await shop.type(customers, 3, '联系电话', '010-62345678');
  expect(shop.text(customers, 3, '地区')).toBe('北京');
  await shop.type(customers, 3, '地址', '上海市徐汇区天平路1号');
  expect(shop.text(customers, 3, '地区')).toBe('北京');
  await shop.type(customers, 2, '出生日期', '1980-01-05');
  const age = Number(shop.text(customers, 2, '年龄'));
  expect(age).toBeGreaterThan(40);
  await shop.type(customers, 2, '出生日期', '1990-01-05');
  expect(Number(shop.text(customers, 2, '年龄'))).toBe(age - 10);
  await shop.clear(customers, 2, '地区');
  expect(shop.text(customers, 2, '地区')).toBe('');
  await shop.paste(customers, 4, '客户姓名', [['冯小小', '13511112222', '', '南京市玄武区北京路12号']]);
  expect(shop.text(customers, 4, '地区')).toBe('江苏');
  const values = { name: '何秀兰', phone: '13733334444', address: '四川省成都市锦江区红星路1号', birthDate: '1985-03-01' };
  const saved = await shop.call<SaveResult>('saveRecord', { tab: 'customers', requestId: 'half-filled-0001', values });
  expect(saved).toMatchObject({ ok: true });
  expect(shop.text(customers, 5, '地区')).toBe('四川');
  expect(Number(shop.text(customers, 5, '年龄'))).toBe(age - 5);
  expect(shop.failures()).toEqual([]);
});

test('a name or a phone becomes the customer’s number, and a repair gets the model that was bought last', async () => {
  await openWith(repairs);
  await shop.paste(purchases, 2, '客户编号', [
    ['C000001', 'KFR-35', '2025-05-01', '1'],
    ['C000001', 'XQG-100', '2026-02-03', '1'],
    ['C000002', 'BCD-500', '2026-03-04', '1'],
  ]);
  await shop.type(repairs, 2, '客户编号', '吴玉娜');
  expect(shop.text(repairs, 2, '客户编号')).toBe('C000001');
  expect(shop.text(repairs, 2, '产品型号')).toBe('XQG-100');
  await shop.paste(repairs, 3, '客户编号', [
    ['139 5181 2345', ''],
    ['C000001', 'KFR-35'],
  ]);
  expect(shop.text(repairs, 3, '客户编号')).toBe('C000002');
  expect(shop.text(repairs, 3, '产品型号')).toBe('BCD-500');
  expect(shop.text(repairs, 4, '产品型号')).toBe('KFR-35');
  const form = await shop.call<Form>('getForm', { tab: 'repairs', customer: 'C000001' });
  expect(form.fields.find(({ key }) => key === 'model')!.value).toBe('XQG-100');
  expect(shop.failures()).toEqual([]);
});

test('of two customers of one name the candidates are named', async () => {
  await openWith(repairs);
  await shop.paste(customers, 4, '客户姓名', [['吴玉娜', '13733334444']]);
  await shop.type(repairs, 2, '客户编号', '吴玉娜');
  expect(shop.text(repairs, 2, '客户编号')).toBe('吴玉娜');
  expect(shop.note(repairs, 2, '客户编号')).toMatch(/C000001 吴玉娜 13800138000\nC000003 吴玉娜 13733334444/);
});

test('name and phone stand beside the number where the shop wants them, and find it where it is missing', async () => {
  await openWith(repairs, '客户姓名', '联系电话');
  await shop.type(repairs, 2, '客户编号', 'C000002');
  expect([shop.text(repairs, 2, '客户姓名'), shop.text(repairs, 2, '联系电话')]).toEqual(['周国强', '13951812345']);
  await shop.type(repairs, 3, '联系电话', '13800138000');
  expect([shop.text(repairs, 3, '客户编号'), shop.text(repairs, 3, '客户姓名')]).toEqual(['C000001', '吴玉娜']);
  expect(shop.text(repairs, 3, '维修单编号')).not.toBe('');
  expect(shop.failures()).toEqual([]);
});

test('an e-mail without the end of its domain is completed, a mistyped one is asked about', async () => {
  await openWith(customers);
  await shop.type(customers, 2, '电子邮箱', 'wu@qq');
  expect([shop.text(customers, 2, '电子邮箱'), shop.note(customers, 2, '电子邮箱')]).toEqual(['wu@qq.com', '']);
  await shop.type(customers, 3, '电子邮箱', 'zhou@gmial.com');
  expect(shop.note(customers, 3, '电子邮箱')).toMatch(/gmail\.com/);
});
