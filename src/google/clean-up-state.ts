import type { StoppedAt } from '../domain/cleanup/clean-up.ts';
import { lookAtProperties, putProperties } from './properties.ts';

/** What the workbook remembers of its clean-ups. */
export interface CleanUpState {
  /** where the next preview goes on */
  next?: StoppedAt;
  /** runs of clean-ups that were taken back, newest first */
  undone?: readonly number[];
}

const key = 'cleanUp';

/** One look-up; call it under the lock. */
export function cleanUpState(): CleanUpState {
  const text = lookAtProperties()[key];
  return text === undefined ? {} : (JSON.parse(text) as CleanUpState);
}

export function putCleanUpState(state: CleanUpState): void {
  putProperties({ [key]: JSON.stringify(state) });
}
