import type { Notice, Notices } from '../home/notices.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import { type Told, tell } from '../messages/told.ts';
import type { JobState } from './job-state.ts';
import { type JobKey, jobKeys, jobOf } from './jobs.ts';

/** What is known of what runs by itself, for the start page. */
export interface JobFacts {
  states: Readonly<Record<JobKey, JobState>>;
  /** absent: there is none; `silentSince`: it comes no more, and when it came last */
  timer?: { silentSince?: string };
  /** a moment as people read it on any later day */
  when: (at: number) => string;
}

const notice = (tone: Notice['tone'], told: Told): Notice[] => [{ tone, told }];

/** What the start page says of what runs by itself. @param locale the ledger's language */
export function jobNotices({ states, timer, when }: JobFacts, locale: Locale): Notices {
  const off = jobKeys.filter((key) => !states[key].on);
  const labels = (keys: readonly JobKey[]): string =>
    keys.map((key) => say(jobOf(key).label, locale)).join(say('list.separator', locale));
  const isAllOff = off.length === jobKeys.length;
  const failed = jobKeys.flatMap((key): Notice[] => {
    const { on, last } = states[key];
    if (!on || !last || last.ok) return [];
    const text = tell(last.told, locale);
    return notice('wrong', {
      key: last.partly ? 'notice.partly' : 'notice.failed',
      params: { job: labels([key]), when: when(last.at), text },
    });
  });
  const stopped = isAllOff
    ? []
    : !timer
      ? notice('wrong', { key: 'notice.noTimer' })
      : timer.silentSince !== undefined
        ? notice('wrong', { key: 'notice.silent', params: { when: timer.silentSince } })
        : [];
  const switchedOff = isAllOff
    ? notice('calm', { key: 'notice.allOff' })
    : off.length > 0
      ? notice('calm', { key: 'notice.someOff', params: { list: labels(off) } })
      : [];
  return { timer: stopped, failedJobs: failed, switchedOff };
}
