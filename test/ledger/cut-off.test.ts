import { describe, expect, test } from '@jest/globals';
import type { WorkbookState } from '../../local/contract.ts';
import { CutStage, cutsOf, type Deed, fewRows, look, pasted, run, stateAfter } from './cut-stage.ts';

/** Runs that are ended between two of their writes, and what the next run makes of them. */
const customers = '基本信息';
/** The next thing that somebody chooses in the menu, whatever it is. */
const next = run('dismiss-cut-off');

/** Wherever the deed is cut off, the workbook looks after the next run as if nothing had happened. */
async function expectFinished(state: WorkbookState | undefined, deed: Deed, label: RegExp): Promise<void> {
  const whole = new CutStage(state);
  await whole.do(deed);
  await whole.do(next);
  const wanted = look(whole.state);
  const begun = look(new CutStage(state).state);
  for (const cut of await cutsOf(state, deed)) {
    const stage = new CutStage(state);
    await stage.cutOff(deed, cut);
    const wasOpen = stage.open.length > 0;
    const { message } = (await stage.do(next)) as { message: string };
    const seen = look(stage.state);
    // Nothing was begun where not even the intent was written.
    const either = wasOpen || cut.at > 2 ? wanted : begun;
    const isSame = JSON.stringify(seen) === JSON.stringify(either);
    expect({ cut, seen: isSame ? 'as wanted' : seen }).toEqual({ cut, seen: isSame ? 'as wanted' : either });
    expect(stage.open).toEqual([]);
    expect({ cut, told: label.test(message) }).toEqual({ cut, told: wasOpen });
    await stage.host.close();
  }
}

const people = pasted(customers, 2, 1, [
  ['张一', '13800138001', 'a@qq.com', '杭州市'],
  ['张二', '13800138002', 'b@qq.com', '宁波市'],
]);

describe('the next run finishes, and says so', () => {
  test('setting up, samples included', () =>
    expectFinished(undefined, run('set-up', { samples: true }), /“建立或修复台账”已经做完/));

  test('removing samples', async () =>
    expectFinished(await stateAfter(run('set-up', { samples: true })), run('remove-samples'), /“删除示例数据”已经做完/));

  test('making the list of products', async () =>
    expectFinished(await stateAfter(run('set-up', { samples: true })), run('open-products'), /“打开产品目录”已经做完/));

  test('keeping the ledger for another trade', async () =>
    expectFinished(
      await stateAfter(run('set-up', { samples: true })),
      run('change-template', { template: 'hotel' }),
      /“更换行业模板”已经做完/,
    ));

  test('making the field settings', async () =>
    expectFinished(await stateAfter(run('set-up')), run('open-field-settings'), /“查看字段设置”已经做完/));

  test('writing the help', async () => expectFinished(await stateAfter(run('set-up')), run('open-help'), /“打开帮助”已经做完/));

  test('switching a field on', async () => {
    const state = await stateAfter(run('set-up'), run('open-field-settings'), people);
    await expectFinished(
      state,
      run('switch-field', { tab: 'customers', field: '出生日期', on: true }),
      /“启用或停用字段”已经做完/,
    );
  });

  test('applying settings with a field of the shop’s own', async () => {
    const row = [customers, '等级', '', '选项', '', '', '金 黄；银 灰'];
    const own: Deed = (stage) =>
      pasted('字段设置', 2 + stage.sheet('字段设置').cells.filter((cells) => cells?.[1]?.v).length - 1, 0, [row])(stage);
    const state = await stateAfter(run('set-up'), run('open-field-settings'), people, own);
    await expectFinished(state, run('apply-field-settings'), /“应用字段设置”已经做完/);
  });
});

test('settings that were edited after applying them was cut off are not applied unasked', async () => {
  const state = await stateAfter(run('set-up'), run('open-field-settings'), people);
  const row = (stage: CutStage) => stage.sheet('字段设置').cells.findIndex((cells) => cells?.[1]?.v === '客户类型');
  const rename =
    (label: string): Deed =>
    (stage) =>
      stage.intend({ kind: 'type', sheet: stage.sheet('字段设置').id, row: row(stage), column: 6, text: label });
  const stage = new CutStage(state);
  await stage.do(rename('普通客户；老客户 绿'));
  const cuts = await cutsOf(stage.state, run('apply-field-settings'), 3);
  await stage.cutOff(run('apply-field-settings'), cuts[0]!);
  expect(stage.open).toHaveLength(1);
  await stage.do(rename('普通客户；还没想好'));
  expect(await stage.do(next)).toMatchObject({ message: expect.stringMatching(/之后设置又改过，所以没有接着做/) });
  expect(stage.open).toEqual([]);
  expect(JSON.stringify(stage.state.metadata)).not.toMatch(/还没想好/);
  expect(await stage.do(run('apply-field-settings'))).toMatchObject({ ok: true });
  expect(JSON.stringify(stage.state.metadata)).toMatch(/还没想好/);
});

const values = { name: '李芳', phone: '13900139000', email: 'li@qq.com', address: '文三路 1 号' };
const save: Deed = (stage) =>
  stage.answer('saveRecord', JSON.stringify({ tab: 'customers', requestId: 'request-cut-off', values }));

describe('a registration that was cut off', () => {
  test('is there as a whole or not at all, the person is told which, and the same request adds no second row', async () => {
    const state = await stateAfter(run('set-up'), people);
    const told = new Set<string>();
    for (const cut of await cutsOf(state, save, 40)) {
      const stage = new CutStage(state);
      await stage.cutOff(save, cut);
      const wasOpen = stage.open.length > 0;
      await stage.do(next);
      const isThere = stage.row(customers, 4)[0] === 'C000003';
      const there = stage.row(customers, 4).slice(1, 5);
      expect({ cut, there: there.filter((cell) => cell !== '') }).toEqual({ cut, there: isThere ? Object.values(values) : [] });
      expect(stage.sheet(customers).rowCount).toBe(fewRows + (isThere ? 1 : 0));
      expect(stage.open).toEqual([]);
      for (const sentence of stage.told) told.add(sentence);
      expect({ cut, told: stage.told.length }).toEqual({ cut, told: wasOpen ? 1 : 0 });
      await stage.do(save);
      expect(stage.row(customers, 4).slice(1, 5)).toEqual(Object.values(values));
      expect(stage.sheet(customers).rowCount).toBe(fewRows + 1);
      await stage.host.close();
    }
    expect([...told].sort()).toEqual([
      '上次登记 李芳 时中断了，没有写入。请重新登记。',
      '上次登记的 C000003 李芳 已经完整保存。',
    ]);
  });

  test('is filled in beside columns of the shop’s own, and what somebody typed since stays', async () => {
    const column: Deed = (stage) => stage.intend({ kind: 'insertColumns', sheet: stage.sheet(customers).id, at: 3, count: 1 });
    const state = await stateAfter(run('set-up'), people, column);
    let torn = 0;
    for (const cut of await cutsOf(state, save, 40)) {
      const stage = new CutStage(state);
      await stage.cutOff(save, cut);
      if (stage.row(customers, 4)[0] === 'C000003' && !stage.row(customers, 4)[5]) {
        torn++;
        await stage.intend({ kind: 'type', sheet: stage.sheet(customers).id, row: 3, column: 5, text: '别处 2 号' });
        await stage.do(next);
        expect(stage.row(customers, 4)).toEqual(expect.arrayContaining(['李芳', '13900139000', 'li@qq.com', '别处 2 号']));
      }
      await stage.host.close();
    }
    expect(torn).toBeGreaterThan(0);
  });
});

/** Something cut off in its middle. */
async function inTheMiddle(state: WorkbookState | undefined, deed: Deed, error?: string): Promise<CutStage> {
  const cuts = await cutsOf(state, deed, 3);
  const stage = new CutStage(state);
  await stage.cutOff(deed, cuts[1]!, error);
  return stage;
}

describe('taking up what was left', () => {
  test('counts when it is cut off itself; after three times a person is told what to do, until she says it is settled', async () => {
    const stage = await inTheMiddle(undefined, run('set-up'));
    for (let i = 0; i < 3; i++) await stage.cutOff(next, { at: 4 });
    expect(stage.open).toEqual(['intent.set-up']);
    stage.told.length = 0;
    await stage.do((at) => at.owner.click('menuOpenHelp'));
    expect(stage.told.join()).toMatch(/“建立或修复台账”中断后接着做了 3 次，都没有做完。请在菜单里再点一次“建立或修复台账”/);
    expect(stage.open).toEqual(['intent.set-up']);
    stage.button = 'YES';
    await stage.do((at) => at.owner.click('menuOpenHelp'));
    expect(stage.open).toEqual([]);
  });

  test('is not needed any more once the same is done by hand', async () => {
    const stage = await inTheMiddle(undefined, run('set-up'));
    for (let i = 0; i < 3; i++) await stage.cutOff(next, { at: 4 });
    expect(await stage.do(run('set-up'))).toMatchObject({ ok: true });
    expect(stage.open).toEqual([]);
    const whole = new CutStage();
    await whole.do(run('set-up'));
    expect(look(stage.state)).toEqual(look(whole.state));
  });

  test('is left to whoever has begun with it', async () => {
    const stage = await inTheMiddle(undefined, run('set-up'));
    const colleague = stage.person('colleague@example.com');
    let other: { message: string } | undefined;
    const click = async (): Promise<void> => {
      const result = await colleague.call('runAction', ['dismiss-cut-off', '{}']);
      other = JSON.parse((result as { value: string }).value);
    };
    const first = (await stage.meanwhile(next, { at: 6 }, click)) as { message: string };
    await stage.host.idle();
    expect(first.message).toMatch(/已经做完/);
    expect(other?.message).not.toMatch(/已经做完/);
    const whole = new CutStage();
    await whole.do(run('set-up'));
    expect(look(stage.state)).toEqual(look(whole.state));
  });

  test('is announced when the workbook is opened', async () => {
    const stage = await inTheMiddle(undefined, run('set-up'));
    await stage.do((at) => at.owner.reload());
    expect(stage.told.join()).toMatch(/上次有操作做到一半中断了/);
    stage.told.length = 0;
    await stage.do(next);
    await stage.do((at) => at.owner.reload());
    expect(stage.told).toEqual([]);
  });

  test('does not keep a save of somebody else’s from being saved', async () => {
    const state = await stateAfter(run('set-up'), people);
    const stage = await inTheMiddle(state, save);
    const other = JSON.stringify({
      tab: 'customers',
      requestId: 'request-other',
      values: { name: '周新', phone: '13600136000' },
    });
    await stage.cutOff((at) => at.answer('saveRecord', other), { at: 1 }, 'Service unavailable');
    expect(await stage.answer('saveRecord', other)).toMatchObject({ ok: true });
    expect(stage.open).toEqual([]);
  });
});

describe('an error in the middle', () => {
  test('is not called “nothing was written”, and the next run goes on', async () => {
    const cuts = await cutsOf(undefined, run('set-up'), 3);
    const stage = new CutStage();
    let message = '';
    const deed: Deed = async (at) => {
      message = (await at.answer('runAction', 'set-up', '{}')).message;
    };
    await stage.cutOff(deed, cuts[1]!, 'Service Spreadsheets failed while accessing document with id test.');
    expect(message).toMatch(/可能没有写完.*下次点“客户台账”菜单时会接着做完/);
    expect(await stage.do(next)).toMatchObject({ message: expect.stringMatching(/“建立或修复台账”已经做完/) });
  });

  test('of a registration leaves nothing behind, or is found out by the same request', async () => {
    const state = await stateAfter(run('set-up'), people);
    for (const cut of await cutsOf(state, save, 40)) {
      const stage = new CutStage(state);
      await stage.cutOff(save, cut, 'Service Spreadsheets timed out while accessing document with id test.');
      expect(await stage.do(save)).toMatchObject({ ok: true, number: stage.row(customers, 4)[0] });
      expect(stage.row(customers, 4).slice(1, 5)).toEqual(Object.values(values));
      expect(stage.sheet(customers).rowCount).toBe(fewRows + 1);
      expect(stage.open).toEqual([]);
      await stage.host.close();
    }
  });
});

describe('a long check that was cut off', () => {
  const rows = Array.from({ length: 30 }, (_, i) => [`客户${i}`, `138 0013 80${10 + i}`]);

  test('of a paste is made up for by the next run once the trigger cannot be at work any more', async () => {
    const state = await stateAfter(run('set-up'));
    const cuts = await cutsOf(state, pasted(customers, 2, 1, rows));
    for (const cut of cuts.slice(0, -1)) {
      const stage = new CutStage(state);
      await stage.cutOff(pasted(customers, 2, 1, rows), cut);
      await stage.do(next);
      expect(stage.open).toHaveLength(1);
      stage.now += 61_000;
      expect(await stage.do(next)).toMatchObject({ message: expect.stringMatching(/“检查本表”已经做完/) });
      expect(stage.row(customers, 31).slice(1, 3)).toEqual(['客户29', '13800138039']);
      const numbers = rows.map((_, i) => stage.row(customers, i + 2)[0]);
      expect(new Set(numbers.filter((number) => /^C0000\d\d$/.test(String(number)))).size).toBe(rows.length);
      expect(stage.open).toEqual([]);
      await stage.host.close();
    }
  });

  test('is made up for by a check of the same tab at once', async () => {
    const state = await stateAfter(run('set-up'));
    const stage = await inTheMiddle(state, pasted(customers, 2, 1, rows));
    stage.now += 61_000;
    await stage.do(run('check-tab', { tab: 'customers' }));
    expect(stage.open).toEqual([]);
  });
});

test('rows that were added below a paste are dressed by the next check, however it was cut off', async () => {
  const rows = Array.from({ length: fewRows - 1 }, (_, i) => [`客户${i}`, i === fewRows - 2 ? '138' : `139001390${10 + i}`]);
  const state = await stateAfter(run('set-up'));
  const deed = pasted(customers, 2, 1, rows);
  const whole = new CutStage(state);
  await whole.do(deed);
  const room = (stage: CutStage) => {
    const { rowCount, bandings, conditionalFormats, cells } = stage.sheet(customers);
    const fills = cells.slice(fewRows).flatMap((row) => (row ?? []).map((cell) => stage.state.styles[cell?.s ?? 0]?.background));
    const reach = conditionalFormats.flatMap(({ ranges }) => ranges.map((rect) => rect.row + rect.rows));
    return { rowCount, banded: bandings[0]!.rect.rows, reach: Math.max(...reach), fills: [...new Set(fills)] };
  };
  const wanted = room(whole);
  expect(wanted.rowCount).toBeGreaterThan(fewRows);
  for (const cut of await cutsOf(state, deed, 24)) {
    const stage = new CutStage(state);
    await stage.cutOff(deed, cut);
    await stage.do(run('check-tab', { tab: 'customers' }));
    expect({ cut, room: room(stage) }).toEqual({ cut, room: wanted });
    await stage.host.close();
  }
});

test('a save costs one property write and one deletion for its intent, one of each kind for the log, and two look-ups', async () => {
  const state = await stateAfter(run('set-up'), people);
  const stage = new CutStage(state);
  await stage.do(save);
  expect(stage.calls.filter((call) => /Propert/.test(call) && !/^get(Document|User)Properties$/.test(call)).sort()).toEqual([
    'deleteProperty',
    'getProperties',
    'getProperties',
    'getProperty',
    'getProperty',
    'setProperties',
    'setProperties',
    'setProperties',
    'setProperty',
  ]);
});

test('a typed cell notes no intent', async () => {
  const stage = new CutStage(await stateAfter(run('set-up'), people));
  stage.calls.length = 0;
  await stage.do((at) => at.intend({ kind: 'type', sheet: at.sheet(customers).id, row: 3, column: 1, text: '李四' }));
  // the number's, and the log's
  expect(stage.calls.filter((call) => /^(set|delete).*Propert/.test(call))).toEqual(['setProperty', 'setProperties']);
  expect(stage.calls.filter((call) => call === 'getProperties')).toHaveLength(1);
  expect(stage.open).toEqual([]);
});
