import type { CardReminder } from '../domain/api.ts';
import type { RecordCells } from '../domain/check/check-rows.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { agendaOf, urgencyHues } from '../domain/reminders/agenda.ts';
import type { Book } from '../google/book.ts';
import { marksNow, remindersOfCustomer, tellItems } from './due-reminders.ts';

/**
 * What is to be done about one customer, by the records that the card has read. What was said of reminders is read only
 * where there are some.
 *
 * @param records by the keys of their tabs, the customer's own among them
 */
export function cardReminders(book: Book, records: ReadonlyMap<string, readonly RecordCells[]>, locale: Locale): CardReminder[] {
  const day = remindersOfCustomer(book, records);
  if (day.reminders.length === 0) return [];
  const items = agendaOf(day.reminders, marksNow(book, day.today), day.today, 'today');
  const open = items.filter(({ urgency }) => urgency !== 'later' && urgency !== 'done');
  return tellItems(book, day, open, locale).map(({ urgency, text }) => ({
    label: say(`today.urgency.${urgency}`, locale),
    hue: urgencyHues[urgency],
    text,
  }));
}
