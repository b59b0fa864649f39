import type { Intent, IntentResult, Op, User } from '../contract.ts';
import type { Host, HostEvent, RunResult, Session } from '../host-contract.ts';
import { resolveIntent } from '../model/intents.ts';
import { UndoHistory } from '../model/undo.ts';
import { Workbook } from '../model/workbook.ts';
import type { Answer } from '../services/form-state.ts';
import { emptyTrace } from '../services/meter.ts';
import { answerForm } from './answer-form.ts';
import { fromClient, IllegalArgument, toClient, toHost } from './client-values.ts';
import { compile } from './compile.ts';
import { STRICT } from './doubts.ts';
import { firedBy, onlyValue } from './edit-doubts.ts';
import { type ExecutionRequest, Executions } from './executions.ts';
import { answerOps, type FormAnswers, formEventOf } from './form-answers.ts';
import type { HostOptions } from './host-options.ts';
import { HostSession, type SessionHost } from './host-session.ts';
import { inThread } from './in-thread.ts';
import { inWorkers } from './in-workers.ts';
import { seededRandom } from './seeded-random.ts';
import { type Cause, type Reported, Triggers } from './triggers.ts';
import { noPage, PageUi } from './ui-ports.ts';
import { type AppliedOps, WorkbookSurroundings } from './workbook-surroundings.ts';

const COLORS = ['#1a73e8', '#d93025', '#188038', '#e37400', '#9334e6', '#00796b', '#c2185b', '#5f6368'];

/** {@link Host}, and what only the program that made it needs. */
export interface OwnHost extends Host {
  /** Runs the clock triggers whose time has come by the host's clock. */
  fireDue(): Promise<RunResult[]>;
  /** Sends a form's answers to their tab and fires `onFormSubmit`, nothing else. */
  submitForm(form: FormAnswers): Promise<RunResult[]>;
  /** Answers a form that a script has made, by its questions' titles: as {@link submitForm}, where its answers go to this workbook. */
  answerForm(id: string, answers: Record<string, Answer>): Promise<RunResult[]>;
  /** The session's user installs the add-on from here: fires `onInstall`. */
  install(session: Session): Promise<void>;
  /** The runs of triggers that ended in an error, oldest first; the last 100 are kept. */
  readonly failures: readonly TriggerFailure[];
}

export interface TriggerFailure {
  function: string;
  /** as whom it ran */
  user: string;
  /** absent: a simple trigger */
  trigger?: string;
  message: string;
  /** ms since 1970 */
  at: number;
}

const KEPT_FAILURES = 100;
/** platform.md §1, in characters of its JSON */
const MAX_RESULT = 1024 * 1024;

/**
 * Opens a workbook with the bundle running in it. `connect` does not fire `onOpen`: the page's first `reload` does.
 * @throws SyntaxError when the bundle cannot be read
 */
export function createHost(options: HostOptions): OwnHost {
  return new WorkbookHost(options);
}

class WorkbookHost implements OwnHost, SessionHost {
  readonly #options: HostOptions;
  readonly #surroundings: WorkbookSurroundings;
  readonly #history = new UndoHistory();
  readonly #executions: Executions;
  readonly #triggers: Triggers;
  readonly #sessions = new Set<HostSession>();
  readonly #listeners: ((ops: Op[], revision: number) => void)[] = [];
  readonly #under = new Set<Promise<unknown>>();
  readonly #limits: { simple: number; other: number };
  readonly #closeRunner: () => Promise<void>;

  constructor(options: HostOptions) {
    this.#options = options;
    const { bundle, seed, clock = Date.now, log = logToStandardError, deadlineBy = 'p95' } = options;
    const doubts = { ...STRICT, ...options.doubts };
    this.#limits = { simple: 30_000, other: doubts.runtime === '30min' ? 1_800_000 : 360_000, ...options.limits };
    this.#surroundings = new WorkbookSurroundings({
      book: new Workbook(options.state),
      bundle,
      clock,
      timeFlows: options.timeFlows,
      history: this.#history,
      random: seed === undefined ? Math.random : seededRandom(seed),
      log,
      web: options.fetch,
      shelf: options.shelf,
      webAddress: options.webAddress ?? `https://docs.google.com/spreadsheets/d/${options.state.id}/edit`,
      addOnTitle: options.addOnTitle ?? 'Extensions',
      addOn: options.addOn ?? options.openMode === 'NONE',
      doubts,
      consented: options.consented,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    this.#surroundings.onApplied((applied) => this.#publish(applied));
    const { code } = bundle;
    const { compiled, exposed } = compile(code);
    const timeZone = bundle.manifest.timeZone ?? options.state.timeZone;
    if (doubts.cells === '20M') this.#surroundings.book.maxCells = 20_000_000;
    const intl = doubts.intl === 'present';
    const { runner, close } =
      options.mode === 'worker'
        ? inWorkers({ code, seed, timeZone, intl, liveClock: clock === Date.now && !options.timeFlows })
        : inThread(compiled, { seed, intl, nested: options.nested === true });
    this.#closeRunner = close;
    this.#executions = new Executions({
      surroundings: this.#surroundings,
      runner,
      exposed,
      deadlineBy,
      hooks: options,
      changed: (running) => this.#tellAll({ event: 'executions', running }),
    });
    this.#triggers = new Triggers({
      surroundings: this.#surroundings,
      executions: this.#executions,
      exposed,
      limits: this.#limits,
      dropFastEdits: options.dropFastEdits ?? true,
      timesFired: options.timesFired ?? (() => 1),
      openMode: options.openMode ?? 'LIMITED',
      report: (name, result, about) => this.#report(name, result, about),
    });
  }

  readonly failures: TriggerFailure[] = [];

  get state() {
    return this.#surroundings.book.state;
  }

  get revision(): number {
    return this.#surroundings.revision;
  }

  connect(user: User, onEvent: (event: HostEvent) => void): Session {
    this.#surroundings.people.add(user.email);
    const session = new HostSession(this, user, onEvent, (send) => new PageUi(send, this.#options.answer));
    this.#sessions.add(session);
    this.usersChanged();
    return session;
  }

  run(user: User, functionName: string, args: unknown[] = []): Promise<RunResult> {
    this.#surroundings.people.add(user.email);
    return this.#execute({
      functionName,
      user,
      authMode: 'FULL',
      ui: noPage(this.#options.answer),
      limitMs: this.#limits.other,
      args: () => args.map((arg, i) => fromClient(arg, String(i))),
      read: toHost,
    });
  }

  fireTrigger(id: string): Promise<RunResult> {
    return this.#track(this.#triggers.fire(id));
  }

  fireDue(): Promise<RunResult[]> {
    return this.#track(this.#triggers.fireDue());
  }

  async answerForm(id: string, answers: Record<string, Answer>): Promise<RunResult[]> {
    const form = answerForm(this.#surroundings, id, answers);
    return form ? this.submitForm(form) : [];
  }

  submitForm(form: FormAnswers): Promise<RunResult[]> {
    const { book, clock } = this.#surroundings;
    const { ops, row, columns } = answerOps(book, form, clock());
    this.#surroundings.transaction('', (apply) => apply(ops));
    return this.#track(this.#triggers.submitted(formEventOf(book, form.sheet, row, columns)));
  }

  install(session: Session): Promise<void> {
    const own = [...this.#sessions].find((each) => each === session);
    return own ? this.#track(this.#triggers.installed(own.cause)) : Promise.resolve();
  }

  onOps(listener: (ops: Op[], revision: number) => void): void {
    this.#listeners.push(listener);
  }

  async idle(): Promise<void> {
    do {
      await Promise.allSettled(this.#under);
      await this.#triggers.settled();
    } while (this.#under.size > 0);
  }

  async close(): Promise<void> {
    for (const session of [...this.#sessions]) session.close();
    this.#triggers.close();
    await this.#closeRunner();
  }

  // ---------------------------------------------------------------- for sessions

  intent(session: HostSession, intent: Intent): IntentResult {
    const { book, clock } = this.#surroundings;
    if (intent.kind === 'select') {
      session.selection = { sheet: intent.sheet, rect: intent.rect };
      this.usersChanged();
      this.#triggers.selected(intent.sheet, intent.rect, session.cause);
    }
    const resolved = resolveIntent(book, intent, session.user, clock, this.#history);
    if (!resolved.result.ok || resolved.ops.length === 0) return resolved.result;
    const as = intent.kind === 'undo' || intent.kind === 'redo' ? intent.kind : 'do';
    const before = onlyValue(book, resolved.edit);
    this.#surroundings.transaction(session.user.email, (apply) => apply(resolved.ops), { as });
    this.#triggers.intended(firedBy(book, intent, resolved, before, this.#surroundings.doubts), session.cause);
    return resolved.result;
  }

  open(session: HostSession): Promise<void> {
    return this.#track(this.#triggers.opened(session.cause));
  }

  click(session: HostSession, functionName: string): Promise<RunResult> {
    this.#triggers.used();
    return this.#fromPage(session.cause, functionName, undefined, toHost);
  }

  async call(session: HostSession, functionName: string, args: unknown[]): Promise<RunResult> {
    // names that end in an underscore are private to the script
    if (functionName.endsWith('_')) return refused(`Script function not found: ${functionName}`, 'Exception');
    try {
      const wires = args.map((arg, i) => fromClient(arg, String(i)));
      return this.#asPageSees(await this.#fromPage(session.cause, functionName, () => wires, toClient));
    } catch (error) {
      if (error instanceof IllegalArgument) return refused(error.message, error.name);
      throw error;
    }
  }

  closed(session: HostSession): void {
    this.#sessions.delete(session);
    this.usersChanged();
  }

  usersChanged(): void {
    const users = [...this.#sessions].map((session, i) => ({
      email: session.user.email,
      color: COLORS[i % COLORS.length]!,
      ...session.selection,
    }));
    this.#tellAll({ event: 'users', users });
  }

  // ---------------------------------------------------------------- within

  /** What is left of a result on its way to the handlers of `google.script.run`. */
  #asPageSees(result: RunResult): RunResult {
    const { failurePrefix, largeResult } = this.#surroundings.doubts;
    if (!result.ok) return failurePrefix === 'none' ? result : { ...result, error: `${result.name}: ${result.error}` };
    const tooLarge = largeResult === 'null' && (JSON.stringify(result.value)?.length ?? 0) > MAX_RESULT;
    return tooLarge ? { ...result, value: null } : result;
  }

  async #fromPage(
    cause: Cause,
    functionName: string,
    args: ExecutionRequest['args'],
    read: ExecutionRequest['read'],
  ): Promise<RunResult> {
    const { user, ui, selection } = cause;
    const result = await this.#execute({
      functionName,
      user,
      ui,
      selection,
      authMode: 'FULL',
      limitMs: this.#limits.other,
      args,
      read,
    });
    cause.tell({ event: 'cost', function: functionName, trace: result.trace });
    return result;
  }

  #execute(request: ExecutionRequest): Promise<RunResult> {
    return this.#track(this.#executions.run(request));
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const done: Promise<unknown> = work.catch(() => undefined).finally(() => this.#under.delete(done));
    this.#under.add(done);
    return work;
  }

  #report(name: string, result: RunResult, { tell, user, trigger }: Reported): void {
    tell?.({ event: 'cost', function: name, trace: result.trace });
    if (result.ok) return;
    this.#surroundings.log('error', `${name}: ${result.stack ?? `${result.name}: ${result.error}`}`);
    const at = this.#surroundings.clock();
    this.failures.push({ function: name, user, ...(trigger === undefined ? {} : { trigger }), message: result.error, at });
    if (this.failures.length > KEPT_FAILURES) this.failures.shift();
    const failed: HostEvent = { event: 'failed', function: name, message: result.error };
    if (tell) tell(failed);
    // one that nobody has caused is its creator's
    else for (const session of this.#sessions) if (session.user.email === user) session.tell(failed);
  }

  #publish({ ops, revision, by }: AppliedOps): void {
    for (const listener of this.#listeners) listener(ops, revision);
    this.#tellAll({ event: 'ops', ops, revision, by });
    if (ops.some(({ op }) => op === 'triggers')) this.#tellAll({ event: 'triggers', triggers: this.state.triggers });
    if (ops.some(({ op }) => op === 'mail')) this.#tellAll({ event: 'outbox', mails: this.state.outbox });
  }

  #tellAll(event: HostEvent): void {
    for (const session of this.#sessions) session.tell(event);
  }
}

function refused(error: string, name: string): RunResult {
  return { ok: false, error, name, trace: emptyTrace() };
}

function logToStandardError(level: string, text: string): void {
  if (level === 'error' || level === 'warn') console.error(text);
}
