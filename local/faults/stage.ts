import type { Intent, IntentResult, Op, User } from '../contract.ts';
import type { HostEvent, RunResult, Session } from '../host-contract.ts';
import { createHost, type OwnHost } from '../run/host.ts';
import type { Bundle } from '../services/surroundings.ts';
import { cloneState } from './clone-state.ts';
import { Disturbance } from './disturbance.ts';
import type { FaultWorkbook } from './fault-action.ts';

/** A copy of a workbook with the script running in it, its owner at one page and a colleague at another. */
export class Stage {
  readonly host: OwnHost;
  readonly disturbance: Disturbance;
  readonly owner: Session;
  /** everything that has changed */
  readonly ops: Op[] = [];
  /** what the owner was told: toasts, alerts, failures */
  readonly told: string[] = [];
  readonly log: string[] = [];
  #colleague: Session | undefined;
  readonly #done: Promise<IntentResult>[] = [];
  /** ms since 1970: the clock stands still but for what is waited */
  now: number;
  /** how often an edit fires its trigger */
  timesFired = 1;

  constructor(workbook: FaultWorkbook, bundle: Bundle) {
    this.now = workbook.now;
    const state = cloneState(workbook.state);
    this.disturbance = new Disturbance(() => this.host.revision);
    this.host = createHost({
      state,
      bundle,
      mode: 'thread',
      nested: true,
      clock: () => this.now,
      seed: 1,
      dropFastEdits: false,
      timesFired: () => this.timesFired,
      log: (_, text) => this.log.push(text),
      answer: (question) => {
        this.told.push(question.message);
        return { button: 'OK' };
      },
      ...this.disturbance.hooks,
    });
    this.host.onOps((ops) => this.ops.push(...ops));
    const owner: User = { email: state.owner, locale: 'zh-CN' };
    this.owner = this.host.connect(owner, (event) => this.#hear(event));
  }

  get state() {
    return this.host.state;
  }

  /** What somebody at another page does, here and now. */
  colleagueDoes(intent: Intent): void {
    this.#colleague ??= this.host.connect({ email: 'colleague@example.com', locale: 'zh-CN' }, () => undefined);
    this.#done.push(this.#colleague.intent(intent));
  }

  /** What the workbook did not let the colleague do. */
  async refusals(): Promise<string[]> {
    return (await Promise.all(this.#done)).flatMap((result) => (result.ok ? [] : [result.message]));
  }

  /** A call from the owner's sidebar; what it answers, parsed where it is JSON text. */
  async call(name: string, ...args: unknown[]): Promise<RunResult> {
    return await this.owner.call(name, args);
  }

  close(): Promise<void> {
    return this.host.close();
  }

  #hear(event: HostEvent): void {
    if (event.event === 'toast') this.told.push(event.message);
    if (event.event === 'failed') this.told.push(`failed: ${event.message}`);
  }
}
