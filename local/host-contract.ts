/**
 * What a host (the workbook with the bundle running in it) offers to whoever shows it: the page's server, the command
 * line, and tests. One host is one open workbook; each session is one user at one page.
 */
import type { Intent, IntentResult, Mail, Op, Rect, TriggerState, User, WorkbookState } from './contract.ts';
import type { Trace } from './trace.ts';

export interface MenuItem {
  /** absent: a separator */
  label?: string;
  /** the global function it calls */
  function?: string;
  items?: MenuItem[];
}

/** What a page is told. */
export type HostEvent =
  | { event: 'ops'; ops: Op[]; revision: number; by: string }
  | { event: 'menus'; menus: { title: string; items: MenuItem[] }[] }
  | { event: 'sidebar'; panel: string; title: string; html: string }
  | { event: 'dialog'; panel: string; title: string; html: string; width: number; height: number; modal: boolean }
  | { event: 'closePanel'; panel: string }
  | { event: 'toast'; message: string; title?: string /** negative: until dismissed */; seconds: number }
  /** holds the script until `answer` comes */
  | { event: 'alert'; id: string; title?: string; message: string; buttons: ButtonSet; prompt: boolean }
  | { event: 'withdrawAlert'; id: string }
  /** `rect` absent: only the tab changes */
  | { event: 'activate'; sheet: number; rect?: Rect }
  | { event: 'executions'; running: { id: string; function: string; user: string; since: number }[] }
  | { event: 'failed'; function: string; message: string }
  | { event: 'triggers'; triggers: TriggerState[] }
  | { event: 'outbox'; mails: Mail[] }
  | { event: 'saved'; state: 'saved' | 'saving' | 'journalled' | 'failed'; message?: string }
  | { event: 'cost'; function: string; trace: Trace }
  | { event: 'users'; users: { email: string; color: string; sheet?: number; rect?: Rect }[] };

export type ButtonSet = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
export type Button = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

/** How an execution ended. `error` is what Apps Script would show: the error's message without a stack. */
export type RunResult<T = unknown> =
  | { ok: true; value: T; trace: Trace }
  | { ok: false; error: string; name: string; stack?: string; trace: Trace };

export interface Session {
  readonly id: string;
  user: User;
  intent(intent: Intent): Promise<IntentResult>;
  /** A click on the add-on's menu. */
  click(functionName: string): Promise<RunResult>;
  /** `google.script.run` from a panel; arguments and result go through Apps Script's serialisation. */
  call(functionName: string, args: unknown[]): Promise<RunResult>;
  /** The answer to an alert or a prompt. */
  answer(id: string, button: Button, text?: string): void;
  /** Opens the workbook again for this user: fires `onOpen`, sends the menus. */
  reload(): Promise<void>;
  panelClosed(panel: string): void;
  close(): void;
}

export interface Host {
  readonly state: WorkbookState;
  /** counts applied lists of operations */
  readonly revision: number;
  connect(user: User, onEvent: (event: HostEvent) => void): Session;
  /** Runs a global function of the bundle as a menu click by `user` would, with no page to answer. */
  run(user: User, functionName: string, args?: unknown[]): Promise<RunResult>;
  fireTrigger(id: string): Promise<RunResult>;
  /** Called with every applied list of operations, before anybody is told: the journal writes here. */
  onOps(listener: (ops: Op[], revision: number) => void): void;
  /** Resolves when no execution runs or waits. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
