import { columns, row, type Table } from './figures.ts';
import { ledgerOf } from './reminders.ts';

/**
 * What a backup, its check and a restore of everything cost, with two records for each customer. A run that would take
 * longer than six minutes at the 95th percentile is ended, as on Google.
 */
export async function* backupFigures(sizes: readonly number[] = [1_000, 10_000, 50_000]): AsyncGenerator<Table> {
  for (const size of sizes) {
    const records = { 购买记录: size, 维修记录: size / 2, 服务记录: size / 2 };
    const { host, session, run } = await ledgerOf(size, records);
    const rows = [row('back up', await run('back-up')), row('check the backup', await run('check-backups'))];
    yield { title: `Backup: ${size.toLocaleString('en')} customers, ${(2 * size).toLocaleString('en')} records`, columns, rows };
    const sheet = host.state.sheets.find(({ name }) => name === '基本信息')!.id;
    await session.intent({ kind: 'deleteRows', sheet, at: 1, count: size / 2 });
    await host.idle();
    const compare = row('compare with today', await run('restore', { preview: true }));
    const restore = row('restore one tab', await run('restore', { tab: '基本信息' }));
    yield { title: `Restore: ${size.toLocaleString('en')} customers`, columns, rows: [compare, restore] };
    const whole = row('restore everything', await run('restore'));
    await host.close();
    yield { title: `Restore of everything: ${(3 * size).toLocaleString('en')} rows`, columns, rows: [whole] };
  }
}
