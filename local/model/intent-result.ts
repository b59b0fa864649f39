import type { Intent, IntentResult, Op, Rect, User } from '../contract.ts';
import { type MessageKey, message } from './messages.ts';
import type { UndoHistory } from './undo.ts';
import type { Workbook } from './workbook.ts';

/** ms since 1970, set from outside */
export type Clock = () => number;

/** `changeType` of `onChange` (platform.md §2). */
export type ChangeType =
  | 'EDIT'
  | 'INSERT_ROW'
  | 'INSERT_COLUMN'
  | 'REMOVE_ROW'
  | 'REMOVE_COLUMN'
  | 'INSERT_GRID'
  | 'REMOVE_GRID'
  | 'FORMAT'
  | 'OTHER';

/** What `onEdit` will be told; values only for a single typed or emptied cell, always as text. */
export interface EditEvent {
  sheet: number;
  rect: Rect;
  value?: string;
  oldValue?: string;
}

export interface ResolvedIntent {
  result: IntentResult;
  /** to be applied; nothing has been */
  ops: Op[];
  edit?: EditEvent;
  change?: ChangeType;
}

export interface IntentContext {
  workbook: Workbook;
  user: User;
  clock: Clock;
  /** serial of the present day in the workbook's zone */
  today: number;
  history: UndoHistory | undefined;
}

/** The intent whose kinds include `K`. */
export type IntentOf<K extends Intent['kind'], I = Intent> = I extends { kind: infer N } ? (K extends N ? I : never) : never;

export function done(ops: Op[], events: Pick<ResolvedIntent, 'edit' | 'change'> = {}): ResolvedIntent {
  return { result: { ok: true, ops: ops.length }, ops, ...events };
}

type Reason = Extract<IntentResult, { ok: false }>['reason'];

export function refuse(
  { user }: Pick<IntentContext, 'user'>,
  reason: Reason,
  key: MessageKey,
  values?: Record<string, string>,
): ResolvedIntent {
  return { result: { ok: false, reason, message: message(user.locale, key, values) }, ops: [] };
}
