import { describe, expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const customers = '基本信息';
const purchases = '购买记录';

/** Two who are one, somebody else, and a column of the shop's own. */
async function shopWithTwo(): Promise<Shop> {
  const shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [
    ['张伟', '13800138000', '', '杭州市文三路 100 号', '普通客户'],
    ['李芳', '13900139000', '', '', ''],
    ['张伟', '138 0013 8000 / 010-62345678', 'zhang@qq.com', '浙江省杭州市西湖区文三路 100 号 2 栋', 'VIP客户'],
  ]);
  const { id } = shop.sheet(customers);
  await shop.intend({ kind: 'paste', sheet: id, row: 0, column: 7, cells: [['老板的话'], [''], ['邻居'], ['嫌贵']] });
  return shop;
}

const drop = { keep: 'C000001', drop: ['C000003'] };

const bought = (shop: Shop) =>
  shop.paste(purchases, 2, '客户编号', [
    ['C000003', '海尔', '2026-10-01', '1', '微信', '已完成'],
    ['C000002', '美的', '2026-10-02', '1', '微信', '已完成'],
    ['C000003', '格力', '2026-10-03', '1', '微信', '已完成'],
  ]);

/** The customers' rows as shown, in whatever order. */
function rows(shop: Shop): string[][] {
  const { id } = shop.sheet(customers);
  const all = shop.book.displayValues(id, { row: 1, column: 0, rows: 20, columns: 8 });
  return all.filter((row) => row.some((text) => text !== '')).sort();
}

describe('merging customers', () => {
  test('moves what is theirs, keeps the best of each field, and comes back by one undo', async () => {
    const shop = await shopWithTwo();
    await bought(shop);
    const before = rows(shop);
    const merged = await shop.run('merge-customers', drop);
    expect(merged).toMatchObject({ ok: true, details: { run: 1, moved: 2, kept: 'C000001' } });
    expect(shop.columnTexts(purchases, '客户编号')).toEqual(['C000001', 'C000002', 'C000001']);
    const phone = '13800138000 / 010-62345678';
    const address = '浙江省杭州市西湖区文三路 100 号 2 栋';
    expect(rows(shop)).toEqual([['C000001', '张伟', phone, 'zhang@qq.com', address, 'VIP客户', '', '嫌贵'], before[1]]);
    expect(await shop.run('undo-run', { run: 1 })).toMatchObject({ ok: true, details: { left: 0 } });
    expect(rows(shop)).toEqual(before);
    expect(shop.columnTexts(purchases, '客户编号')).toEqual(['C000003', 'C000002', 'C000003']);
    await shop.run('undo-run', { run: 2 });
    expect(shop.columnTexts(purchases, '客户编号')).toEqual(['C000001', 'C000002', 'C000001']);
    expect(await shop.run('check-log')).toMatchObject({ ok: true, message: expect.stringMatching(/日志完整/) });
  });
});
