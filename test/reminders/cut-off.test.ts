import { expect, test } from '@jest/globals';
import type { WorkbookState } from '../../local/contract.ts';
import { CutStage, pasted, run } from '../ledger/cut-stage.ts';

const repair = (model: string, on: string): string[] => ['C000001', model, on, '', '', '等配件', ''];

/** A list in which somebody has just chosen what became of two of its three reminders. */
async function chosen(): Promise<WorkbookState> {
  const stage = new CutStage();
  await stage.do(run('set-up'));
  await stage.do(pasted('基本信息', 2, 1, [['张伟', '13800138000']]));
  await stage.do(pasted('维修记录', 2, 1, [repair('A', '2026-11-01'), repair('B', '2026-11-02'), repair('C', '2026-11-03')]));
  await stage.do(run('reminders'));
  await stage.do(pasted('今日事项', 5, 8, [['已处理'], ['稍后 3 天']]));
  await stage.host.close();
  return stage.state;
}

const shown = (stage: CutStage): unknown[][] =>
  [5, 6, 7].map((row) => {
    const cells = stage.row('今日事项', row);
    return [cells[0], cells[2], cells[8]];
  });

test('cut off at any moment, the next run knows what was chosen, and no record is touched', async () => {
  const state = await chosen();
  const whole = new CutStage(state);
  await whole.do(run('reminders'));
  const wanted = shown(whole);
  expect(wanted).toEqual([
    ['逾期', 'C 报修 19 天了还没修好', '待办'],
    ['稍后', 'B 报修 20 天了还没修好', '稍后到 2026-11-25'],
    ['已处理', 'A 报修 21 天了还没修好', '已处理'],
  ]);
  const records = JSON.stringify(whole.sheet('维修记录').cells);
  await whole.host.close();
  const step = Math.max(1, Math.floor(whole.cuts.length / 10));
  for (let at = 0; at < whole.cuts.length; at += step) {
    const stage = new CutStage(state);
    await stage.cutOff(run('reminders'), { at });
    await stage.do(run('reminders'));
    expect([at, shown(stage)]).toEqual([at, wanted]);
    expect(JSON.stringify(stage.sheet('维修记录').cells)).toBe(records);
    await stage.host.close();
  }
  expect(whole.cuts.length).toBeGreaterThan(20);
}, 60_000);
