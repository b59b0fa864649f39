import type { RecordCells } from '../domain/check/check-rows.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import { agendaOf, type Counts, countItems, type Item } from '../domain/reminders/agenda.ts';
import { CustomerBook, type CustomerFacts, customerFields } from '../domain/reminders/customer-facts.ts';
import { findReminders, type Table, type Tables } from '../domain/reminders/find-reminders.ts';
import { customersTab, type FittedRule, fitRule, neededFields } from '../domain/reminders/fit-rule.ts';
import { type Marks, withHandled } from '../domain/reminders/marks.ts';
import { type People, personFor, readPeople, staffFields, staffTab } from '../domain/reminders/people.ts';
import type { RulesReading } from '../domain/reminders/read-rules.ts';
import { readRules, shippedRules } from '../domain/reminders/read-rules.ts';
import type { Reminder } from '../domain/reminders/reminder.ts';
import type { Place, Rule } from '../domain/reminders/rule.ts';
import { ruleName, sentenceOf } from '../domain/reminders/sentence.ts';
import { reminderSettingsKey } from '../domain/reminders/settings-tab.ts';
import type { Book } from '../google/book.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { readMarks } from '../google/reminder-marks.ts';
import { readTables } from '../google/reminder-tables.ts';
import { readToday } from '../google/today-tab.ts';

/** The rules as the shop has them, and where they stand if it has a tab for them. */
export interface RulesOfShop extends RulesReading {
  standing?: { tab: LedgerTab; block: Block };
}

/** The rules of the shop; those that are shipped where it has no settings of its own. At most one read. */
export function rulesOfShop(book: Book): RulesOfShop {
  const tab = book.tab(reminderSettingsKey);
  if (!tab) return { rules: shippedRules(), keys: [], problems: [] };
  const block = tab.read(2, tab.dataRows());
  const rows = block.raw.map((_, row) => tab.record(block, row));
  return { ...readRules(rows, book.dictionary, book.language), standing: { tab, block } };
}

/** Everything there is to be reminded of on a day, whatever was said of it. */
export interface RemindersOfDay {
  /** `yyyy-MM-dd` in the workbook's zone */
  today: string;
  rules: RulesOfShop;
  fitted: readonly FittedRule[];
  reminders: readonly Reminder[];
  customer(number: string): CustomerFacts | undefined;
  people: People;
}

const needOf = (book: Book, fitted: readonly FittedRule[]): Map<string, Set<string>> => {
  const needed = neededFields(fitted.filter(({ rule, problem }) => rule.terms.on && !problem));
  const add = (tab: string, keys: readonly string[]): void => {
    needed.set(tab, new Set([...(needed.get(tab) ?? []), ...keys]));
  };
  const customers = book.dictionary.tabs.find(({ key }) => key === customersTab);
  if (customers) add(customers.key, customerFields(customers));
  const staff = staffTab(book.dictionary);
  if (staff) add(staff.key, staffFields(staff));
  return needed;
};

const customersOf = (book: Book, tables: Tables): CustomerBook | undefined => {
  const tab = book.dictionary.tabs.find(({ key }) => key === customersTab);
  const table = tables.get(customersTab);
  return tab && table ? new CustomerBook(tab, table) : undefined;
};

function dayFrom(book: Book, rules: RulesOfShop, fitted: readonly FittedRule[], tables: Tables): RemindersOfDay {
  const today = book.zone.today();
  const customers = customersOf(book, tables);
  const customer = (number: string): CustomerFacts | undefined => customers?.find(number);
  const found = findReminders(fitted, tables, today, currencyOf(book.workbook.getSpreadsheetLocale()).code);
  return {
    today,
    rules,
    fitted,
    reminders: found.filter((reminder) => !reminder.isCalm || !customer(reminder.customer)?.isLeftAlone),
    customer,
    people: readPeople(book.dictionary, tables, say('reminder.owner', book.language)),
  };
}

const fitAll = (book: Book, { rules }: RulesOfShop): FittedRule[] => rules.map((rule) => fitRule(book.dictionary, rule));

/**
 * Looks through all tabs for what is due. One read for each tab that a rule needs, of the columns that it needs.
 * Whoever asked to be left alone is not called for nothing: calm reminders of theirs are left out.
 */
export function remindersOfDay(book: Book): RemindersOfDay {
  const rules = rulesOfShop(book);
  const fitted = fitAll(book, rules);
  return dayFrom(book, rules, fitted, readTables(book, needOf(book, fitted)));
}

const tableOf = (records: readonly RecordCells[]): Table => ({
  rows: records.length,
  cell: (row, field) => records[row]?.[field] ?? '',
});

/**
 * The same for one customer, from records that are known already. Besides the settings only lists of products are read,
 * and those only where one of the records may need them.
 *
 * @param records by the keys of their tabs, the customer's own among them
 */
export function remindersOfCustomer(book: Book, records: ReadonlyMap<string, readonly RecordCells[]>): RemindersOfDay {
  const rules = rulesOfShop(book);
  const fitted = fitAll(book, rules);
  const lists = new Map<string, Set<string>>();
  for (const { rule, sources } of fitted)
    for (const { tab, span } of rule.terms.on ? sources : [])
      if (span && (records.get(tab.key)?.length ?? 0) > 0)
        lists.set(span.list, new Set([...(lists.get(span.list) ?? []), span.listItem, span.listMonths]));
  const known = [...records].map(([tab, rows]): [string, Table] => [tab, tableOf(rows)]);
  return dayFrom(book, rules, fitted, new Map([...readTables(book, lists), ...known]));
}

/** A reminder in words, with whom it is about and who is told. */
export interface ToldReminder extends Item {
  /** the rule's name and what is to be done, in a sentence without the customer's name */
  rule: string;
  text: string;
  customer: string;
  name: string;
  phone: string;
  person: string;
}

/** Puts reminders into words. */
export function tellItems(book: Book, day: RemindersOfDay, items: readonly Item[], locale: Locale): ToldReminder[] {
  const rules = new Map<string, Rule>(day.rules.rules.map((rule) => [rule.key, rule]));
  return items.map((item) => {
    const { reminder } = item;
    const rule = rules.get(reminder.rule)!;
    const facts = day.customer(reminder.customer);
    return {
      ...item,
      rule: ruleName(rule, locale),
      text: sentenceOf(reminder, rule, book.dictionary, day.today, locale),
      customer: reminder.customer,
      name: facts?.name ?? '',
      phone: facts?.phone ?? '',
      person: personFor(reminder, facts, day.people),
    };
  });
}

/** What one person is to do. */
export interface PersonsReminders {
  person: string;
  overdue: ToldReminder[];
  today: ToldReminder[];
  coming: ToldReminder[];
  /** settled in the last days */
  done: ToldReminder[];
}

export interface DueReminders {
  /** `yyyy-MM-dd` */
  today: string;
  counts: Counts;
  /** whoever has something to do or has done something, in the order of what is most pressing */
  people: PersonsReminders[];
}

/** What is known of reminders now: what is kept, and what somebody has chosen in 今日事项 since. At most two reads. */
export const marksNow = (book: Book, today: string): Marks => withHandled(readMarks(book), readToday(book, today).rows, today);

/**
 * What is due, overdue and done, by who is responsible, for mails and jobs. Nothing is written; what somebody has chosen
 * in 今日事项 counts at once.
 *
 * @param place only what the shop wants to see there
 * @example dueReminders(book, 'digest', 'zh-CN').people[0].overdue[0].text // 'KFR-35GW 报修 9 天了还没修好'
 */
export function dueReminders(book: Book, place: Place, locale: Locale): DueReminders {
  const day = remindersOfDay(book);
  const items = agendaOf(day.reminders, marksNow(book, day.today), day.today, place);
  const people = new Map<string, PersonsReminders>();
  for (const told of tellItems(book, day, items, locale)) {
    const { person, urgency } = told;
    if (urgency === 'later') continue;
    const own = people.get(person) ?? { person, overdue: [], today: [], coming: [], done: [] };
    people.set(person, own);
    own[urgency].push(told);
  }
  return { today: day.today, counts: countItems(items), people: [...people.values()] };
}
