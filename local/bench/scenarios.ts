import { join } from 'node:path';
import { entryFigures } from './at-entry.ts';
import { duplicateFigures } from './duplicates.ts';
import { columns, row, type Table } from './figures.ts';
import { mergeFigures } from './merging.ts';
import { modelFigures } from './model-figures.ts';
import { qualityFigures } from './quality.ts';
import { BenchShop, customer } from './shop-of.ts';

const sizes = [100, 10_000, 50_000];
const pasted = 5_000;

/** Tables that can be asked for alone, by their word. */
const alone: Readonly<Record<string, (dist: string) => Promise<Table>>> = {
  'find-duplicates': duplicateFigures,
  'data-quality': qualityFigures,
  'check-at-entry': entryFigures,
  'merge-customers': mergeFigures,
};

/**
 * What the shop's actions cost on ledgers of several sizes: service calls, cells moved, Google's time by the latency
 * model, and the seconds of pure computation beside it.
 *
 * @param only `everyday`, `find-duplicates`, `check-at-entry`, `data-quality`, `merge-customers`: that alone
 */
export async function* scenarios(only?: string): AsyncGenerator<Table> {
  const dist = join(process.cwd(), 'dist');
  const asked = only === undefined ? Object.values(alone) : alone[only] ? [alone[only]] : [];
  if (only === undefined)
    yield { title: 'The local workbook itself, 50,000 × 12 cells', columns: ['operation', 'time'], rows: modelFigures() };
  for (const figures of asked) yield await figures(dist);
  if (only === undefined || only === 'everyday') yield* everyday(dist);
}

/** Registering, typing, pasting, checking, finding. */
async function* everyday(dist: string): AsyncGenerator<Table> {
  for (const size of sizes) {
    const { shop, first } = await BenchShop.of(size, dist);
    const rows = [
      row('register a customer', await shop.register(1)),
      row('look for duplicates of an entry', await shop.findDuplicates()),
      row('load a block for the search', await shop.call('loadCustomers', { from: 0 })),
      row('search on the server', await shop.call('findCustomers', { text: 'zw' })),
      row('open a customer card', await shop.call('getCard', { customer: 'C000002' })),
      row('type a phone', await shop.type(Math.floor(size / 2), 2, '+86 138 0013 8000')),
      row('type a wrong phone', await shop.type(Math.floor(size / 2) + 1, 2, '138001')),
      row(
        `paste ${pasted.toLocaleString('en')} rows`,
        await shop.paste(
          size + 3,
          Array.from({ length: pasted }, (_, i) => customer(size + i)),
        ),
      ),
      row('check this tab, first time', first),
      row('check this tab, again', await shop.run('check-tab', { tab: '基本信息' })),
    ];
    await shop.close();
    yield { title: `${size.toLocaleString('en')} customers`, columns, rows };
  }
}
