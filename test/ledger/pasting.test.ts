import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const customers = '基本信息';

test('a paste over several columns is checked cell by cell', async () => {
  const shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [
    ['张伟', '+86 138 0013 8000', 'ZHANG@QQ.COM', ' 杭州市文三路 1 号 ', 'vip客户'],
    ['李芳', '12345', 'li@gmial.com', '', '散客'],
    ['', '', '', '', ''],
  ]);
  expect(shop.columnTexts(customers, '客户编号')).toEqual(['C000001', 'C000002']);
  expect(shop.text(customers, 2, '联系电话')).toBe('13800138000');
  expect(shop.text(customers, 2, '电子邮箱')).toBe('zhang@qq.com');
  expect(shop.text(customers, 2, '客户类型')).toBe('VIP客户');
  expect(shop.note(customers, 3, '联系电话')).toMatch(/⚠/);
  expect(shop.note(customers, 3, '电子邮箱')).toMatch(/gmail\.com/);
  expect(shop.note(customers, 3, '客户类型')).toMatch(/不在选项里/);
  expect(shop.text(customers, 3, '客户类型')).toBe('散客');
});

test('a paste that took the text format and the dropdown away gets both back', async () => {
  const shop = await Shop.open();
  const styles = [[{ numberFormat: '0' }, { numberFormat: '0' }, {}, {}, {}]];
  await shop.paste(customers, 2, '客户姓名', [['张伟', '13800138000', '', '', 'VIP客户']], { styles, clearValidation: true });
  expect(shop.value(customers, 2, '联系电话')).toBe('13800138000');
  expect(shop.style(customers, 2, '联系电话').numberFormat).toBe('@');
  const sheet = shop.sheet(customers).id;
  const column = shop.column(customers, '客户类型');
  expect(shop.book.validationsOf(sheet, { row: 1, column, rows: 1, columns: 1 })[0]![0]).toMatchObject({
    criteria: 'VALUE_IN_LIST',
  });
});

test('a zero that a paste lost is restored where that is certain', async () => {
  const shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [['张伟', '57187654321']], { styles: [[{}, { numberFormat: 'General' }]] });
  expect(shop.value(customers, 2, '联系电话')).toBe('0571-87654321');
});

test('5,000 pasted rows cost at most nine reads and two commits, as 1,200 do: one of them looks who is there already', async () => {
  const costs = [];
  for (const rows of [1200, 5000]) {
    const shop = await Shop.open();
    const cells = Array.from({ length: rows }, (_, i) => [
      `客户${i}`,
      i % 7 === 0 ? '138' : `138${String(10000000 + i)}`,
      i % 5 === 0 ? 'A@QQ.COM' : '',
      '',
      'VIP客户',
    ]);
    await shop.paste(customers, 2, '客户姓名', cells);
    expect(shop.failures()).toEqual([]);
    expect(shop.columnTexts(customers, '客户编号')).toHaveLength(rows);
    costs.push(shop.costs().at(-1)!.trace);
    const before = JSON.stringify(shop.host.state.sheets);
    await shop.run('check-tab', { tab: customers });
    expect(JSON.stringify(shop.host.state.sheets) === before).toBe(true);
  }
  const [few, many] = costs;
  expect(many!.reads).toBeLessThanOrEqual(9);
  expect(many!.writes).toBeLessThanOrEqual(2);
  expect(many!.serviceCalls).toBe(few!.serviceCalls);
  expect(many!.simulatedMsP95).toBeLessThan(30_000);
});

test('undoing a paste leaves what was there before', async () => {
  const shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [['张伟', '12345']]);
  await shop.intend({ kind: 'undo' });
  expect(shop.text(customers, 2, '客户姓名')).toBe('');
  expect(shop.failures()).toEqual([]);
});
