import { beforeEach, expect, test } from '@jest/globals';
import type { Trace } from '../../local/trace.ts';
import type { Card, CustomerRows, Failure, Form } from '../../src/domain/api.ts';
import { Shop } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await Shop.open();
});

const card = (customer: string) => shop.call<Card & Partial<Failure>>('getCard', { customer });
const cost = async (name: string, input: object): Promise<Trace> =>
  (await shop.host.run(shop.owner, name, [JSON.stringify(input)])).trace;

/** Three customers with records in all tabs; the expected figures are summed up by hand beside them. */
async function fill(): Promise<void> {
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '13800138000', 'zhang@qq.com', '浙江省杭州市文三路 100 号 2 栋 301 室', 'VIP客户'],
    ['李芳', '13900139000', '', '杭州市文三路100号2栋301室', ''],
    ['王强', '13700137000', '', '杭州市莫干山路18号', '普通客户'],
    ['张玮', '13800138000', '', '', ''],
  ]);
  await shop.paste('购买记录', 2, '客户编号', [
    ['C000001', 'KFR-35GW', '2026-10-01', '2', '微信', '已完成', '2999'],
    ['C000003', 'XQG100', '2026-09-01', '1', '现金', '已完成', '100'],
    ['C000001', 'BCD-218W', '2026-08-12', '1', '转账', '已取消', '1800'],
    ['C000001', 'XQG100', '2026-11-20', '1', '微信', '待发货', '3299.9'],
  ]);
  await shop.paste('维修记录', 2, '客户编号', [
    ['C000001', 'KFR-35GW', '2026-11-02', '2026-11-05', '120.05', '已修复', '更换排水泵'],
    ['C000001', 'BCD-218W', '2026-11-19', '', '', '', ''],
    ['C000003', 'BCD-218W', '2026-11-19', '', '', '等配件', ''],
  ]);
  await shop.paste('服务记录', 2, '客户编号', [
    ['C000001', '安装', '2026-10-03', '陈师傅', '已完成', '5', '安装很快'],
    ['C000001', '保养', '2026-12-24', '王师傅', '待跟进', '4', ''],
  ]);
}

test('the card shows the basics, what is missing, and every record of all tabs on one time line', async () => {
  await fill();
  const { name, fields, missing, events, adds } = await card('C000001');
  expect(name).toBe('张伟');
  expect(fields.map(({ label, text }) => [label, text])).toEqual([
    ['联系电话', '13800138000'],
    ['电子邮箱', 'zhang@qq.com'],
    ['地址', '浙江省杭州市文三路 100 号 2 栋 301 室'],
    ['客户类型', 'VIP客户'],
  ]);
  expect(fields[0]!.phones).toEqual([{ text: '13800138000', number: '+8613800138000' }]);
  expect(fields[1]!.mail).toBe('zhang@qq.com');
  expect(missing).toEqual([]);
  expect((await card('C000002')).missing).toEqual(['电子邮箱', '客户类型']);
  expect(events.map(({ on, number, what }) => [on, number, what])).toEqual([
    ['2026-12-24', 'S000002', '保养'],
    ['2026-11-20', 'D000004', 'XQG100'],
    ['2026-11-19', 'R000002', 'BCD-218W'],
    ['2026-11-02', 'R000001', 'KFR-35GW'],
    ['2026-10-03', 'S000001', '安装'],
    ['2026-10-01', 'D000001', 'KFR-35GW'],
    ['2026-08-12', 'D000003', 'BCD-218W'],
  ]);
  expect(events.find(({ number }) => number === 'R000001')).toMatchObject({
    amount: 120.05,
    doneOn: '2026-11-05',
    state: { label: '已修复', hue: 'green' },
    words: '更换排水泵',
    isOpen: false,
  });
  expect(adds.map(({ label }) => label)).toEqual(['登记购买', '登记维修', '登记服务', '登记互动', '登记信用', '登记偏好']);
});

test('the figures are the sums of the tabs, without what was cancelled', async () => {
  await fill();
  const { totals } = await card('C000001');
  const rows = (tab: string, headers: string[]) => {
    const columns = headers.map((header) => shop.columnTexts(tab, header));
    return columns[0]!.map((_, i) => columns.map((column) => column[i] ?? ''));
  };
  const bought = rows('购买记录', ['客户编号', '交易金额', '订单状态']).filter(
    ([who, , state]) => who === 'C000001' && state !== '已取消',
  );
  const mended = rows('维修记录', ['客户编号', '维修费用', '维修结果']).filter(([who]) => who === 'C000001');
  const served = rows('服务记录', ['客户编号', '满意度评分']).filter(([who]) => who === 'C000001');
  const sum = (texts: (string | undefined)[]) => texts.reduce((all, text) => all + Number((text ?? '').replace(/,/g, '')), 0);
  expect(totals.spent).toBeCloseTo(sum([...bought, ...mended].map((row) => row[1])), 6);
  expect(totals.spent).toBe(6418.95);
  expect(totals.counts).toEqual([
    { tab: 'purchases', label: '购买记录', count: bought.length, open: 1 },
    { tab: 'repairs', label: '维修记录', count: 2, open: 1 },
    { tab: 'services', label: '服务记录', count: 2, open: 1 },
  ]);
  expect(totals.score).toEqual({ average: sum(served.map((row) => row[1])) / 2, count: 2 });
  // The appointment on 24 December is still to come.
  expect(totals.lastOn).toBe('2026-11-20');
});

test('an amount that cannot be read is told and not counted', async () => {
  await fill();
  await shop.type('购买记录', 2, '交易金额', '面议');
  expect((await card('C000001')).totals).toMatchObject({ spent: 3419.95, unclear: 1 });
});

test('a repair without a result is open until the day it was repaired is known', async () => {
  await fill();
  const open = async () => (await card('C000001')).totals.counts.find(({ tab }) => tab === 'repairs')!.open;
  expect(await open()).toBe(1);
  await shop.type('维修记录', 3, '维修日期', '2026-11-21');
  expect(await open()).toBe(0);
});

test('an option the shop makes green closes a record, as green means done everywhere', async () => {
  await fill();
  await shop.run('open-field-settings');
  const row = shop.columnTexts('字段设置', '字段名称').indexOf('维修结果') + 2;
  await shop.type('字段设置', row, '选项', '已修复 绿；已退机 绿；等配件 黄');
  expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true });
  await shop.type('维修记录', 3, '维修结果', '已退机');
  const { events } = await card('C000001');
  expect(events.find(({ number }) => number === 'R000002')).toMatchObject({ isOpen: false, state: { label: '已退机' } });
  expect(events.find(({ number }) => number === 'R000001')).toMatchObject({ isOpen: false });
});

test('a cancelled order stays cancelled when the shop renames colours of the options', async () => {
  await fill();
  await shop.run('open-field-settings');
  const row = shop.columnTexts('字段设置', '字段名称').indexOf('订单状态') + 2;
  await shop.type('字段设置', row, '选项', '待发货 黄；已发货 蓝；已完成 绿；已取消 红');
  expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true });
  expect((await card('C000001')).totals.spent).toBe(6418.95);
});

test('the same household and possible duplicates are told apart', async () => {
  await fill();
  const { household, duplicates } = await card('C000001');
  expect(household.map(({ name }) => name)).toEqual(['李芳']);
  expect(household[0]!.reasons.join()).toMatch(/地址相同/);
  expect(duplicates.map(({ name }) => name)).toEqual(['张玮']);
  expect((await card('C000003')).household).toEqual([]);
});

test('what is doubtful is said under its field', async () => {
  await fill();
  await shop.type('基本信息', 4, '联系电话', '1370013700');
  const { fields } = await card('C000003');
  expect(fields.find(({ key }) => key === 'phone')!.problem).toMatchObject({
    severity: 'wrong',
    message: expect.stringMatching(/少 1 位/),
  });
});

test('a number that two rows bear is said, and one that nobody bears too', async () => {
  await fill();
  await shop.type('基本信息', 3, '客户编号', 'C000001');
  expect((await card('C000001')).problems.join()).toMatch(/第 2, 3 行/);
  expect(await card('C009999')).toMatchObject({ failed: true, message: expect.stringMatching(/C009999/) });
});

test('columns may be moved and renamed, tabs may be gone: the card follows', async () => {
  await fill();
  const { id } = shop.sheet('购买记录');
  await shop.intend({ kind: 'insertColumns', sheet: id, at: 1, count: 2 });
  await shop.intend({ kind: 'type', sheet: id, row: 0, column: shop.column('购买记录', '交易金额'), text: '多少钱' });
  await shop.intend({ kind: 'deleteSheet', sheet: shop.sheet('服务记录').id });
  const { totals, events } = await card('C000001');
  expect(totals.spent).toBe(6418.95);
  expect(totals.counts.map(({ tab }) => tab)).toEqual(['purchases', 'repairs']);
  expect(events).toHaveLength(5);
});

test('the menu opens the card of the selected row in any tab that refers to a customer', async () => {
  await fill();
  const shown = () => shop.events.flatMap((event) => (event.event === 'sidebar' ? [JSON.stringify(event)] : [])).at(-1) ?? '';
  for (const [tab, row] of [
    ['基本信息', 4],
    ['购买记录', 3],
    ['维修记录', 4],
  ] as const) {
    const rect = { row: row - 1, column: shop.column(tab, '客户编号'), rows: 1, columns: 1 };
    await shop.intend({ kind: 'select', sheet: shop.sheet(tab).id, rect });
    await shop.click('menuCustomerCard');
    expect([tab, /C000003/.test(shown())]).toEqual([tab, true]);
  }
  expect(shop.failures()).toEqual([]);
});

test('programs ask for customers and cards by action', async () => {
  await fill();
  const found = await shop.run('find-customers', { query: 'zw' });
  expect(found).toMatchObject({ ok: true, details: { count: 2 } });
  expect((found.details!.customers as { name: string }[]).map(({ name }) => name)).toEqual(['张伟', '张玮']);
  expect(await shop.run('customer-card', { customer: 'C000001' })).toMatchObject({
    ok: true,
    message: 'C000001 张伟：7 条记录，未办完 3 条。',
    details: { card: { number: 'C000001', totals: { spent: 6418.95 } } },
  });
  expect(await shop.run('customer-card', { customer: 'C9' })).toMatchObject({ ok: false });
});

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => [`客户${i}`, `139${String(10000000 + i)}`, '', `杭州市文三路 ${i} 号`, '']);

test('customers for the search come in blocks, each of one read of its rows', async () => {
  await shop.paste('基本信息', 2, '客户姓名', many(9000));
  const numbers: string[] = [];
  for (let from = 0; ; ) {
    const input = { from };
    const trace = await cost('loadCustomers', input);
    expect(trace.reads).toBe(1);
    const part = await shop.call<CustomerRows>('loadCustomers', input);
    expect(Buffer.byteLength(JSON.stringify(JSON.stringify(part)))).toBeLessThan(1_000_000);
    numbers.push(...part.columns[0]!.split('\n'));
    from += part.rows;
    if (from >= part.total) break;
  }
  expect(numbers).toEqual(shop.columnTexts('基本信息', '客户编号'));
});

test('a block whose texts are too long for one answer ends earlier and is gone on with', async () => {
  const long = '很长的地址'.repeat(60);
  await shop.paste(
    '基本信息',
    2,
    '客户姓名',
    many(2000).map(([name, phone]) => [name!, phone!, '', long, '']),
  );
  const first = await shop.call<CustomerRows>('loadCustomers', { from: 0 });
  expect(first.rows).toBeLessThan(2000);
  expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(1_000_000);
  const second = await shop.call<CustomerRows>('loadCustomers', { from: first.rows });
  expect(second.columns[0]!.split('\n')[0]).toBe(`C${String(first.rows + 1).padStart(6, '0')}`);
});

test('a card costs no more reads with more rows, and of large tabs only a part is read', async () => {
  await fill();
  const few = await cost('getCard', { customer: 'C000001' });
  expect(few.reads).toBe(4);
  await shop.paste('基本信息', 6, '客户姓名', many(3000));
  const more = await cost('getCard', { customer: 'C000001' });
  expect(more.reads).toBe(few.reads);
  const order = (i: number) => [`C${String(5 + (i % 3000)).padStart(6, '0')}`, 'KFR', '2026-01-02', '1', '微信', '已完成', '10'];
  await shop.paste(
    '购买记录',
    6,
    '客户编号',
    Array.from({ length: 20_000 }, (_, i) => order(i)),
  );
  await shop.type('购买记录', 9_000, '客户编号', 'C000001');
  await shop.type('购买记录', 20_005, '客户编号', 'C000001');
  const large = await cost('getCard', { customer: 'C000001' });
  // Of the large tab the column of customer numbers, and the stretches around the three places.
  expect(large.reads).toBe(few.reads + 3);
  expect(large.cellsRead - more.cellsRead).toBeLessThan(20_004 + 1_000);
  expect((await card('C000001')).totals.spent).toBe(6438.95);
});

test('a note is added from the card; the tab for it is made then and one stays where one was', async () => {
  await fill();
  const before = shop.host.state.sheets.map(({ name }) => name);
  expect(before).not.toContain('互动记录');
  const form = await shop.call<Form>('getForm', { tab: 'interactions', customer: 'C000001' });
  expect(form).toMatchObject({ title: '登记互动', customer: { number: 'C000001', name: '张伟' } });
  expect(shop.host.state.sheets.map(({ name }) => name)).toContain('互动记录');
  const saved = await shop.call('saveRecord', {
    tab: 'interactions',
    requestId: 'request-of-a-note',
    values: { customerId: 'C000001', interactionType: '备注', interactedOn: '2026-11-22', content: '喜欢周末送货' },
  });
  expect(saved).toMatchObject({ ok: true, number: 'H000001' });
  const { events, totals } = await card('C000001');
  expect(events.find(({ number }) => number === 'H000001')).toMatchObject({ what: '备注', words: '喜欢周末送货', isOpen: false });
  expect(totals.counts.at(-1)).toEqual({ tab: 'interactions', label: '互动记录', count: 1, open: 0 });
});
