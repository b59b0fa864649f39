import { expect, test } from '@jest/globals';
import { CutStage, cutsOf, pasted, run, stateAfter } from './cut-stage.ts';

const customers = '基本信息';
const next = run('dismiss-cut-off');
const people = pasted(customers, 2, 1, [
  ['张 一', '13800138001', 'a@163com', '杭州市西湖区 文三路', '个人'],
  ['张 二', '13800138002', '', '', '企业'],
]);

/** What the records hold, with their notes. */
const records = (stage: CutStage): string =>
  JSON.stringify(stage.sheet(customers).cells.map((row) => (row ?? []).map((cell) => [cell?.v ?? '', cell?.n ?? ''])));

test('wherever applying is cut off, the next run and applying once more make it whole, and one undo takes it all back', async () => {
  const state = await stateAfter(run('set-up'), people, run('clean-up'));
  const whole = new CutStage(state);
  const before = records(whole);
  await whole.do(run('apply-clean-up'));
  const wanted = records(whole);
  expect(wanted).not.toBe(before);
  for (const cut of await cutsOf(state, run('apply-clean-up'))) {
    const stage = new CutStage(state);
    await stage.cutOff(run('apply-clean-up'), cut);
    await stage.do(next);
    expect(stage.open).toEqual([]);
    await stage.do(run('apply-clean-up'));
    expect({ cut, records: records(stage) }).toEqual({ cut, records: wanted });
    await stage.do(run('undo-clean-up'));
    expect({ cut, records: records(stage) }).toEqual({ cut, records: before });
    await stage.host.close();
  }
  await whole.host.close();
}, 120_000);

test('a clean-up that fails does not keep the next one waiting', async () => {
  const state = await stateAfter(run('set-up'), people);
  for (const cut of (await cutsOf(state, run('clean-up'))).slice(1)) {
    const stage = new CutStage(state);
    await stage.cutOff(run('clean-up'), cut, 'Service Spreadsheets failed while accessing document with id test.');
    expect({ cut, again: await stage.do(run('clean-up')) }).toMatchObject({ cut, again: { ok: true } });
    await stage.host.close();
  }
}, 120_000);
