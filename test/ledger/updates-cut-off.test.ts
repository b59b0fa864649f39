import { describe, expect, test } from '@jest/globals';
import { CutStage, cutsOf, type Deed, pasted, run, stateAfter } from './cut-stage.ts';

const customers = '基本信息';
/** The next thing that somebody chooses in the menu, whatever it is. */
const next = run('dismiss-cut-off');
const people = pasted(customers, 2, 1, [
  ['张一', '13800138001', 'a@qq.com', '杭州市'],
  ['张二', '13800138002', 'b@qq.com', '宁波市'],
]);

const update: Deed = (stage) =>
  stage.answer(
    'updateCustomer',
    JSON.stringify({
      number: 'C000001',
      requestId: 'request-update',
      values: { phone: '13700137000', email: 'new@qq.com', address: '温州市' },
      shown: { phone: '13800138001', email: 'a@qq.com', address: '杭州市' },
    }),
  );

describe('an update of several cells that was cut off', () => {
  test('is written whole or not at all', async () => {
    const state = await stateAfter(run('set-up'), people);
    const ends = new Set<string>();
    for (const cut of await cutsOf(state, update)) {
      const stage = new CutStage(state);
      await stage.cutOff(update, cut);
      await stage.do(next);
      ends.add(`${stage.row(customers, 2).slice(2, 5).join(' ')} ${stage.told.join()}`.trim());
      await stage.host.close();
    }
    expect([...ends].sort()).toEqual([
      '13700137000 new@qq.com 温州市',
      '13700137000 new@qq.com 温州市 上次对 C000001 的修改已经写完。',
      '13800138001 a@qq.com 杭州市 上次对 C000001 的修改中断了，没有写入。需要的话请再改一次。',
    ]);
  });

  test('leaves a cell alone that somebody has changed since', async () => {
    const state = await stateAfter(run('set-up'), people);
    let torn = 0;
    for (const cut of await cutsOf(state, update, 40)) {
      const stage = new CutStage(state);
      await stage.cutOff(update, cut);
      const [, , phone, , address] = stage.row(customers, 2);
      if (phone === '13700137000' && address === '杭州市') {
        torn++;
        await stage.intend({ kind: 'type', sheet: stage.sheet(customers).id, row: 1, column: 4, text: '绍兴市' });
        await stage.do(next);
        expect(stage.row(customers, 2).slice(2, 5)).toEqual(['13700137000', 'new@qq.com', '绍兴市']);
      }
      await stage.host.close();
    }
    expect(torn).toBeGreaterThan(0);
  });
});
