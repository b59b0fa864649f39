import { describe, expect, test } from '@jest/globals';
import type { MergeProposal, MergeResult } from '../../src/domain/api.ts';
import { CutStage, cutsOf, pasted, run, stateAfter } from './cut-stage.ts';
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

/** A formula in a column of texts, where somebody has taken the format away. */
async function typeFormula(shop: Shop, tab: string, row: number, header: string, formula: string): Promise<void> {
  const { id } = shop.sheet(tab);
  const rect = { row: row - 1, column: shop.column(tab, header), rows: 1, columns: 1 };
  await shop.intend({ kind: 'format', sheet: id, rects: [rect], style: { numberFormat: 'General' } });
  await shop.unseen(() => shop.type(tab, row, header, formula));
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

  test('moves records of every tab, also by a field that is switched off, and leaves other people’s alone', async () => {
    const shop = await shopWithTwo();
    await bought(shop);
    await shop.run('open-interactions');
    await shop.paste('维修记录', 2, '客户编号', [['C000003', '海尔']]);
    await shop.paste('互动记录', 2, '客户编号', [['C000003'], ['C000002']]);
    await shop.run('switch-field', { tab: '维修记录', field: '客户编号', on: false });
    expect(await shop.run('merge-customers', drop)).toMatchObject({ ok: true, details: { moved: 4 } });
    expect(shop.columnTexts('互动记录', '客户编号')).toEqual(['C000001', 'C000002']);
    expect(shop.columnTexts('维修记录', '客户编号')).toEqual(['C000001']);
  });

  test('says beforehand what it would do, and does nothing then', async () => {
    const shop = await shopWithTwo();
    const before = rows(shop);
    const told = await shop.run('merge-customers', { ...drop, preview: true });
    expect(told).toMatchObject({
      ok: true,
      message: expect.stringMatching(/电子邮箱：（空） → zhang@qq.com/),
      details: { cells: 5 },
    });
    expect(rows(shop)).toEqual(before);
  });

  test('once, however often the same request comes', async () => {
    const shop = await shopWithTwo();
    await bought(shop);
    const request = { requestId: 'request-1', ...drop, values: {}, shown: {} };
    const first = await shop.call<MergeResult>('mergeCustomers', request);
    expect(first).toMatchObject({ ok: true, run: 1, moved: 2, kept: { number: 'C000001', name: '张伟' } });
    expect(await shop.call('mergeCustomers', request)).toMatchObject({ ok: true, run: 1, moved: 2, repeated: true });
    await shop.run('undo-run', { run: 1 });
    expect(await shop.call('mergeCustomers', request)).toMatchObject({ ok: true, repeated: true });
    expect(rows(shop)).toHaveLength(3);
  });

  test('takes what was chosen, and joins what is proposed to be joined', async () => {
    const shop = await shopWithTwo();
    const proposal = await shop.call<MergeProposal>('proposeMerge', { customers: ['C000001', 'C000003'] });
    const field = (key: string) => proposal.fields.find((each) => each.key === key)!;
    expect(field('phone')).toMatchObject({ texts: ['13800138000', '13800138000 / 010-62345678'], proposed: 1 });
    expect(field('customerType')).toMatchObject({ proposed: 1, why: expect.stringMatching(/./) });
    const values = { address: '杭州市文三路 100 号', phone: '13800138000' };
    expect((await shop.call<MergeResult>('mergeCustomers', { requestId: 'request-2', ...drop, values, shown: {} })).ok).toBe(
      true,
    );
    expect(rows(shop)[0]!.slice(1, 5)).toEqual(['张伟', '13800138000', 'zhang@qq.com', '杭州市文三路 100 号']);
  });

  test('stops where somebody has changed what the person saw', async () => {
    const shop = await shopWithTwo();
    const shown = { C000003: { email: 'zhang@qq.com' } };
    await shop.type(customers, 4, '电子邮箱', 'new@qq.com');
    const before = rows(shop);
    const result = await shop.call<MergeResult>('mergeCustomers', { requestId: 'request-3', ...drop, values: {}, shown });
    expect(result).toMatchObject({ ok: false, changed: true, message: expect.stringMatching(/C000003 的电子邮箱/) });
    expect(rows(shop)).toEqual(before);
  });

  test.each<[string, (shop: Shop) => Promise<unknown>, RegExp]>([
    [
      'a record without a number',
      (shop) => shop.unseen(() => shop.paste(purchases, 5, '客户编号', [['C000003']])),
      /第 5 行没有编号.*检查本表/,
    ],
    [
      'a record whose number stands twice',
      (shop) => shop.unseen(() => shop.type(purchases, 3, '订单编号', 'D000001')),
      /D000001 不止一行/,
    ],
    [
      'a reference that is a formula',
      (shop) => typeFormula(shop, purchases, 2, '客户编号', '="C00000"&3'),
      /D000001 的客户编号是公式.*仅粘贴值/,
    ],
    [
      'a formula in a cell that is to change',
      (shop) => typeFormula(shop, customers, 2, '地址', '="文一路"'),
      /C000001 的地址是公式/,
    ],
    [
      'a customer whose number stands twice',
      (shop) => shop.unseen(() => shop.type(customers, 3, '客户编号', 'C000003')),
      /C000003/,
    ],
  ])('does nothing with %s in the way, and says what to do', async (what, prepare, told) => {
    const shop = await shopWithTwo();
    await bought(shop);
    await prepare(shop);
    const [before, references] = [rows(shop), shop.columnTexts(purchases, '客户编号')];
    const values = what.includes('to change') ? { address: '文二路 1 号' } : {};
    const merged = await shop.run('merge-customers', { ...drop, values });
    expect(merged).toMatchObject({ ok: false, message: expect.stringMatching(told) });
    expect([rows(shop), shop.columnTexts(purchases, '客户编号')]).toEqual([before, references]);
  });

  test('lets a purchase that somebody types meanwhile follow', async () => {
    const shop = await shopWithTwo();
    await bought(shop);
    const { id } = shop.sheet(purchases);
    shop.meanwhile('deleteRows', 'runAction', (session) =>
      session.intent({ kind: 'paste', sheet: id, row: 4, column: 0, cells: [['D000009', 'C000003', '海信', '2026-11-01', '1']] }),
    );
    expect(await shop.run('merge-customers', drop)).toMatchObject({ ok: true, details: { moved: 3 } });
    expect(shop.waits).toBe(false);
    expect(shop.columnTexts(purchases, '客户编号')).toEqual(['C000001', 'C000002', 'C000001', 'C000001']);
    await shop.run('undo-run', { run: 1 });
    expect(shop.columnTexts(purchases, '客户编号')).toEqual(['C000003', 'C000002', 'C000003', 'C000003']);
  });

  test('never gives the number of who is gone to anybody else, and says where they are', async () => {
    const shop = await shopWithTwo();
    await shop.run('merge-customers', drop);
    const values = { name: '王五', phone: '13700137000' };
    const saved = await shop.call('saveRecord', { tab: 'customers', requestId: 'request-4', values });
    expect(saved).toMatchObject({ ok: true, number: 'C000004' });
    expect(await shop.call('getCard', { customer: 'C000003' })).toMatchObject({
      failed: true,
      message: expect.stringMatching(/C000003 已经合并到 C000001/),
    });
    expect(await shop.call('findCustomers', { text: 'c000003' })).toMatchObject({ customers: [{ number: 'C000001' }] });
    expect(await shop.run('find-customers', { query: 'C000003' })).toMatchObject({
      message: expect.stringMatching(/已经合并到 C000001/),
    });
    const again = await shop.run('merge-customers', { keep: 'C000002', drop: ['C000003'] });
    expect(again).toMatchObject({ ok: false, message: expect.stringMatching(/已经合并到 C000001/) });
  });
});

describe('undoing a merge', () => {
  test('days later brings everything back wherever it is now: rows, formulas, notes, colours, columns of the shop’s own', async () => {
    const shop = await shopWithTwo();
    await bought(shop);
    const { id } = shop.sheet(customers);
    const cell = { row: 3, column: 7, rows: 1, columns: 1 };
    await shop.intend({ kind: 'note', sheet: id, row: 3, column: 2, note: '下午打' });
    await shop.intend({ kind: 'format', sheet: id, rects: [cell], style: { background: '#d9ead3', bold: true } });
    await shop.intend({ kind: 'paste', sheet: id, row: 0, column: 8, cells: [['姓名加类型'], [''], [''], ['=B4&F4']] });
    await shop.run('merge-customers', drop);
    await shop.intend({ kind: 'moveColumns', sheet: id, at: 3, count: 1, to: 12 });
    await shop.type(customers, 4, '客户姓名', '王五');
    const rect = { row: 1, column: 0, rows: 3, columns: 12 };
    await shop.intend({ kind: 'sort', sheet: id, rect, keys: [{ column: 0, ascending: false }] });
    expect(await shop.run('undo-run', { run: 1 })).toMatchObject({ ok: true, details: { left: 0 } });
    const row = shop.columnTexts(customers, '客户编号').indexOf('C000003') + 2;
    expect(shop.text(customers, row, '电子邮箱')).toBe('zhang@qq.com');
    expect(shop.text(customers, row, '老板的话')).toBe('嫌贵');
    expect(shop.style(customers, row, '老板的话')).toMatchObject({ background: '#d9ead3', bold: true });
    expect(shop.note(customers, row, '联系电话')).toBe('下午打');
    expect(shop.text(customers, row, '姓名加类型')).toBe('张伟VIP客户');
    await shop.type(customers, row, '客户类型', '企业客户');
    expect(shop.text(customers, row, '姓名加类型')).toBe('张伟企业客户');
    expect(shop.columnTexts(customers, '客户编号')).toHaveLength(4);
  });

  test('leaves alone what somebody has changed since, and says so', async () => {
    const shop = await shopWithTwo();
    await bought(shop);
    await shop.run('merge-customers', drop);
    await shop.type(customers, 2, '电子邮箱', 'newer@qq.com');
    await shop.type(purchases, 2, '客户编号', 'C000002');
    const undone = await shop.run('undo-run', { run: 1 });
    expect(undone).toMatchObject({ ok: true, message: expect.stringMatching(/2 处没有动：之后被改过 2 处/) });
    expect(shop.text(customers, 2, '电子邮箱')).toBe('newer@qq.com');
    expect(shop.columnTexts(purchases, '客户编号')).toEqual(['C000002', 'C000002', 'C000003']);
    expect(rows(shop)).toHaveLength(3);
  });

  test('undone in turn, takes along what was sold meanwhile, but not who was changed meanwhile', async () => {
    const shop = await shopWithTwo();
    await bought(shop);
    await shop.run('merge-customers', drop);
    await shop.run('undo-run', { run: 1 });
    await shop.paste(purchases, 5, '客户编号', [['C000003', '海信', '2026-11-01', '1']]);
    await shop.run('undo-run', { run: 2 });
    expect(shop.columnTexts(purchases, '客户编号')).toEqual(['C000001', 'C000002', 'C000001', 'C000001']);
    await shop.run('undo-run', { run: 3 });
    await shop.type(customers, 4, '客户姓名', '章伟');
    const left = await shop.run('undo-run', { run: 4 });
    expect(left).toMatchObject({ ok: true, message: expect.stringMatching(/之后被改过 1 处/) });
    expect(shop.columnTexts(customers, '客户姓名')).toContain('章伟');
  });
});

describe('a merge that is cut off', () => {
  test('is finished or taken back by the next run, and told', async () => {
    const state = await stateAfter(
      run('set-up'),
      pasted(customers, 2, 1, [
        ['张伟', '13800138000'],
        ['李芳', '13900139000'],
        ['张伟', '13800138001', 'zhang@qq.com'],
      ]),
      pasted(purchases, 2, 1, [
        ['C000003', '海尔', '2026-10-01', '1'],
        ['C000002', '美的', '2026-10-02', '1'],
      ]),
    );
    const deed = run('merge-customers', drop);
    const seen = new Set<string>();
    for (const cut of await cutsOf(state, deed, 7)) {
      const stage = new CutStage(state);
      await stage.cutOff(deed, cut);
      const { message } = await stage.answer('runAction', 'check-log', '{}');
      expect({ cut, message }).toEqual({ cut, message: expect.stringMatching(/日志完整/) });
      const numbers = stage
        .sheet(customers)
        .cells.slice(1, 5)
        .map((row) => row?.[0]?.v ?? '');
      const bought = stage.sheet(purchases).cells[1]?.[1]?.v;
      const ends = [...numbers.filter(Boolean), bought].join(' ');
      expect(['C000001 C000002 C000003 C000003', 'C000001 C000002 C000001']).toContain(ends);
      expect(stage.open).toEqual([]);
      seen.add(ends);
      await stage.host.close();
    }
    expect(seen.size).toBe(2);
  });
});
