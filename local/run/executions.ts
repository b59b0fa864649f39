import { randomUUID } from 'node:crypto';
import type { Rect, User } from '../contract.ts';
import type { RunResult } from '../host-contract.ts';
import type { AuthModeName } from '../services/access.ts';
import { ExecutionContext, type ExecutionOptions } from '../services/execution-context.ts';
import type { UiPort } from '../services/surroundings.ts';
import type { Wire } from '../services/wire.ts';
import type { Outcome } from './realm-bootstrap.ts';
import type { WorkbookSurroundings } from './workbook-surroundings.ts';

export interface ExecutionRequest {
  functionName: string;
  /** whose rights it has */
  user: User;
  /** who sits at the page; blank where nobody does, default: `user` */
  activeUser?: string;
  authMode: AuthModeName;
  ui?: UiPort;
  selection?: { sheet: number; rect: Rect };
  limitMs: number;
  joins?: boolean;
  /** made when the execution starts, because service objects among them belong to it */
  args?: (context: ExecutionContext) => Wire[];
  /** how the result reaches whoever started it */
  read: (wire: Wire) => unknown;
}

interface Running {
  id: string;
  function: string;
  user: string;
  since: number;
}

/** Carries a function out: in this thread or in a worker. */
export type Runner = (context: ExecutionContext, functionName: string, args: Wire[]) => Outcome | Promise<Outcome>;

export type ServiceHook = (count: number, service: string, method: string, functionName: string) => void;

/** What may go wrong, or happen meanwhile, inside executions; what a hook throws, the service throws. */
export interface Hooks {
  /** before every service call */
  onCall?: ServiceHook;
  /** after every service call that went through */
  afterCall?: ServiceHook;
  /** around the writes of a commit: before the first (`applied` 0) and after each, `of` in all */
  onCommit?: (commit: number, applied: number, of: number, functionName: string) => void;
  /** in `worker` mode every service call waits for it */
  gate?: (functionName: string) => Promise<void>;
}

interface Parts {
  surroundings: WorkbookSurroundings;
  runner: Runner;
  exposed: ReadonlySet<string>;
  deadlineBy: ExecutionOptions['deadlineBy'];
  hooks: Hooks;
  changed: (running: Running[]) => void;
}

/** platform.md §1 */
const MAX_AT_ONCE = 30;
const MAX_AT_ONCE_OF_ALL = 1000;

/** Starts executions, knows which are running, and ends each as Google does: its queue written, its locks let go. */
export class Executions {
  readonly #parts: Parts;
  readonly #running = new Map<string, Running>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get running(): Running[] {
    return [...this.#running.values()];
  }

  async run(request: ExecutionRequest): Promise<RunResult> {
    const { surroundings, runner, exposed, changed } = this.#parts;
    const context = this.#context(request);
    if (!exposed.has(request.functionName)) return failed(context, `Script function not found: ${request.functionName}`);
    if (this.running.filter(({ user }) => user === request.user.email).length >= MAX_AT_ONCE) {
      return failed(context, 'There are too many scripts running simultaneously for this Google user account.');
    }
    if (this.#running.size >= MAX_AT_ONCE_OF_ALL) return failed(context, 'There are too many scripts running simultaneously.');
    const id = randomUUID();
    this.#running.set(id, { id, function: request.functionName, user: request.user.email, since: surroundings.clock() });
    changed(this.running);
    try {
      context.meter.start(Buffer.byteLength(surroundings.bundle.code));
      const args = request.args?.(context) ?? [];
      const running = runner(context, request.functionName, args);
      // one that ran within a hook of another is over when this returns
      const outcome = running instanceof Promise ? await running : running;
      return finish(context, outcome, request.read);
    } finally {
      this.#running.delete(id);
      changed(this.running);
    }
  }

  #context({ functionName, user, activeUser, authMode, ui, selection, limitMs, joins }: ExecutionRequest): ExecutionContext {
    const { surroundings, deadlineBy, hooks } = this.#parts;
    const { onCall, afterCall, onCommit, gate } = hooks;
    return new ExecutionContext({
      surroundings,
      user,
      activeUser,
      authMode,
      ui,
      selection,
      limitMs,
      joins,
      deadlineBy,
      onCall: onCall && ((count, service, method) => onCall(count, service, method, functionName)),
      afterCall: afterCall && ((count, service, method) => afterCall(count, service, method, functionName)),
      onCommit: onCommit && ((commit, applied, of) => onCommit(commit, applied, of, functionName)),
      gate: gate && (() => gate(functionName)),
    });
  }
}

function failed(context: ExecutionContext, error: string, name = 'Exception', stack?: string): RunResult {
  const { trace } = context.meter;
  return stack === undefined ? { ok: false, error, name, trace } : { ok: false, error, name, stack, trace };
}

function finish(context: ExecutionContext, outcome: Outcome, read: (wire: Wire) => unknown): RunResult {
  let late: Error | undefined;
  // what it returned, threw or caught does not matter any more
  if (context.overdue) context.kill();
  try {
    context.end();
  } catch (error) {
    late = error as Error;
  }
  if (context.killed) return failed(context, 'Exceeded maximum execution time');
  if (context.menus.length > 0) context.ui?.menus(context.menus);
  if (!outcome.ok) return failed(context, outcome.message, outcome.name, outcome.stack);
  // a write that only failed when the queue was applied at the very end
  if (late) return failed(context, late.message, late.name);
  return { ok: true, value: read(outcome.value), trace: context.meter.trace };
}
