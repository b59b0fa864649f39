import type { Failure } from '../api.ts';
import type { Locale } from '../locale.ts';

/** A job as the page of automation shows it; sentences in the user's language. */
export interface JobView {
  key: string;
  label: string;
  about: string;
  /** when it runs, in words */
  schedule: string;
  isOn: boolean;
  isRunning: boolean;
  /** part of it is done, the rest waits */
  isHalfWay: boolean;
  /** when it runs next, in words; absent while it is off, or no timer is at work */
  next?: string;
  last?: { when: string; ok: boolean; text: string };
  /** what it lacks, and what to do about it */
  lacks?: { text: string; allow?: { label: string; url: string } };
}

export interface JobsPage {
  jobs: JobView[];
  /** how the timer stands that all jobs share; `mend` is the label of what sets it right */
  timer: { tone: 'plain' | 'warning'; text: string; mend?: string };
  /** the ledger was installed without timers: nothing can be switched on, only run */
  byHandOnly?: true;
  /** where this person can allow what is missing */
  allow?: { label: string; url: string };
  /** the name this person chose; empty: none yet */
  me: string;
  locale: Locale;
  /** what came of the last press of a button */
  said?: { ok: boolean; text: string };
}

/** What the page of automation calls. */
export interface AutomationApi {
  /** What the ledger can do by itself, and how it stands. */
  getJobs(input: Record<string, never>): JobsPage | Failure;
  /** Switches a job on or off; `name`: what the person wants to be called from now on. */
  switchJob(input: { job: string; on: boolean; name?: string }): JobsPage | Failure;
  /** Does a job at once, in this call: it may take minutes. */
  runJob(input: { job: string }): JobsPage | Failure;
  /** Gives all jobs a timer of this person's. */
  restartJobs(input: { name?: string }): JobsPage | Failure;
}
