import { columns, row, type Table } from './figures.ts';
import { BenchShop, customer } from './shop-of.ts';

const models = ['KFR-35GW', 'KFR-72LW', 'BCD-501', 'XQG100', 'L55M', 'JSQ-16', 'MB-40', 'FS-40', 'NSB-120', 'WD-20'];
const payments = ['微信', '支付宝', '现金', '银行卡', ''];
const states = ['已完成', '已完成', '已完成', '已发货', '待发货', '已取消', ''];
/** 2023-01-01 as the serial of a day; three years and ten months follow. */
const firstDay = 44_927;
const days = 1_420;

const number = (prefix: string, i: number): string => prefix + String(i + 1).padStart(6, '0');

const purchase = (i: number, customers: number): (string | number)[] => [
  number('D', i),
  number('C', (i * 7_919) % customers),
  models[(i * 13) % models.length]!,
  firstDay + ((i * 31) % days),
  1 + (i % 3),
  payments[i % payments.length]!,
  states[(i * 3) % states.length]!,
  i % 50 === 0 ? '' : 199 + ((i * 37) % 400_000) / 100,
];

/** What reports cost, all of them from the same ledger. */
export async function* reportFigures(dist: string, sizes: readonly number[] = [20_000]): AsyncGenerator<Table> {
  for (const size of sizes) {
    const records = size * 5;
    const shop = await BenchShop.filled(
      Array.from({ length: size }, (_, i) => customer(i)),
      dist,
    );
    shop.write(
      '购买记录',
      Array.from({ length: records }, (_, i) => purchase(i, size)),
    );
    const rows: string[][] = [];
    for (const report of ['overview', 'sales', 'orders', 'customers', 'products', 'payments']) {
      rows.push(row(`${report}, first time`, await shop.run('make-report', { report, preset: 'last12Months' })));
      rows.push(row(`${report}, again`, await shop.run('make-report', { report, preset: 'all' })));
    }
    rows.push(row('what can be chosen', await shop.call('getReportChoices', { report: 'sales' })));
    await shop.close();
    yield { title: `Reports: ${size.toLocaleString('en')} customers, ${records.toLocaleString('en')} purchases`, columns, rows };
  }
}
