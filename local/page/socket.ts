/** The connection to the workbook: comes back by itself, and asks again for what was never answered. */
import type { IntentResult } from '../contract.ts';
import type { CallResult, ClientMessage, Option, ServerMessage } from '../server/protocol.ts';

type Request = Extract<ClientMessage, { id: string }>;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type Ask = WithoutId<Request>;
type Answer = Extract<ServerMessage, { type: 'result' | 'options' | 'refused' }>;

export interface SocketEvents {
  message(message: Exclude<ServerMessage, { type: 'result' | 'options' }>): void;
  /** false: the connection is gone and is being sought */
  connected(yes: boolean, losses: number): void;
  /** asked before the connection was lost, and not to be asked again: the program has been started anew since */
  lost(ask: Ask): void;
  opening(): Extract<ClientMessage, { type: 'open' }>;
}

interface Waiting {
  message: Request;
  done(answer: Answer): void;
  /** the program's start that it was sent to */
  boot: string | undefined;
}

const RETRY_MS = [300, 600, 1200, 2500, 5000];

/** After the program was started anew, what sets cells to a text may be said again; what shifts or repeats things may not. */
function repeatable(ask: Ask): boolean {
  return ask.type === 'intent' && ['type', 'paste', 'clear', 'format', 'note', 'validate', 'select'].includes(ask.intent.kind);
}

export class WorkbookSocket {
  private socket: WebSocket | undefined;
  private open = false;
  private attempts = 0;
  private boot: string | undefined;
  private counter = 0;
  private readonly prefix = crypto.randomUUID().slice(0, 8);
  private readonly waiting = new Map<string, Waiting>();

  constructor(
    private readonly token: string,
    private readonly events: SocketEvents,
  ) {
    this.connect();
  }

  /** Resolves with the answer, however often the connection is lost in between; never when the request was lost. */
  ask(ask: Ask): Promise<Answer> {
    const id = `${this.prefix}-${++this.counter}`;
    const message = { ...ask, id } as Request;
    return new Promise((done) => {
      this.waiting.set(id, { message, done, boot: this.boot });
      this.post(message);
    });
  }

  tell(message: Exclude<ClientMessage, { id: string }>): void {
    this.post(message);
  }

  get unanswered(): number {
    return [...this.waiting.values()].filter(({ message }) => message.type === 'intent' && message.intent.kind !== 'select')
      .length;
  }

  private post(message: ClientMessage): void {
    if (this.open) this.socket?.send(JSON.stringify(message));
  }

  private connect(): void {
    const socket = new WebSocket(`ws://${location.host}/socket?token=${encodeURIComponent(this.token)}`);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.events.opening()));
    socket.onmessage = (event) => this.hear(JSON.parse(String(event.data)) as ServerMessage);
    socket.onclose = () => {
      this.open = false;
      this.events.connected(false, this.attempts);
      const wait = RETRY_MS[Math.min(this.attempts++, RETRY_MS.length - 1)];
      setTimeout(() => this.connect(), wait);
    };
  }

  private hear(message: ServerMessage): void {
    if (message.type === 'hello' || message.type === 'resumed') this.welcomed(message.boot);
    if (message.type === 'result' || message.type === 'options' || (message.type === 'refused' && message.id)) {
      const waiting = this.waiting.get(message.id ?? '');
      this.waiting.delete(message.id ?? '');
      waiting?.done(message as Answer);
      return;
    }
    this.events.message(message as Exclude<ServerMessage, { type: 'result' | 'options' }>);
  }

  private welcomed(boot: string): void {
    this.open = true;
    this.attempts = 0;
    this.boot = boot;
    this.events.connected(true, 0);
    for (const [id, { message, boot: sentTo }] of this.waiting) {
      if (sentTo !== undefined && sentTo !== boot && !repeatable(message)) {
        this.waiting.delete(id);
        this.events.lost(message);
      } else this.post(message);
    }
  }
}

/** What an intent came to; a request that went wrong altogether counts as refused. */
export function intentResult(answer: Answer): IntentResult {
  if (answer.type === 'result' && ('ops' in answer.result || 'reason' in answer.result)) return answer.result;
  return { ok: false, reason: 'nothing', message: answer.type === 'refused' ? answer.message : '' };
}

export function callResult(answer: Answer): CallResult {
  if (answer.type === 'result' && ('value' in answer.result || 'error' in answer.result)) return answer.result;
  if (answer.type === 'result' && answer.result.ok) return { ok: true, value: null };
  return { ok: false, name: 'Error', error: answer.type === 'refused' ? answer.message : '' };
}

export function optionsOf(answer: Answer): Option[] {
  return answer.type === 'options' ? answer.options : [];
}
