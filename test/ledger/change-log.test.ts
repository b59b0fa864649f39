import { describe, expect, test } from '@jest/globals';
import { CutStage, cutsOf, pasted, run, stateAfter } from './cut-stage.ts';
import { Shop } from './shop.ts';

const customers = '基本信息';
const log = '操作日志';

/** The entries as a reader sees them, by header. */
function entries(shop: Shop): Record<string, string>[] {
  const sheet = shop.sheet(log);
  const rows = shop.book.displayValues(sheet.id, { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount });
  const [header = [], ...rest] = rows;
  return rest.filter((row) => row[0] !== '').map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]!])));
}

const last = (shop: Shop): Record<string, string> => entries(shop).at(-1)!;
const whole = { ok: true, message: expect.stringMatching(/日志完整/) };

async function withTwo(): Promise<Shop> {
  const shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [
    ['张伟', '13800138000'],
    ['李芳', '13900139000'],
  ]);
  return shop;
}

describe('what people type', () => {
  test('is logged with who, where, from and to, persons masked', async () => {
    const shop = await withTwo();
    await shop.run('choose-name', { name: ' 王 店长 ' });
    await shop.type(customers, 3, '联系电话', '139 0013 9009');
    expect(last(shop)).toMatchObject({
      时间: '2026-11-22 12:00:00',
      谁: '王 店长',
      方式: '输入',
      表: customers,
      编号: 'C000002',
      字段: '联系电话',
      原来: '139***00',
      改成: '139***09',
      状态: '完成',
    });
    await shop.type(customers, 3, '客户类型', 'VIP客户');
    expect(last(shop)).toMatchObject({ 字段: '客户类型', 原来: '', 改成: 'VIP客户' });
    expect(await shop.run('check-log')).toMatchObject(whole);
  });

  test('of somebody who never said their name is logged as unknown', async () => {
    const shop = await withTwo();
    expect(entries(shop).every((entry) => entry.谁 === '未识别')).toBe(true);
  });

  test('a block is one entry, with the numbers it was given', async () => {
    const shop = await withTwo();
    expect(entries(shop)).toHaveLength(1);
    expect(last(shop)).toMatchObject({ 编号: 'B2:C3', 改成: '2 行 × 2 列，新编号 C000001–C000002' });
  });

  test('an emptied cell keeps what Google says stood there', async () => {
    const shop = await withTwo();
    await shop.type(customers, 2, '客户类型', '企业客户');
    await shop.clear(customers, 2, '客户类型');
    expect(last(shop)).toMatchObject({ 字段: '客户类型', 原来: '企业客户', 改成: '' });
  });

  test('a date is logged as the day, before and after', async () => {
    const shop = await withTwo();
    await shop.type('购买记录', 2, '购买日期', '2026-11-02');
    await shop.type('购买记录', 2, '购买日期', '2026-11-03');
    expect(last(shop)).toMatchObject({ 字段: '购买日期', 原来: '2026-11-02', 改成: '2026-11-03' });
  });

  test('text that looks like a formula stays text in the log', async () => {
    const shop = await withTwo();
    await shop.type('维修记录', 2, '产品型号', "'=1+1");
    const sheet = shop.sheet(log);
    const rect = { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount };
    expect(entries(shop).find((entry) => entry.字段 === '产品型号')?.改成).toBe('=1+1');
    expect(shop.book.formulas(sheet.id, rect).flat().join('')).toBe('');
  });

  test('costs one commit, and no read of cells for the log', async () => {
    const shop = await withTwo();
    await shop.type(customers, 2, '电子邮箱', 'a@qq.com');
    const { reads, writes } = shop.costs().at(-1)!.trace;
    expect([reads, writes]).toEqual([1, 1]);
  });
});

describe('the log itself', () => {
  test('shows no phone, no name and no address in full, in no column', async () => {
    const shop = await withTwo();
    await shop.type(customers, 2, '地址', '杭州市文一路 1 号');
    await shop.type(customers, 2, '客户姓名', '欧阳娜娜');
    const text = JSON.stringify(shop.sheet(log).cells);
    for (const secret of ['13800138000', '文一路', '欧阳娜娜', '张伟']) expect(text).not.toContain(secret);
  });

  test('says which entry was taken away, also the last one', async () => {
    const shop = await withTwo();
    for (const type of ['VIP客户', '企业客户', '普通客户']) await shop.type(customers, 2, '客户类型', type);
    const sheet = shop.sheet(log).id;
    await shop.intend({ kind: 'deleteRows', sheet, at: 2, count: 1 });
    expect(await shop.run('check-log')).toMatchObject({ ok: false, message: expect.stringMatching(/缺少第 2 条/) });
    await shop.intend({ kind: 'deleteRows', sheet, at: 1, count: 1 });
    expect((await shop.run('check-log')).message).toMatch(/缺少第 1–2 条/);
  });

  test('says which entry was altered', async () => {
    const shop = await withTwo();
    await shop.type(customers, 2, '客户类型', 'VIP客户');
    await shop.intend({ kind: 'type', sheet: shop.sheet(log).id, row: 2, column: 8, text: '普通客户' });
    expect(await shop.run('check-log')).toMatchObject({ ok: false, message: expect.stringMatching(/第 2 条被改过/) });
  });

  test('tells of one record, newest first', async () => {
    const shop = await withTwo();
    for (const type of ['VIP客户', '企业客户']) await shop.type(customers, 2, '客户类型', type);
    await shop.type(customers, 3, '客户类型', 'VIP客户');
    const { details } = await shop.run('record-log', { number: 'C000001' });
    expect(details?.lines).toMatchObject([
      { from: 'VIP客户', to: '企业客户' },
      { field: '客户类型', from: '', to: 'VIP客户' },
    ]);
  });

  test('is whole after somebody has sorted it', async () => {
    const shop = await withTwo();
    for (const type of ['VIP客户', '企业客户']) await shop.type(customers, 2, '客户类型', type);
    const { id } = shop.sheet(log);
    await shop.intend({
      kind: 'sort',
      sheet: id,
      rect: { row: 1, column: 0, rows: 3, columns: 12 },
      keys: [{ column: 0, ascending: false }],
    });
    await shop.type(customers, 2, '客户类型', '普通客户');
    expect(await shop.run('check-log')).toMatchObject(whole);
    expect(entries(shop).map((entry) => entry.序号)).toEqual(['3', '2', '1', '4']);
  });

  test('is made again with the same sequence when somebody has deleted its tab', async () => {
    const shop = await withTwo();
    for (const type of ['VIP客户', '企业客户']) await shop.type(customers, 2, '客户类型', type);
    await shop.intend({ kind: 'deleteSheet', sheet: shop.sheet(log).id });
    await shop.type(customers, 2, '客户类型', '普通客户');
    // What was written last is kept beside the log and comes back with the next entry.
    expect(entries(shop).map((entry) => entry.序号)).toEqual(['3', '4']);
    expect((await shop.run('check-log')).message).toMatch(/缺少第 1–2 条/);
  });

  test('tells of what the sidebar saves, of settings and of samples', async () => {
    const shop = await Shop.open({ samples: true });
    const values = { name: '王五', phone: '13700137000' };
    await shop.call('saveRecord', { tab: 'customers', requestId: 'request-log', values });
    expect(last(shop)).toMatchObject({ 方式: '表单', 编号: 'C000001', 改成: '新增：王***、137***00', 状态: '完成' });
    const shown = { phone: '13700137000' };
    const change = { number: 'C000001', requestId: 'request-log-2', values: { phone: '13700137001' }, shown };
    await shop.call('updateCustomer', change);
    expect(last(shop)).toMatchObject({ 方式: '表单', 字段: '联系电话', 原来: '137***00', 改成: '137***01', 状态: '完成' });
    await shop.run('switch-field', { tab: customers, field: '出生日期', on: true });
    expect(last(shop)).toMatchObject({ 方式: '设置', 字段: '出生日期', 状态: '完成' });
    expect(last(shop).改成).toContain('启用 是');
    await shop.run('remove-samples');
    expect(last(shop)).toMatchObject({ 方式: '示例', 原来: '示例数据', 改成: '已删除', 状态: '完成' });
    expect(await shop.run('check-log')).toMatchObject(whole);
  });
});

test('a deleted row is found by the next check, named once, and its neighbours are not', async () => {
  const shop = await withTwo();
  await shop.type(customers, 4, '客户姓名', '王五');
  await shop.run('check-tab', { tab: customers });
  await shop.intend({ kind: 'deleteRows', sheet: shop.sheet(customers).id, at: 2, count: 1 });
  expect((await shop.run('check-tab', { tab: customers })).message).toMatch(/不在表里了：C000002，/);
  expect(last(shop)).toMatchObject({ 方式: '核对', 编号: 'C000002', 改成: expect.stringMatching(/可能已删除/) });
  expect((await shop.run('check-tab', { tab: customers })).message).not.toMatch(/不在表里/);
  expect(await shop.run('check-log')).toMatchObject(whole);
});

test('a log that grew long keeps its older entries in few cells of an archive, whole, and undo finds them there', async () => {
  const shop = await Shop.open();
  const rows = 5_100;
  const texts = Array.from({ length: rows }, (_, i) => [`客户${i}`, `138 ${10_000_000 + i}`]);
  await shop.unseen(() => shop.paste(customers, 2, '客户姓名', texts));
  await shop.run('check-tab', { tab: customers });
  const archive = shop.sheet('操作日志存档');
  expect(archive).toMatchObject({ hidden: true, columnCount: 5 });
  expect(entries(shop)).toHaveLength(1_000);
  expect(archive.cells.filter((row) => row?.[0]?.v).length).toBeLessThan(100);
  expect(await shop.run('check-log')).toMatchObject(whole);
  expect(await shop.run('undo-run', { run: 1 })).toMatchObject({ details: { back: rows } });
  expect(shop.text(customers, 2, '联系电话')).toBe('138 10000000');
  expect(await shop.run('check-log')).toMatchObject(whole);
  await shop.intend({ kind: 'deleteRows', sheet: archive.id, at: 1, count: 1 });
  expect((await shop.run('check-log')).message).toMatch(/缺少第 1–/);
}, 60_000);

const people = pasted(customers, 2, 1, [
  ['张一', '13800138001', 'a@qq.com', '杭州市'],
  ['张二', '13800138002', 'b@qq.com', '宁波市'],
]);

describe('a run that is cut off', () => {
  test.each([
    [
      'a save',
      (stage: CutStage) =>
        stage.answer(
          'saveRecord',
          JSON.stringify({ tab: 'customers', requestId: 'request-cut', values: { name: '王五', phone: '13700137000' } }),
        ),
    ],
    [
      'a typed cell',
      (stage: CutStage) => stage.intend({ kind: 'type', sheet: stage.sheet(customers).id, row: 1, column: 5, text: 'VIP客户' }),
    ],
  ])('%s leaves no gap in the log and no number twice', async (_, deed) => {
    const state = await stateAfter(run('set-up'), people);
    for (const cut of await cutsOf(state, deed, 20)) {
      const stage = new CutStage(state);
      await stage.cutOff(deed, cut);
      await stage.do(deed);
      const answer = await stage.answer('runAction', 'check-log', '{}');
      expect({ cut, answer: answer.message }).toEqual({ cut, answer: expect.stringMatching(/日志完整/) });
      const numbers = stage
        .sheet(log)
        .cells.slice(1)
        .flatMap((row) => (row?.[0]?.v ? [row[0].v] : []));
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      await stage.host.close();
    }
  });
});
