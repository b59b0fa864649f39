import type { Hooks } from '../run/executions.ts';
import { ExecutionKilled } from '../services/service-object.ts';
import type { Boundary } from './boundary.ts';

/** What happens at a boundary: nothing, an error (thrown), the end of the execution, or something somebody else does. */
export type Event = (boundary: Boundary) => void;

/** @throws ExecutionKilled */
export function kill(): never {
  throw new ExecutionKilled();
}

/**
 * Counts the boundaries that executions meet, keeps them as the trace of an action, and lets one event happen at one of
 * them. What runs inside the event does not count, so a run meets the same boundaries up to the event as the run before.
 */
export class Disturbance {
  readonly trace: Boundary[] = [];
  /** whether boundaries count now */
  on = false;
  #event: { at: number; happen: Event } | undefined;
  #method = '';
  #revision = 0;
  #commits = 0;
  #within = false;
  readonly #revisionNow: () => number;

  /** @param revision how often the workbook has changed */
  constructor(revision: () => number) {
    this.#revisionNow = revision;
  }

  /** Lets something happen at a boundary, counted from now on. */
  plan(at: number, happen: Event): void {
    this.#event = { at: this.trace.length + at, happen };
  }

  /** Whether the planned event has not happened. */
  get waits(): boolean {
    return this.#event !== undefined;
  }

  get hooks(): Hooks {
    return {
      onCall: (_, service, method, name) => {
        if (!this.#counts) return;
        this.#method = `${service.split('.').at(-1)}.${method}`;
        this.#revision = this.#revisionNow();
        this.#commits = 0;
        this.#meet({ function: name, place: 'before call', method: this.#method });
      },
      afterCall: (_count, _service, _method, name) => {
        if (!this.#counts) return;
        const changed = this.#commits === 0 && this.#revisionNow() !== this.#revision;
        this.#meet({ function: name, place: 'after call', method: this.#method, changed });
      },
      onCommit: (_, applied, of, name) => {
        if (!this.#counts) return;
        this.#commits++;
        this.#meet({ function: name, place: 'commit', method: this.#method, applied, of });
      },
    };
  }

  get #counts(): boolean {
    return this.on && !this.#within;
  }

  #meet(met: Omit<Boundary, 'at'>): void {
    const boundary = { ...met, at: this.trace.length };
    this.trace.push(boundary);
    if (this.#event?.at !== boundary.at) return;
    const { happen } = this.#event;
    this.#event = undefined;
    this.#within = true;
    try {
      happen(boundary);
    } finally {
      this.#within = false;
    }
  }
}
