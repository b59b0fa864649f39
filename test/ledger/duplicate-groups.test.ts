import { expect, test } from '@jest/globals';
import type { DuplicateGroup, MergeResult } from '../../src/domain/api.ts';
import { contents, done, put } from './messy-shop.ts';
import { Shop } from './shop.ts';

const customers = '基本信息';
const tab = '疑似重复';
const headers = ['客户编号', '客户姓名', '联系电话', '电子邮箱', '地址', '客户类型'];
const register = [
  ['C000001', '张伟', '13800138000', 'zhang@qq.com', '浙江省杭州市西湖区文三路100号2栋301室', 'VIP客户'],
  ['C000002', '李芳', '13900139000', 'lifang@163.com', '', ''],
  ['C000003', '張偉', '+86 138-0013-8000', '', '杭州市西湖区文三路100号2栋301室', ''],
  ['C000004', '王强', '0571-87654321', 'wangqiang@qq.com', '杭州市莫干山路18号', '普通客户'],
  ['C000005', '李方', '13900139000', 'lifang@163.com', '', ''],
  ['C000006', '赵敏', '13600136001', '', '杭州市解放路7号', ''],
  ['', '没编号', '13800138000', '', '', ''],
  ['C000007', '孙丽', '13600136002', '', '宁波市中山路1号', ''],
];

async function shopOf(rows = register, options: Parameters<typeof Shop.open>[0] = {}): Promise<Shop> {
  const shop = await Shop.open(options);
  put(shop, customers, headers, rows);
  return shop;
}

type Row = Record<string, string> & { row: string };

/** Rows of the list as they are shown, by the words of their headers. */
function listed(shop: Shop, name = tab): Row[] {
  const sheet = shop.sheet(name);
  const cells = shop.book.displayValues(sheet.id, { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount });
  const [header = []] = cells.slice(3);
  return cells.flatMap((row, i) =>
    i > 3 && row[0] !== ''
      ? [{ row: String(i + 1), ...Object.fromEntries(header.map((word, at) => [word, row[at]!])) } as Row]
      : [],
  );
}

const together = (shop: Shop): string[][] => {
  const groups = new Map<string, string[]>();
  for (const row of listed(shop)) groups.set(row.组号!, [...(groups.get(row.组号!) ?? []), row.客户编号!]);
  return [...groups.values()];
};

const asked = async (shop: Shop) =>
  (await shop.call<{ groups: DuplicateGroup[]; total: number }>('getDuplicateGroups', {})).groups.map(({ id }) => id);

const judge = (shop: Shop, numbers: string[], verdict: string) =>
  shop.call<{ ok: boolean; message: string }>('judgeDuplicates', { customers: numbers, verdict });

const [zhang, li] = [
  ['C000001', 'C000003'],
  ['C000002', 'C000005'],
];
const both = [zhang!.join(','), li!.join(',')];

/** Somebody chooses in 处理 beside a customer. */
async function choose(shop: Shop, number: string, decision: string): Promise<void> {
  const row = listed(shop).find((each) => each.客户编号 === number)!;
  const sheet = shop.sheet(tab).id;
  const column = shop.book.displayValues(sheet, { row: 3, column: 0, rows: 1, columns: 20 })[0]!.indexOf('处理');
  await shop.intend({ kind: 'type', sheet, row: Number(row.row) - 1, column, text: decision });
}

async function sort(shop: Shop, header: string): Promise<void> {
  const { id, columnCount, rowCount } = shop.sheet(tab);
  const words = shop.book.displayValues(id, { row: 3, column: 0, rows: 1, columns: columnCount })[0]!;
  const rect = { row: 4, column: 0, rows: rowCount - 4, columns: columnCount };
  await shop.intend({ kind: 'sort', sheet: id, rect, keys: [{ column: words.indexOf(header), ascending: false }] });
}

test('customers who may be one stand side by side with the reason and their records, and nothing of the shop is changed', async () => {
  const shop = await shopOf();
  put(shop, '购买记录', ['订单编号', '客户编号', '产品型号'], [['D000001', 'C000003', 'KFR-35GW']]);
  const before = contents(shop);
  const outcome = await done(shop, 'find-duplicates', { list: true });
  expect(outcome).toMatchObject({ ok: true, details: { customers: 7, groups: 2, fresh: 2 } });
  expect(outcome.details!.list).toMatchObject([{ customers: zhang }, { customers: li }]);
  expect(contents(shop)).toBe(before);
  expect(together(shop)).toEqual([zhang, li]);
  const [first, second] = listed(shop);
  expect(first).toMatchObject({ 处理: '待处理', 可信度: '确定', 客户姓名: '张伟', 联系电话: '13800138000', 记录数: '0' });
  expect(second).toMatchObject({ 组号: '1', 客户姓名: '張偉', 记录数: '1' });
  expect(second!.为什么).toBe('电话相同、姓名相同、地址相同');
  const sheet = shop.sheet(tab);
  const [[totals]] = shop.book.displayValues(sheet.id, { row: 1, column: 0, rows: 1, columns: 1 }) as [[string]];
  expect(totals).toBe('2026-11-22 12:00 · 7 位客户，疑似重复 2 组：确定 2，很可能 0，可能 0；其中新出现 2 组。');
  expect(sheet.filter?.rect).toMatchObject({ row: 3, rows: 5 });
});

test('the list stands before the log and the settings, and an English shop reads it in English', async () => {
  const shop = await Shop.open({ locale: 'en_US' });
  put(
    shop,
    'Customers',
    ['Customer no.', 'Customer name', 'Phone'],
    register.map((row) => row.slice(0, 3)),
  );
  await shop.run('open-field-settings');
  const outcome = await done(shop, 'find-duplicates');
  expect(outcome.message).toMatch(/^Possible duplicates: \d groups? \(/);
  const names = shop.host.state.sheets.map(({ name }) => name);
  const upkeep = names.filter((name) => ['Possible duplicates', 'Change log', 'Field settings'].includes(name));
  expect(upkeep).toEqual(['Possible duplicates', 'Change log', 'Field settings']);
  expect(listed(shop, 'Possible duplicates')[0]).toMatchObject({
    Decision: 'To decide',
    'How sure': expect.stringMatching(/^(Sure|Likely)$/),
  });
});

test('who is not the same is never asked about again: not when listed anew, sorted, or in a tab made anew; until it is taken back', async () => {
  const shop = await shopOf();
  await done(shop, 'find-duplicates');
  expect(await asked(shop)).toEqual(both);
  expect(await judge(shop, li!, 'notSame')).toMatchObject({ ok: true, message: /C000002、C000005不是同一客户/ });
  expect(
    listed(shop)
      .filter(({ 处理: decision }) => decision === '不是同一客户')
      .map(({ 客户编号: number }) => number),
  ).toEqual(li);
  expect(await asked(shop)).toEqual([both[0]]);
  await sort(shop, '客户姓名');
  expect(await asked(shop)).toEqual([both[0]]);
  expect((await done(shop, 'find-duplicates')).details).toMatchObject({ groups: 1, decided: 1, fresh: 0 });
  expect(together(shop)).toEqual([zhang, li]);
  await shop.intend({ kind: 'deleteSheet', sheet: shop.sheet(tab).id });
  expect(await asked(shop)).toEqual([]);
  expect((await done(shop, 'find-duplicates')).details).toMatchObject({ groups: 1, decided: 1 });
  expect(await asked(shop)).toEqual([both[0]]);
  expect(await judge(shop, li!, 'undecided')).toMatchObject({ ok: true });
  expect(await asked(shop)).toEqual(both);
});

test('what somebody chooses in the list counts at once and in the next list, and choosing 待处理 takes it back', async () => {
  const shop = await shopOf();
  await done(shop, 'find-duplicates');
  await choose(shop, 'C000003', '不是同一客户');
  await choose(shop, 'C000005', '稍后');
  const { groups } = await shop.call<{ groups: DuplicateGroup[] }>('getDuplicateGroups', {});
  expect(groups).toMatchObject([{ id: both[1], isLater: true }]);
  expect((await done(shop, 'find-duplicates')).details).toMatchObject({ groups: 0, later: 1, decided: 1 });
  expect(listed(shop).map(({ 处理: decision }) => decision)).toEqual(['稍后', '稍后', '不是同一客户', '不是同一客户']);
  await choose(shop, 'C000001', '待处理');
  await choose(shop, 'C000002', '');
  expect(await asked(shop)).toEqual(both);
  expect((await done(shop, 'find-duplicates')).details).toMatchObject({ groups: 2, later: 0, decided: 0 });
});

test('a decision chosen in the list is not lost when the next listing is the first to read it', async () => {
  const shop = await shopOf();
  await done(shop, 'find-duplicates');
  await sort(shop, '客户编号');
  await choose(shop, 'C000001', '不是同一客户');
  expect((await done(shop, 'find-duplicates')).details).toMatchObject({ groups: 1, decided: 1 });
});

test('a judgement stands beside its own rows though a colleague sorts the list at that moment', async () => {
  const shop = await shopOf();
  await done(shop, 'find-duplicates');
  const { id, columnCount } = shop.sheet(tab);
  const rect = { row: 4, column: 0, rows: 4, columns: columnCount };
  shop.meanwhile('setValue', 'judgeDuplicates', (colleague) =>
    colleague.intent({ kind: 'sort', sheet: id, rect, keys: [{ column: 0, ascending: false }] }),
  );
  await judge(shop, zhang!, 'notSame');
  expect(shop.waits).toBe(false);
  expect(await asked(shop)).toEqual([both[1]]);
  const beside = new Map(listed(shop).map((row) => [row.客户编号, row.处理]));
  expect(beside.get('C000002')).toBe('待处理');
  expect(beside.get('C000005')).toBe('待处理');
});

test('groups are of customers as they stand now: who was merged or deleted has left, and one alone is no group', async () => {
  const shop = await shopOf();
  await done(shop, 'find-duplicates');
  const merged = await shop.call<MergeResult>('mergeCustomers', {
    ...{ requestId: 'merge-request-1', keep: 'C000001', drop: ['C000003'], values: {}, shown: {} },
  });
  expect(merged).toMatchObject({ ok: true });
  expect(listed(shop).map(({ 处理: decision }) => decision)).toEqual(['已合并', '已合并', '待处理', '待处理']);
  expect(await asked(shop)).toEqual([both[1]]);
  await shop.run('undo-run', { run: (merged as { run: number }).run });
  expect(await asked(shop)).toEqual(both);
});

test('whoever takes the place of a customer is as little the same as somebody else', async () => {
  const shop = await shopOf([...register, ['C000008', '张玮', '13800138000', 'zhang@qq.com', '', '']]);
  await done(shop, 'find-duplicates');
  await judge(shop, ['C000003', 'C000008'], 'notSame');
  await shop.call('mergeCustomers', {
    ...{ requestId: 'merge-request-1', keep: 'C000001', drop: ['C000003'], values: {}, shown: {} },
  });
  await done(shop, 'find-duplicates');
  expect(await asked(shop)).toEqual([both[1]]);
});

test('a long comparison can be stopped; the former list stays, and the next one goes on', async () => {
  const given = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚');
  const many = Array.from({ length: 5_200 }, (_, i) => [
    `C${String(i + 11).padStart(6, '0')}`,
    `${given[i % 20]}${given[Math.floor(i / 20) % 20]}${given[Math.floor(i / 400)]}`,
    `139${String((i * 7919) % 100_000_000).padStart(8, '0')}`,
    ...['', '', ''],
  ]);
  const shop = await shopOf();
  await done(shop, 'find-duplicates');
  const customersTab = shop.sheet(customers);
  shop.book.apply([{ op: 'insertRows', sheet: customersTab.id, at: 100, count: 5_000 }]);
  put(shop, customers, headers, [...register, ...many]);
  const sheet = shop.sheet(tab).id;
  shop.meanwhile('getValue', 'runAction', (colleague) =>
    colleague.intent({ kind: 'type', sheet, row: 1, column: 0, text: 'TRUE' }),
  );
  const stopped = await done(shop, 'find-duplicates');
  expect(stopped).toMatchObject({ ok: true, message: /停在 \d+%，原来的列表没有变/ });
  expect(together(shop)).toEqual([zhang, li]);
  expect((await done(shop, 'find-duplicates')).details).toMatchObject({ customers: 5_207 });
  expect(together(shop).slice(0, 2)).toEqual([zhang, li]);
});

test('two people do not list at the same time', async () => {
  const shop = await shopOf();
  shop.host.state.properties.document['turn.duplicates'] = String(Date.parse('2026-11-22T04:01:00Z'));
  expect(await shop.run('find-duplicates')).toMatchObject({ ok: false, message: /有人正在查重/ });
});

test('without a column of numbers nothing can be listed, and it says what to do', async () => {
  const shop = await shopOf();
  const { id } = shop.sheet(customers);
  await shop.intend({ kind: 'deleteColumns', sheet: id, at: 0, count: 1 });
  expect(await shop.run('find-duplicates')).toMatchObject({ ok: false, message: /建立或修复台账/ });
  expect(await asked(shop)).toEqual([]);
});
