import { daysBetween } from '../dates/calendar.ts';
import type { Hue } from '../dictionary/types.ts';
import { isHidden, type Marks } from './marks.ts';
import type { Reminder } from './reminder.ts';
import type { Place } from './rule.ts';

/** How pressing a reminder is; what was put off or done stands last. */
export const urgencies = ['overdue', 'today', 'coming', 'later', 'done'] as const;
export type Urgency = (typeof urgencies)[number];

export const urgencyHues: Readonly<Record<Urgency, Hue>> = {
  overdue: 'red',
  today: 'amber',
  coming: 'blue',
  later: 'grey',
  done: 'green',
};

/** A reminder with how pressing it is today. */
export interface Item {
  reminder: Reminder;
  urgency: Urgency;
}

/** What is done stays in sight for so many days, so that it can be taken back. */
const doneInSight = 7;

/** How pressing a reminder is on a day; what is calm is never overdue. */
export function urgencyOf({ due, isCalm }: Pick<Reminder, 'due' | 'isCalm'>, today: string): 'overdue' | 'today' | 'coming' {
  if (due > today) return 'coming';
  return due === today || isCalm ? 'today' : 'overdue';
}

/** Ascending: the longest overdue first, of today's and of what is past the nearest, of what is to come the next. */
function compare(a: Item, b: Item): number {
  const order = urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency);
  if (order !== 0) return order;
  const [one, other] = [a.reminder, b.reminder];
  const days = one.due < other.due ? -1 : one.due > other.due ? 1 : 0;
  const isNewestFirst = a.urgency === 'today' || a.urgency === 'done';
  return (isNewestFirst ? -days : days) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/**
 * The reminders of a day, the most pressing first, by what was said of each.
 *
 * @param place only those that appear there
 */
export function agendaOf(reminders: readonly Reminder[], marks: Marks, today: string, place: Place): Item[] {
  return reminders
    .filter(({ at }) => at.includes(place))
    .flatMap((reminder): Item[] => {
      const mark = marks.get(reminder.id);
      if (!isHidden(mark, today)) return [{ reminder, urgency: urgencyOf(reminder, today) }];
      if (mark!.state === 'later') return [{ reminder, urgency: 'later' }];
      return daysBetween(mark!.on, today) <= doneInSight ? [{ reminder, urgency: 'done' }] : [];
    })
    .sort(compare);
}

export type Counts = Readonly<Record<Urgency, number>>;

/** How many there are of each. */
export function countItems(items: readonly Pick<Item, 'urgency'>[]): Counts {
  const counts = { overdue: 0, today: 0, coming: 0, later: 0, done: 0 };
  for (const { urgency } of items) counts[urgency]++;
  return counts;
}
