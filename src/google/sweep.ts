import { cellText } from '../domain/check/cell.ts';
import { goneSince, packSeen, readSeen } from '../domain/log/seen-numbers.ts';
import { say } from '../domain/messages/say.ts';
import { countOf, numberFor } from '../domain/series.ts';
import type { Book } from './book.ts';
import { readWholeLog } from './change-log.ts';
import type { LedgerTab } from './ledger-tab.ts';
import { logAndWrite, type NewEntry } from './log-writer.ts';
import { countGiven, underLock } from './numbers.ts';
import { lookAtProperties, putProperties } from './properties.ts';

/** A property may hold 9 KB (platform §1). */
const mostCharacters = 8_500;

/** Numbers of which the log says already that the ledger itself has taken their records away. */
function toldNumbers(book: Book, tab: LedgerTab): Set<string> {
  const own = readWholeLog(book).flatMap(({ entry }) => entry ?? []);
  return new Set(
    own
      .filter(({ tab: key, field, kind }) => key === tab.tab.key && field === '' && kind !== 'typed' && kind !== 'form')
      .map(({ record }) => record),
  );
}

/**
 * Looks which records are gone since the last time and logs them: nobody tells a script of deleted rows. Numbers that were
 * given since and never written look the same, so that the entry says “perhaps”. The first time there is nothing to
 * compare with. One read of the column of numbers.
 *
 * @returns the numbers that are gone, consecutive ones together
 */
export function sweep(book: Book, tab: LedgerTab): string[] {
  const field = tab.fields().find(({ kind }) => kind === 'series');
  if (!field?.series) return [];
  const series = field.series;
  const done = underLock(
    book,
    () => {
      const now = book.tabOfSheet(tab.sheet);
      if (!now?.columns.has(field.key)) return [];
      const key = `seen.${now.tab.key}`;
      const block = now.read(2, now.dataRows(), [field.key]);
      const there = block.raw.flatMap((_, i) => countOf(series, cellText(now.cell(block, i, field.key))) ?? []);
      const seen = { there, given: Math.max(countGiven(now.tab.key) ?? 0, ...there) };
      const former = lookAtProperties()[key];
      const text = packSeen(seen);
      const gone = former === undefined ? [] : goneSince(readSeen(former), seen);
      const told = gone.length > 0 ? toldNumbers(book, now) : new Set<string>();
      const records = gone
        .filter(([from, to]) => from !== to || !told.has(numberFor(series, from)))
        .map(([from, to]) => [...new Set([from, to])].map((count) => numberFor(series, count)).join('–'));
      const entries = records.map((record): NewEntry => {
        const to = say('log.notFound', book.language);
        return { tab: now.tab.key, record, field: '', from: '', to, kind: 'sweep', run: 0 };
      });
      logAndWrite(book, entries, () => undefined, { isDone: true });
      // Last: cut off before, the next sweep finds the same again.
      if (text !== former && text.length <= mostCharacters) putProperties({ [key]: text });
      return records;
    },
    'glance',
  );
  return done ?? [];
}
