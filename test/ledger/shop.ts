import { join } from 'node:path';
import type { Intent, IntentResult, Rect, Style, User, WorkbookState } from '../../local/contract.ts';
import { cloneState } from '../../local/faults/clone-state.ts';
import type { HostEvent, RunResult, Session } from '../../local/host-contract.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';
import { type Doubts, parseDoubts } from '../../local/run/doubts.ts';
import { createHost, type OwnHost } from '../../local/run/host.ts';
import { loadBundle } from '../../local/run/load-bundle.ts';
import type { Trace } from '../../local/trace.ts';

/** The bundle exactly as it is pushed; `npm test` builds it first. */
const bundle = loadBundle(process.env.LEDGER_DIST ?? join(import.meta.dirname, '../../dist'));

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

export interface ShopOptions {
  locale?: 'zh_CN' | 'en_US';
  samples?: boolean;
  /** the workbook's; the script's is that of its manifest */
  timeZone?: string;
  /** `yyyy-mm-ddThh:mm:ssZ` */
  now?: string;
  /** leave the workbook as Google gives it */
  bare?: boolean;
  /** the scopes that the manifest asks for, by their last part; absent: those of the built one */
  scopes?: string[];
  /** those of them that people have consented to, by their last part; absent: all */
  consented?: string[];
  /** which way Google behaves where that is not known; the environment's `LEDGER_DOUBTS` otherwise */
  doubts?: Partial<Doubts>;
}

/** What setting up left behind, by how the shop was opened: it is the same each time, and takes longer than most tests. */
const setUp = new Map<string, { state: WorkbookState; events: HostEvent[]; log: string[] }>();

/** A shop's workbook with the real bundle in it, and somebody at the keyboard. Rows are 1-based, columns go by header. */
export class Shop {
  readonly host: OwnHost;
  readonly events: HostEvent[] = [];
  readonly owner: User;
  private readonly session;

  private constructor(options: ShopOptions, begun?: WorkbookState) {
    const locale = options.locale ?? 'zh_CN';
    this.owner = { email: 'owner@example.com', locale: locale === 'zh_CN' ? 'zh-CN' : 'en' };
    const state =
      begun ??
      newWorkbook({
        id: 'test',
        title: '测试台账',
        locale,
        timeZone: options.timeZone ?? 'Asia/Shanghai',
        owner: this.owner.email,
      });
    this.now = Date.parse(options.now ?? '2026-11-22T04:00:00Z');
    this.host = createHost({
      state,
      bundle: options.scopes ? { ...bundle, manifest: { ...bundle.manifest, oauthScopes: options.scopes.map(scope) } } : bundle,
      mode: 'thread',
      clock: () => this.now,
      ...(options.consented ? { consented: options.consented.map(scope) } : {}),
      seed: 1,
      dropFastEdits: false,
      timesFired: () => this.timesFired,
      doubts: options.doubts ?? parseDoubts(process.env.LEDGER_DOUBTS ?? ''),
      onCall: (_count, _service, method, functionName) => this.onCall(method, functionName),
      log: (_, text) => this.log.push(text),
    });
    this.session = this.host.connect(this.owner, (event) => this.events.push(event));
  }

  readonly log: string[] = [];
  /** ms since 1970: the clock stands still but for {@link passHours} */
  now: number;
  /** how often an edit fires its trigger */
  private timesFired = 1;

  /** Lets hours go by; time triggers come as Google would let them come. */
  async passHours(hours: number): Promise<void> {
    const end = this.now + hours * 3_600_000;
    for (;;) {
      const next = Math.min(...this.host.state.triggers.map(({ nextRun }) => nextRun ?? Number.POSITIVE_INFINITY));
      this.now = Math.min(end, Math.max(next, this.now));
      if (next > end) return;
      await this.host.fireDue();
    }
  }

  /** Edits that no trigger sees. */
  async unseen(work: () => Promise<unknown>): Promise<void> {
    this.timesFired = 0;
    await work();
    this.timesFired = 1;
  }

  private moment?: { method: string; functionName: string; act: (session: Session) => unknown };

  /** Lets somebody else act once, right before a service call of a function of the bundle's. */
  meanwhile(method: string, functionName: string, act: (session: Session) => unknown): void {
    this.moment = { method, functionName, act };
  }

  /** Whether what should have happened meanwhile has not happened yet. */
  get waits(): boolean {
    return this.moment !== undefined;
  }

  private onCall(method: string, functionName: string): void {
    const { moment } = this;
    if (moment?.method !== method || moment.functionName !== functionName) return;
    this.moment = undefined;
    moment.act(this.as('colleague@example.com').session);
  }

  static async open(options: ShopOptions = {}): Promise<Shop> {
    if (options.bare) return new Shop(options);
    const key = JSON.stringify(options);
    const known = setUp.get(key);
    const shop = new Shop(options, known && cloneState(known.state));
    if (known) {
      shop.events.push(...known.events);
      shop.log.push(...known.log);
      return shop;
    }
    const outcome = await shop.run('set-up', { samples: options.samples ?? false });
    if (!outcome.ok) throw new Error([outcome.message, ...shop.log].join('\n'));
    setUp.set(key, { state: cloneState(shop.host.state), events: [...shop.events], log: [...shop.log] });
    return shop;
  }

  get book(): Workbook {
    return new Workbook(this.host.state);
  }

  /** Another person at another page. */
  as(email: string, locale = 'zh-CN') {
    const events: HostEvent[] = [];
    return { session: this.host.connect({ email, locale }, (event) => events.push(event)), events };
  }

  async run(
    id: string,
    request: object = {},
  ): Promise<{ ok: boolean; message: string; details?: Record<string, unknown>; trace: Trace }> {
    const result = await this.host.run(this.owner, 'runAction', [id, JSON.stringify(request)]);
    return { ...this.answerOf(result), trace: result.trace };
  }

  /** What the sidebar calls. */
  async call<T>(name: string, request: object): Promise<T> {
    return this.answerOf<T>(await this.session.call(name, [JSON.stringify(request)]));
  }

  async click(global: string): Promise<RunResult> {
    const result = await this.session.click(global);
    await this.host.idle();
    return result;
  }

  private answerOf<T = { ok: boolean; message: string }>(result: RunResult): T {
    if (!result.ok) throw new Error(`${result.error}\n${result.stack ?? ''}`);
    return JSON.parse(result.value as string) as T;
  }

  sheet(name: string) {
    const sheet = this.host.state.sheets.find((s) => s.name === name);
    if (!sheet) throw new Error(`No tab ${name}: ${this.host.state.sheets.map((s) => s.name).join(', ')}`);
    return sheet;
  }

  /** 0-based column of a header. */
  column(tab: string, header: string): number {
    const sheet = this.sheet(tab);
    const at = this.book.displayValues(sheet.id, { row: 0, column: 0, rows: 1, columns: sheet.columnCount })[0]!.indexOf(header);
    if (at < 0) throw new Error(`No column ${header} in ${tab}`);
    return at;
  }

  async intend(intent: Intent): Promise<IntentResult> {
    const result = await this.session.intent(intent);
    await this.host.idle();
    return result;
  }

  /** Types into a cell; the trigger has run when this resolves. */
  type(tab: string, row: number, header: string, text: string): Promise<IntentResult> {
    return this.intend({ kind: 'type', sheet: this.sheet(tab).id, row: row - 1, column: this.column(tab, header), text });
  }

  clear(tab: string, row: number, header: string): Promise<IntentResult> {
    const rect: Rect = { row: row - 1, column: this.column(tab, header), rows: 1, columns: 1 };
    return this.intend({ kind: 'clear', sheet: this.sheet(tab).id, rects: [rect] });
  }

  /** Pastes texts with their top left corner at a cell. */
  paste(
    tab: string,
    row: number,
    header: string,
    cells: (string | null)[][],
    more: Partial<Extract<Intent, { kind: 'paste' }>> = {},
  ): Promise<IntentResult> {
    return this.intend({
      kind: 'paste',
      sheet: this.sheet(tab).id,
      row: row - 1,
      column: this.column(tab, header),
      cells,
      ...more,
    });
  }

  private rect(tab: string, row: number, header: string): [number, Rect] {
    return [this.sheet(tab).id, { row: row - 1, column: this.column(tab, header), rows: 1, columns: 1 }];
  }

  /** What the cell shows. */
  text(tab: string, row: number, header: string): string {
    return this.book.displayValues(...this.rect(tab, row, header))[0]![0]!;
  }

  value(tab: string, row: number, header: string): unknown {
    return this.book.values(...this.rect(tab, row, header))[0]![0] ?? '';
  }

  note(tab: string, row: number, header: string): string {
    return this.book.notes(...this.rect(tab, row, header))[0]![0]!;
  }

  style(tab: string, row: number, header: string): Style {
    return this.book.styles(...this.rect(tab, row, header))[0]![0]!;
  }

  /** A whole column as shown, without its header, down to the last filled cell. */
  columnTexts(tab: string, header: string): string[] {
    const sheet = this.sheet(tab);
    const texts = this.book
      .displayValues(sheet.id, { row: 1, column: this.column(tab, header), rows: sheet.rowCount - 1, columns: 1 })
      .map((row) => row[0]!);
    while (texts.length > 0 && texts.at(-1) === '') texts.pop();
    return texts;
  }

  /** What the last executions cost, newest last. */
  costs(): { function: string; trace: Trace }[] {
    return this.events.flatMap((event) => (event.event === 'cost' ? [{ function: event.function, trace: event.trace }] : []));
  }

  toasts(): string[] {
    return this.events.flatMap((event) => (event.event === 'toast' ? [event.message] : []));
  }

  failures(): string[] {
    return this.events.flatMap((event) => (event.event === 'failed' ? [`${event.function}: ${event.message}`] : []));
  }
}
