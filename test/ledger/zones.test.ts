import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

test('a workbook in another zone than the script keeps its calendar days', async () => {
  const shop = await Shop.open({ timeZone: 'America/New_York', now: '2026-11-22T03:00:00Z' });
  await shop.paste('基本信息', 2, '客户姓名', [['张伟', '+86 138 0013 8000']]);
  await shop.type('维修记录', 2, '报修日期', '昨天');
  expect(shop.text('维修记录', 2, '报修日期')).toBe('2026-11-20');
  await shop.type('维修记录', 2, '维修日期', '2026/11/19');
  expect(shop.note('维修记录', 2, '维修日期')).toMatch(/2026-11-19 早于报修日期（2026-11-20）/);
  await shop.type('维修记录', 2, '维修日期', '2026/11/20');
  expect(shop.note('维修记录', 2, '维修日期')).toBe('');
  const before = JSON.stringify(shop.host.state.sheets);
  await shop.run('check-tab', { tab: '维修记录' });
  expect(JSON.stringify(shop.host.state.sheets) === before).toBe(true);
});
