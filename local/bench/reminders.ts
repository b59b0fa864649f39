import { join } from 'node:path';
import type { User } from '../contract.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { createHost } from '../run/host.ts';
import { loadBundle } from '../run/load-bundle.ts';
import type { Trace } from '../trace.ts';
import { columns, row, type Table } from './figures.ts';
import { customer } from './shop-of.ts';

const owner: User = { email: 'owner@example.com', locale: 'zh-CN' };
const now = Date.parse('2026-11-22T04:00:00Z');
const records = { 购买记录: 70_000, 维修记录: 10_000, 服务记录: 20_000 };
const models = ['KFR-35GW', 'BCD-218W', 'XQG100-B12', 'KFR-72LW'];

const day = (back: number): string => new Date(now - back * 86_400_000).toISOString().slice(0, 10);
const number = (prefix: string, i: number): string => prefix + String(i + 1).padStart(6, '0');

/** Ten years of records, most of them settled; some things wait, as they do in a shop. */
const rowsOf: Readonly<Record<string, (i: number, who: string) => string[]>> = {
  购买记录: (i, who) => {
    const back = (i * 7) % 3_650;
    return [number('D', i), who, models[i % 4]!, day(back), '1', '微信', i % 400 === 0 ? '待发货' : '已完成', '2999'];
  },
  维修记录: (i, who) => {
    const back = (i * 11) % 3_000;
    const isOpen = i % 200 === 0;
    return [number('R', i), who, models[i % 4]!, day(back), isOpen ? '' : day(back), '120', isOpen ? '等配件' : '已修复', ''];
  },
  服务记录: (i, who) => [number('S', i), who, i % 3 === 0 ? '保养' : '安装', day((i * 13) % 3_000), '陈师傅', '已完成', '5', ''],
};

/** A ledger as it stands, typed by people while no trigger was there. */
export async function ledgerOf(customers: number, amounts: Readonly<Record<string, number>> = records) {
  const state = newWorkbook({ id: 'bench', title: 'bench', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: owner.email });
  const host = createHost({
    state,
    bundle: loadBundle(join(process.cwd(), 'dist')),
    mode: 'thread',
    clock: () => now,
    seed: 1,
    timesFired: () => 0,
    log: () => undefined,
    deadlineBy: 'p95',
  });
  const session = host.connect(owner, () => undefined);
  const run = async (id: string, request: object = {}): Promise<Trace> => {
    const result = await host.run(owner, 'runAction', [id, JSON.stringify(request)]);
    if (!result.ok) throw new Error(result.error);
    const answer = JSON.parse(result.value as string) as { ok: boolean; message: string };
    if (!answer.ok) throw new Error(answer.message);
    return result.trace;
  };
  const paste = async (name: string, cells: string[][]): Promise<void> => {
    const sheet = state.sheets.find((each) => each.name === name)!.id;
    await session.intent({ kind: 'paste', sheet, row: 1, column: 0, cells });
    await host.idle();
  };
  await run('set-up');
  await run('switch-field', { tab: 'customers', field: '出生日期', on: true });
  await run('open-products');
  await paste(
    '产品目录',
    models.map((model) => [model, '空调', '2999', '36', '12']),
  );
  const people = Array.from({ length: customers }, (_, i) => [number('C', i), ...customer(i), day(9_000 + ((i * 17) % 12_000))]);
  await paste('基本信息', people);
  for (const [tab, amount] of Object.entries(amounts))
    await paste(
      tab,
      Array.from({ length: amount }, (_, i) => rowsOf[tab]!(i, number('C', (i * 31) % customers))),
    );
  return { host, session, run };
}

/** What 今日事项 costs with 100,000 records, by the number of customers; the platform ends a run after six minutes. */
export async function* reminderFigures(sizes: readonly number[] = [1_000, 10_000, 50_000]): AsyncGenerator<Table> {
  for (const size of sizes) {
    const { host, session, run } = await ledgerOf(size);
    const rows = [row('make the list, first time', await run('reminders'))];
    const sheet = host.state.sheets.find(({ name }) => name === '今日事项')!.id;
    const done = Array.from({ length: 100 }, (_, i) => [i % 2 === 0 ? '已处理' : '稍后 7 天']);
    await session.intent({ kind: 'paste', sheet, row: 4, column: 8, cells: done });
    await host.idle();
    rows.push(row('again, 100 of them settled', await run('reminders')));
    rows.push(row('tell each person', await run('due-reminders')));
    await host.close();
    yield { title: `今日事项: ${size.toLocaleString('en')} customers, 100,000 records`, columns, rows };
  }
}
