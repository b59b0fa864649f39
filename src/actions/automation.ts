import type { Failure } from '../domain/api.ts';
import type { JobsPage } from '../domain/automation/api.ts';
import { type JobState, switchedOff, switchedOn } from '../domain/automation/job-state.ts';
import { type JobKey, jobOf } from '../domain/automation/jobs.ts';
import { saySchedule } from '../domain/automation/say-when.ts';
import type { Locale } from '../domain/locale.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { showNotices } from '../google/home-notices.ts';
import {
  type Automation,
  forgetOriginal,
  forgetTimer,
  isSilent,
  keepState,
  keepSwitched,
  keepTimer,
  lookAtAutomation,
  type Timer,
} from '../google/job-store.ts';
import { underLock } from '../google/numbers.ts';
import { lacking } from '../google/permissions.ts';
import { screen, showSidebar } from '../google/screen.ts';
import { ensureHourly, removeHourly } from '../google/triggers.ts';
import { chooseName, chosenName } from '../google/who.ts';
import type { Outcome } from './outcome.ts';
import { showJobs } from './show-jobs.ts';

/** Shows what the ledger can do by itself; where there is no screen, it is told which of it is on. */
export function openAutomation(book: Book, locale: Locale): Outcome {
  const page = showJobs(book, locale);
  const list = page.jobs.map(({ label, isOn }) => say(isOn ? 'auto.isOn' : 'auto.isOff', locale, { job: label }));
  const message = say('auto.shown', locale, { list: list.join(say('list.separator', locale)) });
  if (!screen()) return { ok: true, message, details: { ...page } };
  showSidebar('automation', say('action.automation', locale), { page, locale });
  return { ok: true, message: '' };
}

export const getJobs = (book: Book, _: object, locale: Locale): JobsPage => showJobs(book, locale);

/** Why this person cannot have a timer; undefined: they can. */
function hindrance(): MessageKey | undefined {
  const [lack] = lacking(['timer']);
  return lack && (lack.why === 'manifest' ? 'auto.notInstalled' : 'auto.notAllowed');
}

/** Google's words where this person has as many triggers as there may be (platform §5). */
const isFull = (error: unknown): boolean => /too many triggers|too many time-based/i.test(String(error));

/** Whether the shared trigger is there and comes, as far as anybody can know. */
const isAlive = ({ timer }: Automation): boolean => timer !== undefined && !isSilent(timer, Date.now());

/** The trigger of this person's that all jobs are to have; undefined where there is one at work. Call it under the lock. */
function madeTimer(book: Book, automation: Automation): Timer | undefined {
  if (isAlive(automation)) return undefined;
  const id = ensureHourly(automation.timer !== undefined);
  return { book: book.workbook.getId(), id, by: chosenName(), at: Date.now() };
}

/** The name comes first: it is written into what follows. */
function nameMe(name: string | undefined): void {
  if (name !== undefined && name.trim() !== '') chooseName(name.trim());
}

/** Switches a job on. The trigger comes first: one that is not noted finds nothing to do when it comes, and removes itself. */
function switchOn(book: Book, key: JobKey): MessageKey | undefined {
  const automation = lookAtAutomation(book);
  const hindered = isAlive(automation) ? undefined : hindrance();
  if (hindered) return hindered;
  try {
    const timer = madeTimer(book, automation);
    if (automation.isCopy) forgetOriginal();
    const now = Date.now();
    const state = switchedOn(jobOf(key), automation.states[key], chosenName(), book.zone.moment(now), now);
    keepSwitched(key, state, timer);
    return undefined;
  } catch (error) {
    if (isFull(error)) return 'auto.tooMany';
    throw error;
  }
}

/** Switches a job off. The last one takes the trigger along; somebody else's removes itself when it comes next. */
function switchOff(book: Book, key: JobKey): undefined {
  const { states, timer } = lookAtAutomation(book);
  const off = switchedOff(states[key], Date.now());
  keepState(key, off);
  const left = Object.values<JobState>({ ...states, [key]: off });
  if (left.some(({ on }) => on) || lacking(['timer']).length > 0) return;
  if (removeHourly().includes(timer?.id ?? '')) forgetTimer();
}

export function switchJob(
  book: Book,
  { job, on, name }: { job: string; on: boolean; name?: string | undefined },
  locale: Locale,
): JobsPage | Failure {
  const key = job as JobKey;
  nameMe(name);
  const done = underLock(book, () => ({ hindered: on ? switchOn(book, key) : switchOff(book, key) }));
  if (!done) return { failed: true, message: say('stop.busy', locale), retry: true };
  showNotices(book);
  const words = { job: say(jobOf(key).label, locale), when: saySchedule(jobOf(key).schedule, locale) };
  const text = say(done.hindered ?? (on ? 'job.started' : 'job.ended'), locale, words);
  return showJobs(book, locale, { ok: done.hindered === undefined, text });
}

/** Takes over from a trigger that does not come any more; should it come again, it finds its place taken and removes itself. */
export function restartJobs(book: Book, { name }: { name?: string | undefined }, locale: Locale): JobsPage | Failure {
  nameMe(name);
  const done = underLock(book, () => {
    const hindered = hindrance();
    const timer = hindered ? undefined : madeTimer(book, lookAtAutomation(book));
    if (timer) keepTimer(timer);
    return { hindered };
  });
  if (!done) return { failed: true, message: say('stop.busy', locale), retry: true };
  showNotices(book);
  return showJobs(book, locale, { ok: done.hindered === undefined, text: say(done.hindered ?? 'auto.restarted', locale) });
}
