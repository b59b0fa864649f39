import type { Intent, WorkbookState } from '../../contract.ts';
import type { Session } from '../../host-contract.ts';
import { newWorkbook } from '../../model/new-workbook.ts';
import { createHost, type OwnHost } from '../../run/host.ts';
import type { Bundle } from '../../services/surroundings.ts';
import { Entries } from '../entries.ts';
import type { Answer, FaultWorkbook } from '../fault-action.ts';
import { answerOf } from './answers.ts';

const owner = { email: 'owner@example.com', locale: 'zh-CN' };
const NOW = Date.parse('2026-11-22T04:00:00Z');
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
  ['C000001', '海尔 BCD-470', '2026-10-01', '1', '微信', '已完成'],
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

type LedgerWorkbook = FaultWorkbook & { tabs: Places };

/** Somebody at work in a new workbook, before any fault. */
class Preparation {
  readonly state = newWorkbook({ id: 'test', title: '测试台账', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: owner.email });
  readonly #host: OwnHost;
  readonly #session: Session;

  constructor(bundle: Bundle) {
    const { state } = this;
    this.#host = createHost({
      state,
      bundle,
      mode: 'thread',
      seed: 1,
      clock: () => NOW,
      dropFastEdits: false,
      log: () => undefined,
    });
    this.#session = this.#host.connect(owner, () => undefined);
  }

  async run(id: string, request: object = {}): Promise<void> {
    const answer = answerOf(await this.#session.call('runAction', [id, JSON.stringify(request)]));
    if (!answer.ok) throw new Error(`${id}: ${answer.message}`);
  }

  async do(intent: Intent): Promise<void> {
    const result = await this.#session.intent(intent);
    if (!result.ok) throw new Error(result.message);
    await this.#host.idle();
  }

  paste(sheet: number, row: number, column: number, cells: string[][]): Promise<void> {
    return this.do({ kind: 'paste', sheet, row, column, cells });
  }

  /** Takes away most of the empty rows. */
  async shorten(tabs: Places): Promise<void> {
    for (const sheet of Object.values(tabs)) {
      const rows = this.state.sheets.find(({ id }) => id === sheet)!.rowCount;
      await this.do({ kind: 'deleteRows', sheet, at: ROWS, count: rows - ROWS });
    }
  }

  async finish(settled: readonly string[]): Promise<LedgerWorkbook> {
    await this.#host.close();
    const { state } = this;
    const tabs = placesOf(state);
    const series = new Map(numbers.map(([tab, column]) => [tabs[tab], column]));
    const entries = Entries.of(state, new Set(Object.values(tabs)), derived);
    return { state, now: NOW, series, entries, tabs, settle: settleIn(settled), leftOpen, apart };
  }
}

const numbers = [
  ['customers', 'customerId'],
  ['purchases', 'orderId'],
  ['repairs', 'repairId'],
  ['services', 'serviceId'],
] as const;

/** A small shop's ledger, with a column, notes and a fill of its own, as it stands after a day's work and a check. */
export async function ledgerWorkbook(bundle: Bundle): Promise<LedgerWorkbook> {
  const shop = new Preparation(bundle);
  await shop.run('set-up');
  const tabs = placesOf(shop.state);
  await shop.shorten(tabs);
  await shop.do({ kind: 'note', sheet: tabs.customers, row: 5, column: 2, note: '问他女儿' });
  await shop.paste(tabs.customers, 1, 1, customers);
  await shop.paste(tabs.purchases, 1, 1, purchases);
  await shop.paste(tabs.customers, 0, 8, [['老板的话'], ['常客'], [''], ['嫌贵'], ['邻居'], ['']]);
  await shop.do({ kind: 'note', sheet: tabs.customers, row: 2, column: 2, note: '下午打' });
  const fill = { row: 3, column: 2, rows: 1, columns: 1 };
  await shop.do({ kind: 'format', sheet: tabs.customers, rects: [fill], style: { background: '#d9ead3' } });
  for (const tab of ['customers', 'purchases']) await shop.run('check-tab', { tab });
  return shop.finish(['customers', 'purchases']);
}

/** A ledger with the trade's samples and one customer of the shop's own. */
export async function sampleWorkbook(bundle: Bundle): Promise<LedgerWorkbook> {
  const shop = new Preparation(bundle);
  await shop.run('set-up', { samples: true });
  const tabs = placesOf(shop.state);
  await shop.shorten(tabs);
  const row = shop.state.sheets.find(({ id }) => id === tabs.customers)!.cells.findLastIndex((cells) => cells?.[0]?.v) + 1;
  await shop.paste(tabs.customers, row, 1, [['钱二', '13800138002', '', '', '']]);
  const workbook = await shop.finish(['customers', 'purchases']);
  const own = workbook.entries.rows.filter(({ values }) => values.name?.includes('钱二'));
  for (const sample of workbook.entries.rows) if (!own.includes(sample)) sample.optional = true;
  return workbook;
}

/** A workbook as Google makes it. */
export function bareWorkbook(): LedgerWorkbook {
  const state = newWorkbook({ id: 'test', title: '测试台账', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: owner.email });
  const tabs = { customers: 0, purchases: 0, repairs: 0, services: 0 };
  return { state, now: NOW, series: new Map(), entries: new Entries([]), tabs, settle: settleIn(['customers']), leftOpen, apart };
}

/** Tab keys → ids, as the program remembers them; nothing before it is set up. */
function tabsOf({ metadata }: WorkbookState): Record<string, number> {
  const settings = metadata.find(({ key }) => key === 'ledger.settings')?.value;
  return settings === undefined ? {} : JSON.parse(settings).tabs;
}

function placesOf(state: WorkbookState): Places {
  const { customers, purchases, repairs, services } = tabsOf(state);
  return { customers: customers!, purchases: purchases!, repairs: repairs!, services: services! };
}

/** Lists that are written anew whole, even where one was only begun. */
const rewritten = new Set(['清理预览', '疑似重复', '复核清单', '今日事项', '提醒记录', '数据质量', '客户分层', '分层记录']);

/** The change log, and what is written anew each time. */
function apart(state: WorkbookState): ReadonlySet<number> {
  const lists = state.sheets.filter(({ name }) => rewritten.has(name)).map(({ id }) => id);
  return new Set([tabsOf(state).log ?? -1, ...lists]);
}

const leftOpen = ({ properties }: WorkbookState): string[] =>
  Object.keys(properties.document).filter((key) => key.startsWith('intent.'));

/** The check of the menu, in the tabs that an action touches and of the log; where it says so, the ledger is mended first. */
function settleIn(tabs: readonly string[]): FaultWorkbook['settle'] {
  return async (stage, sheet) => {
    const known = tabsOf(stage.state);
    const about = tabs.filter((tab) => sheet === undefined || known[tab] === sheet);
    const run = async (id: string, request: object) => answerOf(await stage.owner.call('runAction', id, JSON.stringify(request)));
    let last: Answer = { ok: true, killed: false, message: '' };
    for (const tab of about.length > 0 ? about : tabs) {
      let answer = await run('check-tab', { tab });
      if (answer.message.includes('建立或修复台账')) {
        await run('set-up', {});
        answer = await run('check-tab', { tab });
      }
      if (last.ok) last = answer;
    }
    const log = await run('check-log', {});
    return last.ok ? log : last;
  };
}
