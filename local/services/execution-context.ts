import type { Op, Rect, User, WorkbookState } from '../contract.ts';
import type { MenuItem } from '../host-contract.ts';
import type { Workbook } from '../model/workbook.ts';
import { type AuthModeName, checkAccess } from './access.ts';
import { Meter } from './meter.ts';
import type { PriceName } from './prices.ts';
import { Reading } from './reading.ts';
import { ExecutionKilled, ServiceError, ServiceObject } from './service-object.ts';
import type { Place, Surroundings, UiPort } from './surroundings.ts';
import { HandleTable } from './wire.ts';
import { type QueuedWrite, WriteQueue } from './write-queue.ts';

export interface Selected {
  sheet: number;
  /** the range that counts as active */
  rect: Rect;
  /** where several are selected: all of them */
  rects?: readonly Rect[];
  /** the cell that has the focus, when not the first of the active range */
  cell?: Rect;
}

function firstCell({ sheets }: WorkbookState): Selected {
  const first = sheets.find((sheet) => !sheet.hidden) ?? sheets[0]!;
  return { sheet: first.id, rect: { row: 0, column: 0, rows: 1, columns: 1 } };
}

export interface ExecutionOptions {
  surroundings: Surroundings;
  /** whose rights it has; the creator for installable triggers */
  user: User;
  /** who sits at the page; blank where nobody does, default: `user` */
  activeUser?: string;
  authMode: AuthModeName;
  /** absent: `getUi` throws */
  ui?: UiPort;
  /** what the user has selected */
  selection?: Selected;
  /** ms, by the latency model or the real clock, whichever is ahead */
  limitMs: number;
  /** which figure of the latency model counts; `real`: none */
  deadlineBy: 'p50' | 'p95' | 'real';
  /** belongs to the user's last step, for undo */
  joins?: boolean;
  /** before every service call, for tests that let things go wrong or others edit in between */
  onCall?: (count: number, service: string, method: string) => void;
  /** after every service call that went through, for tests in which its answer is lost */
  afterCall?: (count: number, service: string, method: string) => void;
  /** around the writes of a commit or a change of structure: before the first (`applied` 0) and after each, `of` in all */
  onCommit?: (commit: number, applied: number, of: number) => void;
  /** in a worker: every service call waits for it */
  gate?: () => Promise<void>;
}

/** One run of a function of the script: whose it is, what it may do, what it has queued and what it has cost. */
export class ExecutionContext {
  readonly surroundings: Surroundings;
  readonly user: User;
  /** e-mail; another than the user's where a trigger lends its creator's rights */
  readonly activeUser: string;
  readonly ui: UiPort | undefined;
  readonly limitMs: number;
  readonly onCall: ExecutionOptions['onCall'];
  readonly afterCall: ExecutionOptions['afterCall'];
  readonly gate: ExecutionOptions['gate'];
  authMode: AuthModeName;
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
  #place: Place;
  /** what `setActiveSpreadsheet` was told; absent: the workbook that the script is bound to */
  activePlace?: Place;
  readonly #selections = new Map<Place, Selected>();
  readonly #reading: Reading;
  readonly #allowed = new Set<string>();
  /** applied at the call already, to be paid for with the next commit */
  readonly #unpriced: QueuedWrite[] = [];
  readonly #priceOfTime: ExecutionOptions['deadlineBy'];
  readonly #onCommit: ExecutionOptions['onCommit'];
  #commits = 0;
  #slept = 0;

  constructor(options: ExecutionOptions) {
    this.surroundings = options.surroundings;
    this.user = options.user;
    this.#reading = new Reading(this.meter, options.surroundings.doubts.readAgain === 'remembered');
    this.activeUser = options.activeUser ?? options.user.email;
    this.ui = options.ui;
    this.limitMs = options.limitMs;
    this.onCall = options.onCall;
    this.afterCall = options.afterCall;
    this.gate = options.gate;
    this.#onCommit = options.onCommit;
    this.authMode = options.authMode;
    this.joins = options.joins === true;
    this.#priceOfTime = options.deadlineBy;
    this.#place = options.surroundings;
    const { selection } = options;
    if (selection && this.book.state.sheets.some((sheet) => sheet.id === selection.sheet)) this.selection = selection;
  }

  /** the workbook that the present call is about */
  get place(): Place {
    return this.#place;
  }

  get book(): Workbook {
    return this.#place.book;
  }

  /** Before every call: the workbook of the object it is made on, or else of what it is given, or else the active one. */
  enter(self: ServiceObject, args: readonly unknown[]): void {
    const given = args.filter((arg) => arg instanceof ServiceObject);
    const from = self.place ? self : given.find((arg) => arg.place);
    const active = self.type === 'SpreadsheetApp' && given.length === 0 ? this.activePlace : undefined;
    this.#place = from?.place ?? active ?? this.surroundings;
  }

  /** Does part of a call in another workbook. */
  within<T>(place: Place | undefined, work: () => T): T {
    const before = this.#place;
    this.#place = place ?? this.surroundings;
    try {
      return work();
    } finally {
      this.#place = before;
    }
  }

  get selection(): Selected {
    let selected = this.#selections.get(this.#place);
    if (!selected) this.#selections.set(this.#place, (selected = firstCell(this.book.state)));
    return selected;
  }

  set selection(selected: Selected) {
    this.#selections.set(this.#place, selected);
  }

  /** IANA name: what JavaScript's dates mean by local time */
  get scriptZone(): string {
    return this.surroundings.bundle.manifest.timeZone ?? this.book.state.timeZone;
  }

  /** ms since 1970, with what the services would have taken where time is to flow by the latency model */
  now(): number {
    const { clock, timeFlows } = this.surroundings;
    if (!timeFlows) return clock() + this.#slept;
    const { simulatedMsP50, simulatedMsP95 } = this.meter.trace;
    return clock() + Math.round(timeFlows === 'p50' ? simulatedMsP50 : simulatedMsP95);
  }

  /** A sleep in the same thread: nothing happens meanwhile, but the script's clock goes on. */
  passTime(ms: number): void {
    this.meter.wait(ms);
    this.#slept += ms;
  }

  /** @throws ServiceError when the call is not allowed */
  allow(path: string): void {
    const key = `${this.authMode} ${path}`;
    if (this.#allowed.has(key)) return;
    checkAccess(path, this.authMode, this.surroundings.bundle.manifest.oauthScopes, this.surroundings.consented);
    this.#allowed.add(key);
  }

  /** Whether the time is up by the latency model. */
  get overdue(): boolean {
    const { simulatedMsP50, simulatedMsP95 } = this.meter.trace;
    const passed = this.#priceOfTime === 'real' ? 0 : this.#priceOfTime === 'p50' ? simulatedMsP50 : simulatedMsP95;
    return passed > this.limitMs;
  }

  /** @throws ExecutionKilled once the time is up */
  checkTime(): void {
    if (!this.killed && this.overdue) this.kill();
    if (this.killed) throw new ExecutionKilled();
  }

  /** The time is up: nothing of it is applied any more. */
  kill(): void {
    this.killed = true;
    this.whenKilled();
  }

  /** Runs a test's hook: what it throws, the service throws; {@link ExecutionKilled} ends the execution there. */
  hook(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ExecutionKilled)) throw new ServiceError((error as Error).message);
      this.kill();
      throw error;
    }
  }

  /** Where a commit of so many writes may be disturbed. */
  #boundaries(of: number): (applied: number) => void {
    const commit = ++this.#commits;
    return (applied) => this.hook(() => this.#onCommit?.(commit, applied, of));
  }

  /** Before cells are read: applies what is queued, counts and prices the read. */
  read(kind: string, sheet: number, rect: Rect): void {
    this.commit();
    this.#reading.price(this.#place, kind, sheet, rect);
  }

  /** Reads cells as {@link Reading} gives them. */
  readCells<T>(kind: string, sheet: number, rect: Rect, read: () => T[][]): T[][] {
    this.commit();
    return this.#reading.cells(this.#place, kind, sheet, rect, read);
  }

  /** How far the contents of a tab reach: known without asking again until the grid changes. */
  extent(sheet: number, axis: 'row' | 'column'): number {
    this.commit();
    return this.#reading.extent(this.#place, sheet, axis);
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
    this.queue.push({ ...write, place: this.#place });
    if (this.surroundings.doubts.refusedWrite === 'call') this.#unpriced.push(...this.#applyQueue());
  }

  /** Queues operations that do not depend on what the workbook holds by then. */
  writeOps(...ops: Op[]): void {
    this.write({ resolve: () => ops });
  }

  /** Rows, columns and tabs that come and go: what is queued goes first, then this at once. */
  restructure(resolve: () => Op[]): void {
    this.commit();
    const boundary = this.#boundaries(1);
    boundary(0);
    const ops = resolve();
    this.meter.structure();
    this.transact((apply) => apply(ops));
    boundary(1);
  }

  /** Moves the user's selection, once what is queued has been applied. The page shows the active range of several. */
  select(sheet: number, rect?: Rect, more: Pick<Selected, 'rects' | 'cell'> = {}): void {
    this.selection = { ...more, sheet, rect: rect ?? { row: 0, column: 0, rows: 1, columns: 1 } };
    if (this.#place !== this.surroundings) return;
    const show = () => this.ui?.activate(sheet, rect);
    if (this.queue.empty) show();
    else this.queue.push({ resolve: () => [], after: show, place: this.#place });
  }

  /** Applies operations at once. All that one execution does is one step of the user's undo. */
  transact<T>(work: (apply: (ops: Op[]) => void) => T): T {
    this.#reading.forget();
    if (this.#place !== this.surroundings) return this.#place.transaction(this.user.email, work);
    const { joins } = this;
    this.joins = true;
    return this.surroundings.transaction(this.user.email, work, { joins });
  }

  /** Applies the queued writes. The first that fails throws, and what was queued behind it is lost. */
  commit(): void {
    if (this.queue.empty && this.#unpriced.length === 0) return;
    const writes = [...this.#unpriced.splice(0), ...this.queue.pending];
    const sum = (key: 'valueCells' | 'formatCells') => writes.reduce((total, write) => total + (write[key] ?? 0), 0);
    this.meter.commit(sum('valueCells'), sum('formatCells'));
    this.#applyQueue();
  }

  /** `flush()`: whatever was remembered of reads is forgotten, too. */
  flush(): void {
    this.commit();
    this.#reading.forget();
  }

  #applyQueue(): QueuedWrite[] {
    if (this.queue.empty) return [];
    const writes = this.queue.take();
    const boundary = this.#boundaries(writes.length);
    const done: QueuedWrite[] = [];
    boundary(0);
    try {
      while (done.length < writes.length) this.#commitNext(writes, done, boundary);
    } finally {
      for (const write of done) write.after?.();
    }
    return writes;
  }

  /** Applies the writes that go to the workbook of the first one left, up to where another workbook's begin. */
  #commitNext(writes: readonly QueuedWrite[], done: QueuedWrite[], boundary: (applied: number) => void): void {
    const { place } = writes[done.length]!;
    this.within(place, () =>
      this.transact((apply) => {
        for (let next = writes[done.length]; next && next.place === place; next = writes[done.length]) {
          apply(next.resolve());
          done.push(next);
          boundary(done.length);
        }
      }),
    );
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
