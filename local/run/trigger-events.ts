import type { Rect } from '../contract.ts';
import type { AuthModeName } from '../services/access.ts';
import { enumValue } from '../services/enums.ts';
import type { ExecutionContext } from '../services/execution-context.ts';
import { RangeObject, SpreadsheetObject, UserObject } from '../services/objects.ts';
import { encode, type Wire } from '../services/wire.ts';
import type { ToldEdit } from './edit-doubts.ts';
import type { FormEvent } from './form-answers.ts';

/** The event objects of triggers (platform.md §2). A simple trigger does not learn its user's address. */
function common(mode: AuthModeName, email: string, triggerUid: string | undefined): Record<string, unknown> {
  const event: Record<string, unknown> = {
    authMode: enumValue('AuthMode', mode),
    source: new SpreadsheetObject(),
    user: new UserObject(mode === 'FULL' ? email : ''),
  };
  if (triggerUid !== undefined) event.triggerUid = triggerUid;
  return event;
}

export type EventArgs = (context: ExecutionContext) => Wire[];

const single =
  (event: Record<string, unknown>): EventArgs =>
  (context) => [encode(event, context.handles)];

export function openEvent(mode: AuthModeName, email: string, triggerUid?: string): EventArgs {
  return single(common(mode, email, triggerUid));
}

/** `value` and `oldValue` are there for a single cell only, each as text. */
export function editEvent(mode: AuthModeName, email: string, edit: ToldEdit, triggerUid?: string): EventArgs {
  const event = { ...common(mode, email, triggerUid), range: new RangeObject(edit.sheet, edit.rect) } as Record<string, unknown>;
  if (edit.value !== undefined) event.value = edit.value;
  if (edit.oldValue !== undefined) event.oldValue = edit.oldValue;
  return single(event);
}

export function selectionEvent(mode: AuthModeName, email: string, sheet: number, rect: Rect): EventArgs {
  return single({ ...common(mode, email, undefined), range: new RangeObject(sheet, rect) });
}

/** `values` in the order of the columns, `namedValues` by question; all of it text. */
export function formEvent({ sheet, rect, values, namedValues }: FormEvent, triggerUid: string): EventArgs {
  const event = { ...common('FULL', '', triggerUid), range: new RangeObject(sheet, rect), values, namedValues };
  return single(event);
}

export function changeEvent(email: string, changeType: string, triggerUid: string): EventArgs {
  return single({ ...common('FULL', email, triggerUid), changeType });
}

/** @param now ms since 1970; the fields are UTC's, as Google gives them */
export function clockEvent(now: number, triggerUid: string): EventArgs {
  const date = new Date(now);
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return single({
    authMode: enumValue('AuthMode', 'FULL'),
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() || 7,
    'week-of-year': Math.floor((now - start) / 604_800_000) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid,
  });
}
