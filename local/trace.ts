/** What runs of scripts cost, as counts and as simulated time. */

/** Of one or several executions; prices after the latency table of Google's services. */
export interface Trace {
  /** calls of any service method that reaches Google's side */
  serviceCalls: number;
  /** uncached reads of cells: values, formulas, formats, notes, validations */
  reads: number;
  /** commits: flushes of queued writes, at a read after a write, at `flush()` or at the end */
  writes: number;
  /** look-ups that move no cells: properties, cache, metadata, locks */
  lookups: number;
  /** queued set calls, which cost little before their commit */
  queuedWrites: number;
  cellsRead: number;
  cellsWritten: number;
  simulatedMsP50: number;
  simulatedMsP95: number;
  cpuMs: number;
  /** what the simulated time is made of, by the names of the latency table (`local/services/prices.ts`) */
  bill: Record<string, BillItem>;
}

export interface BillItem {
  count: number;
  /** priced on top of the base, where the table has a price per cell */
  cells: number;
  msP50: number;
  msP95: number;
}
