import type { Op } from '../contract.ts';
import type { Place } from './surroundings.ts';

/** A write that waits for the next read, `flush()` or the end. */
export interface QueuedWrite {
  /** cells whose values it sets, for the price */
  valueCells?: number;
  /** cells whose formats, notes or validations it sets */
  formatCells?: number;
  /** the workbook it goes to; set when it is queued */
  place?: Place;
  /** Turns it into operations against the workbook as it then is; throws what Google throws. */
  resolve(): Op[];
  /** what the page is told once it is applied */
  after?: () => void;
}

/** The writes of one execution that Google would still hold back (platform.md §3, write buffering). */
export class WriteQueue {
  #writes: QueuedWrite[] = [];

  get empty(): boolean {
    return this.#writes.length === 0;
  }

  get pending(): readonly QueuedWrite[] {
    return this.#writes;
  }

  push(write: QueuedWrite): void {
    this.#writes.push(write);
  }

  /** Empties the queue. */
  take(): QueuedWrite[] {
    const writes = this.#writes;
    this.#writes = [];
    return writes;
  }
}
