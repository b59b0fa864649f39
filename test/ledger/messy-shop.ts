import { expect } from '@jest/globals';
import { Shop } from './shop.ts';

export const customers = '基本信息';
export const purchases = '购买记录';
export const repairs = '维修记录';
export const preview = '清理预览';

/** A row of the preview as it is shown; `now` is the new value, and `row` where it stands. */
export type Shown = Record<string, string> & { row: string };

/** Rows of the preview as they are shown, changes and reports alike. */
export function listed(shop: Shop, name = preview): Shown[] {
  const sheet = shop.sheet(name);
  const cells = shop.book.displayValues(sheet.id, { row: 0, column: 0, rows: sheet.rowCount, columns: 9 });
  const keys = ['tick', 'tab', 'number', 'about', 'field', 'old', 'now', 'why', 'result'];
  return cells.flatMap((row, i) =>
    i >= 4 && row[1] !== '' && row[1] !== '表' && row[1] !== 'Tab'
      ? [{ row: String(i + 1), ...Object.fromEntries(keys.map((key, at) => [key, row[at]!])) } as Shown]
      : [],
  );
}

export const of = (shop: Shop, number: string, field: string, name = preview): Shown | undefined =>
  listed(shop, name).find((row) => row.number === number && row.field === field);

/** Ticks or unticks a row of the preview. */
export async function tick(shop: Shop, row: Shown | undefined, on = true, name = preview): Promise<void> {
  const sheet = shop.sheet(name).id;
  await shop.intend({ kind: 'type', sheet, row: Number(row!.row) - 1, column: 0, text: on ? 'TRUE' : 'FALSE' });
}

/** A shop whose records came from elsewhere, unchecked: another program has written them into the file. */
export async function messyShop(options: Parameters<typeof Shop.open>[0] = {}): Promise<Shop> {
  const shop = await Shop.open(options);
  put(
    shop,
    customers,
    ['客户编号', '客户姓名', '联系电话', '电子邮箱', '地址', '客户类型'],
    [
      ['C000001', '张 伟', '+86 138-0013-8000', 'ZHANG@QQ.COM ', '杭州市西湖区 文三路１００号', '个人'],
      ['C000002', ' 李芳', '57187654321', 'li@163com', '', '企业客护'],
      ['C000003', '王强', '13900139000', 'wang@gmial.com', '南京路 1 号', '钻石卡'],
      ['', '', '', '', '', ''],
      ['C000004', '', '', '', '', ''],
      ['C000005', '赵六', '无', '', '', ''],
      ['C000006', '同号甲', '13700137000', '', '', ''],
      ['C000006', '同号 乙', '13700137001', '', '', ''],
      ['', '没编号', '13700137002', '', '', ''],
    ],
  );
  put(
    shop,
    purchases,
    ['订单编号', '客户编号', '产品型号', '购买日期', '购买数量', '支付方式', '订单状态'],
    [
      ['D000001', 'C000001', 'ＫＦＲ－３５ＧＷ', '2026.11.1', '1', '微信支付', '已完成'],
      ['D000002', '李芳', 'BCD-218W', '2026-10-01', '两台', '现金', '已完成'],
      ['D000003', 'C000099', 'BCD-218W', '2027-01-01', '很多', '现金', '已完成'],
    ],
  );
  put(
    shop,
    repairs,
    ['维修单编号', '客户编号', '产品型号', '报修日期', '维修日期', '维修费用', '维修结果'],
    [['R000001', 'C000001', '', '2026-11-10', '2026-11-08', '120 元', '修好了']],
  );
  return shop;
}

/** Writes texts below the header as another program would: no trigger runs. */
export function put(shop: Shop, tab: string, headers: string[], rows: string[][]): void {
  const sheet = shop.sheet(tab).id;
  headers.forEach((header, c) => {
    const cells = rows.map((row) => [row[c] === '' ? null : { v: row[c]! }]);
    shop.book.apply([{ op: 'cells', sheet, row: 1, column: shop.column(tab, header), cells }]);
  });
}

export const done = async (shop: Shop, id: string, request: object = {}) => {
  const outcome = await shop.run(id, request);
  expect(shop.log).toEqual([]);
  return outcome;
};

const tabs = [customers, purchases, repairs];
export const contents = (shop: Shop, names = tabs): string =>
  JSON.stringify(
    names.map((name) => {
      const { id, columnCount } = shop.sheet(name);
      return shop.book.values(id, { row: 0, column: 0, rows: 30, columns: columnCount });
    }),
  );
