import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const customers = '基本信息';

test('after a paste to the end of the tab there is room to type on', async () => {
  const shop = await Shop.open();
  const cells = Array.from({ length: 999 }, (_, i) => [`客户${i}`, i === 998 ? '138' : `138${String(10000000 + i)}`]);
  await shop.paste(customers, 2, '客户姓名', cells);
  const sheet = shop.sheet(customers);
  expect(sheet.rowCount).toBeGreaterThan(1400);
  await shop.type(customers, 1001, '客户姓名', '下一位');
  expect(shop.text(customers, 1001, '客户编号')).toBe('C001000');
  expect(shop.style(customers, 1001, '联系电话')).toMatchObject({ numberFormat: '@' });
  expect(shop.style(customers, 1001, '联系电话').background).toBeUndefined();
  expect(sheet.bandings[0]!.rect.rows).toBe(sheet.rowCount);
  expect(Math.max(...sheet.conditionalFormats.flatMap((format) => format.ranges.map((rect) => rect.row + rect.rows)))).toBe(
    sheet.rowCount,
  );
});

test('marks follow changed settings', async () => {
  const shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [['张伟', '13800138000', '', '', '大客户']]);
  expect(shop.note(customers, 2, '客户类型')).toMatch(/不在选项里/);
  await shop.run('open-field-settings');
  const row = shop.columnTexts('字段设置', '字段名称').indexOf('客户类型') + 2;
  await shop.type('字段设置', row, '选项', '普通客户；大客户 红');
  await shop.run('apply-field-settings');
  expect(shop.note(customers, 2, '客户类型')).toBe('');
});

test('a product list begins with the models in use', async () => {
  const shop = await Shop.open();
  await shop.paste('购买记录', 2, '产品型号', [['KFR-35GW'], ['BCD-218W'], ['KFR-35GW']]);
  await shop.paste('维修记录', 2, '产品型号', [['XQG100-B12']]);
  await shop.run('open-products');
  expect(shop.columnTexts('产品目录', '型号').sort()).toEqual(['BCD-218W', 'KFR-35GW', 'XQG100-B12']);
});

test('a bare number in a date column is not taken for a day of 1900', async () => {
  const shop = await Shop.open();
  for (const [row, typed] of [
    [2, '12.5'],
    [3, '2026'],
  ] as const) {
    await shop.type('购买记录', row, '购买日期', typed);
    expect(shop.note('购买记录', row, '购买日期')).toMatch(/不像真实日期/);
  }
});

test('a column added on the right takes part in the banding', async () => {
  const shop = await Shop.open();
  await shop.run('switch-field', { tab: customers, field: '出生日期', on: true });
  expect(shop.sheet(customers).bandings[0]!.rect.columns).toBe(7);
});
