import type { JobState } from '../domain/automation/job-state.ts';
import { type JobKey, jobKeys } from '../domain/automation/jobs.ts';
import type { Book } from './book.ts';
import { lookAtProperties, putProperties, removeProperty, seenProperties } from './properties.ts';

/** The trigger that all jobs share, as the workbook remembers it: nobody can see somebody else's. */
export interface Timer {
  /** id of the workbook that it was made in: a copy has no triggers, whatever else came along */
  book: string;
  /** its own id */
  id: string;
  /** whose it is: the name that they chose */
  by: string;
  /** ms since 1970 when it was made, and when it came last */
  at: number;
  seen?: number;
}

const timerKey = 'jobs.timer';
const jobKey = (key: JobKey): string => `job.${key}`;

/** An hourly trigger that did not come for so long does not come any more, in ms. */
const silence = 3 * 3_600_000;

function read<T>(properties: Readonly<Record<string, string>>, key: string): T | undefined {
  try {
    return properties[key] === undefined ? undefined : (JSON.parse(properties[key]) as T);
  } catch {
    return undefined;
  }
}

/** What is known of the jobs. In a copy of the workbook everything is off, and nothing has ever run. */
export interface Automation {
  timer: Timer | undefined;
  states: Readonly<Record<JobKey, JobState>>;
  /** what the original remembered came along */
  isCopy: boolean;
}

/** The same from properties that are known already. */
export function automationIn(book: Book, properties: Readonly<Record<string, string>>): Automation {
  const timer = read<Timer>(properties, timerKey);
  const isCopy = timer !== undefined && timer.book !== book.workbook.getId();
  const states = Object.fromEntries(jobKeys.map((key) => [key, (!isCopy && read<JobState>(properties, jobKey(key))) || {}]));
  return { timer: isCopy ? undefined : timer, states: states as Record<JobKey, JobState>, isCopy };
}

/** Looks them up; call it under the lock before anything is decided. One look-up. */
export const lookAtAutomation = (book: Book): Automation => automationIn(book, lookAtProperties());

/** Forgets what came along from the workbook that this one is a copy of. */
export function forgetOriginal(): void {
  for (const key of jobKeys) removeProperty(jobKey(key));
  removeProperty(timerKey);
}

/** Keeps what became of a job. One property write. */
export const keepState = (key: JobKey, state: JobState): void => keepSwitched(key, state, undefined);

/** The same together with the trigger that was made for it: cut off, neither is known. */
export function keepSwitched(key: JobKey, state: JobState, timer: Timer | undefined): void {
  putProperties({ [jobKey(key)]: JSON.stringify(state), ...(timer ? { [timerKey]: JSON.stringify(timer) } : {}) });
}

export const keepTimer = (timer: Timer): void => putProperties({ [timerKey]: JSON.stringify(timer) });

export const forgetTimer = (): void => removeProperty(timerKey);

/** Whether the shared trigger comes no more: its permission was taken away, or somebody removed it by hand. */
export const isSilent = ({ seen, at }: Timer, now: number): boolean => now - (seen ?? at) > silence;

/** Whether that has happened, as far as is known without a look-up. */
export function hasFallenSilent(now: number): boolean {
  const timer = read<Timer>(seenProperties(), timerKey);
  return timer !== undefined && isSilent(timer, now);
}
