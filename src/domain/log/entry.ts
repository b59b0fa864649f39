import type { Cell } from '../check/cell.ts';

/** By what something was changed. */
export const logKinds = [
  'typed',
  'form',
  'check',
  'cleanUp',
  'merge',
  'import',
  'samples',
  'settings',
  'undo',
  'restore',
  'sweep',
  'export',
  'segments',
] as const;
export type LogKind = (typeof logKinds)[number];

/** One change, by identity: tabs, rows and columns may be renamed and moved before somebody reads or undoes it. */
export interface Change {
  /** key of the tab */
  tab: string;
  /** the number of the record; '' where it has none */
  record: string;
  /** key of the field; '' where a whole record came or went, or a block was edited */
  field: string;
  from: Cell;
  to: Cell;
  /** of a whole record that came (`from` is blank) or went (`to` is): everything that it held */
  whole?: WholeRecord;
}

/** Everything that a whole record held, as a text that `record-trace.ts` reads; a long one is spread over several entries. */
export interface WholeRecord {
  trace: string;
  /** which part of how many, counted from 1 */
  part: number;
  parts: number;
  /** the number of the record that takes its place: whoever refers to it is to refer to that one */
  into?: string;
}

/** Where an entry stands: noted and perhaps not written, done, or left undone because of what others have written. */
export const logStates = ['begun', 'done', 'left'] as const;
export type LogState = (typeof logStates)[number];

/** One line of the change log. */
export interface LogEntry extends Change {
  /** its place in the sequence, from 1 on without gaps */
  n: number;
  /** ms since 1970 */
  at: number;
  who: string;
  kind: LogKind;
  /** what belongs together and is undone together; 0 where nothing can be undone */
  run: number;
  state: LogState;
  /** the run that this one undoes */
  undoes?: number;
}

/** Why a change was left as it is. */
export type Hindrance = 'changedSince' | 'recordGone' | 'columnGone' | 'formula' | 'doubled' | 'inUse';

/** A change that was not made, and why. */
export interface Hindered {
  change: Change;
  why: Hindrance;
  /** what stands there now, where something does */
  now?: Cell;
}
