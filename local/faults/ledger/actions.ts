import type { Bundle } from '../../services/surroundings.ts';
import type { FaultAction, FaultWorkbook } from '../fault-action.ts';
import { automation } from './automation.ts';
import { backups, restoreAll } from './backups.ts';
import { judge, looking, menuItems, removeSamples, setUp, undo } from './menu.ts';
import { mergeByProgram, mergeFromSidebar, undoMerge } from './merging.ts';
import { addPurchase, register, update } from './sidebar.ts';
import { clearing, pasting, typing } from './typing.ts';
import { bareWorkbook, ledgerWorkbook, type Places, sampleWorkbook } from './workbook.ts';

/** What people type, paste and empty. */
export function typed({ customers, purchases }: Places): FaultAction[] {
  const cell = { sheet: customers, over: '13700137000', beside: 'address', by: 'name' };
  return [
    typing({
      ...cell,
      name: 'type a phone',
      row: 2,
      column: 'phone',
      text: '138 0013 8009',
      accepted: ['138 0013 8009', '13800138009'],
    }),
    typing({
      ...cell,
      name: 'type a name in a new row',
      row: 6,
      column: 'name',
      text: '陈九',
      accepted: ['陈九'],
      over: '褚十',
    }),
    typing({
      ...cell,
      name: 'mend a marked phone',
      row: 5,
      column: 'phone',
      text: '138 0013 8005',
      accepted: ['138 0013 8005', '13800138005'],
    }),
    typing({
      ...cell,
      name: 'type a number',
      row: 6,
      column: 'customerId',
      text: 'C000009',
      accepted: ['C000009'],
      over: 'C000010',
    }),
    typing({
      ...cell,
      name: 'type a doubled number',
      row: 6,
      column: 'customerId',
      text: 'C000001',
      accepted: ['C000001'],
      over: 'C000010',
    }),
    typing({
      sheet: purchases,
      by: 'model',
      name: 'type a customer number',
      row: 1,
      column: 'customerId',
      text: 'c000002',
      accepted: ['c000002', 'C000002'],
      over: 'C000004',
      beside: 'payment',
    }),
    pasting(customers, 6),
    clearing(customers, 5, 'phone', '吴五'),
  ];
}

/** What the sidebar saves. */
export const saved = (tabs: Places): FaultAction[] => [register(tabs), addPurchase(tabs), update(tabs)];

interface Stock {
  workbook: FaultWorkbook;
  actions: FaultAction[];
}

/** Everything a person can do with the ledger, each with the workbooks in which faults fall upon it. */
export async function ledgerActions(bundle: Bundle): Promise<(Stock & { others: FaultAction[] })[]> {
  const day = await ledgerWorkbook(bundle);
  const samples = await sampleWorkbook(bundle);
  const bare = bareWorkbook();
  const { tabs } = day;
  return [
    {
      workbook: day,
      actions: [
        ...saved(tabs),
        ...typed(tabs),
        ...menuItems(tabs),
        undo(tabs),
        judge(tabs),
        ...looking(tabs),
        mergeByProgram(tabs),
        mergeFromSidebar(tabs),
        undoMerge(tabs),
        ...automation(tabs, day.settle),
        ...backups(tabs),
      ],
      others: others(tabs),
    },
    { workbook: day, actions: [restoreAll(tabs)], others: [] },
    { workbook: samples, actions: [removeSamples(samples.tabs)], others: [] },
    { workbook: bare, actions: [setUp(bare.tabs)], others: [] },
  ];
}

/** What a colleague does while somebody else's run is held. */
export const others = (tabs: Places): FaultAction[] => [
  register(tabs, '卫十', ['13900139010'], 'request-other'),
  typing({
    name: 'type 蒋十一',
    sheet: tabs.customers,
    row: 12,
    column: 'name',
    text: '蒋十一',
    accepted: ['蒋十一'],
    over: '',
    beside: 'address',
    by: 'name',
  }),
  update(tabs),
];

/** Three people who begin at the same moment. */
export const atOnce = (tabs: Places): FaultAction[] => [register(tabs), ...others(tabs).slice(0, 1), update(tabs)];
