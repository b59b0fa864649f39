import { sameValue } from '../domain/check/cell.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Change, Hindered } from '../domain/log/entry.ts';
import { type Placing, placeChanges, reversedChanges } from '../domain/log/place-changes.ts';
import type { Book } from './book.ts';
import { entriesOfRun, LogRun, type RunOf } from './change-log.ts';
import { makeSure, type Sureness } from './guard.ts';
import { withIntent } from './intents.ts';
import { PlanTab } from './plan-tab.ts';

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
}

/** The action that goes on with what was cut off. */
export const finishRunAction = 'finish-run';

/** Somebody may sort while it is written; what went astray is taken back, and tried again so often. */
const mostAttempts = 3;

const iso = /^\d{4}-\d\d-\d\d$/;

/** A day as text, as checks write it, is the day itself. */
const settled = (change: Change, field: Field | undefined): Change =>
  field?.kind === 'date' && typeof change.to === 'string' && iso.test(change.to) ? { ...change, to: { day: change.to } } : change;

/** A plan against the tabs as they stand now. Two reads for each tab. */
class Planned {
  readonly tabs = new Map<string, PlanTab>();
  readonly placing: Placing;

  constructor(book: Book, plan: readonly Change[]) {
    for (const key of new Set(plan.map(({ tab }) => tab))) {
      const tab = book.tab(key);
      if (tab && tab.fields().length > 0) this.tabs.set(key, new PlanTab(tab));
    }
    this.placing = placeChanges(plan, (change) => this.tabs.get(change.tab)?.look(change) ?? { why: 'columnGone' });
  }

  /** Writes what may be written, all tabs in one commit, and looks whether it came to where it belongs. */
  write(book: Book): Sureness {
    const cells = [...this.tabs].map(([key, tab]) => ({
      tab,
      cells: tab.queue(this.placing.ahead.filter((change) => change.tab === key)),
    }));
    const surenesses = cells.map(({ tab, cells: own }) => makeSure(book, tab.tab, tab.block, own));
    return surenesses.find((each) => each === 'overwritten') ?? surenesses.find((each) => each !== 'sure') ?? 'sure';
  }
}

/** How a plan stands now, for a preview. Nothing is written. */
export const placePlan = (book: Book, plan: readonly Change[]): Placing =>
  new Planned(
    book,
    plan.map((change) => settled(change, book.tab(change.tab)?.field(change.field))),
  ).placing;

/** Writes a plan whose entries are in the log. What others have written since stays, whatever the plan says. */
function writePlan(book: Book, plan: readonly Change[]): Pick<PlanOutcome, 'hindered' | 'moved'> & { left: Change[] } {
  for (let attempt = 1; ; attempt++) {
    const planned = new Planned(book, plan);
    const { ahead, hindered } = planned.placing;
    if (ahead.length === 0) return { hindered, left: [] };
    const sureness = planned.write(book);
    if (sureness === 'sure') return { hindered, left: [] };
    if (sureness === 'overwritten' || attempt === mostAttempts) {
      book.refresh();
      const { placing } = new Planned(book, plan);
      return { hindered: placing.hindered, left: placing.ahead, moved: sureness };
    }
    book.refresh();
  }
}

/**
 * Writes a plan of cell changes over one tab or several: noted in the log before, written in column runs and one commit,
 * looked at afterwards, and marked done. Unless `lenient`, a change that cannot be made as planned (somebody has written
 * there since, the record is gone, a formula is in the way) keeps all of it from being written.
 *
 * Call it under the ledger's lock. Cut off, the next run finishes it. For one tab it costs four reads and four commits,
 * whatever the rows: formulas, values, a look afterwards, the log's rows.
 *
 * @throws when others write into the log for too long; nothing was written then
 */
export function applyPlan(book: Book, plan: readonly Change[], of: RunOf & { lenient?: boolean }): PlanOutcome {
  const { lenient, ...rest } = of;
  // What is put back is what stood there: a date that was text becomes text again.
  const meant = rest.kind === 'undo' ? plan : plan.map((change) => settled(change, book.tab(change.tab)?.field(change.field)));
  const wanted = meant.filter(({ from, to }) => !sameValue(from, to));
  const { ahead, hindered } = new Planned(book, wanted).placing;
  if (ahead.length === 0 || (hindered.length > 0 && !lenient)) return { run: 0, written: 0, hindered };
  const run = new LogRun(book, rest);
  run.note(ahead);
  // The log holds the plan: the intent says only which run it is.
  const undertaking = { id: `run.${run.number}`, action: finishRunAction, request: { run: run.number } };
  const result = withIntent(undertaking, () => finishPlan(book, run, ahead, lenient === true));
  return { run: run.number, ...result, hindered: [...hindered, ...result.hindered] };
}

/**
 * Writes what is noted of a run, and says in the log what became of it. Where somebody moves rows again and again, what
 * was written is taken back, so that all of it is done or nothing.
 */
function finishPlan(book: Book, run: LogRun, plan: readonly Change[], lenient: boolean): Omit<PlanOutcome, 'run'> {
  const { hindered, left, moved } = writePlan(book, plan);
  const undone = [...left, ...hindered.map(({ change }) => change)];
  if (!moved || lenient) {
    run.done(undone);
    return { written: plan.length - undone.length, hindered, ...(moved ? { moved } : {}) };
  }
  const back = writePlan(book, reversedChanges(plan.filter((change) => !undone.includes(change))));
  run.done(plan.filter((change) => !back.left.some((each) => isSameCell(each, change))));
  return { written: back.left.length, hindered, moved };
}

const isSameCell = (a: Change, b: Change): boolean => a.tab === b.tab && a.record === b.record && a.field === b.field;

/** Goes on with a run that was cut off, by what the log holds of it; what others have written since stays. */
export function finishRun(book: Book, number: number): Omit<PlanOutcome, 'run'> {
  const entries = entriesOfRun(book, number).filter(({ state, isCut }) => state === 'begun' && !isCut);
  const plan = entries.map(({ tab, record, field, from, to }) => ({ tab, record, field, from, to }));
  return finishPlan(book, new LogRun(book, { kind: entries[0]?.kind ?? 'cleanUp' }, number), plan, true);
}
