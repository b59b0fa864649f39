import { emptyTrace } from '../services/meter.ts';
import type { Trace } from '../trace.ts';
import type { Output } from './command.ts';

/** What several executions cost together. */
export function totalCost(traces: readonly Trace[]): Trace {
  const total = emptyTrace();
  for (const { bill, ...figures } of traces) {
    for (const key of Object.keys(figures) as (keyof typeof figures)[]) total[key] += figures[key];
    for (const [name, item] of Object.entries(bill)) {
      const sum = (total.bill[name] ??= { count: 0, cells: 0, msP50: 0, msP95: 0 });
      for (const key of Object.keys(item) as (keyof typeof item)[]) sum[key] += item[key];
    }
  }
  return total;
}

/** The last line of standard error, for programs to read. */
export function printCost(output: Output, traces: readonly Trace[]): void {
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);
  output.err(JSON.stringify(totalCost(traces), rounded));
}
