import type { Told } from '../messages/told.ts';
import type { Job } from './jobs.ts';
import { type Slot, slotAfter, slotAt } from './schedule.ts';

/** What the workbook remembers of a job. */
export interface JobState {
  /** who switched it on and when, in ms since 1970; absent: it is off */
  on?: { by: string; at: number };
  /** the last slot for which there is nothing to do any more: it was done, or given up */
  settled?: Slot;
  /** what is under way, or goes on later */
  run?: JobRun;
  last?: LastRun;
}

export interface JobRun {
  slot: Slot;
  /** ms since 1970 when nobody can be at work on it any more; 0: it waits to be taken up */
  until: number;
  /** how often it was taken up without getting any further */
  tries: number;
  /** somebody asked for it now: it goes on even if the job is off */
  byHand?: true;
  /** what its function left for the next time */
  rest?: unknown;
}

/** How it went the last time. */
export interface LastRun {
  /** ms since 1970 */
  at: number;
  ok: boolean;
  /** some of it was done */
  partly?: true;
  told: Told;
}

/** After so many attempts without getting further a job waits for its next time. */
export const mostTries = 3;

/** Whether a run of it may be at work now. */
export const isRunning = ({ run }: JobState, now: number): boolean => run !== undefined && now < run.until;

/**
 * Whether it has something to do.
 *
 * @param moment `yyyy-MM-dd HH:mm:ss` by the workbook's clock
 */
export function isDue(job: Job, state: JobState, moment: string, now: number): boolean {
  if (isRunning(state, now)) return false;
  if (state.run?.byHand) return true;
  if (!state.on) return false;
  return state.run !== undefined || slotAt(job.schedule, moment) > (state.settled ?? '');
}

/** Switches it on: its first time is the next slot, not at once. */
export function switchedOn(job: Job, state: JobState, by: string, moment: string, at: number): JobState {
  return state.on ? state : { ...state, on: { by, at }, settled: slotAt(job.schedule, moment) };
}

/** Switches it off; what is under way comes to its end, what waits does not go on. */
export function switchedOff({ on: _, run, ...state }: JobState, now: number): JobState {
  return run && now < run.until ? { ...state, run } : state;
}

/** Whether it was taken up often enough for this time. */
export const isExhausted = (job: Job, { run }: JobState, moment: string): boolean =>
  run !== undefined && run.tries >= mostTries && run.slot === slotAt(job.schedule, moment);

/**
 * Takes it up, anew where what is left is of an earlier time: whoever looks after this finds somebody at work.
 *
 * @param lasts ms after which nobody can be at work any more
 */
export function begun(job: Job, state: JobState, moment: string, now: number, lasts: number, byHand: boolean): JobState {
  const slot = slotAt(job.schedule, moment);
  const { tries = 0, rest, byHand: before } = state.run?.slot === slot ? state.run : ({} as Partial<JobRun>);
  const run: JobRun = {
    slot,
    until: now + lasts,
    tries: tries + 1,
    ...(byHand || before ? { byHand: true } : {}),
    ...(rest === undefined ? {} : { rest }),
  };
  return { ...state, run };
}

/** It got further and goes on later. */
export function paused(state: JobState, rest: unknown): JobState {
  return state.run ? { ...state, run: { ...state.run, until: 0, tries: 0, rest } } : state;
}

/** It is done for this slot. */
export function done({ run, ...state }: JobState, last: LastRun): JobState {
  return { ...state, ...(run ? { settled: run.slot } : {}), last };
}

/** It failed: it is tried again later, unless that makes no sense or was done often enough. */
export function failed(state: JobState, last: LastRun, retry: boolean): JobState {
  const { run } = state;
  if (!run || !retry || run.tries >= mostTries || run.byHand) return done(state, last);
  return { ...state, run: { ...run, until: 0 }, last };
}

/** The slot of the next run; undefined while it is off. */
export function nextSlot(job: Job, state: JobState, moment: string): Slot | undefined {
  if (!state.on) return undefined;
  const now = slotAt(job.schedule, moment);
  return now > (state.settled ?? '') ? now : slotAfter(job.schedule, now);
}
