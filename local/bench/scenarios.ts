import { join } from 'node:path';
import type { Trace } from '../trace.ts';
import { modelFigures } from './model-figures.ts';
import { BenchShop, customer } from './shop-of.ts';

export interface Table {
  title: string;
  columns: string[];
  rows: string[][];
}

const columns = [
  'action',
  'service calls',
  'reads',
  'commits',
  'cells read',
  'cells written',
  'simulated p50',
  'simulated p95',
  'CPU',
];
const sizes = [100, 10_000, 50_000];
const pasted = 5_000;

const ms = (value: number): string => (value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`);

const row = (action: string, trace: Trace): string[] => [
  action,
  String(trace.serviceCalls),
  String(trace.reads),
  String(trace.writes),
  trace.cellsRead.toLocaleString('en'),
  trace.cellsWritten.toLocaleString('en'),
  ms(trace.simulatedMsP50),
  ms(trace.simulatedMsP95),
  ms(trace.cpuMs),
];

/**
 * What the everyday actions cost on ledgers of several sizes: service calls, cells moved, Google's time by the latency
 * model, and the seconds of pure computation beside it.
 */
export async function* scenarios(): AsyncGenerator<Table> {
  const dist = join(process.cwd(), 'dist');
  yield { title: 'The local workbook itself, 50,000 × 12 cells', columns: ['operation', 'time'], rows: modelFigures() };
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
