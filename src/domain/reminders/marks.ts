import { addDays, addMonths, daysBetween } from '../dates/calendar.ts';
import { parseDate } from '../dates/parse-date.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import { optionKey } from '../text/match-option.ts';

/** What somebody has said of a reminder: it is done, or it is to come back on a day. */
export interface Mark {
  id: string;
  state: 'done' | 'later';
  /** the day it comes back, of one that is put off */
  until?: string;
  /** the day it was said */
  on: string;
}

export type Marks = ReadonlyMap<string, Mark>;

/** Days that are offered for putting off. */
export const putOffDays = [3, 7, 30] as const;

/** A mark whose reminder nobody has seen for so many days is forgotten. */
const longest = 400;
/** Nobody means a day further away. */
const furthest = 1_100;

/** Whether a reminder is out of sight by what was said of it. */
export const isHidden = (mark: Mark | undefined, today: string): boolean =>
  mark !== undefined && (mark.state === 'done' || (mark.until ?? '') > today);

/** What somebody chose or typed: to do, done, put off, or nothing that can be understood. */
export type Handling = { state: 'open' } | { state: 'done' } | { state: 'later'; until: string } | { state: 'unclear' };

interface When {
  today: string;
  /** the day the list was made that somebody wrote into, at the earliest the day before today counts */
  listed: string;
  dateOrder: 'ymd' | 'mdy' | 'dmy';
}

const words = (key: 'reminder.open' | 'reminder.done'): ReadonlySet<string> =>
  new Set([optionKey(say(key, 'zh-CN')), optionKey(say(key, 'en'))]);

const span =
  /^(?:稍后|推迟|snooze|later)?\s*[:：]?\s*(\d{1,3})\s*(天|日|d|day|days|周|週|星期|w|week|weeks|个月|月|month|months)\s*(?:后|後)?$/i;
const lead = /^(?:稍后到|稍后|推迟到|snoozed? until|snooze|until|later)\s*[:：]?\s*/i;

function after(days: number, unit: string, from: string): string {
  if (/月|month/i.test(unit)) return addMonths(from, days);
  return addDays(from, /周|週|星期|w/i.test(unit) ? days * 7 : days);
}

/**
 * Reads the column 处理. Spans count from the day the list was made, which is when somebody looked at it, unless that
 * would be over already; a day may be typed as well.
 *
 * @example readHandling('稍后 3 天', { today: '2026-11-22', listed: '2026-11-22', dateOrder: 'ymd' }) // until 2026-11-25
 */
export function readHandling(text: string, { today, listed, dateOrder }: When): Handling {
  const typed = text.trim();
  const key = optionKey(typed);
  if (key === '' || words('reminder.open').has(key)) return { state: 'open' };
  if (words('reminder.done').has(key) || ['完成', '√', '✓', 'ok', 'yes', '是'].includes(key)) return { state: 'done' };
  const [, count, unit] = span.exec(typed) ?? [];
  if (count !== undefined) {
    const counted = after(Number(count), unit!, listed);
    return later(counted > today ? counted : after(Number(count), unit!, today), today);
  }
  const read = parseDate(typed.replace(lead, ''), { order: dateOrder, today });
  return read.ok ? later(read.date, today) : { state: 'unclear' };
}

const later = (until: string, today: string): Handling =>
  daysBetween(today, until) > furthest ? { state: 'unclear' } : { state: 'later', until };

/** How the column 处理 tells what was said. */
export function handlingText(mark: Mark | undefined, locale: Locale): string {
  if (mark?.state === 'done') return say('reminder.done', locale);
  return mark?.state === 'later' ? say('reminder.until', locale, { date: mark.until! }) : say('reminder.open', locale);
}

/** What the dropdown offers. */
export const handlingOptions = (locale: Locale): string[] => [
  say('reminder.open', locale),
  say('reminder.done', locale),
  ...putOffDays.map((days) => say('reminder.later', locale, { days })),
];

/** A row of the list as somebody left it. */
export interface HandledRow {
  id: string;
  handling: Handling;
  /** it stood among those that are done or put off */
  wasHidden: boolean;
}

/**
 * What is known after somebody has worked through the list. What is said anew replaces what was said before; a reminder
 * that was hidden and is to be done again loses its mark.
 */
export function withHandled(marks: Marks, rows: readonly HandledRow[], today: string): Map<string, Mark> {
  const next = new Map(marks);
  for (const { id, handling, wasHidden } of rows) {
    const before = next.get(id);
    if (handling.state === 'open' && wasHidden) next.delete(id);
    if (handling.state === 'done' && before?.state !== 'done') next.set(id, { id, state: 'done', on: today });
    if (handling.state === 'later' && before?.until !== handling.until) {
      if (handling.until > today) next.set(id, { id, state: 'later', until: handling.until, on: today });
      else next.delete(id);
    }
  }
  return next;
}

/** Marks that are still good for something: put off ones that came back and marks of what is long gone are forgotten. */
export function livingMarks(marks: Marks, isThere: (id: string) => boolean, today: string): Map<string, Mark> {
  const alive = [...marks.values()].filter(({ id, state, until, on }) => {
    if (state === 'later') return until! > today && (isThere(id) || daysBetween(on, today) <= longest);
    return isThere(id) || daysBetween(on, today) <= longest;
  });
  return new Map(alive.map((mark) => [mark.id, mark]));
}

/** A mark as cells of the tab that keeps them, and back; undefined for a row that is none. */
export const markCells = ({ id, state, until, on }: Mark): [string, string, string, string] => [id, state, until ?? '', on];

const day = /^\d{4}-\d\d-\d\d$/;

export function readMarkCells([id, state, until, on]: readonly string[]): Mark | undefined {
  if (!id || (state !== 'done' && state !== 'later') || !day.test(on ?? '')) return undefined;
  if (state === 'done') return { id, state, on: on! };
  return day.test(until ?? '') ? { id, state, until: until!, on: on! } : undefined;
}
