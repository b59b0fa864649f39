/**
 * The least that the page's server needs behind it, so that page and server can be tried without a bundle: the real
 * model, and functions handed in where scripts would run.
 */
import type { Intent, IntentResult, Op, User, WorkbookState } from '../../local/contract.ts';
import type { Button, Host, HostEvent, RunResult, Session } from '../../local/host-contract.ts';
import { resolveIntent } from '../../local/model/intents.ts';
import { UndoHistory } from '../../local/model/undo.ts';
import { Workbook } from '../../local/model/workbook.ts';

export const SAMPLE_TRACE = {
  serviceCalls: 3,
  reads: 1,
  writes: 1,
  lookups: 0,
  queuedWrites: 1,
  cellsRead: 12,
  cellsWritten: 1,
  simulatedMsP50: 1100,
  simulatedMsP95: 2600,
  cpuMs: 4,
  bill: {
    start: { count: 1, cells: 0, msP50: 720, msP95: 1520 },
    read: { count: 1, cells: 12, msP50: 120, msP95: 300 },
    commit: { count: 1, cells: 1, msP50: 260, msP95: 780 },
  },
};

export interface FakeSession extends Session {
  /** what a script says to this page */
  emit(event: HostEvent): void;
}

export interface FakeHost extends Host {
  /** every intent, in the order it came */
  readonly intents: Intent[];
  readonly sessions: FakeSession[];
  readonly answers: { id: string; button: Button; text?: string }[];
  /** functions that menus, panels and triggers may call */
  readonly functions: Record<string, (session: FakeSession | undefined, ...args: never[]) => unknown>;
  readonly workbook: Workbook;
  change(ops: Op[], by?: string): void;
}

export function createFakeHost(state: WorkbookState): FakeHost {
  const workbook = new Workbook(state);
  const listeners: ((ops: Op[], revision: number) => void)[] = [];
  const history = new UndoHistory();
  let revision = 0;
  let sessionCount = 0;

  function change(ops: Op[], by = state.owner, as: 'do' | 'undo' | 'redo' = 'do'): void {
    history.applied(by, ops, workbook.apply(ops), { as });
    revision++;
    for (const listener of listeners) listener(ops, revision);
    for (const session of host.sessions) session.emit({ event: 'ops', ops, revision, by });
  }

  async function run(session: FakeSession | undefined, name: string, args: unknown[]): Promise<RunResult> {
    const called = host.functions[name];
    if (!called) return { ok: false, error: `Script function not found: ${name}`, name: 'Error', trace: SAMPLE_TRACE };
    try {
      return { ok: true, value: (await called(session, ...(args as never[]))) ?? null, trace: SAMPLE_TRACE };
    } catch (error) {
      const { name: errorName, message } = error as Error;
      return { ok: false, error: message, name: errorName, trace: SAMPLE_TRACE };
    }
  }

  function carryOut(intent: Intent, user: User): IntentResult {
    if (intent.kind === 'select') return { ok: true, ops: 0 };
    host.intents.push(intent);
    const resolved = resolveIntent(workbook, intent, user, Date.now, history);
    const as = intent.kind === 'undo' || intent.kind === 'redo' ? intent.kind : 'do';
    if (resolved.result.ok && resolved.ops.length > 0) change(resolved.ops, user.email, as);
    return resolved.result;
  }

  function connect(user: User, onEvent: (event: HostEvent) => void): Session {
    const session: FakeSession = {
      id: `s${++sessionCount}`,
      user,
      emit: onEvent,
      intent: async (intent) => carryOut(intent, session.user),
      click: (name) => run(session, name, []),
      call: (name, args) => run(session, name, args),
      answer: (id, button, text) => void host.answers.push({ id, button, text }),
      reload: async () => void host.functions.onOpen?.(session),
      panelClosed: () => {},
      close: () => void host.sessions.splice(host.sessions.indexOf(session), 1),
    };
    host.sessions.push(session);
    return session;
  }

  const host: FakeHost = {
    state,
    workbook,
    get revision() {
      return revision;
    },
    intents: [],
    sessions: [],
    answers: [],
    functions: {},
    change,
    connect,
    run: (_user, name, args) => run(undefined, name, args ?? []),
    fireTrigger: (id) => run(undefined, state.triggers.find((trigger) => trigger.id === id)?.handler ?? id, []),
    onOps: (listener) => void listeners.push(listener),
    idle: async () => {},
    close: async () => {},
  };
  return host;
}
