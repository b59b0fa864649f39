import { dayNumber } from '../domain/facts/day-number.ts';
import type { LoggedChange } from '../domain/facts/logged-change.ts';
import { logColumns } from '../domain/log/log-row.ts';
import { say } from '../domain/messages/say.ts';
import type { Logged } from '../domain/quality/assess.ts';
import type { Book } from './book.ts';
import { logSheet } from './log-tab.ts';

const locales = ['zh-CN', 'en'] as const;

type Shown = Record<(typeof logColumns)[number], string>;

/** The rows of the log that tell of what people typed or sent by a form, up to a column. One read, nothing is unsealed. */
function rowsByPeople(book: Book, last: keyof Shown): Shown[] {
  const first = logColumns.indexOf('when');
  const width = logColumns.indexOf(last) - first + 1;
  const sheet = logSheet(book);
  const rows = (sheet?.getLastRow() ?? 0) - 1;
  if (!sheet || rows <= 0 || sheet.getMaxColumns() < first + width) return [];
  const keys = new Map(
    book.dictionary.tabs.flatMap(({ key, label }) => Object.values(label).map((text) => [text, key] as const)),
  );
  const byPeople = new Set(locales.flatMap((locale) => [say('log.kind.typed', locale), say('log.kind.form', locale)]));
  const nobody = new Set(locales.map((locale) => say('log.unknown', locale)));
  return (sheet.getRange(2, first + 1, rows, width).getValues() as unknown[][]).flatMap((cells) => {
    const row = Object.fromEntries(cells.map((cell, at) => [logColumns[first + at], String(cell)])) as Shown;
    if (row.record === '' || !byPeople.has(row.kind)) return [];
    return [{ ...row, tab: keys.get(row.tab) ?? row.tab, who: nobody.has(row.who) ? '' : row.who }];
  });
}

/**
 * Who entered records first and when they were changed last, as the change log shows it: by tab and number with a space
 * between. Only what people typed or sent by a form tells. One read, nothing without a log.
 */
export function readLogged(book: Book): Map<string, Logged> {
  const found = new Map<string, Logged>();
  for (const { when, who, tab, record } of rowsByPeople(book, 'record')) {
    const key = `${tab} ${record}`;
    found.set(key, { who: found.get(key)?.who || who, on: when.slice(0, 10) });
  }
  return found;
}

/** What people typed or sent by a form, in the log's order. One read, nothing without a log. */
export const readChanges = (book: Book): LoggedChange[] =>
  rowsByPeople(book, 'to').map(({ when, who, tab, record, field, to }) => ({
    ...{ who, tab, record, to },
    day: dayNumber(when.slice(0, 10)),
    field:
      book.dictionary.tabs.find(({ key }) => key === tab)?.fields.find(({ label }) => Object.values(label).includes(field))
        ?.key ?? '',
  }));
