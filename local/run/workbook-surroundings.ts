import type { Op } from '../contract.ts';
import type { UndoHistory } from '../model/undo.ts';
import type { Workbook } from '../model/workbook.ts';
import { CacheStore } from '../services/cache-store.ts';
import { DailyQuotas } from '../services/daily-quotas.ts';
import { FileStore } from '../services/file-store.ts';
import { LockTable } from '../services/lock-table.ts';
import type { Shelf } from '../services/shelf.ts';
import type { Bundle, Clock, Origin, Surroundings } from '../services/surroundings.ts';
import type { Web } from '../services/web.ts';
import type { Doubts } from './doubts.ts';

export interface AppliedOps {
  ops: Op[];
  revision: number;
  by: string;
}

interface Parts {
  book: Workbook;
  bundle: Bundle;
  clock: Clock;
  timeFlows: 'p50' | 'p95' | undefined;
  history: UndoHistory;
  random: () => number;
  log: (level: string, text: string) => void;
  web: Web | undefined;
  shelf: Shelf | undefined;
  webAddress: string;
  addOnTitle: string;
  addOn: boolean;
  doubts: Doubts;
  consented: readonly string[] | undefined;
  wait: (ms: number) => Promise<void>;
}

const OFF_GRID = new Set<Op['op']>(['properties', 'mail', 'triggers']);

/** The one place where a workbook is changed, by scripts and by persons. */
export class WorkbookSurroundings implements Surroundings {
  readonly book: Workbook;
  readonly bundle: Bundle;
  readonly clock: Clock;
  readonly timeFlows: 'p50' | 'p95' | undefined;
  readonly locks = new LockTable();
  readonly cache = new CacheStore();
  readonly files: FileStore;
  readonly quotas = new DailyQuotas();
  readonly doubts: Doubts;
  readonly consented?: readonly string[];
  readonly people = new Set<string>();
  readonly web?: Web;
  readonly webAddress: string;
  readonly addOnTitle: string;
  readonly addOn: boolean;
  readonly random: () => number;
  readonly log: (level: string, text: string) => void;
  readonly wait: (ms: number) => Promise<void>;
  readonly #history: UndoHistory;
  readonly #listeners: ((applied: AppliedOps) => void)[] = [];
  revision = 0;
  gridRevision = 0;

  constructor(parts: Parts) {
    this.book = parts.book;
    this.bundle = parts.bundle;
    this.clock = parts.clock;
    // TODAY() and conditional formats follow the same clock as the script
    this.book.clock = parts.clock;
    this.timeFlows = parts.timeFlows;
    this.random = parts.random;
    this.log = parts.log;
    this.web = parts.web;
    this.files = new FileStore({ bound: parts.book.state, clock: parts.clock, random: parts.random, shelf: parts.shelf });
    this.webAddress = parts.webAddress;
    this.addOnTitle = parts.addOnTitle;
    this.addOn = parts.addOn;
    this.doubts = parts.doubts;
    this.consented = parts.consented;
    this.people.add(parts.book.state.owner);
    this.wait = parts.wait;
    this.#history = parts.history;
  }

  /** Told of every list, in the order of subscription, before `transaction` returns. */
  onApplied(listener: (applied: AppliedOps) => void): void {
    this.#listeners.push(listener);
  }

  transaction<T>(by: string, work: (apply: (ops: Op[]) => void) => T, origin: Origin = {}): T {
    const applied: Op[] = [];
    let inverse: Op[] = [];
    try {
      return work((ops) => {
        inverse = [...this.book.apply(ops), ...inverse];
        for (const op of ops) applied.push(op);
      });
    } finally {
      if (applied.length > 0) this.#publish(by, applied, inverse, origin);
    }
  }

  #publish(by: string, ops: Op[], inverse: Op[], origin: Origin): void {
    this.revision++;
    if (ops.some(({ op }) => !OFF_GRID.has(op))) {
      this.gridRevision++;
      this.#history.applied(by, ops, inverse, origin);
    }
    for (const listener of this.#listeners) listener({ ops, revision: this.revision, by });
  }
}
