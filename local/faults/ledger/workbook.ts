import type { WorkbookState } from '../../contract.ts';
import { newWorkbook } from '../../model/new-workbook.ts';
import { createHost } from '../../run/host.ts';
import type { Bundle } from '../../services/surroundings.ts';
import { Entries } from '../entries.ts';
import type { Answer, FaultWorkbook } from '../fault-action.ts';
import { answerOf } from './answers.ts';

const owner = { email: 'owner@example.com', locale: 'zh-CN' };
export const NOW = Date.parse('2026-11-22T04:00:00Z');
/** Enough for a check not to make room below: small tabs are quickly copied. */
const ROWS = 48;

const customers = [
  ['赵一', '13800138001', 'zhao@qq.com', '浙江省杭州市文一路 1 号', '普通客户'],
  ['钱二', '13800138002', '', '浙江省杭州市文二路 2 号', 'VIP客户'],
  ['孙三', '13800138003', 'sun@qq.com', '', '普通客户'],
  ['李四', '13800138004', '', '', ''],
  ['吴五', '138001', '', '', '普通客户'],
];
const purchases = [
  ['C000001', '海尔 BCD-470', '2026-10-01', '1', '微信支付', '已完成'],
  ['C000003', '美的 KFR-35', '2026-10-02', '2', '现金', '待发货'],
];

/** columns that the program fills in by itself */
const derived = ['customerId', 'orderId', 'repairId', 'serviceId', 'amount'];

export interface Places {
  customers: number;
  purchases: number;
  repairs: number;
  services: number;
}

/** A small shop's ledger, with a column, a note and a fill of its own, as it stands after a day's work and a check. */
export async function ledgerWorkbook(bundle: Bundle): Promise<FaultWorkbook & { tabs: Places }> {
  const state = newWorkbook({ id: 'test', title: '测试台账', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: owner.email });
  const host = createHost({
    state,
    bundle,
    mode: 'thread',
    seed: 1,
    clock: () => NOW,
    dropFastEdits: false,
    log: () => undefined,
  });
  const session = host.connect(owner, () => undefined);
  const run = async (id: string, request: object = {}): Promise<void> => {
    const answer = answerOf(await session.call('runAction', [id, JSON.stringify(request)]));
    if (!answer.ok) throw new Error(`${id}: ${answer.message}`);
  };
  const paste = async (sheet: number, row: number, column: number, cells: string[][]): Promise<void> => {
    await session.intent({ kind: 'paste', sheet, row, column, cells });
    await host.idle();
  };
  await run('set-up');
  const tabs = placesOf(state);
  for (const sheet of Object.values(tabs)) {
    const rows = state.sheets.find(({ id }) => id === sheet)!.rowCount;
    await session.intent({ kind: 'deleteRows', sheet, at: ROWS, count: rows - ROWS });
  }
  await session.intent({ kind: 'note', sheet: tabs.customers, row: 5, column: 2, note: '问他女儿' });
  await paste(tabs.customers, 1, 1, customers);
  await paste(tabs.purchases, 1, 1, purchases);
  await paste(tabs.customers, 0, 8, [['老板的话'], ['常客'], [''], ['嫌贵'], ['邻居'], ['']]);
  await session.intent({ kind: 'note', sheet: tabs.customers, row: 2, column: 2, note: '下午打' });
  const fill = { row: 3, column: 2, rows: 1, columns: 1 };
  await session.intent({ kind: 'format', sheet: tabs.customers, rects: [fill], style: { background: '#d9ead3' } });
  for (const tab of ['customers', 'purchases']) await run('check-tab', { tab });
  await host.close();
  const series = new Map([
    [tabs.customers, 'customerId'],
    [tabs.purchases, 'orderId'],
    [tabs.repairs, 'repairId'],
    [tabs.services, 'serviceId'],
  ]);
  const entries = Entries.of(state, new Set(Object.values(tabs)), derived);
  return { state, now: NOW, series, entries, tabs, settle: settleIn(['customers', 'purchases']), leftOpen };
}

/** Tab keys → ids, as the program remembers them. */
function placesOf(state: WorkbookState): Places {
  const settings = state.metadata.find(({ key }) => key === 'ledger.settings')!.value!;
  const { customers, purchases, repairs, services } = JSON.parse(settings).tabs;
  return { customers, purchases, repairs, services };
}

const leftOpen = ({ properties }: WorkbookState): string[] =>
  Object.keys(properties.document).filter((key) => key.startsWith('intent.'));

/** The check of the menu, in the tabs that an action touches. */
export function settleIn(tabs: readonly string[]): FaultWorkbook['settle'] {
  return async (stage) => {
    let last: Answer = { ok: true, killed: false, message: '' };
    for (const tab of tabs) {
      const answer = answerOf(await stage.call('runAction', 'check-tab', JSON.stringify({ tab })));
      if (last.ok) last = answer;
    }
    return last;
  };
}
