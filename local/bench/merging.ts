import { columns, row, type Table } from './figures.ts';
import { BenchShop, customer } from './shop-of.ts';

const sizes = [1_000, 10_000, 50_000];
const records = 100_000;
/** of 2026-01-01 */
const firstDay = 46_023;
const merge = { keep: 'C000001', drop: ['C000009'] };

const numberOf = (i: number): string => `C${String(i + 1).padStart(6, '0')}`;

/** A purchase of one customer after the other. */
const purchase = (customers: number) => (_: unknown, i: number) => [
  `D${String(i + 1).padStart(6, '0')}`,
  numberOf(i % customers),
  `型号-${i % 40}`,
  firstDay + (i % 300),
  1,
  '微信',
  '已完成',
];

/** What it costs to merge two customers and to take that back, among 100,000 records. */
export async function mergeFigures(dist: string): Promise<Table> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const people = Array.from({ length: size }, (_, i) => customer(i));
    const shop = await BenchShop.filled(people, dist);
    shop.write('购买记录', Array.from({ length: records }, purchase(size)));
    const label = size.toLocaleString('en');
    rows.push(
      row(`look at two of ${label} customers`, await shop.call('proposeMerge', { customers: [merge.keep, ...merge.drop] })),
    );
    rows.push(row('merge them', await shop.run('merge-customers', merge)));
    rows.push(row('undo it', await shop.run('undo-run', { run: 1 })));
    await shop.close();
  }
  return { title: 'Merging, with 100,000 records', columns, rows };
}
