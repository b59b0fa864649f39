import type { WorkbookState } from '../contract.ts';
import type { Entries } from './entries.ts';
import type { Person } from './person.ts';
import type { Stage } from './stage.ts';

/** The workbook that faults fall upon: taken once, copied for every run. */
export interface FaultWorkbook {
  state: WorkbookState;
  /** ms since 1970: when the runs begin */
  now: number;
  /** what persons have entered into it */
  entries: Entries;
  /** the column of numbers of each tab that gives them, by the tab's id */
  series: ReadonlyMap<number, string>;
  /** What mends an action that was cut off, at the latest: a check of the tabs, or of the one that it was about. */
  settle(stage: Stage, sheet?: number): Promise<Answer>;
  /** Tabs that tell of what was done, by their ids: two runs that end alike may have different tales to tell. */
  apart(state: WorkbookState): ReadonlySet<number>;
  /** What is noted as begun and not done, in words. */
  leftOpen(state: WorkbookState): string[];
}

/** How an action ended for the person who began it. */
export interface Answer {
  /** the program says it is done */
  ok: boolean;
  /** what it says; of a run that was ended, what Google says */
  message: string;
  /** Google ended the run */
  killed: boolean;
}

/** What others change while an action runs. */
export interface Target {
  /** the tab's id */
  sheet: number;
  /** the row by some of its values; the last row while there is none like it */
  row: Record<string, string>;
  /** the column of the cell that it is about, and what others type over it */
  column: string;
  over: string;
  /** another column, into which others type an e-mail address */
  beside: string;
  /** the column by which others sort, downwards */
  sortBy: string;
}

/** Something that a person does with the program. */
export interface FaultAction {
  name: string;
  /** What happened before, unnoticed by the program. */
  prepare?(stage: Stage): Promise<void>;
  /** Does it; what is typed is typed, whatever becomes of the trigger. */
  perform(stage: Stage, who: Person): Promise<Answer>;
  /** What the person does after an answer that says it failed; absent where nobody would notice. */
  retry?(stage: Stage, who: Person): Promise<Answer>;
  /** in place of the workbook's: what mends it when it was cut off */
  settle?: FaultWorkbook['settle'];
  /** it takes long: a sample tries fewer faults */
  isLong?: boolean;
  /** it is all or nothing, so that without a retry it may also end as if it had never begun */
  mayBeUndone?: boolean;
  /** Enters into the ledger of entries what the action puts in: `optional` where it may be refused as a whole. */
  enters(entries: Entries, workbook: FaultWorkbook): void;
  /** the tab and the row (by some of its values) that it is about: where others make their changes */
  target?: Target;
}
