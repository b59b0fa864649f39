import { expect, test } from '@jest/globals';
import type { Card } from '../../src/domain/api.ts';
import type { JobsPage } from '../../src/domain/automation/api.ts';
import { Shop, type ShopOptions } from '../ledger/shop.ts';

const today = '今日事项';
const DAY = 86_400_000;

/** A shop with something of everything; it is 22 November 2026. */
async function shopWith(options: ShopOptions = {}): Promise<Shop> {
  const shop = await Shop.open(options);
  await shop.run('switch-field', { tab: 'customers', field: '出生日期', on: true });
  await shop.run('switch-field', { tab: 'customers', field: '负责人', on: true });
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '13800138000'],
    ['李芳', '13900139000'],
  ]);
  await shop.type('基本信息', 2, '出生日期', '1980-11-25');
  await shop.type('基本信息', 2, '负责人', '小王');
  await shop.paste('购买记录', 2, '客户编号', [
    ['C000001', 'KFR-35GW', '2026-11-19', '1', '微信', '待发货'],
    ['C000002', 'BCD-218W', '2026-11-20', '1', '微信', '待发货'],
  ]);
  await shop.paste('维修记录', 2, '客户编号', [['C000002', '=1+1', '2026-11-01', '', '', '等配件', '']]);
  return shop;
}

/** The list as it is shown, by its headers, the rows of reminders only. */
function listed(shop: Shop, ...headers: string[]): string[][] {
  const sheet = shop.sheet(today);
  const rows = shop.book.displayValues(sheet.id, { row: 3, column: 0, rows: 20, columns: sheet.columnCount });
  const columns = headers.map((header) => rows[0]!.indexOf(header));
  return rows
    .slice(1)
    .filter((row) => row.some((text) => text.includes('|')))
    .map((row) => columns.map((column) => row[column]!));
}

/** Chooses something in the row whose 事项 holds these words. */
async function choose(shop: Shop, words: string, text: string): Promise<void> {
  const sheet = shop.sheet(today);
  const rows = shop.book.displayValues(sheet.id, { row: 0, column: 0, rows: 30, columns: 11 });
  const row = rows.findIndex((cells) => cells.some((cell) => cell.includes(words)));
  await shop.intend({ kind: 'type', sheet: sheet.id, row, column: rows[3]!.indexOf('处理'), text });
}

const state = (shop: Shop, name: string) => JSON.stringify(shop.sheet(name).cells);

test('the list says what is to be done, about whom and by whom, the most pressing first, and leads to the record', async () => {
  const shop = await shopWith();
  const before = ['基本信息', '购买记录', '维修记录'].map((name) => state(shop, name));
  const { ok, message } = await shop.run('reminders');
  expect([ok, message]).toEqual([true, '今日事项：逾期 2 件，今天 1 件，即将 1 件。']);
  expect(listed(shop, '紧急', '提醒', '事项', '客户编号', '客户姓名', '联系电话', '日期', '负责人', '处理')).toEqual([
    ['逾期', '维修未完成', '=1+1 报修 21 天了还没修好', 'C000002', '李芳', '13900139000', '2026-11-08', '店长', '待办'],
    ['逾期', '订单未发货', 'KFR-35GW 下单 3 天了还没发货', 'C000001', '张伟', '13800138000', '2026-11-21', '小王', '待办'],
    ['今天', '订单未发货', 'BCD-218W 下单 2 天了还没发货', 'C000002', '李芳', '13900139000', '2026-11-22', '店长', '待办'],
    ['即将', '客户生日', '11月25日生日（还有 3 天）', 'C000001', '张伟', '13800138000', '2026-11-25', '小王', '待办'],
  ]);
  expect(['基本信息', '购买记录', '维修记录'].map((name) => state(shop, name))).toEqual(before);
  // The link finds the record wherever it is sorted to.
  const link = () => shop.book.values(shop.sheet(today).id, { row: 5, column: 9, rows: 1, columns: 1 })[0]![0];
  const formula = shop.book.formulas(shop.sheet(today).id, { row: 5, column: 9, rows: 1, columns: 1 })[0]![0]!;
  expect(formula).toContain(`IF('购买记录'!A2="D000001",ROW('购买记录'!A2),MATCH("D000001",'购买记录'!A:A,0))`);
  expect(link()).toBe('D000001');
});

test('what is done is out of sight, what was snoozed comes back, however the list was sorted', async () => {
  const shop = await shopWith();
  await shop.run('reminders');
  const { id } = shop.sheet(today);
  const rect = { row: 4, column: 0, rows: 4, columns: 11 };
  await shop.intend({ kind: 'sort', sheet: id, rect, keys: [{ column: 4, ascending: true }] });
  await choose(shop, 'KFR-35GW 下单', '已处理');
  await choose(shop, 'BCD-218W 下单', '稍后 3 天');
  await shop.run('reminders');
  expect(listed(shop, '紧急', '提醒', '处理')).toEqual([
    ['逾期', '维修未完成', '待办'],
    ['即将', '客户生日', '待办'],
    ['稍后', '订单未发货', '稍后到 2026-11-25'],
    ['已处理', '订单未发货', '已处理'],
  ]);
  // Read again and again, nothing moves.
  await shop.run('reminders');
  await shop.run('due-reminders');
  shop.now += 3 * DAY;
  await shop.run('reminders');
  expect(listed(shop, '紧急', '事项', '处理')).toEqual([
    ['逾期', '=1+1 报修 24 天了还没修好', '待办'],
    ['逾期', 'BCD-218W 下单 5 天了还没发货', '待办'],
    ['今天', '11月25日生日（今天）', '待办'],
    ['已处理', 'KFR-35GW 下单 6 天了还没发货', '已处理'],
  ]);
  await choose(shop, 'KFR-35GW 下单', '待办');
  await shop.run('reminders');
  expect(listed(shop, '紧急', '事项')).toContainEqual(['逾期', 'KFR-35GW 下单 6 天了还没发货']);
});

test('words that nobody can understand stay where they are, with what to write instead', async () => {
  const shop = await shopWith();
  await shop.run('reminders');
  await choose(shop, '报修', '回头再说');
  await shop.run('reminders');
  expect(listed(shop, '提醒', '处理')[0]).toEqual(['维修未完成', '回头再说']);
  const cell = { row: 4, column: 8, rows: 1, columns: 1 };
  const { id } = shop.sheet(today);
  expect(shop.book.notes(id, cell)[0]![0]).toMatch(/看不懂“回头再说”。请从下拉里选，或写一个日期/);
  expect(shop.book.styles(id, cell)[0]![0]!.background).toBe('#fbdedb');
  await choose(shop, '报修', '12-1');
  await shop.run('reminders');
  expect(listed(shop, '紧急', '处理')).toContainEqual(['稍后', '稍后到 2026-12-01']);
  expect(shop.book.notes(id, cell)[0]![0]).toBe('');
});

test('a list in which the shop has put a column of its own is left to the shop, and what was chosen in it counts', async () => {
  const shop = await shopWith();
  await shop.run('reminders');
  await choose(shop, '报修', '已处理');
  const { id } = shop.sheet(today);
  await shop.intend({ kind: 'insertColumns', sheet: id, at: 2, count: 1 });
  await shop.intend({ kind: 'type', sheet: id, row: 4, column: 2, text: '问过师傅' });
  await shop.run('reminders');
  const old = shop.host.state.sheets.find((sheet) => sheet.id === id)!;
  expect(shop.book.displayValues(old.id, { row: 4, column: 2, rows: 1, columns: 1 })[0]![0]).toBe('问过师傅');
  const made = shop.host.state.sheets.find(({ name }) => name === '今日事项 2')!;
  expect(shop.book.displayValues(made.id, { row: 4, column: 0, rows: 4, columns: 1 }).flat()).toEqual([
    '逾期',
    '今天',
    '即将',
    '已处理',
  ]);
});

test('each person is told their own, without anything being written; who has left is told nothing', async () => {
  const shop = await shopWith();
  type Due = { people: { person: string; overdue: { text: string }[]; today: unknown[]; coming: unknown[]; done: unknown[] }[] };
  const due = async () => {
    const { details } = await shop.run('due-reminders');
    return (details as unknown as Due).people.map(({ person, ...lists }) => [
      person,
      ...Object.values(lists).map((list) => list.length),
    ]);
  };
  const before = JSON.stringify(shop.host.state.sheets);
  expect(await due()).toEqual([
    ['店长', 1, 1, 0, 0],
    ['小王', 1, 0, 1, 0],
  ]);
  expect(JSON.stringify(shop.host.state.sheets)).toBe(before);
  await shop.run('open-staff');
  await shop.paste('员工', 2, '姓名', [['王店长'], ['小王']]);
  await shop.type('员工', 2, '角色', '店长');
  await shop.type('员工', 3, '在职', '离职');
  await shop.run('reminders');
  await choose(shop, '报修', '已处理');
  expect(await due()).toEqual([['王店长', 1, 1, 1, 1]]);
});

test('the settings hold a row for each reminder, say how many there are and answer mistakes in place', async () => {
  const shop = await shopWith();
  const tab = '提醒设置';
  await shop.run('open-reminder-settings');
  const at = (name: string) => shop.columnTexts(tab, '提醒').indexOf(name) + 2;
  await shop.unseen(() => shop.type(tab, at('维修未完成'), '天数', '很久'));
  await shop.type(tab, at('客户生日'), '启用', '否');
  const own = at('久未购买') + 1;
  await shop.paste(tab, own, '提醒', [['回访新冰箱', '购买记录', '到货日期', '', '1', '之后']]);
  await shop.run('reminders');
  expect(shop.text(tab, at('订单未发货'), '现在')).toBe('在用，现在 2 件');
  expect(shop.text(tab, at('客户生日'), '现在')).toBe('没有启用');
  expect(shop.text(tab, at('付款到期'), '现在')).toBe('在用，现在 0 件');
  expect(shop.note(tab, at('维修未完成'), '天数')).toMatch(/请填 0 到 3660 的整数，不是“很久”/);
  expect(shop.note(tab, own, '日期字段')).toMatch(/没有日期字段“到货日期”。这个表的日期字段有：购买日期/);
  const head = shop.book.displayValues(shop.sheet(today).id, { row: 2, column: 0, rows: 1, columns: 1 })[0]![0]!;
  expect(head).toMatch(/提醒设置里有 2 处要改/);
  await shop.type(tab, own, '日期字段', '购买日期');
  await shop.type(tab, at('维修未完成'), '天数', '30');
  await shop.run('reminders');
  expect([shop.note(tab, own, '日期字段'), shop.note(tab, at('维修未完成'), '天数')]).toEqual([
    '',
    expect.not.stringMatching(/检查/),
  ]);
  expect(listed(shop, '紧急', '事项').map(([, text]) => text)).toEqual([
    '回访新冰箱（购买日期 11月19日，已过 2 天）',
    'KFR-35GW 下单 3 天了还没发货',
    '回访新冰箱（购买日期 11月20日，已过 1 天）',
    'BCD-218W 下单 2 天了还没发货',
  ]);
});

test('the list is made each morning by itself, and the start page says how much there is', async () => {
  const shop = await shopWith();
  await shop.call<JobsPage>('switchJob', { job: 'reminders', on: true, name: '王店长' });
  shop.now += DAY;
  await shop.host.fireTrigger(shop.host.state.triggers[0]!.id);
  expect(listed(shop, '紧急')).toHaveLength(4);
  const home = shop.sheet('首页').id;
  const lines = shop.book.displayValues(home, { row: 0, column: 0, rows: 30, columns: 1 }).flat().join('\n');
  expect(lines).toMatch(/2026年11月23日 有 3 件事要办，其中 3 件逾期。/);
  expect(shop.failures()).toEqual([]);
});

test('the card of a customer shows what is to be done about them, and not what was put off', async () => {
  const shop = await shopWith();
  const onCard = async () => (await shop.call<Card>('getCard', { customer: 'C000001' })).reminders;
  expect(await onCard()).toEqual([
    { label: '逾期', hue: 'red', text: 'KFR-35GW 下单 3 天了还没发货' },
    { label: '即将', hue: 'blue', text: '11月25日生日（还有 3 天）' },
  ]);
  await shop.run('reminders');
  await choose(shop, 'KFR-35GW 下单', '稍后 7 天');
  expect((await onCard()).map(({ text }) => text)).toEqual(['11月25日生日（还有 3 天）']);
});

test('more to do costs no more calls', async () => {
  const shop = await Shop.open();
  await shop.run('reminders');
  const calls: number[] = [];
  for (const amount of [2, 60]) {
    const repairs = Array.from({ length: amount }, (_, i) => [`R${i}`, 'C000001', 'A', '2026-11-01', '', '', '等配件', '']);
    await shop.unseen(() => shop.paste('维修记录', 2, '维修单编号', repairs));
    await shop.run('reminders');
    const { trace } = await shop.run('reminders');
    expect(listed(shop, '紧急').length).toBe(Math.min(amount, 19));
    calls.push(trace.serviceCalls);
  }
  expect(calls[1]).toBe(calls[0]);
});

test('an empty ledger and an English one read well', async () => {
  const empty = await Shop.open();
  await empty.run('reminders');
  const cell = (shop: Shop, name: string, row: number) =>
    shop.book.displayValues(shop.sheet(name).id, { row, column: 0, rows: 1, columns: 1 })[0]![0];
  expect(cell(empty, today, 1)).toBe('2026年11月22日：没有要提醒的事。');
  const english = await Shop.open({ locale: 'en_US', samples: true });
  expect((await english.run('reminders')).message).toBe('Today: 3 overdue, 1 for today, 0 coming.');
  const sheet = english.sheet('Today');
  const texts = english.book.displayValues(sheet.id, { row: 0, column: 0, rows: 10, columns: 11 }).flat().join('\n');
  expect(texts).toMatch(/BCD-218W ordered 3 days ago and not shipped/);
  expect(texts).not.toMatch(/[\u4e00-\u9fff]/);
});
