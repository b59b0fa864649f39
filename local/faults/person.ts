import type { Intent, IntentResult, User } from '../contract.ts';
import type { HostEvent, RunResult, Session } from '../host-contract.ts';
import type { OwnHost } from '../run/host.ts';

/** Somebody at a page of a workbook: what they do there, and what they are told. */
export class Person {
  /** toasts, alerts and failures, as they came */
  readonly told: string[] = [];
  readonly #session: Session;

  constructor(host: OwnHost, user: User) {
    this.#session = host.connect(user, (event) => this.#hear(event));
  }

  /** A call from the sidebar. */
  call(name: string, ...args: unknown[]): Promise<RunResult> {
    return this.#session.call(name, args);
  }

  /** A click on the menu. */
  click(name: string): Promise<RunResult> {
    return this.#session.click(name);
  }

  reload(): Promise<void> {
    return this.#session.reload();
  }

  do(intent: Intent): Promise<IntentResult> {
    return this.#session.intent(intent);
  }

  #hear(event: HostEvent): void {
    if (event.event === 'toast') this.told.push(event.message);
    if (event.event === 'failed') this.told.push(`failed: ${event.message}`);
  }
}
