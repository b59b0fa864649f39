import { columns, row, type Table } from './figures.ts';
import { BenchShop, customer } from './shop-of.ts';

const sizes = [1_000, 10_000, 50_000];
/** 2026-01-01 as the serial of a day. */
const firstDay = 46_023;
const people = ['陈师傅', '李师傅', '王师傅', ''];
const states = ['待发货', '已发货', '已完成', '已完成', ''];

const numbered = (prefix: string, i: number): string => `${prefix}${String(i + 1).padStart(6, '0')}`;

/** What it costs to measure the quality of the data: each customer has two records. */
export async function qualityFigures(dist: string): Promise<Table> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const customers = Array.from({ length: size }, (_, i) => (i % 6 === 0 ? [...customer(i).slice(0, 3), '', ''] : customer(i)));
    const shop = await BenchShop.filled(customers, dist);
    const of = (i: number): string => numbered('C', (i * 7) % size);
    shop.write(
      '购买记录',
      customers.map((_, i) => [
        numbered('D', i),
        of(i),
        'KFR-35GW',
        firstDay + (i % 320),
        1 + (i % 3),
        i % 5 ? '微信' : '',
        states[i % 5]!,
      ]),
    );
    shop.write(
      '服务记录',
      customers.map((_, i) => [
        numbered('S', i),
        of(i),
        '维修',
        firstDay + (i % 320),
        people[i % 4]!,
        '已完成',
        1 + (i % 5),
        '按时到，很满意',
      ]),
    );
    const label = `${size.toLocaleString('en')} customers, ${(size * 2).toLocaleString('en')} records`;
    rows.push(row(`data-quality, ${label}`, await shop.run('data-quality', {})));
    await shop.close();
  }
  return { title: 'Data quality', columns, rows };
}
