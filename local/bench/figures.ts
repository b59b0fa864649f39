import type { Trace } from '../trace.ts';

export interface Table {
  title: string;
  columns: string[];
  rows: string[][];
}

/** What is told of an action. */
export const columns = [
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

const ms = (value: number): string => (value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`);

export const row = (action: string, trace: Trace): string[] => [
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
