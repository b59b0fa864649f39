import type { FaultAction } from '../fault-action.ts';
import { answerOf } from './answers.ts';
import type { Places } from './workbook.ts';

const keep = 'C000001';
const drop = 'C000003';
/** Whatever somebody types over the phone of the one who goes before it is looked at is joined as well. */
const joined = ['13800138003 / 13800138001', '13700137000 / 13800138001'];
/** Chosen against the best guess: who stays can be told by name and mail. */
const values = { name: '赵一', email: 'zhao@qq.com' };

/** 孙三 becomes one with 赵一: the phone is added, the purchase follows, the row goes. */
const entersMerge =
  ({ customers, purchases }: Places): FaultAction['enters'] =>
  (entries) => {
    const kept = entries.find(customers, { name: '赵一' })!;
    kept.before = { ...kept.before, phone: kept.values.phone! };
    kept.values.phone = joined;
    const purchase = entries.find(purchases, { model: '美的 KFR-35' })!;
    purchase.before = { ...purchase.before, customerId: purchase.values.customerId! };
    purchase.values.customerId = [keep];
    entries.find(customers, { name: '孙三' })!.mayBeGone = true;
  };

function merging(tabs: Places, name: string, perform: FaultAction['perform']): FaultAction {
  return {
    name,
    perform,
    retry: perform,
    mayBeUndone: true,
    enters: entersMerge(tabs),
    target: {
      sheet: tabs.customers,
      row: { name: '孙三' },
      column: 'phone',
      over: '13700137000',
      beside: '老板的话',
      sortBy: 'name',
    },
  };
}

/** Two customers become one, asked for by a program. */
export const mergeByProgram = (tabs: Places): FaultAction =>
  merging(tabs, 'run merge-customers', async (_, who) =>
    answerOf(await who.call('runAction', 'merge-customers', JSON.stringify({ keep, drop: [drop], values }))),
  );

/** The same from the sidebar: a retry is the same request again. */
export const mergeFromSidebar = (tabs: Places): FaultAction =>
  merging(tabs, 'merge customers in the sidebar', async (_, who) => {
    const shown = { [drop]: { phone: '13800138003' } };
    const request = { requestId: 'request-merge', keep, drop: [drop], values, shown };
    return answerOf(await who.call('mergeCustomers', JSON.stringify(request)));
  });

/** Takes a merge back, as one step: everybody is there again with everything. */
export const undoMerge = (tabs: Places): FaultAction => ({
  ...merging(tabs, 'undo a merge', async (_, who) => answerOf(await who.call('runAction', 'undo-run', '{"run":1}'))),
  prepare: async (stage) => {
    await stage.owner.call('runAction', 'merge-customers', JSON.stringify({ keep, drop: [drop], values }));
  },
  enters: (entries) => {
    const kept = entries.find(tabs.customers, { name: '赵一' })!;
    kept.before = { phone: joined };
    entries.find(tabs.purchases, { model: '美的 KFR-35' })!.before = { customerId: [keep] };
    entries.find(tabs.customers, { name: '孙三' })!.optional = true;
  },
});
