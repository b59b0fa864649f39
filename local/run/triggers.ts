import type { Rect, TriggerState, User } from '../contract.ts';
import type { HostEvent, RunResult } from '../host-contract.ts';
import type { AuthModeName } from '../services/access.ts';
import { emptyTrace } from '../services/meter.ts';
import type { UiPort } from '../services/surroundings.ts';
import { nextRun, type Schedule } from '../services/trigger-schedule.ts';
import { toHost } from './client-values.ts';
import type { Fired } from './edit-doubts.ts';
import type { Executions } from './executions.ts';
import type { FormEvent } from './form-answers.ts';
import { SelectionBursts } from './selection-bursts.ts';
import { changeEvent, clockEvent, type EventArgs, editEvent, formEvent, openEvent, selectionEvent } from './trigger-events.ts';
import { TriggerQueue } from './trigger-queue.ts';
import type { WorkbookSurroundings } from './workbook-surroundings.ts';

/** platform.md §1 */
export interface Limits {
  /** ms */
  simple: number;
  /** ms */
  other: number;
}

interface Parts {
  surroundings: WorkbookSurroundings;
  executions: Executions;
  exposed: ReadonlySet<string>;
  limits: Limits;
  dropFastEdits: boolean;
  timesFired: () => number;
  /** how the script is installed: decides what a simple `onOpen` may do */
  openMode: AuthModeName;
  report: (functionName: string, result: RunResult, about: Reported) => void;
}

/** Whose page hears of how a trigger ended. */
export interface Reported {
  tell?: (event: HostEvent) => void;
  /** as whom it ran */
  user: string;
  /** absent: a simple one */
  trigger?: string;
}

/** The person behind an event, and the page they sit at. */
export interface Cause {
  user: User;
  ui: UiPort;
  tell: (event: HostEvent) => void;
  selection?: { sheet: number; rect: Rect };
}

interface TriggerRun {
  functionName: string;
  user: User;
  authMode: AuthModeName;
  cause: Cause | undefined;
  args: EventArgs;
  joins: boolean | undefined;
  /** absent: a simple one */
  trigger?: string;
}

/** Fires what Google would fire, and nothing else: simple triggers by their names, installable ones by the list. */
export class Triggers {
  readonly #parts: Parts;
  readonly #queue: TriggerQueue;
  readonly #selections = new SelectionBursts();
  /** an add-on that nobody has used here yet fires nothing but `onOpen` */
  #enabled: boolean;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#queue = new TriggerQueue(parts.dropFastEdits);
    this.#enabled = parts.openMode !== 'NONE';
  }

  /** Somebody has used the add-on's menu here: from now on it is enabled in this workbook. */
  used(): void {
    this.#enabled = true;
  }

  close(): void {
    this.#selections.close();
  }

  /** Resolves when nothing fired so far is still running. */
  settled(): Promise<void> {
    return this.#queue.settled();
  }

  async opened(cause: Cause): Promise<void> {
    const openMode = this.#enabled ? 'LIMITED' : this.#parts.openMode;
    const { email } = cause.user;
    await this.#simple('onOpen', cause, openMode, openEvent(openMode, email), false);
    for (const trigger of this.#installed('ON_OPEN')) await this.#install(trigger, cause, openEvent('FULL', email, trigger.id));
  }

  /** After a person's intent has been applied. All that one edit fires is one event of the queue. */
  intended({ edit, change }: Fired, cause: Cause): void {
    if (!this.#enabled) return;
    const { email } = cause.user;
    const jobs: (() => Promise<unknown>)[] = [];
    if (edit && this.#parts.exposed.has('onEdit')) {
      jobs.push(() => this.#simple('onEdit', cause, 'LIMITED', editEvent('LIMITED', email, edit), true));
    }
    for (const trigger of edit ? this.#installed('ON_EDIT') : []) {
      jobs.push(() => this.#install(trigger, cause, editEvent('FULL', email, edit!, trigger.id)));
    }
    for (const trigger of change ? this.#installed('ON_CHANGE') : []) {
      jobs.push(() => this.#install(trigger, cause, changeEvent(email, change!, trigger.id)));
    }
    if (jobs.length === 0) return;
    for (let times = this.#parts.timesFired(); times > 0; times--) {
      this.#queue.push(email, async () => {
        for (const job of jobs) await job();
      });
    }
  }

  /** The person has selected something else; of a quick succession only the first and the last are told. */
  selected(sheet: number, rect: Rect, cause: Cause): void {
    if (!this.#enabled || !this.#parts.exposed.has('onSelectionChange')) return;
    const args = selectionEvent('LIMITED', cause.user.email, sheet, rect);
    this.#selections.selected(cause.ui, this.#parts.surroundings.clock(), () => {
      this.#queue.run(() => this.#simple('onSelectionChange', cause, 'LIMITED', args, false));
    });
  }

  /** A form's answers have arrived. */
  async submitted(form: FormEvent): Promise<RunResult[]> {
    const results: RunResult[] = [];
    for (const trigger of this.#installed('ON_FORM_SUBMIT'))
      results.push(await this.#install(trigger, undefined, formEvent(form, trigger.id)));
    return results;
  }

  /** The person has installed the add-on from within this workbook. */
  async installed(cause: Cause): Promise<void> {
    await this.#simple('onInstall', cause, 'FULL', openEvent('FULL', cause.user.email), false);
  }

  /** Runs one by hand, as its creator. */
  async fire(id: string): Promise<RunResult> {
    const { surroundings } = this.#parts;
    const trigger = surroundings.book.state.triggers.find((each) => each.id === id);
    if (!trigger) throw new Error(`There is no trigger ${id}`);
    const args = trigger.event === 'CLOCK' ? clockEvent(surroundings.clock(), id) : openEvent('FULL', trigger.owner, id);
    const result = await this.#install(trigger, undefined, args);
    if (trigger.event === 'CLOCK') this.#reschedule(trigger);
    return result;
  }

  /** Runs the clock triggers whose time has come. */
  async fireDue(): Promise<RunResult[]> {
    const now = this.#parts.surroundings.clock();
    this.#selections.settle(now);
    if (!this.#enabled) return [];
    const due = this.#parts.surroundings.book.state.triggers.filter((each) => each.nextRun !== undefined && each.nextRun <= now);
    const results: RunResult[] = [];
    for (const trigger of due) results.push(await this.fire(trigger.id));
    return results;
  }

  #installed(event: TriggerState['event']): TriggerState[] {
    return this.#enabled ? this.#parts.surroundings.book.state.triggers.filter((each) => each.event === event) : [];
  }

  async #simple(name: string, cause: Cause, mode: AuthModeName, args: EventArgs, joins: boolean): Promise<void> {
    if (this.#parts.exposed.has(name))
      await this.#run({ functionName: name, user: cause.user, authMode: mode, cause, args, joins });
  }

  /** Whoever made it lends it their rights, whoever is at the page. */
  #install(trigger: TriggerState, cause: Cause | undefined, args: EventArgs): Promise<RunResult> {
    const user = trigger.owner === cause?.user.email ? cause.user : creator(trigger);
    const joins = cause ? true : undefined;
    return this.#run({ functionName: trigger.handler, user, authMode: 'FULL', cause, args, joins, trigger: trigger.id });
  }

  async #run(run: TriggerRun): Promise<RunResult> {
    const { executions, limits, report, surroundings } = this.#parts;
    const { functionName, user, authMode, cause, args, joins, trigger } = run;
    const limitMs = authMode === 'FULL' ? limits.other : limits.simple;
    const { doubts, quotas, clock } = surroundings;
    const counted = trigger !== undefined || doubts.simpleRuntime === 'counted';
    const activeUser = cause?.user.email ?? '';
    const { ui, selection } = cause ?? {};
    const request = { functionName, user, activeUser, authMode, ui, selection, limitMs, joins, args, read: toHost };
    const refusal = this.#refusal(user.email, counted, trigger !== undefined);
    const result = refusal ?? (await executions.run(request));
    // how long it ran is what it would have taken on Google
    if (counted) quotas.use('triggers', user.email, result.trace.simulatedMsP50, clock());
    report(functionName, result, { tell: cause?.tell, user: user.email, trigger });
    return result;
  }

  /** Why a trigger does not even start. */
  #refusal(user: string, counted: boolean, installed: boolean): RunResult | undefined {
    const { quotas, clock, consented, bundle } = this.#parts.surroundings;
    const refuse = (error: string): RunResult => ({ ok: false, name: 'Exception', error, trace: emptyTrace() });
    if (counted && quotas.remaining('triggers', user, clock()) === 0)
      return refuse('Service using too much computer time for one day');
    const lacking = consented && bundle.manifest.oauthScopes?.some((scope) => !consented.includes(scope));
    return installed && lacking ? refuse('Authorization is required to perform that action.') : undefined;
  }

  /** One that fires once stays in the list, without a next time (platform.md §2). */
  #reschedule(trigger: TriggerState): void {
    const { surroundings } = this.#parts;
    const { state } = surroundings.book;
    const zone = surroundings.bundle.manifest.timeZone ?? state.timeZone;
    const next = nextRun({ ...(trigger.schedule as Schedule), ran: 1 }, surroundings.clock(), zone);
    const triggers = state.triggers.map((each) => {
      if (each.id !== trigger.id) return each;
      const { nextRun: _, ...rest } = each;
      return next === undefined ? rest : { ...rest, nextRun: next };
    });
    surroundings.transaction(trigger.owner, (apply) => apply([{ op: 'triggers', triggers }]));
  }
}

function creator({ owner }: TriggerState): User {
  return { email: owner, locale: 'en' };
}
