import type { MessageKey } from '../messages/keys.ts';
import type { Schedule } from './schedule.ts';

/** What a person may have to allow, or whoever installed the ledger left out. */
export type Permission = 'timer' | 'mail';

/** Work that the ledger does by itself once somebody has switched it on. */
export interface Job {
  label: MessageKey;
  /** what it does and where it can be seen, in a sentence or two */
  about: MessageKey;
  schedule: Schedule;
  /** what it needs besides the timer that all of them need to run by themselves */
  needs: readonly Permission[];
}

/**
 * Every job, in the order in which they are shown and, where several are due, done. Off until somebody switches it on. To
 * add one: an entry here, its sentences, and its function in `src/actions/jobs/all.ts`, which does not compile without it.
 */
export const jobs = {
  sweep: {
    label: 'job.sweep',
    about: 'job.sweep.about',
    schedule: { every: 'day', hour: 2 },
    needs: [],
  },
  duplicates: {
    label: 'job.duplicates',
    about: 'job.duplicates.about',
    // after the night's check, which brings numbers and phones into shape
    schedule: { every: 'day', hour: 3 },
    needs: [],
  },
  reminders: {
    label: 'job.reminders',
    about: 'job.reminders.about',
    schedule: { every: 'day', hour: 6 },
    needs: [],
  },
  digest: {
    label: 'job.digest',
    about: 'job.digest.about',
    // after the list of the day
    schedule: { every: 'day', hour: 7 },
    needs: ['mail'],
  },
  backup: {
    label: 'job.backup',
    about: 'job.backup.about',
    schedule: { every: 'day', hour: 4 },
    needs: [],
  },
  segments: {
    label: 'job.segments',
    about: 'job.segments.about',
    // after duplicates, before the reminders
    schedule: { every: 'day', hour: 5 },
    needs: [],
  },
  quality: {
    label: 'action.dataQuality',
    about: 'job.quality.about',
    // after the night's work on what is there
    schedule: { every: 'month', months: 1, day: 1, hour: 5 },
    needs: [],
  },
} as const satisfies Readonly<Record<string, Job>>;

export type JobKey = keyof typeof jobs;

export const jobKeys = Object.keys(jobs) as JobKey[];

export const jobOf = (key: JobKey): Job => jobs[key];

export const isJobKey = (text: string): text is JobKey => jobKeys.includes(text as JobKey);
