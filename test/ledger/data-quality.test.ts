import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const customers = '基本信息';
const report = '数据质量';

async function shopWithCustomers(options: Parameters<typeof Shop.open>[0] = {}): Promise<Shop> {
  const shop = await Shop.open(options);
  await shop.paste(customers, 2, '客户姓名', [
    ['张伟', '13800138000', 'zw@example.com', '杭州市文三路 1 号', '普通客户'],
    ['李芳', '138001', '', '', '普通客户'],
    ['王敏', '13900139000', '', '', 'VIP客户'],
  ]);
  return shop;
}

const lines = (shop: Shop): string[] =>
  shop.book
    .displayValues(shop.sheet(report).id, { row: 0, column: 0, rows: 80, columns: 8 })
    .map((row) => row.join('|').replace(/\|+$/, ''));

const links = (shop: Shop): string[] =>
  shop.sheet(report).cells.flatMap((row) => (row ?? []).flatMap((cell) => cell?.r?.flatMap(({ link }) => link ?? []) ?? []));

test('the report says the score, what to do first, and what stands behind the numbers', async () => {
  const shop = await shopWithCustomers();
  await shop.run('reminders');
  const answer = await shop.run('data-quality');
  expect(shop.host.state.sheets.map(({ name }) => name).slice(0, 7)).toEqual([
    '首页',
    '今日事项',
    '基本信息',
    '购买记录',
    '维修记录',
    '服务记录',
    '数据质量',
  ]);
  expect(answer).toMatchObject({ ok: true, details: { records: 3, months: 1 } });
  expect(answer.message).toMatch(/^数据质量 \d+ 分。最划算的一步：基本信息：填上地址，做完总分加 [\d.]+ 分。$/);
  const page = lines(shop);
  expect(page[0]).toBe('数据质量');
  expect(page[1]).toMatch(/看了 3 条记录。下次评估会整张重写这一页/);
  expect(page).toContain('基本信息 · 地址|33.3%|—|2|—|1');
  expect(page).toContain('基本信息 · 联系电话|100.0%|66.7%|0|1|3');
  expect(page.some((line) => /^基本信息 · 联系电话\|C000002\|.*138001/.test(line))).toBe(true);
  expect(shop.sheet(report).charts.map(({ spec }) => [spec.type, spec.options.title])).toEqual([
    ['BAR', expect.stringMatching(/^做完这几步，总分从 \d+ 分到 100 分$/)],
    ['COLUMN', expect.stringMatching(/^11 月得 \d+ 分/)],
  ]);
});

test('a number leads to the rows behind it, and a row to its cell, also after somebody has sorted', async () => {
  const shop = await shopWithCustomers();
  await shop.run('data-quality');
  const id = shop.sheet(customers).id;
  expect(links(shop)).toEqual(expect.arrayContaining([`#gid=${id}&range=C3`, `#gid=${id}&range=E4`]));
  const start = links(shop).find((link) => link.startsWith(`#gid=${shop.sheet(report).id}`))!;
  const row = Number(/A(\d+):C\d+$/.exec(start)![1]);
  expect(lines(shop)[row - 1]).toMatch(/^基本信息 · 地址\|C000002\|没填$/);
  await shop.intend({
    kind: 'sort',
    sheet: id,
    rect: { row: 1, column: 0, rows: 3, columns: 6 },
    keys: [{ column: 0, ascending: false }],
  });
  await shop.intend({ kind: 'select', sheet: shop.sheet(report).id, rect: { row: row - 1, column: 0, rows: 1, columns: 1 } });
  await shop.click('menuGoToRecord');
  expect(shop.failures()).toEqual([]);
  const shown = shop.events.filter((event) => event.event === 'activate').at(-1);
  expect(shown).toMatchObject({ sheet: id, rect: { row: 2, column: 4 } });
});

test('looking twice in a month keeps the last look; what stands beside the report stays', async () => {
  const shop = await shopWithCustomers();
  await shop.run('data-quality');
  const sheet = shop.sheet(report).id;
  await shop.intend({ kind: 'type', sheet, row: 3, column: 9, text: '我的笔记' });
  await shop.intend({ kind: 'type', sheet, row: 40, column: 1, text: '会被重写' });
  await shop.type(customers, 3, '联系电话', '13800138001');
  await shop.type(customers, 3, '地址', '杭州市文三路 2 号');
  await shop.run('data-quality');
  const page = lines(shop);
  expect(page.filter((line) => /^2026-11\|/.test(line))).toHaveLength(1);
  expect(page).toContain('基本信息 · 地址|66.7%|—|1|—|2');
  expect(page.join()).not.toMatch(/会被重写|没有写完/);
  expect(shop.sheet(report).cells[3]![9]!.v).toBe('我的笔记');
  expect(shop.sheet(report).charts).toHaveLength(2);
});

test('the monthly look by itself leaves in sight what one was looking at', async () => {
  const shop = await shopWithCustomers();
  const page = await shop.call<{ jobs: { key: string; last?: { told: string } }[] }>('runJob', { job: 'quality' });
  expect(JSON.stringify(page)).toMatch(/看了 3 条记录，\d+ 分。/);
  expect(lines(shop)[1]).toMatch(/看了 3 条记录/);
  const shown = shop.events.filter((event) => event.event === 'activate').at(-1);
  expect(shown).not.toMatchObject({ sheet: shop.sheet(report).id });
});

test('names and numbers that look like formulas stay text in the report', async () => {
  const shop = await Shop.open();
  await shop.paste('服务记录', 2, '服务类型', [['维修', '2026-11-01', "'=1+1"]]);
  await shop.run('data-quality');
  expect(lines(shop).some((line) => line.startsWith('=1+1|'))).toBe(true);
  expect(
    shop
      .sheet(report)
      .cells.flat()
      .some((cell) => cell?.f),
  ).toBe(false);
});

test('an empty ledger is told so, and English shops read English', async () => {
  const empty = await Shop.open();
  expect((await empty.run('data-quality')).message).toBe('还没有记录可以评估。');
  expect(lines(empty)[3]).toBe('还没有记录可以评估。先登记几位客户，再来看。');
  const shop = await Shop.open({ locale: 'en_US', samples: true });
  expect((await shop.run('data-quality')).message).toMatch(/^Data quality: \d+ points\./);
  const sheet = shop.sheet('Data quality');
  const words = sheet.cells.flat().flatMap((cell) => (typeof cell?.v === 'string' ? cell.v : []));
  expect(words.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
});

test('the service calls of an assessment do not grow with the rows', async () => {
  const calls = async (count: number) => {
    const shop = await Shop.open();
    const rows = Array.from({ length: count }, (_, i) => [`客户${i}`, `139${String(i).padStart(8, '0')}`, '', '', '']);
    await shop.paste(customers, 2, '客户姓名', rows);
    const { trace } = await shop.run('data-quality');
    return [trace.reads, trace.writes, trace.serviceCalls];
  };
  expect(await calls(120)).toEqual(await calls(60));
});
