import { formatDate } from '../domain/dates/format-date.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { agendaOf, type Counts, countItems, type Item } from '../domain/reminders/agenda.ts';
import { handlingText, isHidden, livingMarks, type Marks, withHandled } from '../domain/reminders/marks.ts';
import { mostHidden, mostListed, type ReadTodayRow, type TodayRow } from '../domain/reminders/today-rows.ts';
import type { Book } from '../google/book.ts';
import { putNotice, showNotices } from '../google/home-notices.ts';
import { underLock } from '../google/numbers.ts';
import { placeMarks, readMarks } from '../google/reminder-marks.ts';
import { keepRuleCounts } from '../google/rule-counts.ts';
import { ensureTodaySheet, placeToday, readToday, type TodayHead, todayTabKey } from '../google/today-tab.ts';
import { type RemindersOfDay, remindersOfDay, tellItems } from './due-reminders.ts';
import type { Outcome } from './outcome.ts';
import { tellRules } from './reminder-settings.ts';

const isSettled = ({ urgency }: Pick<Item, 'urgency'>): boolean => urgency === 'later' || urgency === 'done';

/** The most pressing, and below them what was put off and done. */
const listed = (items: readonly Item[]): Item[] => [
  ...items.filter((item) => !isSettled(item)).slice(0, mostListed),
  ...items.filter(isSettled).slice(0, mostHidden),
];

function rowsOf(
  book: Book,
  day: RemindersOfDay,
  items: readonly Item[],
  marks: Marks,
  before: readonly ReadTodayRow[],
): TodayRow[] {
  const unclear = new Map(before.filter(({ handling }) => handling.state === 'unclear').map(({ id, typed }) => [id, typed]));
  return tellItems(book, day, listed(items), book.language).map((told) => {
    const { id, due, tab, number, row } = told.reminder;
    const typed = unclear.get(id);
    return {
      ...told,
      id,
      due,
      tab,
      number,
      row,
      handling: typed ?? handlingText(marks.get(id), book.language),
      isUnclear: typed !== undefined,
    };
  });
}

function headOf(book: Book, day: RemindersOfDay, counts: Counts, rows: readonly TodayRow[]): TodayHead {
  const { language } = book;
  const open = counts.overdue + counts.today + counts.coming;
  const shown = rows.filter((row) => !isSettled(row)).length;
  const problems = day.rules.problems.length;
  return {
    today: day.today,
    totals: say(rows.length === 0 ? 'today.none' : 'today.head', language, {
      day: formatDate(day.today, language),
      ...counts,
    }),
    lines: [
      ...(open > shown ? [say('today.more', language, { listed: shown, count: open - shown })] : []),
      ...(problems > 0 ? [say('today.rules', language, { count: problems })] : []),
      ...(rows.length > 0 ? [say('today.howTo', language)] : []),
    ],
  };
}

/** Writes the list anew, with what somebody chose in it: both are one commit, so that neither is there without the other. */
function write(book: Book, day: RemindersOfDay) {
  const { today } = day;
  const stored = readMarks(book);
  const before = readToday(book, today);
  const ids = new Set(day.reminders.map(({ id }) => id));
  const marks = livingMarks(withHandled(stored, before.rows, today), (id) => ids.has(id), today);
  const items = agendaOf(day.reminders, marks, today, 'today');
  const rows = rowsOf(book, day, items, marks, before.rows);
  const counts = countItems(items);
  const queueMarks = placeMarks(book, marks);
  const sheet = ensureTodaySheet(book, before);
  const queueToday = placeToday(book, sheet, rows);
  // What is remembered comes before the list that it was read from is written over.
  queueMarks();
  queueToday(headOf(book, day, counts, rows));
  book.commit();
  return { sheet, counts, marks };
}

const countBy = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

/** What the start page says of it: what is to be done today. */
function notify(book: Book, { reminders, today }: RemindersOfDay, marks: Marks): void {
  const counts = countItems(agendaOf(reminders, marks, today, 'home'));
  const count = counts.overdue + counts.today;
  const params = { day: formatDate(today, book.language), count, overdue: counts.overdue };
  const key = counts.overdue > 0 ? 'notice.overdue' : 'notice.today';
  putNotice('reminders', count === 0 ? undefined : { tone: 'look', told: { key, params }, tab: todayTabKey });
}

/**
 * Makes 今日事项 afresh: looks through all tabs, takes in what somebody chose in the list, and writes it anew in one
 * commit. Nothing else of the shop's is changed.
 *
 * @returns undefined when somebody else held the lock for too long; nothing was written then
 */
export function renewToday(book: Book): { sheet: GoogleAppsScript.Spreadsheet.Sheet; counts: Counts } | undefined {
  // Without the lock: nobody waits while all tabs are looked through.
  const day = remindersOfDay(book);
  return underLock(book, () => {
    const { sheet, counts, marks } = write(book, day);
    const open = day.reminders.filter(({ id }) => !isHidden(marks.get(id), day.today));
    keepRuleCounts(countBy(open.map(({ rule }) => rule)));
    tellRules(book, day.rules, day.fitted);
    notify(book, day, marks);
    return { sheet, counts };
  });
}

/** Shows 今日事项, made afresh. */
export function showToday(book: Book, locale: Locale): Outcome {
  const renewed = renewToday(book);
  if (!renewed) return { ok: false, message: say('stop.remindersBusy', locale) };
  showNotices(book);
  const { sheet, counts } = renewed;
  sheet.activate();
  return { ok: true, message: say('done.reminders', locale, counts), details: { ...counts } };
}
