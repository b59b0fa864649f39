import type { Rect, TriggerState, User } from '../contract.ts';
import type { HostEvent, RunResult } from '../host-contract.ts';
import type { ResolvedIntent } from '../model/intent-result.ts';
import type { AuthModeName } from '../services/access.ts';
import type { UiPort } from '../services/surroundings.ts';
import { nextRun } from '../services/trigger-schedule.ts';
import { toHost } from './client-values.ts';
import type { Executions } from './executions.ts';
import { changeEvent, clockEvent, type EventArgs, editEvent, openEvent } from './trigger-events.ts';
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
  /** how the script is installed: decides what a simple `onOpen` may do */
  openMode: AuthModeName;
  report: (functionName: string, result: RunResult, tell: ((event: HostEvent) => void) | undefined) => void;
}

/** The person behind an event, and the page they sit at. */
export interface Cause {
  user: User;
  ui: UiPort;
  tell: (event: HostEvent) => void;
  selection?: { sheet: number; rect: Rect };
}

/** Fires what Google would fire, and nothing else: simple triggers by their names, installable ones by the list. */
export class Triggers {
  readonly #parts: Parts;
  readonly #queue: TriggerQueue;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#queue = new TriggerQueue(parts.dropFastEdits);
  }

  /** Resolves when nothing fired so far is still running. */
  settled(): Promise<void> {
    return this.#queue.settled();
  }

  async opened(cause: Cause): Promise<void> {
    const { openMode } = this.#parts;
    const { email } = cause.user;
    await this.#simple('onOpen', cause, openMode, openEvent(openMode, email), false);
    for (const trigger of this.#installed('ON_OPEN')) await this.#install(trigger, cause, openEvent('FULL', email, trigger.id));
  }

  /** After a person's intent has been applied. All that one edit fires is one event of the queue. */
  intended({ edit, change }: ResolvedIntent, cause: Cause): void {
    const { email } = cause.user;
    const jobs: (() => Promise<void>)[] = [];
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
    this.#queue.push(email, async () => {
      for (const job of jobs) await job();
    });
  }

  /** Runs one by hand, as its creator. */
  async fire(id: string): Promise<RunResult> {
    const { surroundings } = this.#parts;
    const trigger = surroundings.book.state.triggers.find((each) => each.id === id);
    if (!trigger) throw new Error(`There is no trigger ${id}`);
    const args = trigger.event === 'CLOCK' ? clockEvent(surroundings.clock(), id) : openEvent('FULL', trigger.owner, id);
    const result = await this.#run(trigger.handler, creator(trigger), 'FULL', undefined, args, undefined);
    if (trigger.event === 'CLOCK') this.#reschedule(trigger);
    return result;
  }

  /** Runs the clock triggers whose time has come. */
  async fireDue(): Promise<RunResult[]> {
    const now = this.#parts.surroundings.clock();
    const due = this.#parts.surroundings.book.state.triggers.filter((each) => each.nextRun !== undefined && each.nextRun <= now);
    const results: RunResult[] = [];
    for (const trigger of due) results.push(await this.fire(trigger.id));
    return results;
  }

  #installed(event: TriggerState['event']): TriggerState[] {
    return this.#parts.surroundings.book.state.triggers.filter((each) => each.event === event);
  }

  async #simple(name: string, cause: Cause, mode: AuthModeName, args: EventArgs, joins: boolean): Promise<void> {
    if (this.#parts.exposed.has(name)) await this.#run(name, cause.user, mode, cause, args, joins);
  }

  async #install(trigger: TriggerState, cause: Cause, args: EventArgs): Promise<void> {
    const user = trigger.owner === cause.user.email ? cause.user : creator(trigger);
    await this.#run(trigger.handler, user, 'FULL', cause, args, true);
  }

  async #run(
    functionName: string,
    user: User,
    authMode: AuthModeName,
    cause: Cause | undefined,
    args: EventArgs,
    joins?: boolean,
  ) {
    const { executions, limits, report } = this.#parts;
    const limitMs = authMode === 'FULL' ? limits.other : limits.simple;
    const request = {
      functionName,
      user,
      authMode,
      ui: cause?.ui,
      selection: cause?.selection,
      limitMs,
      joins,
      args,
      read: toHost,
    };
    const result = await executions.run(request);
    report(functionName, result, cause?.tell);
    return result;
  }

  /** One that fires once stays in the list, without a next time (platform.md §2). */
  #reschedule(trigger: TriggerState): void {
    const { surroundings } = this.#parts;
    const { state } = surroundings.book;
    const next = nextRun({ ...trigger.schedule, ran: 1 }, surroundings.clock(), state.timeZone, surroundings.random);
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
