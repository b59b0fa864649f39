import type { JobsPage, JobView } from '../domain/automation/api.ts';
import { isRunning, nextSlot } from '../domain/automation/job-state.ts';
import { type JobKey, jobKeys, jobOf } from '../domain/automation/jobs.ts';
import { saySchedule, sayWhen } from '../domain/automation/say-when.ts';
import type { Locale } from '../domain/locale.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import { tell } from '../domain/messages/told.ts';
import type { Book } from '../google/book.ts';
import { type Automation, isSilent, lookAtAutomation, type Timer } from '../google/job-store.ts';
import { type Lack, lacking } from '../google/permissions.ts';
import { chosenName } from '../google/who.ts';

/** Moments as people speak of them, by the workbook's clock. */
const speaker = (book: Book, now: number, locale: Locale) => {
  const moment = book.zone.moment(now);
  return {
    moment,
    when: (at: number): string => sayWhen(book.zone.moment(at), moment.slice(0, 10), locale),
    slot: (slot: string): string => sayWhen(`${slot}:00:00`, moment.slice(0, 10), locale),
  };
};

const ownerOf = ({ by }: Timer, locale: Locale): string => by || say('auto.someone', locale);

const isOn = ({ states }: Automation): boolean => jobKeys.some((key) => states[key].on !== undefined);

/** Whether the shared trigger is there and comes, as far as anybody can know. */
const isAlive = ({ timer }: Automation, now: number): boolean => timer !== undefined && !isSilent(timer, now);

const permissionWords = { timer: 'permission.timer', mail: 'permission.mail' } as const satisfies Record<
  Lack['permission'],
  MessageKey
>;

/** What a job lacks besides the timer, why, and what to do about it. */
function lackOf(lacks: readonly Lack[], locale: Locale): JobView['lacks'] {
  const [first] = lacks;
  if (!first) return undefined;
  const list = lacks.map(({ permission }) => say(permissionWords[permission], locale)).join(say('list.separator', locale));
  const isLeftOut = lacks.some(({ why }) => why === 'manifest');
  const text = say(isLeftOut ? 'job.notInstalled' : 'job.notAllowed', locale, { list });
  return { text, ...(!isLeftOut && first.url ? { allow: { label: say('job.allow', locale, { list }), url: first.url } } : {}) };
}

function viewOf(key: JobKey, automation: Automation, book: Book, now: number, locale: Locale): JobView {
  const state = automation.states[key];
  const job = jobOf(key);
  const { moment, when, slot } = speaker(book, now, locale);
  const { last } = state;
  const next = isAlive(automation, now) ? nextSlot(job, state, moment) : undefined;
  const isSoon = next !== undefined && next <= moment;
  const lacks = lackOf(lacking(job.needs), locale);
  return {
    key,
    label: say(job.label, locale),
    about: say(job.about, locale),
    schedule: saySchedule(job.schedule, locale),
    isOn: state.on !== undefined,
    isRunning: isRunning(state, now),
    isHalfWay: state.run !== undefined && !isRunning(state, now),
    ...(next ? { next: isSoon ? say('when.soon', locale) : say('when.from', locale, { when: slot(next) }) } : {}),
    ...(last ? { last: { when: when(last.at), ok: last.ok, text: tell(last.told, locale) } } : {}),
    ...(lacks ? { lacks } : {}),
  };
}

/** How the timer stands, in one sentence, and what sets it right. */
function timerOf(automation: Automation, book: Book, now: number, locale: Locale): JobsPage['timer'] {
  const { timer } = automation;
  const { when } = speaker(book, now, locale);
  if (!isOn(automation)) {
    if (timer && !isSilent(timer, now))
      return { tone: 'plain', text: say('auto.ending', locale, { by: ownerOf(timer, locale) }) };
    return { tone: 'plain', text: say('auto.allOff', locale) };
  }
  if (!timer) return { tone: 'warning', text: say('auto.noTimer', locale), mend: say('auto.restart', locale) };
  const by = ownerOf(timer, locale);
  const last = when(timer.seen ?? timer.at);
  if (isSilent(timer, now))
    return { tone: 'warning', text: say('auto.silent', locale, { by, when: last }), mend: say('auto.takeOver', locale) };
  return { tone: 'plain', text: say(timer.seen ? 'auto.runs' : 'auto.begins', locale, { by, when: last }) };
}

/**
 * The page of automation as things stand now. Whoever has no timers is told so only while nobody else's is at work.
 *
 * @param said what came of the button that was pressed
 */
export function showJobs(book: Book, locale: Locale, said?: JobsPage['said']): JobsPage {
  const now = Date.now();
  const automation = lookAtAutomation(book);
  const [lack] = isOn(automation) && isAlive(automation, now) ? [] : lacking(['timer']);
  const page: JobsPage = {
    jobs: jobKeys.map((key) => viewOf(key, automation, book, now, locale)),
    timer: timerOf(automation, book, now, locale),
    me: chosenName(),
    locale,
    ...(said ? { said } : {}),
  };
  if (lack?.why === 'manifest')
    return { ...page, byHandOnly: true, timer: { tone: 'warning', text: say('auto.notInstalled', locale) } };
  if (!lack) return page;
  const timer: JobsPage['timer'] = { tone: 'warning', text: say('auto.notAllowed', locale) };
  return { ...page, timer, ...(lack.url ? { allow: { label: say('auto.allow', locale), url: lack.url } } : {}) };
}
