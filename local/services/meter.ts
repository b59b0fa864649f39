import type { Trace } from '../contract.ts';
import { PER_CELL, PRICES, type PriceName, START_MS_PER_MB } from './prices.ts';

export function emptyTrace(): Trace {
  return {
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
}

/** Counts and prices what one execution asks of the services. */
export class Meter {
  readonly trace: Trace = emptyTrace();

  /** @param bundleBytes size of the script, which Google parses at every start */
  start(bundleBytes: number): void {
    this.charge('start', (bundleBytes / 1e6) * START_MS_PER_MB);
  }

  charge(name: PriceName, extraMs = 0): void {
    this.trace.simulatedMsP50 += PRICES[name].p50 + extraMs;
    this.trace.simulatedMsP95 += PRICES[name].p95 + extraMs;
  }

  read(cells: number): void {
    this.trace.reads++;
    this.trace.cellsRead += cells;
    this.charge('read', cells * PER_CELL.read);
  }

  queued(cells: number): void {
    if (this.#inOneCall > 1) {
      const ms = cells * PER_CELL.queued;
      this.trace.simulatedMsP50 += ms;
      this.trace.simulatedMsP95 += ms;
      return;
    }
    if (this.#inOneCall > 0) this.#inOneCall++;
    this.trace.queuedWrites++;
    this.charge('queued', cells * PER_CELL.queued);
  }

  #inOneCall = 0;

  /** What one call sets in several places (a range list) is one queued call: only its cells add up. */
  asOneCall(work: () => void): void {
    this.#inOneCall = 1;
    try {
      work();
    } finally {
      this.#inOneCall = 0;
    }
  }

  commit(valueCells: number, formatCells: number): void {
    this.trace.writes++;
    this.trace.cellsWritten += valueCells + formatCells;
    this.charge('commit', valueCells * PER_CELL.values + formatCells * PER_CELL.formats);
  }

  /** Inserting, deleting or moving rows, columns and tabs. */
  structure(): void {
    this.trace.writes++;
    this.charge('structure');
  }

  lookup(name: PriceName): void {
    this.trace.lookups++;
    this.charge(name);
  }

  wait(ms: number): void {
    this.trace.simulatedMsP50 += ms;
    this.trace.simulatedMsP95 += ms;
  }
}
