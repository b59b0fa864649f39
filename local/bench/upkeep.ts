import type { Trace } from '../trace.ts';
import { columns, row, type Table } from './figures.ts';
import { ledgerOf } from './reminders.ts';

const owner = { email: 'owner@example.com', locale: 'zh-CN' };
const staff = [
  ['王店长', 'wang@example.com', '店长'],
  ['李敏', 'li@example.com', '销售'],
  ['赵丽', 'zhao@example.com', '客服'],
  ['陈师傅', 'chen@example.com', '维修'],
];

/** What the card, a clean-up, reviews and the digests of a day cost, with 100,000 records. */
export async function* upkeepFigures(sizes: readonly number[] = [1_000, 10_000, 50_000]): AsyncGenerator<Table> {
  for (const size of sizes) {
    const { host, session, run } = await ledgerOf(size);
    const call = async (name: string, input: object): Promise<Trace> => {
      const result = await host.run(owner, name, [JSON.stringify(input)]);
      if (!result.ok) throw new Error(result.error);
      return result.trace;
    };
    const rows = [
      row('load a block for the search', await call('loadCustomers', { from: 0 })),
      row('open a customer card', await call('getCard', { customer: 'C000002' })),
      row('look what a clean-up would do', await run('clean-up')),
      row('apply it', await run('apply-clean-up')),
      row('undo it', await run('undo-clean-up')),
    ];
    await run('open-staff');
    const sheet = host.state.sheets.find(({ name }) => name === '员工')!.id;
    await session.intent({ kind: 'paste', sheet, row: 1, column: 0, cells: staff });
    await host.idle();
    await run('plan-reviews', { plan: { owner: '王店长' } });
    rows.push(row("open today's reviews", await call('getReviews', {})));
    rows.push(row('open one of them', await call('getReview', { customer: 'C000002' })));
    rows.push(row('write the review list', await run('review-list')));
    rows.push(row('send the digests of the day', await call('runJob', { job: 'digest' })));
    await host.close();
    yield { title: `${size.toLocaleString('en')} customers, 100,000 records`, columns, rows };
  }
}
