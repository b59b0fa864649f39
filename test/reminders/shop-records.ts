import type { Cell } from '../../src/domain/check/cell.ts';
import { composeDictionary } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import type { Dictionary } from '../../src/domain/dictionary/types.ts';
import { findReminders, type Tables } from '../../src/domain/reminders/find-reminders.ts';
import { fitRule } from '../../src/domain/reminders/fit-rule.ts';
import { type RuleCells, readRules } from '../../src/domain/reminders/read-rules.ts';
import type { Reminder } from '../../src/domain/reminders/reminder.ts';
import { sentenceOf } from '../../src/domain/reminders/sentence.ts';
import { applianceShop } from '../../templates/appliance-shop.ts';

/** A shop of the template, with birth dates and responsible people switched on. */
export const dictionary: Dictionary = composeDictionary(coreDictionary, applianceShop, [
  { tab: 'customers', key: 'birthDate', off: false },
  { tab: 'customers', key: 'responsible', off: false },
  { tab: 'customers', key: 'reach', off: false },
]);

export type Records = Readonly<Record<string, readonly Readonly<Record<string, string | number | undefined>>[]>>;

const isDate = /^\d{4}-\d\d-\d\d$/;

/** Records as tables; texts that look like dates are days. */
export const tablesOf = (records: Records): Tables =>
  new Map(
    Object.entries(records).map(([tab, rows]) => [
      tab,
      {
        rows: rows.length,
        cell: (row: number, field: string): Cell => {
          const value = rows[row]?.[field] ?? '';
          return typeof value === 'string' && isDate.test(value) ? { day: value } : value;
        },
      },
    ]),
  );

/** What is due on a day by the shipped rules, or by those of the settings' rows. */
export function remindersOn(today: string, records: Records, rows: readonly RuleCells[] = [], by = dictionary): Reminder[] {
  const { rules } = readRules(rows, by, 'zh-CN');
  return findReminders(
    rules.map((rule) => fitRule(by, rule)),
    tablesOf(records),
    today,
  );
}

/** The same as sentences. */
export function sentencesOn(today: string, records: Records, rows: readonly RuleCells[] = []): string[] {
  const { rules } = readRules(rows, dictionary, 'zh-CN');
  return remindersOn(today, records, rows).map((reminder) =>
    sentenceOf(reminder, rules.find(({ key }) => key === reminder.rule)!, dictionary, today, 'zh-CN'),
  );
}
