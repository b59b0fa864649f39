import { randomUUID } from 'node:crypto';
import type { Intent, IntentResult, Rect, User } from '../contract.ts';
import type { Button, HostEvent, RunResult, Session } from '../host-contract.ts';
import type { Cause } from './triggers.ts';
import type { PageUi } from './ui-ports.ts';

/** Of one page; more wait in the page itself (platform.md §1). */
const MOST_CALLS_IN_FLIGHT = 10;

/** What a session asks of its host. */
export interface SessionHost {
  intent(session: HostSession, intent: Intent): IntentResult;
  open(session: HostSession): Promise<void>;
  click(session: HostSession, functionName: string): Promise<RunResult>;
  call(session: HostSession, functionName: string, args: unknown[]): Promise<RunResult>;
  closed(session: HostSession): void;
  usersChanged(): void;
}

/** One user at one page. */
export class HostSession implements Session {
  readonly id = randomUUID();
  readonly ui: PageUi;
  selection: { sheet: number; rect: Rect } | undefined;
  readonly #host: SessionHost;
  readonly #onEvent: (event: HostEvent) => void;
  #user: User;
  #open = true;
  #inFlight = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    host: SessionHost,
    user: User,
    onEvent: (event: HostEvent) => void,
    makeUi: (send: (event: HostEvent) => void) => PageUi,
  ) {
    this.#host = host;
    this.#user = user;
    this.#onEvent = onEvent;
    this.ui = makeUi((event) => this.tell(event));
  }

  get user(): User {
    return this.#user;
  }

  set user(user: User) {
    this.#user = user;
    this.#host.usersChanged();
  }

  /** As whom and where triggers and scripts of this page run. */
  get cause(): Cause {
    return { user: this.#user, ui: this.ui, tell: (event) => this.tell(event), selection: this.selection };
  }

  tell(event: HostEvent): void {
    if (event.event === 'activate')
      this.selection = { sheet: event.sheet, rect: event.rect ?? { row: 0, column: 0, rows: 1, columns: 1 } };
    if (this.#open) this.#onEvent(event);
  }

  async intent(intent: Intent): Promise<IntentResult> {
    return this.#host.intent(this, intent);
  }

  click(functionName: string): Promise<RunResult> {
    return this.#host.click(this, functionName);
  }

  async call(functionName: string, args: unknown[]): Promise<RunResult> {
    if (this.#inFlight < MOST_CALLS_IN_FLIGHT) this.#inFlight++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await this.#host.call(this, functionName, args);
    } finally {
      const next = this.#waiting.shift();
      // whoever waited takes the place that is left
      if (next) next();
      else this.#inFlight--;
    }
  }

  answer(id: string, button: Button, text?: string): void {
    this.ui.answered(id, text === undefined ? { button } : { button, text });
  }

  reload(): Promise<void> {
    return this.#host.open(this);
  }

  panelClosed(panel: string): void {
    this.ui.panelClosed(panel);
  }

  close(): void {
    this.#open = false;
    this.ui.closed();
    this.#host.closed(this);
  }
}
