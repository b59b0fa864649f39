import { sameValue } from '../domain/check/cell.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Change, Hindered } from '../domain/log/entry.ts';
import { type Placing, placeChanges, reversedChanges } from '../domain/log/place-changes.ts';
import { joinWhole } from '../domain/log/record-trace.ts';
import type { Book } from './book.ts';
import { entriesOfRun, LogRun, type RunOf } from './change-log.ts';
import { lookSteadily, makeSure, type Sureness } from './guard.ts';
import { type Undertaking, withIntent } from './intents.ts';
import { PlanTab } from './plan-tab.ts';
import { addRecords, completeRecords, type Phase, phaseOf, phases, stillReferred, takeRecords, worst } from './record-steps.ts';

/** What became of a plan. */
export interface PlanOutcome {
  /** the run's number for undo; 0 where nothing was written */
  run: number;
  /** how many changes stand there now by this plan */
  written: number;
  /** what was not changed, and why: without `lenient` nothing was written then */
  hindered: Hindered[];
  /** somebody moved rows or columns again and again during the write */
  moved?: Exclude<Sureness, 'sure'>;
  /** the changes that stand there now; among them references that were typed meanwhile */
  done: Change[];
  /** something came in the way, and what had been written is as before */
  takenBack?: boolean;
}

/** How a plan is carried out. */
export interface PlanWays {
  /** what cannot be done as planned is left out; otherwise it keeps all of it from being done */
  lenient?: boolean;
  /** called once the run has its number and its plan is in the log, before anything is written */
  begun?: (run: number) => void;
}

/** The action that goes on with what was cut off. */
export const finishRunAction = 'finish-run';

/** Somebody may sort while it is written; what went astray is taken back, and tried again so often. */
const mostAttempts = 3;

const iso = /^\d{4}-\d\d-\d\d$/;

/** A day as text, as checks write it, is the day itself. */
const settled = (change: Change, field: Field | undefined): Change =>
  field?.kind === 'date' && typeof change.to === 'string' && iso.test(change.to) ? { ...change, to: { day: change.to } } : change;

const settledIn = (book: Book, plan: readonly Change[]): Change[] =>
  plan.map((change) => settled(change, book.tab(change.tab)?.field(change.field)));

/**
 * A tab and its columns as they stood together: somebody may move columns while they are looked up one by one, and what is
 * read then would be another field's.
 */
function planTab(book: Book, key: string, own: readonly Change[]): PlanTab | undefined {
  for (let attempt = 1; ; attempt++) {
    const tab = book.tab(key);
    if (!tab || tab.fields().length === 0) return undefined;
    const planned = new PlanTab(tab, own);
    const steady = lookSteadily(book, tab);
    if (!steady || steady === tab || attempt === mostAttempts) return steady && planned;
  }
}

/** A plan against the tabs as they stand now. Two reads for each tab. */
class Planned {
  readonly tabs = new Map<string, PlanTab>();
  readonly placing: Placing;

  constructor(book: Book, plan: readonly Change[]) {
    for (const key of new Set(plan.map(({ tab }) => tab))) {
      const tab = planTab(
        book,
        key,
        plan.filter((change) => change.tab === key),
      );
      if (tab) this.tabs.set(key, tab);
    }
    const coming = new Set(plan.filter((change) => phaseOf(change) === 'came').map(({ tab, record }) => `${tab} ${record}`));
    this.placing = placeChanges(
      plan,
      (change) => this.tabs.get(change.tab)?.look(change, coming.has(`${change.tab} ${change.record}`)) ?? { why: 'columnGone' },
    );
  }

  of(phase: Phase): Placing {
    const own = (change: Change): boolean => phaseOf(change) === phase;
    const { ahead, done, hindered } = this.placing;
    return { ahead: ahead.filter(own), done: done.filter(own), hindered: hindered.filter(({ change }) => own(change)) };
  }

  /** Writes cells that may be written, all tabs in one commit, and looks whether they came to where they belong. */
  writeCells(book: Book, ahead: readonly Change[]): Sureness {
    const cells = [...this.tabs].map(([key, tab]) => ({ tab, cells: tab.queue(ahead.filter((change) => change.tab === key)) }));
    return worst(cells.map(({ tab, cells: own }) => makeSure(book, tab.tab, tab.block, own)));
  }
}

/** How a plan stands now, for a preview. Nothing is written. */
export const placePlan = (book: Book, plan: readonly Change[]): Placing => new Planned(book, settledIn(book, plan)).placing;

/** What a plan has come to. */
interface Done extends Pick<PlanOutcome, 'hindered' | 'moved'> {
  left: Change[];
  more: Change[];
}

/** Carries out a plan whose entries are in the log. What others have written since stays, whatever the plan says. */
class Carrying {
  private readonly hindered: Hindered[] = [];
  private readonly left: Change[] = [];
  private readonly more: Change[] = [];
  private moved: PlanOutcome['moved'];

  constructor(
    private readonly book: Book,
    private readonly plan: readonly Change[],
    private readonly note: (changes: readonly Change[]) => void,
    private readonly lenient: boolean,
    private readonly wasCut: boolean,
  ) {}

  run(): Done {
    for (const phase of phases) {
      const own = this.plan.filter((change) => phaseOf(change) === phase);
      if (own.length === 0) continue;
      // What is half done is taken back as a whole, so that nothing more of it need be begun.
      if (this.isStopped()) this.left.push(...own);
      else if (phase === 'went') this.take(own);
      else this.attempt(phase, own);
    }
    const { hindered, left, more, moved } = this;
    return { hindered, left, more, ...(moved ? { moved } : {}) };
  }

  private isStopped(): boolean {
    return !this.lenient && (this.moved !== undefined || this.hindered.length > 0);
  }

  /** Takes one kind of steps. Records that come and cells of theirs are looked at together. */
  private attempt(phase: 'came' | 'cell', own: readonly Change[], plan: readonly Change[] = this.plan): void {
    for (let attempt = 1; ; attempt++) {
      const planned = new Planned(this.book, phase === 'came' ? own : plan);
      const { ahead, done, hindered } = planned.of(phase);
      const mine = new Set(own);
      if (phase === 'came' && this.wasCut && done.length > 0) completeRecords(this.book, done);
      if (!this.lenient && hindered.length > 0) {
        this.stop(hindered, ahead);
        return;
      }
      const sureness =
        ahead.length === 0 ? 'sure' : phase === 'came' ? addRecords(this.book, ahead) : planned.writeCells(this.book, ahead);
      if (ahead.length > 0) this.book.refresh();
      if (sureness === 'sure') {
        this.hindered.push(...hindered.filter(({ change }) => mine.has(change) || plan !== this.plan));
        return;
      }
      if (sureness === 'overwritten' || attempt === mostAttempts) {
        const last = new Planned(this.book, phase === 'came' ? own : plan).of(phase);
        this.moved = sureness;
        this.stop(last.hindered, last.ahead);
        return;
      }
    }
  }

  private stop(hindered: readonly Hindered[], ahead: readonly Change[]): void {
    this.hindered.push(...hindered);
    this.left.push(...ahead);
  }

  /** Records go last, and whatever still names them follows first: somebody may be typing while this runs. */
  private take(own: readonly Change[]): void {
    for (let attempt = 1; ; attempt++) {
      const { ahead, hindered } = new Planned(this.book, own).of('went');
      const inUse = this.follow(ahead);
      const going = ahead.filter((change) => !inUse.has(change));
      const blocked = [...hindered, ...[...inUse].map((change): Hindered => ({ change, why: 'inUse' }))];
      if (this.isStopped() || (!this.lenient && blocked.length > 0)) {
        this.stop(blocked, going);
        return;
      }
      if (going.length === 0) {
        this.stop(blocked, []);
        return;
      }
      const { sureness, stayed } = takeRecords(this.book, going);
      this.book.refresh();
      const changed = stayed.map((change): Hindered => ({ change, why: 'changedSince' }));
      if (sureness === 'sure') {
        this.stop([...blocked, ...changed], []);
        this.follow(own);
        return;
      }
      if (attempt === mostAttempts) {
        this.moved = sureness;
        this.stop(blocked, new Planned(this.book, own).of('went').ahead);
        return;
      }
    }
  }

  /** Lets references follow to what takes a record's place. @returns records that cannot go because of others */
  private follow(going: readonly Change[]): Set<Change> {
    const { following, inUse } = stillReferred(this.book, going);
    if (following.length > 0) {
      this.note(following);
      this.more.push(...following);
      this.attempt('cell', following, following);
    }
    return new Set(inUse);
  }
}

/**
 * Carries out a plan of changes over one tab or several: cells, and whole records that come or go. It is noted in the log
 * before, written in column runs and one commit for each kind of step, looked at afterwards, and marked done. Unless
 * `lenient`, a change that cannot be made as planned (somebody has written there since, the record is gone, a formula is in
 * the way) keeps all of it from being done, or has it taken back.
 *
 * Call it under the ledger's lock. Cut off, the next run finishes it or takes it back. For cells of one tab it costs four
 * reads and four commits, whatever the rows: formulas, values, a look afterwards, the log's rows.
 *
 * @throws when others write into the log for too long; nothing was written then
 */
export function applyPlan(book: Book, plan: readonly Change[], of: RunOf & PlanWays): PlanOutcome {
  const { lenient = false, begun, ...rest } = of;
  // What is put back is what stood there: a date that was text becomes text again.
  const meant = rest.kind === 'undo' ? plan : settledIn(book, plan);
  const wanted = meant.filter(({ from, to }) => !sameValue(from, to));
  const { ahead, hindered } = new Planned(book, joinWhole(wanted)).placing;
  if (ahead.length === 0 || (hindered.length > 0 && !lenient)) return { run: 0, written: 0, hindered, done: [] };
  const isAhead = new Set(ahead.map(cellOf));
  const run = new LogRun(book, rest);
  run.note(wanted.filter((change) => isAhead.has(cellOf(change))));
  // The log holds the plan: the intent says only which run it is.
  const undertaking: Undertaking = {
    id: `run.${run.number}`,
    action: finishRunAction,
    request: { run: run.number },
  };
  const result = withIntent(undertaking, () => {
    begun?.(run.number);
    return finishPlan(book, run, ahead, lenient);
  });
  return { run: run.number, ...result, hindered: [...hindered, ...result.hindered] };
}

const cellOf = ({ tab, record, field }: Change): string => JSON.stringify([tab, record, field]);

/**
 * Carries out what is noted of a run, and says in the log what became of it. Where something comes in the way, what was
 * written is taken back, so that all of it is done or nothing.
 */
function finishPlan(
  book: Book,
  run: LogRun,
  plan: readonly Change[],
  lenient: boolean,
  wasCut = false,
): Omit<PlanOutcome, 'run'> {
  const note = (changes: readonly Change[]): void => run.note(changes);
  const { hindered, left, more, moved } = new Carrying(book, plan, note, lenient, wasCut).run();
  const undone = new Set([...left, ...hindered.map(({ change }) => change)].map(cellOf));
  const all = [...plan, ...more];
  const isDone = (change: Change): boolean => !undone.has(cellOf(change));
  if (lenient || (!moved && hindered.length === 0)) {
    run.done(all.filter((change) => !isDone(change)));
    const done = all.filter(isDone);
    return { written: done.length, hindered, done, ...(moved ? { moved } : {}) };
  }
  const back = new Carrying(book, reversedChanges(all), note, true, wasCut).run();
  const standing = new Set([...back.left, ...back.hindered.map(({ change }) => change)].map(cellOf));
  const stands = (change: Change): boolean => isDone(change) && standing.has(cellOf(change));
  run.done(all.filter((change) => !stands(change)));
  const done = all.filter(stands);
  return { written: done.length, hindered, done, takenBack: true, ...(moved ? { moved } : {}) };
}

/** Plans of these kinds are done whole or not at all, also when they were cut off. */
const whole: ReadonlySet<string> = new Set(['merge', 'segments']);

/** Goes on with a run that was cut off, by what the log holds of it; what others have written since stays. */
export function finishRun(book: Book, number: number): Omit<PlanOutcome, 'run'> {
  const entries = entriesOfRun(book, number).filter(({ state, isCut }) => state === 'begun' && !isCut);
  const plan = entries.map(({ tab, record, field, from, to, whole: all }) => ({
    ...{ tab, record, field, from, to },
    ...(all ? { whole: all } : {}),
  }));
  const kind = entries[0]?.kind ?? 'cleanUp';
  return finishPlan(book, new LogRun(book, { kind }, number), joinWhole(plan), !whole.has(kind), true);
}
