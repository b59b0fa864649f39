import type { Trace } from '../contract.ts';
import type { Output } from './command.ts';

const nothing: Trace = {
  serviceCalls: 0,
  reads: 0,
  writes: 0,
  lookups: 0,
  queuedWrites: 0,
  cellsRead: 0,
  cellsWritten: 0,
  simulatedMsP50: 0,
  simulatedMsP95: 0,
  cpuMs: 0,
};

/** What several executions cost together. */
export function totalCost(traces: readonly Trace[]): Trace {
  const total = { ...nothing };
  for (const trace of traces) for (const key of Object.keys(nothing) as (keyof Trace)[]) total[key] += trace[key];
  return total;
}

/** The last line of standard error, for programs to read. */
export function printCost(output: Output, traces: readonly Trace[]): void {
  const total = totalCost(traces);
  const rounded = Object.fromEntries(Object.entries(total).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
  output.err(JSON.stringify(rounded));
}
