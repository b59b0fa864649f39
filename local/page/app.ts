/** Puts the page together: what the server says goes to its parts, what the person does goes to the server. */
import type { Intent, IntentResult } from '../contract.ts';
import { cellName } from '../model/a1.ts';
import type { PageEvent, ServerMessage } from '../server/protocol.ts';
import { type Alerts, createAlerts } from './alerts.ts';
import { costChip } from './cost-panel.ts';
import { createDrawer, type Drawer } from './drawer.ts';
import { createFrame, type Frame } from './frame.ts';
import { createWorkbench, type Workbench } from './grid/workbench.ts';
import { createIdentity } from './identity.ts';
import { createMenus, type Menus } from './menus.ts';
import { pageMemory } from './page-memory.ts';
import { createPanels, type Panels } from './panels.ts';
import { type Ask, callResult, intentResult, optionsOf, WorkbookSocket } from './socket.ts';
import { type StepNames, stepNames } from './step-names.ts';
import { exposeHooks } from './test-hooks.ts';
import { type Texts, textsFor } from './texts.ts';
import { createToasts, type Toasts } from './toasts.ts';

/** Tries at reconnecting after which a new address is the likelier reason. */
const MANY_LOSSES = 4;

/** Milliseconds after which a menu's action says that it is under way. */
const PATIENCE = 700;

export class App {
  private texts: Texts;
  private readonly frame: Frame;
  private readonly toasts: Toasts;
  private readonly alerts: Alerts;
  private readonly panels: Panels;
  private readonly drawer: Drawer;
  private readonly chip: ReturnType<typeof costChip>;
  private readonly menus: Menus;
  private readonly names: StepNames;
  private readonly identity: ReturnType<typeof createIdentity>;
  private readonly socket: WorkbookSocket;
  private bench: Workbench | undefined;
  private boot = '';
  private revision = -1;
  private owner = '';
  private stopWaiting: () => void = () => {};

  constructor(root: HTMLElement, token: string) {
    this.texts = textsFor(pageMemory.user()?.locale ?? navigator.language);
    const words = () => this.texts;
    this.frame = createFrame(root, words, () => this.drawer.toggle());
    this.toasts = createToasts(this.frame.grid, words);
    this.alerts = createAlerts(document.body, words, (alert, button, text) =>
      this.socket.tell({ type: 'answer', alert, button, text }),
    );
    this.panels = createPanels(this.frame.sidebar, document.body, words, {
      call: async (panel, name, args) => callResult(await this.socket.ask({ type: 'call', panel, function: name, args })),
      closed: (panel) => this.socket.tell({ type: 'panelClosed', panel }),
      focusGrid: () => this.bench?.focus(),
    });
    this.names = stepNames(words);
    this.drawer = createDrawer(words, this.names.nameOf, (trigger) => void this.runTrigger(trigger.id, trigger.handler));
    this.frame.bottom.append(this.drawer.element);
    this.chip = costChip(words, this.names.nameOf, () => this.drawer.showCosts());
    this.frame.bar.prepend(this.chip.element);
    this.menus = createMenus(this.frame.menus, (name) => void this.click(name));
    this.identity = createIdentity(words, {
      change: (user) => {
        // loaded anew, so that every text of the page is in the new language and `onOpen` runs for the new person
        pageMemory.becoming(user);
        location.reload();
      },
      address: () => `${location.origin}/?token=${encodeURIComponent(token)}`,
    });
    this.frame.bar.append(this.identity.element);
    this.frame.relabel();
    this.socket = new WorkbookSocket(token, {
      opening: () => this.opening(),
      message: (message) => this.hear(message),
      connected: (yes, losses) => this.connection(yes, losses),
      lost: (ask) => this.toasts.show(this.texts.lost(this.describe(ask)), { kind: 'refusal', seconds: -1 }),
    });
  }

  private opening(): Parameters<WorkbookSocket['tell']>[0] & { type: 'open' } {
    const resume = this.boot ? { boot: this.boot, revision: this.revision } : undefined;
    const sheet = this.bench?.grid.canvas.activeId ?? pageMemory.sheet();
    return { type: 'open', page: pageMemory.page(), user: pageMemory.user(), resume, sheet };
  }

  private connection(yes: boolean, losses: number): void {
    if (yes) {
      this.frame.banner();
      return;
    }
    const lines = [this.texts.disconnected];
    if (this.socket.unanswered > 0) lines.push(this.texts.waiting(this.socket.unanswered));
    if (losses >= MANY_LOSSES) lines.push(this.texts.restarted);
    this.frame.banner(...lines);
  }

  private hear(message: Exclude<ServerMessage, { type: 'result' | 'options' }>): void {
    const grid = this.bench?.grid;
    switch (message.type) {
      case 'hello':
        this.welcome(message);
        return;
      case 'resumed':
        return;
      case 'styles':
        grid?.takeStyles(message);
        return;
      case 'validations':
        grid?.takeValidations(message);
        return;
      case 'rows':
        grid?.takeRows(message);
        this.bench?.showLoading();
        return;
      case 'charts':
        grid?.charts.take(message.sheet, message.charts);
        return;
      case 'change':
        this.revision = message.revision;
        for (const change of message.changes) if (change.change === 'title') this.frame.title(change.title);
        grid?.takeChanges(message.changes);
        return;
      case 'event':
        this.take(message.event);
        return;
      case 'refused':
        console.error(message.message);
        return;
    }
  }

  private welcome(hello: Extract<ServerMessage, { type: 'hello' }>): void {
    this.boot = hello.boot;
    this.revision = hello.revision;
    this.owner = hello.owner;
    pageMemory.remember(hello.page, hello.user);
    this.texts = textsFor(hello.user.locale);
    document.documentElement.lang = hello.user.locale;
    this.frame.relabel();
    this.frame.title(hello.title);
    this.identity.show(hello.user, this.owner);
    if (this.bench) this.bench.grid.open(hello);
    else {
      this.bench = createWorkbench(this.frame.sheet, hello, () => this.texts, {
        send: (intent) => this.send(intent),
        options: async (sheet, row, column) => optionsOf(await this.socket.ask({ type: 'options', sheet, row, column })),
        viewed: (sheet) => {
          pageMemory.viewed(sheet);
          this.socket.tell({ type: 'want', sheet });
        },
        unsupported: () => this.toasts.show(this.texts.unsupported, { kind: 'refusal' }),
      });
      exposeHooks({ ...this.bench, revision: () => this.revision, unanswered: () => this.socket.unanswered });
    }
  }

  private take(event: PageEvent): void {
    switch (event.event) {
      case 'menus':
        this.names.learn(event.menus);
        this.menus.show(event.menus);
        return;
      case 'sidebar':
        this.panels.sidebar(event);
        return;
      case 'dialog':
        this.panels.dialog(event);
        return;
      case 'closePanel':
        this.panels.close(event.panel);
        return;
      case 'toast':
        this.toasts.show(event.message, { title: event.title, seconds: event.seconds });
        return;
      case 'alert':
        // now the person is waited for
        this.stopWaiting();
        this.alerts.show(event);
        return;
      case 'withdrawAlert':
        this.alerts.withdraw(event.id);
        return;
      case 'activate':
        this.bench?.activate(event.sheet, event.rect);
        return;
      case 'executions':
        this.drawer.running(event.running);
        return;
      case 'failed':
        this.fail(event.message);
        return;
      case 'triggers':
        this.drawer.triggers(event.triggers);
        return;
      case 'outbox':
        this.drawer.outbox(event.mails);
        return;
      case 'saved':
        this.frame.saved(event.state, event.message);
        return;
      case 'cost':
        this.drawer.cost(event);
        this.chip.show(event);
        return;
      case 'users':
        this.frame.others(event.users.filter((user) => user.email !== pageMemory.user()?.email));
        return;
    }
  }

  private async send(intent: Intent): Promise<IntentResult> {
    const result = intentResult(await this.socket.ask({ type: 'intent', intent }));
    if (!result.ok && intent.kind !== 'select' && result.reason !== 'nothing')
      this.toasts.show(result.message || this.texts.refused, { kind: 'refusal', seconds: 8 });
    return result;
  }

  private async click(functionName: string): Promise<void> {
    let shown: (() => void) | undefined;
    const patience = setTimeout(() => {
      shown = this.toasts.show(this.texts.working, { seconds: -1 });
    }, PATIENCE);
    this.stopWaiting = () => {
      clearTimeout(patience);
      shown?.();
    };
    const done = this.stopWaiting;
    const result = callResult(await this.socket.ask({ type: 'click', function: functionName }));
    done();
    if (!result.ok) this.fail(result.error);
  }

  private async runTrigger(trigger: string, name: string): Promise<void> {
    const result = callResult(await this.socket.ask({ type: 'trigger', trigger }));
    if (result.ok) this.toasts.show(this.texts.triggerDone(this.names.nameOf(name)));
    else this.fail(result.error);
  }

  private fail(message: string): void {
    this.toasts.show(message, { title: this.texts.failed, kind: 'error', seconds: 10 });
  }

  private describe(ask: Ask): string {
    if (ask.type === 'click') return this.names.nameOf(ask.function);
    if (ask.type !== 'intent') return this.texts.step;
    const { intent } = ask;
    return intent.kind === 'type' ? `${cellName(intent.row, intent.column)} = ${intent.text}` : this.texts.aChange;
  }
}
