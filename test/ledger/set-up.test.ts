import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const names = (shop: Shop): string[] => shop.host.state.sheets.map((sheet) => sheet.name);

test('a new workbook shows the start page and the four record tabs', async () => {
  const shop = await Shop.open();
  expect(names(shop)).toEqual(['首页', '基本信息', '购买记录', '维修记录', '服务记录']);
  expect(shop.sheet('基本信息').frozenRows).toBe(1);
  expect(shop.failures()).toEqual([]);
});

test('setting up twice changes nothing', async () => {
  const shop = await Shop.open({ samples: true });
  const before = JSON.stringify(shop.host.state);
  const again = await shop.run('set-up');
  expect(again).toMatchObject({ ok: true, message: '台账完好，没有要修复的。' });
  expect(JSON.parse(JSON.stringify(shop.host.state))).toEqual(JSON.parse(before));
});
