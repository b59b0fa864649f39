/** All pages of one open workbook: lets them in, brings them back after a lost connection, lets go of those that left. */
import type { WebSocket } from 'ws';
import type { User } from '../contract.ts';
import type { HostEvent } from '../host-contract.ts';
import { nextIdentity } from './identities.ts';
import { PageSession } from './page-session.ts';
import { parseMessage } from './parse-message.ts';
import type { ClientMessage, ServerMessage } from './protocol.ts';
import type { Showing } from './showing.ts';

/** Milliseconds for which a page that is gone may come back as the same one. */
const KEPT_AFTER_LOSS = 60_000;

export class Pages {
  private readonly pages = new Map<string, PageSession>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private saved: HostEvent = { event: 'saved', state: 'saved' };

  constructor(
    private readonly showing: Showing,
    private readonly owner: User,
  ) {}

  /** Takes over a fresh socket; its first message must open a page. */
  accept(socket: WebSocket): void {
    let page: PageSession | undefined;
    const refuse = (message: string, id?: string) => {
      const answer: ServerMessage = { type: 'refused', id, message };
      socket.send(JSON.stringify(answer));
    };
    socket.on('message', (data, binary) => {
      const parsed = parseMessage(binary ? '' : String(data));
      if (!parsed.ok) return refuse(parsed.problem, parsed.id);
      const { message } = parsed;
      if (message.type === 'open') {
        if (page) return refuse('already open');
        page = this.open(socket, message);
      } else if (page) page.take(message).catch((error: unknown) => this.showing.onProblem(error));
      else refuse('not open', 'id' in message ? message.id : undefined);
    });
    socket.on('close', () => page && this.left(page, socket));
    socket.on('error', () => socket.terminate());
  }

  /** Says something to every page, and to those that come later. */
  tell(event: HostEvent): void {
    if (event.event === 'saved') this.saved = event;
    for (const page of this.pages.values()) page.tell(event);
  }

  close(): void {
    for (const timer of this.leaving.values()) clearTimeout(timer);
    for (const page of this.pages.values()) page.close();
    this.pages.clear();
  }

  private open(socket: WebSocket, message: Extract<ClientMessage, { type: 'open' }>): PageSession {
    const known = message.page === undefined ? undefined : this.pages.get(message.page);
    // a browser tab that was duplicated brings its original's name along
    const page = known && !known.connected ? known : this.welcome(message);
    clearTimeout(this.leaving.get(page.id));
    if (page === known && message.user) page.become(message.user);
    page.attach(socket, message);
    if (!message.resume || page !== known) page.reload().catch((error: unknown) => this.showing.onProblem(error));
    return page;
  }

  private welcome(message: Extract<ClientMessage, { type: 'open' }>): PageSession {
    // whoever has left may come back by a fresh page and still be themselves
    const taken = [...this.pages.values()].filter((page) => page.connected).map((page) => page.user.email);
    const given = message.user && !taken.includes(message.user.email) ? message.user : undefined;
    const page = new PageSession(this.showing, given ?? nextIdentity(this.owner, taken));
    this.pages.set(page.id, page);
    page.tell(this.saved);
    return page;
  }

  private left(page: PageSession, socket: WebSocket): void {
    page.detach(socket);
    if (page.connected) return;
    const timer = setTimeout(() => {
      if (page.connected) return;
      this.pages.delete(page.id);
      page.close();
    }, KEPT_AFTER_LOSS);
    timer.unref();
    this.leaving.set(page.id, timer);
  }
}
