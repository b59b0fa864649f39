import type { JobsPage } from '../domain/automation/api.ts';
import { type JobKey, jobOf } from '../domain/automation/jobs.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { tell } from '../domain/messages/told.ts';
import type { Book } from '../google/book.ts';
import { showNotices } from '../google/home-notices.ts';
import { lookAtAutomation } from '../google/job-store.ts';
import { goOn, runOne } from './run-jobs.ts';
import { showJobs } from './show-jobs.ts';

/** Does a job at once, switched on or not; what does not fit into six minutes goes on by itself where there are timers. */
export function runJob(book: Book, { job }: { job: string }, locale: Locale): JobsPage {
  const key = job as JobKey;
  const end = runOne(book, key);
  showNotices(book);
  const label = say(jobOf(key).label, locale);
  if (end === 'busy') return showJobs(book, locale, { ok: true, text: say('job.busy', locale, { job: label }) });
  if (end === 'rest') {
    const text = say(goOn() ? 'job.halfWay' : 'job.halfWayByHand', locale, { job: label });
    return showJobs(book, locale, { ok: true, text });
  }
  const { last } = lookAtAutomation(book).states[key];
  return showJobs(book, locale, last && { ok: last.ok, text: tell(last.told, locale) });
}
