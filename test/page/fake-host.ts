/**
 * The least that the page's server needs behind it, so that page and server can be tried without a bundle: typed text is
 * taken as it is, functions of "scripts" are handed in.
 */
import type { CellPatch, Intent, IntentResult, Op, User, WorkbookState } from '../../local/contract.ts';
import type { Button, Host, HostEvent, RunResult, Session } from '../../local/host-contract.ts';
import { Workbook } from '../../local/model/workbook.ts';

const NO_TRACE = {
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
  /** refuses typed text, with this sentence */
  refuse?: (intent: Intent) => string | undefined;
  change(ops: Op[], by?: string): void;
}

export function createFakeHost(state: WorkbookState): FakeHost {
  const workbook = new Workbook(state);
  const listeners: ((ops: Op[], revision: number) => void)[] = [];
  const undo: Op[][] = [];
  let revision = 0;
  let sessionCount = 0;

  function change(ops: Op[], by = state.owner): void {
    undo.push(workbook.apply(ops));
    revision++;
    for (const listener of listeners) listener(ops, revision);
    for (const session of host.sessions) session.emit({ event: 'ops', ops, revision, by });
  }

  async function run(session: FakeSession | undefined, name: string, args: unknown[]): Promise<RunResult> {
    const called = host.functions[name];
    if (!called) return { ok: false, error: `Script function not found: ${name}`, name: 'Error', trace: NO_TRACE };
    try {
      return { ok: true, value: (await called(session, ...(args as never[]))) ?? null, trace: NO_TRACE };
    } catch (error) {
      const { name: errorName, message } = error as Error;
      return { ok: false, error: message, name: errorName, trace: NO_TRACE };
    }
  }

  function carryOut(intent: Intent, by: string): IntentResult {
    if (intent.kind !== 'select') host.intents.push(intent);
    const refusal = host.refuse?.(intent);
    if (refusal) return { ok: false, reason: 'validation', message: refusal };
    if (intent.kind === 'undo') {
      const ops = undo.pop();
      if (!ops) return { ok: false, reason: 'nothing', message: '' };
      change(ops, by);
      undo.pop();
      return { ok: true, ops: ops.length };
    }
    const ops = opsOf(intent);
    if (ops.length > 0) change(ops, by);
    return { ok: true, ops: ops.length };
  }

  function connect(user: User, onEvent: (event: HostEvent) => void): Session {
    const session: FakeSession = {
      id: `s${++sessionCount}`,
      user,
      emit: onEvent,
      intent: async (intent) => carryOut(intent, session.user.email),
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

function opsOf(intent: Intent): Op[] {
  switch (intent.kind) {
    case 'type':
      return [cellsOp(intent.sheet, intent.row, intent.column, [[valuePatch(intent.text)]])];
    case 'paste': {
      const cells = intent.cells.map((row, i) =>
        row.map((text, j): CellPatch | null => {
          const style = intent.styles?.[i]?.[j];
          return text === null ? null : style ? { ...valuePatch(text), s: style } : valuePatch(text);
        }),
      );
      return [cellsOp(intent.sheet, intent.row, intent.column, cells)];
    }
    case 'clear':
      return [{ op: 'fill', sheet: intent.sheet, rects: intent.rects, patch: { v: null, f: null } }];
    case 'format':
      return [{ op: 'fill', sheet: intent.sheet, rects: intent.rects, patch: { s: intent.style } }];
    case 'note':
      return [cellsOp(intent.sheet, intent.row, intent.column, [[{ n: intent.note }]])];
    case 'insertRows':
    case 'deleteRows':
    case 'insertColumns':
    case 'deleteColumns':
      return [{ op: intent.kind, sheet: intent.sheet, at: intent.at, count: intent.count }];
    case 'moveRows':
    case 'moveColumns':
      return [{ op: intent.kind, sheet: intent.sheet, at: intent.at, count: intent.count, to: intent.to }];
    case 'rowHeights':
    case 'columnWidths':
      return [{ op: intent.kind, sheet: intent.sheet, at: intent.at, count: intent.count, pixels: intent.pixels }];
    case 'hideRows':
    case 'hideColumns':
      return [{ op: intent.kind, sheet: intent.sheet, at: intent.at, count: intent.count, hidden: intent.hidden }];
    case 'renameSheet':
      return [{ op: 'sheet', sheet: intent.sheet, patch: { name: intent.name } }];
    case 'filter':
      return [{ op: 'sheet', sheet: intent.sheet, patch: { filter: intent.filter ?? undefined } }];
    default:
      return [];
  }
}

function valuePatch(text: string): CellPatch {
  if (text.startsWith('=')) return { f: text, v: null };
  return { v: text === '' ? null : text, f: null };
}

function cellsOp(sheet: number, row: number, column: number, cells: (CellPatch | null)[][]): Op {
  return { op: 'cells', sheet, row, column, cells };
}
