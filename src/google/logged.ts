import { logColumns } from '../domain/log/log-row.ts';
import { say } from '../domain/messages/say.ts';
import type { Logged } from '../domain/quality/assess.ts';
import type { Book } from './book.ts';
import { logSheet } from './log-tab.ts';

const first = logColumns.indexOf('when');
const last = logColumns.indexOf('record');
const locales = ['zh-CN', 'en'] as const;

/**
 * Who entered records first and when they were changed last, as the change log shows it: by tab and number with a space
 * between. Only what people typed or sent by a form tells; nothing is unsealed. One read, nothing without a log.
 */
export function readLogged(book: Book): Map<string, Logged> {
  const found = new Map<string, Logged>();
  const sheet = logSheet(book);
  const rows = (sheet?.getLastRow() ?? 0) - 1;
  if (!sheet || rows <= 0 || sheet.getMaxColumns() <= last) return found;
  const cells = sheet.getRange(2, first + 1, rows, last - first + 1).getValues() as unknown[][];
  const keys = new Map(
    book.dictionary.tabs.flatMap(({ key, label }) => Object.values(label).map((text) => [text, key] as const)),
  );
  const byPeople = new Set(locales.flatMap((locale) => [say('log.kind.typed', locale), say('log.kind.form', locale)]));
  const nobody = new Set(locales.map((locale) => say('log.unknown', locale)));
  for (const row of cells) {
    const [when, who, kind, tab, record] = (['when', 'who', 'kind', 'tab', 'record'] as const).map((name) =>
      String(row[logColumns.indexOf(name) - first]),
    ) as [string, string, string, string, string];
    if (record === '' || !byPeople.has(kind)) continue;
    const key = `${keys.get(tab) ?? tab} ${record}`;
    const known = found.get(key);
    const name = known?.who || (nobody.has(who) ? '' : who);
    found.set(key, { who: name, on: when.slice(0, 10) });
  }
  return found;
}
