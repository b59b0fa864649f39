import type { FaultAction } from '../fault-action.ts';
import { answerOf } from './answers.ts';
import type { Places } from './workbook.ts';

const send =
  (global: string, request: object): FaultAction['perform'] =>
  async (_, who) =>
    answerOf(await who.call(global, JSON.stringify(request)));

/** The sidebar registers a customer; a retry is the same request again. */
export function register(
  tabs: Places,
  name = '周新',
  phone = ['139 0013 9000', '13900139000'],
  id = 'request-fault',
): FaultAction {
  const values = { name, phone: phone[0], email: 'zhou@qq.com', address: '文五路 5 号' };
  const perform = send('saveRecord', { tab: 'customers', requestId: id, values });
  return {
    name: `register ${name}`,
    perform,
    retry: perform,
    mayBeUndone: true,
    enters: ({ rows }) => {
      const entered = { name: [name], phone, email: [values.email], address: [values.address] };
      rows.push({ sheet: tabs.customers, values: entered, derived: ['customerId'], optional: true });
    },
    target: { sheet: tabs.customers, row: { name }, column: 'phone', over: '13700137000', beside: 'email', sortBy: 'name' },
  };
}

/** The sidebar records a purchase for a customer. */
export function addPurchase(tabs: Places): FaultAction {
  const values = {
    customerId: 'C000002',
    model: '格力 KFR-26',
    purchasedOn: '2026-11-20',
    quantity: '1',
    orderStatus: '待发货',
  };
  const perform = send('saveRecord', { tab: 'purchases', requestId: 'request-purchase', values });
  const { customerId, model, purchasedOn, quantity, orderStatus } = values;
  return {
    name: 'record a purchase',
    perform,
    retry: perform,
    mayBeUndone: true,
    enters: ({ rows }) => {
      const entered = {
        customerId: [customerId],
        model: [model],
        purchasedOn: [purchasedOn],
        quantity: [quantity],
        orderStatus: [orderStatus],
      };
      rows.push({ sheet: tabs.purchases, values: entered, derived: ['orderId', 'amount'], optional: true });
    },
    target: {
      sheet: tabs.purchases,
      row: { model },
      column: 'quantity',
      over: '3',
      beside: 'payment',
      sortBy: 'model',
    },
  };
}

/** The sidebar puts a new mail and address into an existing customer. */
export function update(tabs: Places): FaultAction {
  const values = { email: 'qian@qq.com', address: '文三路 33 号', phone: '138 0013 8022' };
  const shown = { email: '', address: '浙江省杭州市文二路 2 号', phone: '13800138002' };
  const perform = send('updateCustomer', { number: 'C000002', requestId: 'request-update', values, shown });
  return {
    name: 'update a customer',
    perform,
    retry: perform,
    mayBeUndone: true,
    enters: (entries) => {
      const entered = entries.find(tabs.customers, { name: '钱二' })!;
      const { address, phone } = entered.values;
      entered.before = { email: [shown.email], address: address!, phone: phone! };
      Object.assign(entered.values, { email: [values.email], address: [values.address], phone: ['13800138022'] });
    },
    target: {
      sheet: tabs.customers,
      row: { name: '钱二' },
      column: 'phone',
      over: '13700137000',
      beside: '老板的话',
      sortBy: 'name',
    },
  };
}
