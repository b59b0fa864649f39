import { expect, test } from '@jest/globals';
import { Shop } from '../ledger/shop.ts';

const purchases = '购买记录';

const lines = (shop: Shop, report: string): string[] =>
  shop.book
    .displayValues(shop.sheet(report).id, { row: 0, column: 0, rows: 120, columns: 8 })
    .map((row) => row.join('|').replace(/\|+$/, ''));

/** Purchases as they come from elsewhere: customer, model, day, quantity, payment, state, amount. */
async function shopWith(rows: string[][], options: Parameters<typeof Shop.open>[0] = {}): Promise<Shop> {
  const shop = await Shop.open(options);
  const [customers, name, order] =
    options.locale === 'en_US' ? ['Customers', 'Customer name', 'Order no.'] : ['基本信息', '客户姓名', '订单编号'];
  await shop.paste(customers!, 2, name!, [
    ['张伟', '13800138000', '', '杭州市文三路 1 号', options.locale === 'en_US' ? 'VIP' : 'VIP客户'],
  ]);
  await shop.unseen(() =>
    shop.paste(
      options.locale === 'en_US' ? 'Purchases' : purchases,
      2,
      order!,
      rows.map((row, at) => [`D${String(at + 1).padStart(6, '0')}`, ...row]),
    ),
  );
  return shop;
}

const bought = (day: string, amount: string, state = '已完成'): string[] => [
  'C000001',
  'KFR-35GW',
  day,
  '1',
  '微信',
  state,
  amount,
];

test('an empty ledger, one without amounts and one with a single customer get reports that say so', async () => {
  const empty = await Shop.open();
  for (const report of ['overview', 'sales', 'orders', 'customers', 'products', 'payments']) {
    const answer = await empty.run('make-report', { report, preset: 'all' });
    expect(answer).toMatchObject({ ok: true, details: { findings: [expect.stringMatching(/“购买记录”里还没有记录/)] } });
  }
  const one = await shopWith([bought('2026-11-01', '100')]);
  const answer = await one.run('overview');
  expect(answer.details).toMatchObject({ findings: ['销售额 ¥100.00，一共 1 笔。'] });
  await one.run('switch-field', { tab: purchases, field: '交易金额', on: false });
  const without = await one.run('make-report', { report: 'sales' });
  expect(without.details).toMatchObject({
    figures: [{ label: '订单数', value: 1 }, { label: '件数' }],
    notes: [expect.stringMatching(/没有金额，这里按笔数和件数统计/)],
  });
});

test('what was not counted is said, and what was asked for stands below the title', async () => {
  const shop = await shopWith([
    bought('2026-11-01', '100'),
    bought('2026-11-02', '200', '已取消'),
    bought('', '300'),
    bought('2027-01-01', '400'),
    bought('2026-11-03', '面议'),
    bought('2026-11-04', 'US$50'),
    bought('2026-11-05', ''),
    ['C000099', 'L55M', '2026-11-06', '若干', '现金', '已完成', '10.10'],
  ]);
  const { details } = await shop.run('make-report', { report: 'sales', preset: 'thisMonth' });
  expect(details).toMatchObject({
    figures: [{ value: 11_010 }, { value: 5 }, { value: 4 }, { value: 5_505 }],
    notes: [
      '1 笔已经取消，没有计入。',
      '另有 1 笔没有日期，或日期看不懂，没有计入。',
      '另有 1 笔的日期还没到，没有计入。',
      '1 笔没有金额，只计笔数。',
      '1 笔的金额看不懂，只计笔数。',
      '1 笔是别的币种，只计笔数（台账按 ¥ 计）。',
      '1 笔的数量看不懂，没有算进件数。',
      '1 笔没有客户编号，或编号不在基本信息里；按客户统计时不在内。',
    ],
  });
  await shop.run('make-report', { report: 'sales', from: '2026-11-01', to: '2026-11-03', region: '浙江省', product: 'kfr-35gw' });
  expect(lines(shop, '销售报表')[1]).toBe('2026年11月1日至11月3日；只看地区“浙江省”；只看产品“kfr-35gw”');
  const nobody = await shop.run('make-report', { report: 'sales', preset: 'thisMonth', region: '西藏' });
  expect(nobody.details).toMatchObject({ figures: [], findings: [expect.stringMatching(/去掉筛选再试/)] });
  const wrong = await shop.run('make-report', { report: 'sales', from: '2026-12-01', to: '2026-11-01' });
  expect(wrong).toMatchObject({ ok: false, message: expect.stringMatching(/开始不晚于结束/) });
  expect(await shop.run('make-report', { report: 'sails' })).toMatchObject({
    ok: false,
    message: expect.stringMatching(/overview, sales/),
  });
});

test('a report is rewritten as a whole; notes and charts beside it stay, in one page with the reports together', async () => {
  const rows = Array.from({ length: 24 }, (_, i) => bought(`2026-${String(1 + (i % 11)).padStart(2, '0')}-05`, String(100 + i)));
  const shop = await shopWith(rows);
  await shop.run('make-report', { report: 'sales', preset: 'thisYear' });
  const { id } = shop.sheet('销售报表');
  await shop.intend({ kind: 'type', sheet: id, row: 3, column: 9, text: '我的笔记' });
  await shop.intend({ kind: 'type', sheet: id, row: 60, column: 1, text: '会被重写' });
  const again = await shop.run('make-report', { report: 'sales', preset: 'lastMonth' });
  expect(again.trace.reads).toBe(2);
  const page = lines(shop, '销售报表');
  expect(page[1]).toBe('2026年10月1日至10月31日');
  expect(page.join()).not.toMatch(/会被重写|没有写完/);
  expect(shop.sheet('销售报表').cells[3]![9]!.v).toBe('我的笔记');
  expect(shop.sheet('销售报表').charts).toHaveLength(1);
  await shop.run('overview');
  const names = shop.host.state.sheets.map(({ name }) => name);
  expect(names.slice(0, 7)).toEqual(['首页', '基本信息', '购买记录', '维修记录', '服务记录', '销售报表', '经营概览']);
  const { charts } = shop.sheet('经营概览');
  expect(charts.length).toBeGreaterThanOrEqual(2);
  for (const { spec } of charts) expect(spec.options.title).not.toBe('');
});

test('columns that somebody deletes from a report, or puts into it, cost the shop none of its own', async () => {
  const shop = await shopWith([bought('2026-10-05', '100'), bought('2026-11-05', '200')]);
  const make = () => shop.run('make-report', { report: 'sales', preset: 'thisYear' });
  await make();
  const { id } = shop.sheet('销售报表');
  const text = () => shop.sheet('销售报表').cells.flatMap((row) => (row ?? []).map((cell) => cell?.v));
  const fresh = lines(shop, '销售报表');
  await shop.intend({ kind: 'type', sheet: id, row: 3, column: 8, text: '旁边的笔记' });
  await shop.intend({ kind: 'deleteColumns', sheet: id, at: 5, count: 3 });
  await make();
  expect(shop.sheet('销售报表').cells[3]![8]!.v).toBe('旁边的笔记');
  await shop.intend({ kind: 'insertColumns', sheet: id, at: 2, count: 1 });
  await shop.intend({ kind: 'type', sheet: id, row: 3, column: 2, text: '中间的笔记' });
  await make();
  expect(text().filter((value) => value === '旁边的笔记' || value === '中间的笔记')).toHaveLength(2);
  expect(lines(shop, '销售报表')).toEqual(fresh);
  await shop.intend({ kind: 'deleteColumns', sheet: id, at: 0, count: 8 });
  await make();
  expect(text()).toEqual(expect.arrayContaining(['旁边的笔记', '中间的笔记', '销售报表']));
  // a copy without the marks of its columns
  const marks = shop.host.state.metadata.filter(({ value }) => value?.startsWith('report.'));
  shop.book.apply([{ op: 'metadata', remove: marks.map((mark) => mark.id) }]);
  await make();
  expect(text().filter((value) => value === '销售报表')).toHaveLength(1);
});

test('an English ledger counts in dollars and says so in English', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => [
    'C000001',
    'Fan',
    `2026-${String(i < 11 ? i + 1 : 11).padStart(2, '0')}-03`,
    '2',
    'Cash',
    'Completed',
    '$1,000.50',
  ]);
  const shop = await shopWith([...rows, ['C000001', 'Fan', '2026-05-05', '1', 'Cash', 'Completed', 'CNY 100']], {
    locale: 'en_US',
  });
  const { details, message } = await shop.run('make-report', { report: 'sales', preset: 'thisYear' });
  expect(message).toBe('"Sales report" is ready.');
  expect(details).toMatchObject({
    figures: [{ label: 'Sales', value: 1_200_600 }, { value: 13 }, { value: 25 }, { value: 100_050 }],
    notes: ['1 record in another currency: only counted (the ledger counts in USD).'],
  });
  expect(lines(shop, 'Sales report')).toContain('Nov 2026|$2,001.00|2|4|$1,000.50');
  expect(lines(shop, 'Sales report')[1]).toMatch(/^Jan 1 to Nov 2\d, 2026$/);
});
