import { beforeEach, expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const customers = '基本信息';
const door = '江苏省南京市玄武区北京路12号3栋502室';

let shop: Shop;
beforeEach(async () => {
  shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [
    ['吴玉娜', '13800138000', 'yuna.wu@qq.com', door],
    ['周国强', '13951812345', '', ''],
  ]);
});

const unchangedByCheck = async (): Promise<void> => {
  const before = JSON.stringify(shop.host.state.sheets);
  await shop.run('check-tab', { tab: customers });
  expect(JSON.stringify(shop.host.state.sheets) === before).toBe(true);
};

test('a typed phone that belongs to a customer of this name is marked with who that is, and the mark goes when it is mended', async () => {
  await shop.type(customers, 4, '客户姓名', '吳玉娜 女士');
  expect(shop.note(customers, 4, '客户姓名')).toBe('');
  await shop.type(customers, 4, '联系电话', '138 0013 8000');
  expect(shop.text(customers, 4, '客户编号')).toBe('C000003');
  expect(shop.text(customers, 4, '联系电话')).toBe('13800138000');
  expect(shop.note(customers, 4, '联系电话')).toMatch(
    /^⚠ 台账检查：很可能和 C000001 吴玉娜 是同一位客户。电话相同：13800138000。/,
  );
  expect(shop.style(customers, 4, '联系电话').background).not.toBeUndefined();
  expect(shop.note(customers, 2, '联系电话')).toBe('');
  await unchangedByCheck();
  await shop.type(customers, 4, '联系电话', '13900139000');
  expect(shop.note(customers, 4, '联系电话')).toBe('');
  expect(shop.style(customers, 4, '联系电话').background).toBeUndefined();
  expect(shop.failures()).toEqual([]);
});

test('a mark at the phone goes when it was the name that was wrong', async () => {
  await shop.type(customers, 4, '客户姓名', '吴玉娜');
  await shop.type(customers, 4, '联系电话', '13800138000');
  expect(shop.note(customers, 4, '联系电话')).toMatch(/C000001/);
  await shop.type(customers, 4, '客户姓名', '钱大勇');
  expect(shop.note(customers, 4, '联系电话')).toBe('');
  await unchangedByCheck();
});

test('a phone that a family shares is nobody’s mark, nor is a common name alone', async () => {
  await shop.type(customers, 4, '客户姓名', '何秀兰');
  await shop.type(customers, 4, '联系电话', '13951812345');
  await shop.type(customers, 5, '客户姓名', '周国强');
  expect(shop.note(customers, 4, '联系电话')).toBe('');
  expect(shop.note(customers, 5, '客户姓名')).toBe('');
});

test('of pasted rows those are marked that are there already, also further up in the same paste', async () => {
  await shop.paste(customers, 4, '客户姓名', [
    ['欧阳明月', '13733334444', '', ''],
    ['Wu Yuna', '', 'YUNA.WU@qq.com', '玄武区北京路12号3-502'],
    ['欧阳明月', '+86 137-3333-4444', '', ''],
    ['郑小北', '13511112222', '', ''],
  ]);
  expect(shop.note(customers, 5, '电子邮箱')).toMatch(/C000001 吴玉娜/);
  expect(shop.note(customers, 6, '联系电话')).toMatch(/C000003 欧阳明月/);
  expect(shop.note(customers, 4, '联系电话')).toBe('');
  expect(shop.note(customers, 7, '联系电话')).toBe('');
  await unchangedByCheck();
  await shop.clear(customers, 4, '联系电话');
  await shop.run('check-tab', { tab: customers });
  expect(shop.failures()).toEqual([]);
});
