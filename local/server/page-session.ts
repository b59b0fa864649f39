/** One page: its user, its session with the workbook, and the socket it is connected by at the moment. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { IntentResult, User } from '../contract.ts';
import type { HostEvent, RunResult, Session } from '../host-contract.ts';
import type { CallResult, ClientMessage, PageEvent, ServerMessage } from './protocol.ts';
import { RememberedEvents } from './remembered-events.ts';
import type { Showing } from './showing.ts';
import { TabSender } from './tab-sender.ts';
import { validationKind } from './view-cell.ts';

/** Answers kept for requests that a page repeats because it never saw them. */
const KEPT_ANSWERS = 400;

type Request = Extract<ClientMessage, { id: string }>;

export class PageSession {
  readonly id = randomUUID();
  private readonly session: Session;
  private readonly sender: TabSender;
  private readonly events = new RememberedEvents();
  private readonly answers = new Map<string, Promise<ServerMessage>>();
  private socket: WebSocket | undefined;
  private sentStyles = 0;
  private sentValidations = 0;
  /** the last revision that the page was told of */
  private revision = -1;

  constructor(
    private readonly showing: Showing,
    user: User,
  ) {
    this.sender = new TabSender(() => showing.host.state, showing.sight, showing.styles, {
      send: (message) => this.send(message),
      underway: () => this.socket?.bufferedAmount ?? 0,
      open: () => this.connected,
    });
    this.session = showing.host.connect(user, (event) => this.hear(event));
  }

  get user(): User {
    return this.session.user;
  }

  /** Somebody else sits here from now on; `reload` opens the workbook for them. */
  become(user: User): void {
    if (user.email !== this.user.email || user.locale !== this.user.locale) this.session.user = user;
  }

  /** Passes on what happened outside of the workbook, such as the state of its file. */
  tell(event: HostEvent): void {
    this.hear(event);
  }

  get connected(): boolean {
    return this.socket !== undefined && this.socket.readyState === 1;
  }

  /** The page is there: with everything it held a moment ago, or blank. */
  attach(socket: WebSocket, open: Extract<ClientMessage, { type: 'open' }>): void {
    const { boot, host } = this.showing;
    this.socket = socket;
    const resumes = open.resume?.boot === boot && open.resume.revision === this.revision && this.revision === host.revision;
    if (resumes) this.send({ type: 'resumed', boot, revision: this.revision, user: this.user });
    else this.greet(open.sheet);
    const kept = open.resume?.boot === boot;
    if (!kept) for (const panel of this.events.openPanels()) this.closePanel(panel);
    const { triggers, outbox } = host.state;
    this.send({ type: 'event', event: { event: 'triggers', triggers } });
    this.send({ type: 'event', event: { event: 'outbox', mails: outbox } });
    for (const event of this.events.all(kept)) this.send({ type: 'event', event });
  }

  detach(socket: WebSocket): void {
    if (this.socket === socket) this.socket = undefined;
  }

  /** Fires `onOpen` for this user and sends the menus. */
  reload(): Promise<void> {
    return this.session.reload();
  }

  close(): void {
    for (const panel of this.events.openPanels()) this.showing.panels.drop(panel);
    this.session.close();
    this.socket?.close(1001);
  }

  async take(message: ClientMessage): Promise<void> {
    if ('id' in message) return this.request(message);
    if (message.type === 'answer') {
      this.events.answered(message.alert);
      this.session.answer(message.alert, message.button, message.text);
    } else if (message.type === 'panelClosed') this.closePanel(message.panel);
    else if (message.type === 'want') this.sender.want(message.sheet);
  }

  private closePanel(panel: string): void {
    this.events.panelClosed(panel);
    this.showing.panels.drop(panel);
    this.session.panelClosed(panel);
  }

  /** A request that comes a second time is not carried out again: it gets the first one's answer. */
  private async request(message: Request): Promise<void> {
    let answer = this.answers.get(message.id);
    if (!answer) {
      answer = this.carryOut(message).catch((error: unknown): ServerMessage => {
        this.showing.onProblem(error);
        return { type: 'refused', id: message.id, message: error instanceof Error ? error.message : String(error) };
      });
      this.answers.set(message.id, answer);
      const [oldest] = this.answers.keys();
      if (this.answers.size > KEPT_ANSWERS && oldest !== undefined) this.answers.delete(oldest);
    }
    this.send(await answer);
  }

  private async carryOut(message: Request): Promise<ServerMessage> {
    const { id } = message;
    switch (message.type) {
      case 'intent': {
        const result: IntentResult = await this.session.intent(message.intent);
        if (result.ok && result.ops > 0) await this.showing.whenDurable(this.showing.host.revision);
        return { type: 'result', id, result };
      }
      case 'click':
        return { type: 'result', id, result: plain(await this.session.click(message.function)) };
      case 'call':
        return { type: 'result', id, result: plain(await this.session.call(message.function, message.args)) };
      case 'trigger':
        return { type: 'result', id, result: plain(await this.showing.host.fireTrigger(message.trigger)) };
      case 'options':
        return { type: 'options', id, options: this.showing.options(message.sheet, message.row, message.column) };
    }
  }

  private hear(event: HostEvent): void {
    if (event.event === 'ops') {
      this.change(event);
      return;
    }
    const shown = this.showing.forPage(event);
    this.events.take(shown);
    this.send({ type: 'event', event: shown satisfies PageEvent });
  }

  private change(event: Extract<HostEvent, { event: 'ops' }>): void {
    const update = this.showing.update(event);
    if (!this.connected || this.revision < 0) return;
    for (const sheet of update.reshaped) this.sender.reshaped(sheet);
    const changes = update.changes.filter(
      (change) => (change.change !== 'cells' && change.change !== 'charts') || this.sender.knows(change.sheet),
    );
    this.revision = event.revision;
    this.send({ type: 'change', revision: event.revision, by: event.by, changes });
    for (const sheet of update.reload) this.sender.again(sheet);
  }

  private greet(wanted: number | undefined): void {
    const { host, boot } = this.showing;
    const { state } = host;
    const active =
      state.sheets.find((sheet) => sheet.id === wanted) ?? state.sheets.find((sheet) => !sheet.hidden) ?? state.sheets[0];
    this.revision = host.revision;
    this.sentStyles = 0;
    this.sentValidations = 0;
    this.send({
      type: 'hello',
      boot,
      page: this.id,
      title: state.title,
      locale: state.locale,
      user: this.user,
      owner: state.owner,
      revision: host.revision,
      tabs: this.showing.tabs(),
      active: active?.id ?? 0,
    });
    this.sender.begin(active?.id ?? 0);
  }

  private send(message: ServerMessage): void {
    const { socket } = this;
    if (socket?.readyState !== 1) return;
    if (message.type === 'rows' || message.type === 'change') this.sendTables(socket);
    socket.send(JSON.stringify(message));
  }

  /** Styles and kinds of validation go out before the first cell that uses them. */
  private sendTables(socket: WebSocket): void {
    const { styles, host } = this.showing;
    const say = (message: ServerMessage) => socket.send(JSON.stringify(message));
    if (this.sentStyles < styles.list.length) {
      say({ type: 'styles', from: this.sentStyles, add: styles.list.slice(this.sentStyles) });
      this.sentStyles = styles.list.length;
    }
    const { validations } = host.state;
    if (this.sentValidations < validations.length) {
      const add = validations.slice(this.sentValidations).map(validationKind);
      say({ type: 'validations', from: this.sentValidations, add });
      this.sentValidations = validations.length;
    }
  }
}

function plain(result: RunResult): CallResult {
  return result.ok ? { ok: true, value: result.value } : { ok: false, error: result.error, name: result.name };
}
