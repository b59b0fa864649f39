import type { Op, Rect, User } from '../contract.ts';
import type { MenuItem } from '../host-contract.ts';
import type { Workbook } from '../model/workbook.ts';
import { type AuthModeName, checkAccess } from './access.ts';
import { Meter } from './meter.ts';
import type { PriceName } from './prices.ts';
import { ReadCache } from './read-cache.ts';
import { ExecutionKilled } from './service-object.ts';
import type { Surroundings, UiPort } from './surroundings.ts';
import { HandleTable } from './wire.ts';
import { type QueuedWrite, WriteQueue } from './write-queue.ts';

export interface ExecutionOptions {
  surroundings: Surroundings;
  /** whose rights it has; the creator for installable triggers */
  user: User;
  authMode: AuthModeName;
  /** absent: `getUi` throws */
  ui?: UiPort;
  /** what the user has selected */
  selection?: { sheet: number; rect: Rect };
  /** ms, by the latency model or the real clock, whichever is ahead */
  limitMs: number;
  /** which figure of the latency model counts; `real`: none */
  deadlineBy: 'p50' | 'p95' | 'real';
  /** belongs to the user's last step, for undo */
  joins?: boolean;
  /** before every service call, for tests that let things go wrong or others edit in between */
  onCall?: (count: number, service: string, method: string) => void;
}

/** One run of a function of the script: whose it is, what it may do, what it has queued and what it has cost. */
export class ExecutionContext {
  readonly surroundings: Surroundings;
  readonly user: User;
  readonly ui: UiPort | undefined;
  readonly limitMs: number;
  readonly onCall: ExecutionOptions['onCall'];
  authMode: AuthModeName;
  selection: { sheet: number; rect: Rect };
  killed = false;
  /** takes back what it is waiting for */
  whenKilled: () => void = () => undefined;
  /** whether what it does next belongs to the user's last step */
  joins: boolean;
  readonly meter = new Meter();
  readonly handles = new HandleTable();
  readonly queue = new WriteQueue();
  /** what `addToUi` has put up, shown when the script ends */
  readonly menus: { title: string; items: MenuItem[] }[] = [];
  readonly #reads = new ReadCache();
  readonly #allowed = new Set<string>();
  readonly #priceOfTime: ExecutionOptions['deadlineBy'];

  constructor(options: ExecutionOptions) {
    this.surroundings = options.surroundings;
    this.user = options.user;
    this.ui = options.ui;
    this.limitMs = options.limitMs;
    this.onCall = options.onCall;
    this.authMode = options.authMode;
    this.joins = options.joins === true;
    this.#priceOfTime = options.deadlineBy;
    const first = this.book.state.sheets.find((sheet) => !sheet.hidden) ?? this.book.state.sheets[0]!;
    const chosen = options.selection && this.book.state.sheets.some((sheet) => sheet.id === options.selection!.sheet);
    this.selection = chosen ? options.selection! : { sheet: first.id, rect: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  get book(): Workbook {
    return this.surroundings.book;
  }

  /** IANA name: what JavaScript's dates mean by local time */
  get scriptZone(): string {
    return this.surroundings.bundle.manifest.timeZone ?? this.book.state.timeZone;
  }

  /** ms since 1970, with what the services would have taken where time is to flow by the latency model */
  now(): number {
    const { clock, timeFlows } = this.surroundings;
    if (!timeFlows) return clock();
    const { simulatedMsP50, simulatedMsP95 } = this.meter.trace;
    return clock() + Math.round(timeFlows === 'p50' ? simulatedMsP50 : simulatedMsP95);
  }

  /** @throws ServiceError when the call is not allowed */
  allow(path: string): void {
    const key = `${this.authMode} ${path}`;
    if (this.#allowed.has(key)) return;
    checkAccess(path, this.authMode, this.surroundings.bundle.manifest.oauthScopes);
    this.#allowed.add(key);
  }

  /** @throws ExecutionKilled once the time is up by the latency model */
  checkTime(): void {
    const { simulatedMsP50, simulatedMsP95 } = this.meter.trace;
    const passed = this.#priceOfTime === 'real' ? 0 : this.#priceOfTime === 'p50' ? simulatedMsP50 : simulatedMsP95;
    if (this.killed || passed > this.limitMs) {
      this.killed = true;
      throw new ExecutionKilled();
    }
  }

  /** The time is up: nothing of it is applied any more. */
  kill(): void {
    this.killed = true;
    this.whenKilled();
  }

  /** Before cells are read: applies what is queued, counts and prices the read. */
  read(kind: string, sheet: number, rect: Rect): void {
    this.commit();
    if (this.#reads.hit(kind, sheet, rect, this.surroundings.gridRevision)) this.meter.charge('lookAhead');
    else this.meter.read(rect.rows * rect.columns);
  }

  /** How far the contents of a tab reach: known without asking again until the grid changes. */
  extentRead(sheet: number): void {
    this.commit();
    const known = this.#reads.hit('extent', sheet, { row: 0, column: 0, rows: 1, columns: 1 }, this.surroundings.gridRevision);
    if (known) this.meter.charge('lookAhead');
    else this.meter.lookup('lookup');
  }

  /** Before something other than cells is looked at: applies what is queued. */
  look(): void {
    this.commit();
  }

  /** A look-up that has a price of its own; what is queued is applied first where it could matter. */
  lookup(price: PriceName): void {
    this.meter.lookup(price);
  }

  write(write: QueuedWrite): void {
    this.meter.queued((write.valueCells ?? 0) + (write.formatCells ?? 0));
    this.queue.push(write);
  }

  /** Queues operations that do not depend on what the workbook holds by then. */
  writeOps(...ops: Op[]): void {
    this.write({ resolve: () => ops });
  }

  /** Rows, columns and tabs that come and go: what is queued goes first, then this at once. */
  restructure(resolve: () => Op[]): void {
    this.commit();
    const ops = resolve();
    this.meter.structure();
    this.transact((apply) => apply(ops));
  }

  /** Moves the user's selection, once what is queued has been applied. */
  select(sheet: number, rect?: Rect): void {
    this.selection = { sheet, rect: rect ?? { row: 0, column: 0, rows: 1, columns: 1 } };
    const show = () => this.ui?.activate(sheet, rect);
    if (this.queue.empty) show();
    else this.queue.push({ resolve: () => [], after: show });
  }

  /** Applies operations at once. All that one execution does is one step of the user's undo. */
  transact<T>(work: (apply: (ops: Op[]) => void) => T): T {
    const { joins } = this;
    this.joins = true;
    return this.surroundings.transaction(this.user.email, work, { joins });
  }

  /** Applies the queued writes. The first that fails throws, and what was queued behind it is lost. */
  commit(): void {
    if (this.queue.empty) return;
    const writes = this.queue.take();
    const sum = (key: 'valueCells' | 'formatCells') => writes.reduce((total, write) => total + (write[key] ?? 0), 0);
    this.meter.commit(sum('valueCells'), sum('formatCells'));
    const done: QueuedWrite[] = [];
    try {
      this.transact((apply) => {
        for (const write of writes) {
          apply(write.resolve());
          done.push(write);
        }
      });
    } finally {
      for (const write of done) write.after?.();
    }
  }

  /** When the script is over, however it ended. A killed one loses what it had queued. */
  end(): void {
    try {
      if (!this.killed) this.commit();
    } finally {
      this.surroundings.locks.releaseAll(this);
    }
  }
}
