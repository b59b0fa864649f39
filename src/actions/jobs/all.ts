import type { JobKey } from '../../domain/automation/jobs.ts';
import { assessQuality } from './assess-quality.ts';
import { backUpNightly } from './back-up-nightly.ts';
import { findNewDuplicates } from './find-new-duplicates.ts';
import { renewReminders } from './renew-reminders.ts';
import { sendDigests } from './send-digests.ts';
import type { JobWork } from './slice.ts';
import { sweepTabs } from './sweep-tabs.ts';
import { updateSegments } from './update-segments.ts';

/** What each job does. */
export const jobWork: Readonly<Record<JobKey, JobWork>> = {
  sweep: sweepTabs,
  duplicates: findNewDuplicates,
  reminders: renewReminders,
  digest: sendDigests,
  backup: backUpNightly,
  segments: updateSegments,
  quality: assessQuality,
};
