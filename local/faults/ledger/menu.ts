import type { Intent } from '../../contract.ts';
import type { FaultAction } from '../fault-action.ts';
import { columnKeys } from '../rows.ts';
import type { Stage } from '../stage.ts';
import { answerOf } from './answers.ts';
import type { Places } from './workbook.ts';

type Prepared = (stage: Stage) => Promise<void>;

/** Edits that no trigger has seen. */
export const unseen =
  (...intents: ((stage: Stage) => Intent)[]): Prepared =>
  async (stage) => {
    stage.timesFired = 0;
    for (const intent of intents) await stage.owner.do(intent(stage));
    stage.timesFired = 1;
  };

export const typed =
  (sheet: number, row: number, column: string, text: string) =>
  (stage: Stage): Intent => {
    const keys = columnKeys(stage.state, stage.state.sheets.find(({ id }) => id === sheet)!);
    return { kind: 'type', sheet, row, column: keys.indexOf(column), text };
  };

/** An item of the menu, asked for by its id; nothing of what people have entered may suffer by it. */
export function item(tabs: Places, id: string, request: object, more: Partial<FaultAction> = {}): FaultAction {
  const perform: FaultAction['perform'] = async (_, who) => answerOf(await who.call('runAction', id, JSON.stringify(request)));
  return {
    name: `run ${id}`,
    perform,
    retry: perform,
    mayBeUndone: true,
    enters: () => undefined,
    target: {
      sheet: tabs.customers,
      row: { name: '钱二' },
      column: 'phone',
      over: '13700137000',
      beside: 'email',
      sortBy: 'name',
    },
    ...more,
  };
}

const newField = ['基本信息', '微信号', 'WeChat', '文本', '否'];

/** Opens the settings and adds a field of the shop's own there. */
async function addField(stage: Stage): Promise<void> {
  await stage.owner.call('runAction', 'open-field-settings', '{}');
  const sheet = stage.state.sheets.find(({ name }) => name === '字段设置')!;
  const row = sheet.cells.findLastIndex((cells) => cells?.some((cell) => cell?.v)) + 1;
  await stage.owner.do({ kind: 'paste', sheet: sheet.id, row, column: 0, cells: [newField] });
  await stage.host.idle();
}

/** Somebody has chosen in the list of the day what became of its first reminder. */
async function handled(stage: Stage): Promise<void> {
  await stage.owner.call('runAction', 'reminders', '{}');
  const sheet = stage.state.sheets.find(({ name }) => name === '今日事项')!;
  await stage.owner.do({ kind: 'type', sheet: sheet.id, row: 4, column: 8, text: '已处理' });
  await stage.host.idle();
}

/** A phone that nobody has looked at yet, and a preview of what is to become of it. */
const cleanUp =
  ({ customers }: Places, ...then: string[]): Prepared =>
  async (stage) => {
    await unseen(typed(customers, 2, 'phone', '138 0013 8009'))(stage);
    for (const id of ['clean-up', ...then]) await stage.owner.call('runAction', id, '{}');
  };

const purchase = { customerId: 'C000002', model: '海尔 BCD-470', purchasedOn: '2026-11-20' };

/** Segments are written, and then somebody who never bought anything buys. */
const segmented: Prepared = async (stage) => {
  await stage.owner.call('runAction', 'write-segments', '{}');
  await stage.owner.call('saveRecord', JSON.stringify({ tab: 'purchases', requestId: 'request-segments', values: purchase }));
};

const entersSegments =
  ({ customers }: Places): FaultAction['enters'] =>
  (entries) => {
    for (const { sheet, values } of entries.rows) if (sheet === customers) values.segment = ['', '新客', '未购买'];
  };

const untidy =
  ({ customers }: Places): FaultAction['enters'] =>
  (entries) => {
    entries.find(customers, { name: '钱二' })!.values.phone = ['138 0013 8009', '13800138009'];
  };

/** A report is there from an earlier time. */
const reported: Prepared = async (stage) =>
  void (await stage.owner.call('runAction', 'make-report', '{"report":"sales","preset":"all"}'));

const planned: Prepared = async (stage) => void (await stage.owner.call('runAction', 'plan-reviews', '{}'));

/** Everybody is on the list by then. */
const reviewDay = '2027-06-10';

/** Reviews have begun, and somebody has chosen in the list what became of one. */
const reviewed: Prepared = async (stage) => {
  await planned(stage);
  stage.now = Date.parse(`${reviewDay}T04:00:00Z`);
  await stage.owner.call('runAction', 'review-list', '{}');
  const sheet = stage.state.sheets.find(({ name }) => name === '复核清单')!;
  await stage.owner.do({ kind: 'type', sheet: sheet.id, row: 4, column: 6, text: '已核实' });
  await stage.host.idle();
};

/** What the menu offers and what it does to the workbook. */
export function menuItems(tabs: Places): FaultAction[] {
  const { customers } = tabs;
  return [
    item(
      tabs,
      'check-tab',
      { tab: 'customers' },
      {
        prepare: unseen(typed(customers, 2, 'phone', '138 0013 8009'), typed(customers, 6, 'name', '何丙')),
        enters: (entries) => {
          entries.find(customers, { name: '钱二' })!.values.phone = ['138 0013 8009', '13800138009'];
          entries.rows.push({ sheet: customers, values: { name: ['何丙'] }, derived: ['customerId'] });
        },
      },
    ),
    item(tabs, 'set-up', {}, { name: 'mend the ledger', prepare: unseen(typed(customers, 0, 'phone', '')) }),
    item(tabs, 'open-field-settings', {}),
    item(tabs, 'apply-field-settings', {}, { prepare: addField }),
    item(tabs, 'switch-field', { tab: 'customers', field: '出生日期', on: true }),
    item(tabs, 'reminders', {}, { prepare: handled }),
    item(tabs, 'due-reminders', {}),
    item(tabs, 'open-reminder-settings', {}),
    item(tabs, 'open-segment-settings', {}),
    item(tabs, 'segment-report', {}),
    item(tabs, 'write-segments', { columns: ['segment', 'bought'] }, { enters: entersSegments(tabs) }),
    item(
      tabs,
      'write-segments',
      {},
      {
        name: 'write segments that have changed',
        prepare: segmented,
        enters: (entries, stage) => {
          entersSegments(tabs)(entries, stage);
          const values = { customerId: ['C000002'], model: [purchase.model], purchasedOn: [purchase.purchasedOn] };
          entries.rows.push({ sheet: tabs.purchases, values, derived: ['orderId'] });
        },
      },
    ),
    item(tabs, 'open-products', {}),
    item(tabs, 'open-staff', {}),
    item(tabs, 'open-interactions', {}),
    item(tabs, 'open-credits', {}),
    item(tabs, 'open-preferences', {}),
    item(tabs, 'change-template', { template: 'hotel' }),
    item(tabs, 'data-quality', {}),
    item(tabs, 'overview', {}),
    item(tabs, 'make-report', { report: 'sales', preset: 'all' }, { prepare: reported }),
    item(tabs, 'open-help', {}),
    item(tabs, 'open-log', {}),
    item(tabs, 'check-log', {}),
    item(tabs, 'record-log', { number: 'C000001' }),
    item(tabs, 'choose-name', { name: '王店长' }),
    item(tabs, 'dismiss-cut-off', {}),
    item(tabs, 'plan-reviews', { plan: { every: 'quarterly' } }),
    item(tabs, 'start-reviews', { who: '' }, { prepare: planned }),
    item(
      tabs,
      'review-list',
      {},
      {
        prepare: reviewed,
        enters: (entries) => {
          entries.find(customers, { name: '吴五' })!.values.verifiedOn = ['', reviewDay];
        },
      },
    ),
    item(tabs, 'find-duplicates', {}),
    item(tabs, 'clean-up', {}),
    item(tabs, 'apply-clean-up', {}, { prepare: cleanUp(tabs), enters: untidy(tabs) }),
    item(tabs, 'undo-clean-up', {}, { prepare: cleanUp(tabs, 'apply-clean-up'), enters: untidy(tabs) }),
  ];
}

/** Takes back what a check has changed unnoticed: the phones are as they were typed. */
export const undo = (tabs: Places): FaultAction =>
  item(
    tabs,
    'undo-run',
    { run: 1 },
    {
      prepare: async (stage) => {
        await unseen(
          typed(tabs.customers, 2, 'phone', '138 0013 8009'),
          typed(tabs.customers, 1, 'phone', '138 0013 8008'),
        )(stage);
        await stage.owner.call('runAction', 'check-tab', '{"tab":"customers"}');
      },
      // The check that settles it normalises them again.
      enters: (entries) => {
        entries.find(tabs.customers, { name: '钱二' })!.values.phone = ['138 0013 8009', '13800138009'];
        entries.find(tabs.customers, { name: '赵一' })!.values.phone = ['138 0013 8008', '13800138008'];
      },
    },
  );

/** Set-up itself, in a workbook in which there is nothing yet. */
export function setUp(tabs: Places): FaultAction {
  const { target: _, ...action } = item(tabs, 'set-up', { samples: true }, { name: 'set up the ledger' });
  return action;
}

/** Takes the samples away again; what the shop has added stays. */
export const removeSamples = (tabs: Places): FaultAction =>
  item(
    tabs,
    'remove-samples',
    {},
    {
      enters: ({ rows }) => {
        for (const row of rows) if (row.optional) row.mayBeGone = true;
      },
    },
  );

/** Says of two customers that they are not the same, beside their rows of the list. */
export function judge(tabs: Places): FaultAction {
  const request = JSON.stringify({ customers: ['C000001', 'C000002'], verdict: 'notSame' });
  const perform: FaultAction['perform'] = async (_, who) => answerOf(await who.call('judgeDuplicates', request));
  return item(
    tabs,
    '',
    {},
    {
      name: 'call judgeDuplicates',
      perform,
      retry: perform,
      prepare: async (stage) => {
        await unseen(typed(tabs.customers, 2, 'name', '赵一'), typed(tabs.customers, 2, 'phone', '13800138001'))(stage);
        await stage.owner.call('runAction', 'find-duplicates', '{}');
      },
      enters: (entries) => {
        const { values } = entries.find(tabs.customers, { name: '钱二' })!;
        Object.assign(values, { name: ['赵一'], phone: ['13800138001'] });
      },
      target: {
        sheet: tabs.customers,
        row: { name: '孙三' },
        column: 'phone',
        over: '13700137000',
        beside: 'email',
        sortBy: 'name',
      },
    },
  );
}

/** What only reads: whatever happens, the workbook stays as it is. */
export function looking(tabs: Places): FaultAction[] {
  const listed: Prepared = async (stage) => void (await stage.owner.call('runAction', 'find-duplicates', '{}'));
  const keeping: Prepared = async (stage) => void (await stage.owner.call('runAction', 'open-credits', '{}'));
  const calls: [string, object, Prepared?][] = [
    ['getForm', { tab: 'purchases', customer: 'C000002' }],
    ['findDuplicates', { values: { name: '钱二', phone: '13800138002' } }],
    ['findCustomers', { text: '钱' }],
    ['loadCustomers', { from: 0 }],
    ['getCard', { customer: 'C000002' }],
    ['getSegments', {}],
    ['getCredit', { customer: 'C000002' }, keeping],
    ['getDuplicateGroups', {}, listed],
    ['proposeMerge', { customers: ['C000001', 'C000003'] }],
    ['showRecord', { tab: 'customers', number: 'C000003' }],
  ];
  return calls.map(([name, request, prepare]) => {
    const perform: FaultAction['perform'] = async (_, who) => answerOf(await who.call(name, JSON.stringify(request)));
    return { ...item(tabs, '', {}, prepare ? { prepare } : {}), name: `call ${name}`, perform, retry: perform };
  });
}
