import type { Trace } from '../trace.ts';
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
    bill: {},
  };
}

/** Counts and prices what one execution asks of the services. */
export class Meter {
  readonly trace: Trace = emptyTrace();

  /** @param bundleBytes size of the script, which Google parses at every start */
  start(bundleBytes: number): void {
    this.charge('start', (bundleBytes / 1e6) * START_MS_PER_MB);
  }

  /** @param extraMs for the cells, on top of the base */
  charge(name: PriceName, extraMs = 0, cells = 0): void {
    this.#add(name, 1, cells, PRICES[name].p50 + extraMs, PRICES[name].p95 + extraMs);
  }

  #add(name: string, count: number, cells: number, msP50: number, msP95: number): void {
    this.trace.simulatedMsP50 += msP50;
    this.trace.simulatedMsP95 += msP95;
    let item = this.trace.bill[name];
    if (!item) this.trace.bill[name] = item = { count: 0, cells: 0, msP50: 0, msP95: 0 };
    item.count += count;
    item.cells += cells;
    item.msP50 += msP50;
    item.msP95 += msP95;
  }

  read(cells: number): void {
    this.trace.reads++;
    this.trace.cellsRead += cells;
    this.charge('read', cells * PER_CELL.read, cells);
  }

  queued(cells: number): void {
    if (this.#inOneCall > 1) {
      const ms = cells * PER_CELL.queued;
      this.#add('queued', 0, cells, ms, ms);
      return;
    }
    if (this.#inOneCall > 0) this.#inOneCall++;
    this.trace.queuedWrites++;
    this.charge('queued', cells * PER_CELL.queued, cells);
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
    this.charge('commit', valueCells * PER_CELL.values + formatCells * PER_CELL.formats, valueCells + formatCells);
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
    this.#add('wait', 1, 0, ms, ms);
  }
}
