import {
  begun,
  done,
  failed,
  isDue,
  isExhausted,
  isRunning,
  type JobState,
  type LastRun,
  mostTries,
  paused,
} from '../domain/automation/job-state.ts';
import { type JobKey, jobKeys, jobOf } from '../domain/automation/jobs.ts';
import { say } from '../domain/messages/say.ts';
import { Book } from '../google/book.ts';
import { showNotices } from '../google/home-notices.ts';
import { longestRun } from '../google/intents.ts';
import { type Automation, forgetTimer, keepState, keepTimer, lookAtAutomation } from '../google/job-store.ts';
import { underLock } from '../google/numbers.ts';
import { clearOnceMore, goOnSoon, removeHourly } from '../google/triggers.ts';
import { chosenName, workByItself } from '../google/who.ts';
import { failureKey } from './answer.ts';
import { jobWork } from './jobs/all.ts';

/** A run may last six minutes (platform §1): so much is worked before nothing new is begun, in ms. */
const longestWork = 240_000;
/** A job may need nearly all of that: behind others that took so long, in ms, it has to wait for the next run. */
const longestWait = 45_000;

/** How a run of a job ended; `busy`: another run is at it. */
export type RunEnd = 'done' | 'failed' | 'rest' | 'busy';

/** Takes a job up, so that no other run does it as well. */
function takeUp(book: Book, key: JobKey, byHand: boolean): JobState | 'busy' | undefined {
  const taken = underLock(book, () => {
    const now = Date.now();
    const moment = book.zone.moment(now);
    const state = lookAtAutomation(book).states[key];
    if (isRunning(state, now)) return 'busy' as const;
    if (!byHand && !isDue(jobOf(key), state, moment, now)) return 'idle' as const;
    if (!byHand && isExhausted(jobOf(key), state, moment)) {
      keepState(key, done(state, { at: now, ok: false, told: { key: 'job.stopped', params: { tries: mostTries } } }));
      return 'idle' as const;
    }
    const mine = begun(jobOf(key), state, moment, now, longestRun, byHand);
    keepState(key, mine);
    return mine;
  });
  return taken === 'idle' ? undefined : (taken ?? 'busy');
}

/** Notes how it ended, unless another run has taken it over meanwhile. */
function settle(book: Book, key: JobKey, mine: JobState, become: (state: JobState) => JobState): void {
  underLock(book, () => {
    const state = lookAtAutomation(book).states[key];
    if (state.run?.until === mine.run!.until) keepState(key, become(state));
  });
}

/** Does one slice of a job. */
function runSlice(book: Book, key: JobKey, mine: JobState, began: number): RunEnd {
  const ended = (told: LastRun['told'], ok: boolean, partly?: true): LastRun => ({
    ...{ at: Date.now(), ok, told },
    ...(partly ? { partly } : {}),
  });
  try {
    const hasTime = (): boolean => Date.now() - began < longestWork;
    const result = jobWork[key]({ book, rest: mine.run!.rest, hasTime });
    book.commit();
    if ('rest' in result) {
      settle(book, key, mine, (state) => paused(state, result.rest));
      return 'rest';
    }
    const { told, ok = true, partly } = result;
    settle(book, key, mine, (state) => done(state, ended(told, ok, partly)));
    return ok ? 'done' : 'failed';
  } catch (error) {
    const { key: sentence, retry } = failureKey(error);
    settle(book, key, mine, (state) => failed(state, ended({ key: sentence }, false), retry));
    return 'failed';
  }
}

/** Does a job now, because somebody asked for it. */
export function runOne(book: Book, key: JobKey): RunEnd {
  const began = Date.now();
  const mine = takeUp(book, key, true);
  return mine === undefined || mine === 'busy' ? 'busy' : runSlice(book, key, mine, began);
}

const somethingIsOn = ({ states }: Automation): boolean => jobKeys.some((key) => states[key].on ?? states[key].run);

/**
 * Whether the trigger that has come is the one that all jobs share. One that nobody needs any more, or whose place another
 * has taken, removes itself: only whoever made it can. One that is not known, because the run that made it was cut off, is
 * taken for the shared one.
 */
function isShared(book: Book, id: string): boolean {
  const decided = underLock(book, () => {
    const automation = lookAtAutomation(book);
    const { timer } = automation;
    const now = Date.now();
    if (!somethingIsOn(automation)) {
      removeHourly();
      if (timer) forgetTimer();
      return false;
    }
    if (timer && timer.id !== id) {
      removeHourly(id);
      return false;
    }
    keepTimer(timer ? { ...timer, seen: now } : { book: book.workbook.getId(), id, by: chosenName(), at: now, seen: now });
    return true;
  });
  return decided === true;
}

/** Does whatever is due, one job after the other, until the time is up. */
function workOff(book: Book): void {
  const began = Date.now();
  workByItself((name) => (name === '' ? say('action.automation', book.language) : say('auto.byItself', book.language, { name })));
  let more = false;
  for (const key of jobKeys) {
    const now = Date.now();
    if (!isDue(jobOf(key), lookAtAutomation(book).states[key], book.zone.moment(now), now)) continue;
    if (now - began >= longestWait) more = true;
    else {
      const mine = takeUp(book, key, false);
      if (mine !== undefined && mine !== 'busy') more = runSlice(book, key, mine, began) === 'rest' || more;
    }
    book.refresh();
  }
  showNotices(book);
  if (more) goOn();
}

/** Lets it go on soon. Where that cannot be (an add-on may have one timer only), the next hour does. */
export function goOn(): boolean {
  try {
    goOnSoon();
    return true;
  } catch (error) {
    console.warn(String(error));
    return false;
  }
}

/**
 * What the shared trigger does every hour. Fired twice, or late, or not at all for a night, it does what is due, once.
 *
 * @param id of the trigger; absent where somebody runs it by hand
 */
export function runDueJobs(id: string | undefined): void {
  const book = new Book();
  if (!book.settings) return;
  if (id === undefined || isShared(book, id)) workOff(book);
}

/** What a one-off trigger does: goes on with what did not fit into one run. */
export function goOnWithJobs(): void {
  const book = new Book();
  if (!book.settings) return;
  clearOnceMore();
  workOff(book);
}
