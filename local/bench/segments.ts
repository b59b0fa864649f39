import { columns, row, type Table } from './figures.ts';
import { ledgerOf } from './reminders.ts';

/** What segments cost, by the number of customers; each has bought some five times. */
export async function* segmentFigures(sizes: readonly number[] = [2_000, 20_000]): AsyncGenerator<Table> {
  for (const size of sizes) {
    const { host, run } = await ledgerOf(size, { 购买记录: 5 * size });
    const rows = [
      row('look at the segments', await run('segments')),
      row('make the report', await run('segment-report')),
      row('make it again', await run('segment-report')),
      row('show their settings, first time', await run('open-segment-settings')),
      row('write them, first time', await run('write-segments')),
      row('write them again, nothing to change', await run('write-segments')),
    ];
    await host.close();
    const figure = (n: number): string => n.toLocaleString('en');
    yield { title: `客户分层: ${figure(size)} customers, ${figure(5 * size)} purchases`, columns, rows };
  }
}
