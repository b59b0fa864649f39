import type { FaultAction } from '../fault-action.ts';
import { answerOf } from './answers.ts';
import type { Places } from './workbook.ts';

const values = { name: '周新', phone: '139 0013 9000', email: 'zhou@qq.com', address: '文五路 5 号' };
const phones = ['139 0013 9000', '13900139000'];

/** The sidebar registers a customer; a retry is the same request again. */
export function register(tabs: Places, who = values, requestId = 'request-fault'): FaultAction {
  const send: FaultAction['perform'] = async (stage) =>
    answerOf(await stage.call('saveRecord', JSON.stringify({ tab: 'customers', requestId, values: who })));
  return {
    name: 'register a customer',
    perform: send,
    retry: send,
    mayBeUndone: true,
    enters: ({ rows }) => {
      const { name, email, address } = who;
      rows.push({
        sheet: tabs.customers,
        values: { name: [name], phone: phones, email: [email], address: [address] },
        derived: ['customerId'],
        optional: true,
      });
    },
    target: {
      sheet: tabs.customers,
      row: { name: who.name },
      column: 'phone',
      over: '13700137000',
      beside: 'email',
      sortBy: 'name',
    },
  };
}
