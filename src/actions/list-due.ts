import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Place } from '../domain/reminders/rule.ts';
import type { Book } from '../google/book.ts';
import { dueReminders, type ToldReminder } from './due-reminders.ts';
import type { Outcome } from './outcome.ts';

const told = ({ text, rule, customer, name, phone, reminder }: ToldReminder) => ({
  rule,
  text,
  customer,
  name,
  phone,
  tab: reminder.tab,
  number: reminder.number,
  due: reminder.due,
});

/** For programs: what is due, by who is responsible. Nothing is written. */
export function listDue(book: Book, request: { place?: Place | undefined }, locale: Locale): Outcome {
  const { today, counts, people } = dueReminders(book, request.place ?? 'digest', locale);
  const details = {
    today,
    counts,
    people: people.map(({ person, ...lists }) => ({
      person,
      overdue: lists.overdue.map(told),
      today: lists.today.map(told),
      coming: lists.coming.map(told),
      done: lists.done.map(told),
    })),
  };
  return { ok: true, message: say('done.reminders', locale, counts), details };
}
