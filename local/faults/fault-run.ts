import type { Bundle } from '../services/surroundings.ts';
import type { Boundary } from './boundary.ts';
import { kill } from './disturbance.ts';
import type { Entries } from './entries.ts';
import { type Fault, isBlind } from './fault.ts';
import type { Answer, FaultAction, FaultWorkbook } from './fault-action.ts';
import { findEntered, NumbersSeen } from './laws.ts';
import { actMeanwhile, hindering } from './meanwhile.ts';
import { difference, portrait } from './portrait.ts';
import { Stage } from './stage.ts';

/** How an action looks when nothing goes wrong. */
export interface Reference {
  /** texts that stood in the workbook before */
  known: ReadonlySet<string>;
  /** it never began, and a check was made */
  undone: string[];
  /** right after it */
  atOnce: string[];
  /** after the check that follows */
  done: string[];
  trace: readonly Boundary[];
}

/** ms: a check comes when no run can be at work any more */
export const LATER = 15 * 60_000;

/** Sentences for people are in their language; whatever is not is the platform's, or nothing. */
const isSaid = (message: string): boolean => /[\u4e00-\u9fff]/.test(message);

/** One fault upon one action, on a copy of the workbook of its own. */
export class FaultRun {
  readonly #action: FaultAction;
  readonly #workbook: FaultWorkbook;
  readonly #fault: Fault;
  readonly #reference: Reference;
  readonly #numbers: NumbersSeen;
  readonly #other: FaultAction | undefined;
  readonly #stage: Stage;
  readonly #entries: Entries;
  readonly #problems: string[] = [];
  readonly #others: Promise<Answer>[] = [];
  /** whether what others ran meanwhile was done in the end */
  #othersDone = true;
  collided = false;
  #refused: Promise<string[]> | undefined;

  constructor(
    action: FaultAction,
    workbook: FaultWorkbook,
    bundle: Bundle,
    fault: Fault,
    reference: Reference,
    other: FaultAction | undefined,
  ) {
    this.#action = action;
    this.#workbook = workbook;
    this.#fault = fault;
    this.#reference = reference;
    this.#numbers = new NumbersSeen(workbook.series);
    this.#other = other;
    this.#stage = new Stage(workbook, bundle);
    this.#entries = workbook.entries.copy();
    action.enters(this.#entries, workbook);
  }

  /**
   * @param known what was found of runs that left the same behind: where the workbook, the answer and the sentences are the
   * same, whatever follows is the same as well
   * @returns what was broken, one sentence each
   */
  async judge(known: Map<string, string[]>): Promise<string[]> {
    try {
      const first = await this.#suffer();
      const { kind, what, after } = this.#fault;
      const left = JSON.stringify([
        this.#stage.ops,
        first,
        this.#stage.told,
        kind,
        kind === 'error' ? '' : what,
        after,
        this.#problems,
      ]);
      const found = known.get(left) ?? (await this.#judgeWhatFollows(first));
      known.set(left, found);
      return found;
    } finally {
      await this.#stage.close();
    }
  }

  async #judgeWhatFollows(first: Answer): Promise<string[]> {
    const others = await Promise.all(this.#others);
    this.#look(first.ok && others.every(({ ok }) => ok), 'at once');
    if (!first.ok && !first.killed && !isSaid(first.message)) this.#broken(`told nothing but “${first.message}”`);
    const complete = this.#isQuiet && difference(this.#reference.atOnce, this.#portrait()).length === 0;
    if (this.#isQuiet && first.ok && !first.killed && !complete && !this.#stage.told.some(isSaid))
      this.#broken(`is not finished, and nobody was told: ${difference(this.#reference.atOnce, this.#portrait()).join('; ')}`);
    for (const refused of (await this.#refused) ?? []) this.#broken(`the colleague could not do it: ${refused}`);
    const last = await this.#recover(first);
    this.#look(last.ok && this.#othersDone && !this.#isHindered, 'in the end', !this.#isHindered);
    for (const open of this.#workbook.leftOpen(this.#stage.state)) this.#broken(`left open: ${open}`);
    this.#compare(last);
    return this.#problems;
  }

  /** The action with the fault in it. */
  async #suffer(): Promise<Answer> {
    const { disturbance } = this.#stage;
    await this.#action.prepare?.(this.#stage);
    const { boundary, kind } = this.#fault;
    if (boundary) disturbance.plan(boundary.at, () => this.#happen());
    disturbance.on = true;
    if (kind === 'lost trigger') this.#stage.timesFired = 0;
    if (kind === 'doubled trigger') this.#stage.timesFired = 2;
    const answer = await this.#action.perform(this.#stage, this.#stage.owner);
    this.#stage.timesFired = 1;
    disturbance.on = false;
    if (boundary && disturbance.waits) this.#broken('the run met other calls than the dry run');
    if (kind === 'repeated' && !boundary) return (await this.#action.retry?.(this.#stage, this.#stage.owner)) ?? answer;
    for (const other of await Promise.all(this.#others))
      if (!other.ok && !isSaid(other.message)) this.#broken(`the other run was told nothing but “${other.message}”`);
    return kind === 'lost answer' ? { ok: false, killed: true, message: '' } : answer;
  }

  #happen(): void {
    const { kind, what } = this.#fault;
    if (kind === 'kill') kill();
    if (kind === 'error') throw new Error(what);
    if (kind === 'meanwhile') this.#refused = this.#meanwhile(what);
    if (kind === 'repeated') this.#others.push(this.#action.perform(this.#stage, this.#stage.colleague));
    if (kind === 'other run' && this.#other) {
      this.#other.enters(this.#entries, this.#workbook);
      this.#others.push(this.#other.perform(this.#stage, this.#stage.colleague));
    }
  }

  /** Two people in the same cell, where neither can know of the other: either may be the last. */
  #meanwhile(what: string): Promise<string[]> {
    const { target } = this.#action;
    const { boundary } = this.#fault;
    if (!target) return Promise.resolve([]);
    this.collided = what === 'type over' && boundary !== undefined && isBlind(this.#reference.trace, boundary);
    return actMeanwhile(what, this.#stage, this.#entries, target, this.collided);
  }

  async #recover(first: Answer): Promise<Answer> {
    let last = first;
    if (this.#fault.after === 'retry' && !first.ok) last = (await this.#action.retry?.(this.#stage, this.#stage.owner)) ?? first;
    if (!last.ok && !isSaid(last.message) && !last.killed) this.#broken(`the retry was told nothing but “${last.message}”`);
    for (const other of await Promise.all(this.#others)) {
      const again = other.ok ? other : ((await this.#other?.retry?.(this.#stage, this.#stage.colleague)) ?? other);
      this.#othersDone &&= again.ok;
    }
    this.#stage.now += LATER;
    const settled = await (this.#action.settle ?? this.#workbook.settle)(
      this.#stage,
      this.#isQuiet ? this.#action.target?.sheet : undefined,
    );
    // what others have moved about may be left to the person, where the check says so
    const isTold = this.#fault.kind === 'meanwhile' && isSaid(settled.message) && !settled.killed;
    if (!settled.ok && !isTold) this.#broken(`the check says: ${settled.message}`);
    return last;
  }

  #look(finished: boolean, when: string, settled = finished): void {
    const { found, problems } = findEntered(this.#stage.state, this.#entries, finished, settled);
    for (const problem of [...problems, ...this.#numbers.look(found)]) this.#broken(`${when}: ${problem}`);
  }

  /** Ended by a fault, an action is finished or undone in the end; with a retry it is finished. */
  #compare(last: Answer): void {
    if (!this.#isQuiet) return;
    const got = this.#portrait();
    const unlike = difference(this.#reference.done, got);
    if (unlike.length === 0) return;
    const isUndone = this.#action.mayBeUndone && !last.ok && difference(this.#reference.undone, got).length === 0;
    if (isUndone && this.#fault.after === 'retry') this.#broken(`cannot be tried again: ${last.message}`);
    if (!isUndone) this.#broken(`neither finished nor undone: ${unlike.join('; ')}`);
  }

  #portrait(): string[] {
    return portrait(this.#stage.state, this.#workbook, this.#reference.known);
  }

  /** nobody else has done anything */
  get #isQuiet(): boolean {
    return this.#fault.kind !== 'meanwhile' && this.#fault.kind !== 'other run';
  }

  get #isHindered(): boolean {
    return this.#fault.kind === 'meanwhile' && hindering.has(this.#fault.what);
  }

  #broken(problem: string): void {
    if (!this.#problems.includes(problem)) this.#problems.push(problem);
  }
}
