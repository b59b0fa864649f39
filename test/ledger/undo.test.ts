import { describe, expect, test } from '@jest/globals';
import { CutStage, cutsOf, run } from './cut-stage.ts';
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

const whole = { ok: true, message: expect.stringMatching(/日志完整/) };

async function withTwo(): Promise<Shop> {
  const shop = await Shop.open();
  await shop.paste(customers, 2, '客户姓名', [
    ['张伟', '13800138000'],
    ['李芳', '13900139000'],
  ]);
  return shop;
}

/** Three records that a check has changed as one run. */
async function checked(): Promise<Shop> {
  const shop = await withTwo();
  await shop.unseen(async () => {
    await shop.paste(customers, 2, '联系电话', [['138 0013 8000'], ['+86 139 0013 9001']]);
    await shop.paste(customers, 2, '电子邮箱', [['ZHANG@QQ.COM'], ['']]);
  });
  expect((await shop.run('check-tab', { tab: customers })).ok).toBe(true);
  expect(shop.columnTexts(customers, '联系电话')).toEqual(['13800138000', '13900139001']);
  return shop;
}

const before = ['138 0013 8000', '+86 139 0013 9001'];

describe('undoing a run', () => {
  test('puts back what stood there, says so, and can be undone in turn', async () => {
    const shop = await checked();
    expect(await shop.run('undo-run', { preview: true })).toMatchObject({ ok: true, details: { back: 3, left: 0 } });
    const undone = await shop.run('undo-run', { run: 1 });
    expect(undone).toMatchObject({ ok: true, message: expect.stringMatching(/恢复 3 处/), details: { undo: 2, back: 3 } });
    expect(shop.columnTexts(customers, '联系电话')).toEqual(before);
    expect(shop.text(customers, 2, '电子邮箱')).toBe('ZHANG@QQ.COM');
    expect(await shop.run('undo-run', { run: 1 })).toMatchObject({ message: expect.stringMatching(/已经撤销过/) });
    await shop.run('undo-run', { run: 2 });
    expect(shop.columnTexts(customers, '联系电话')).toEqual(['13800138000', '13900139001']);
    expect(entries(shop).every((entry) => entry.状态 === '完成')).toBe(true);
    expect(await shop.run('check-log')).toMatchObject(whole);
  });

  test('takes the run whose row of the log is chosen, whatever came after it', async () => {
    const shop = await checked();
    await shop.unseen(() => shop.paste(customers, 3, '联系电话', [['+86 139 0013 9002']]));
    await shop.run('check-tab', { tab: customers });
    const { session } = shop.as('colleague@example.com');
    const asked = async (row: number) => {
      await session.intent({ kind: 'select', sheet: shop.sheet(log).id, rect: { row, column: 3, rows: 1, columns: 1 } });
      return JSON.stringify(await session.call('runAction', ['undo-run', '{"preview":true}']));
    };
    const rowOf = (run: string): number => entries(shop).findIndex((entry) => entry.批次 === run) + 1;
    expect(await asked(rowOf('1'))).toMatch(/撤销第 1 批/);
    expect(await asked(rowOf('2'))).toMatch(/撤销第 2 批/);
    // neither the header nor what somebody typed belongs to a run
    expect(await asked(0)).toMatch(/撤销第 2 批/);
    expect(await asked(1)).toMatch(/撤销第 2 批/);
  });

  test('leaves alone what somebody has changed since, and says how many and where', async () => {
    const shop = await checked();
    await shop.type(customers, 2, '联系电话', '13500135000');
    const undone = await shop.run('undo-run', { run: 1 });
    expect(undone.message).toMatch(/恢复 2 处，1 处没有动：之后被改过 1 处（C00000\d 联系电话）/);
    expect(shop.columnTexts(customers, '联系电话')).toEqual(['13500135000', before[1]]);
  });

  test('finds records and columns that were sorted, inserted and renamed, in a tab that was renamed', async () => {
    const shop = await checked();
    const { id } = shop.sheet(customers);
    await shop.intend({
      kind: 'sort',
      sheet: id,
      rect: { row: 1, column: 0, rows: 2, columns: 6 },
      keys: [{ column: 0, ascending: false }],
    });
    await shop.intend({ kind: 'insertColumns', sheet: id, at: 0, count: 2 });
    await shop.intend({ kind: 'insertRows', sheet: id, at: 1, count: 1 });
    await shop.type(customers, 1, '联系电话', '手机');
    await shop.intend({ kind: 'renameSheet', sheet: id, name: '客户' });
    await shop.run('undo-run', { run: 1 });
    expect(shop.columnTexts('客户', '手机')).toEqual(['', before[1], before[0]]);
  });

  test('says of a record that is gone that it is gone', async () => {
    const shop = await checked();
    await shop.intend({ kind: 'deleteRows', sheet: shop.sheet(customers).id, at: 1, count: 1 });
    expect((await shop.run('undo-run', { run: 1 })).message).toMatch(/恢复 1 处，2 处没有动：记录不在了 2 处/);
    expect(shop.columnTexts(customers, '联系电话')).toEqual([before[1]]);
  });

  test('never takes a number back that was given', async () => {
    const shop = await withTwo();
    await shop.unseen(() => shop.paste(customers, 4, '客户姓名', [['王五', '137 0013 7000']]));
    await shop.run('check-tab', { tab: customers });
    await shop.run('undo-run', { run: 1 });
    expect(shop.text(customers, 4, '客户编号')).toBe('C000003');
    expect(shop.text(customers, 4, '联系电话')).toBe('137 0013 7000');
  });

  test('meets somebody who sorts in the middle: nothing comes into the wrong row', async () => {
    const shop = await checked();
    const { id } = shop.sheet(customers);
    const rect = { row: 1, column: 0, rows: 2, columns: 6 };
    shop.meanwhile('setValues', 'runAction', (session) =>
      session.intent({ kind: 'sort', sheet: id, rect, keys: [{ column: 0, ascending: false }] }),
    );
    // The sort's own trigger would normalise the phones once more.
    await shop.unseen(() => shop.run('undo-run', { run: 1 }));
    expect(shop.waits).toBe(false);
    const phones = Object.fromEntries(
      shop.columnTexts(customers, '客户编号').map((n, i) => [n, shop.columnTexts(customers, '联系电话')[i]]),
    );
    expect(phones).toEqual({ C000001: before[0], C000002: before[1] });
  });

  test('costs no more calls for many records than for few', async () => {
    const costs: number[] = [];
    for (const rows of [100, 600]) {
      const shop = await Shop.open();
      await shop.unseen(() =>
        shop.paste(
          customers,
          2,
          '客户姓名',
          Array.from({ length: rows }, (_, i) => [`客户${i}`, `138 ${10000000 + i}`]),
        ),
      );
      await shop.run('check-tab', { tab: customers });
      const { trace, details } = await shop.run('undo-run', { run: 1 });
      expect(details?.back).toBe(rows);
      costs.push(trace.serviceCalls);
      // three of them for the marks of what is put back, one for the log's own format where a run is long
      expect(trace.reads).toBeLessThanOrEqual(14);
      expect(trace.writes).toBeLessThanOrEqual(4);
    }
    expect(costs[1]! - costs[0]!).toBeLessThanOrEqual(2);
  });
});

describe('an undo that is cut off', () => {
  test('is finished by the next run, which says so', async () => {
    const shop = await checked();
    const state = structuredClone(shop.host.state);
    const deed = run('undo-run', { run: 1 });
    for (const cut of await cutsOf(state, deed, 16)) {
      const stage = new CutStage(state);
      await stage.cutOff(deed, cut);
      const wasOpen = stage.open.length > 0;
      const { message } = await stage.answer('runAction', 'check-log', '{}');
      expect({ cut, message }).toEqual({
        cut,
        message: expect.stringMatching(wasOpen ? /“批量修改”已经做完.*日志完整/ : /日志完整/),
      });
      const phones = stage
        .sheet(customers)
        .cells.slice(1, 3)
        .map((row) => row?.[2]?.v);
      expect([before, ['13800138000', '13900139001']]).toContainEqual(phones);
      if (wasOpen) expect(phones).toEqual(before);
      expect(stage.open).toEqual([]);
      await stage.host.close();
    }
  });
});
