import type { Trace } from '../contract.ts';
import { emptyTrace } from '../services/meter.ts';
import type { Output } from './command.ts';

/** What several executions cost together. */
export function totalCost(traces: readonly Trace[]): Trace {
  const total = emptyTrace();
  for (const trace of traces) for (const key of Object.keys(total) as (keyof Trace)[]) total[key] += trace[key];
  return total;
}

/** The last line of standard error, for programs to read. */
export function printCost(output: Output, traces: readonly Trace[]): void {
  const total = totalCost(traces);
  const rounded = Object.fromEntries(Object.entries(total).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
  output.err(JSON.stringify(rounded));
}
