import { cellText, isBlank } from '../domain/check/cell.ts';
import { readSamples, type Sample } from '../domain/dictionary/samples.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import type { Change } from '../domain/log/entry.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { beginRun } from '../google/change-log.ts';
import { tradePages } from '../google/data-page.ts';
import { loggedRun, noteLoggedRun, withIntent } from '../google/intents.ts';
import type { LedgerTab, Raw } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import type { Outcome } from './outcome.ts';

/** The samples of a trade in the workbook's language, dates counted from today. */
function samplesOf(book: Book, tab: LedgerTab): Sample[] {
  const table = tradePages()[book.settings?.template ?? '']?.samples[tab.tab.key];
  const context = { locale: book.language, region: book.region, today: book.zone.today() };
  return table ? readSamples(table, tab.fields(), context) : [];
}

/** The field by which samples are known: the number of a record, or what may not repeat in a list. */
const keyField = (tab: LedgerTab): Field | undefined =>
  tab.fields().find(({ kind }) => kind === 'series') ?? tab.fields().find(({ unique }) => unique);

/** Whether a tab holds nothing, or nothing but a part of its samples: then somebody was cut off from adding them. */
function isFree(tab: LedgerTab, samples: readonly Sample[]): boolean {
  const rows = wholeRows(tab);
  const filled = rows.flat().filter((cell) => !empty(cell)).length;
  const fields = tab.fields().filter((field) => field.kind !== 'yesNo');
  const there = samples.flatMap((sample, i) =>
    fields.filter((field) => {
      const cell = tab.toCell(rows[i]?.[tab.column(field.key) - 1]);
      return !empty(cell) && (field.kind === 'date' || cellText(cell) === String(sample[field.key]));
    }),
  ).length;
  const all = samples.flatMap((sample) => Object.values(sample)).filter((value) => value !== '').length;
  return filled === there && there < all;
}

/**
 * Adds the trade's samples to tabs that hold nothing yet. Their numbers are words, so that no number of the series is used
 * up.
 *
 * @param only the one tab to add to
 * @param wanted which of the samples are added
 */
export function addSamples(book: Book, only?: string, wanted: (sample: Sample, tab: LedgerTab) => boolean = () => true): void {
  for (const { key } of book.dictionary.tabs) {
    const tab = only === undefined || only === key ? book.tab(key) : undefined;
    if (!tab) continue;
    const samples = samplesOf(book, tab).filter((sample) => wanted(sample, tab));
    if (samples.length === 0 || !isFree(tab, samples)) continue;
    for (const field of tab.fields()) {
      const range = tab.sheet.getRange(2, tab.column(field.key), samples.length, 1);
      if (field.kind !== 'yesNo') range.setValues(samples.map((sample) => [sample[field.key] ?? '']));
    }
  }
}

/** Numbers of sample customers that nobody has changed: one over which somebody has typed is a customer of the shop's. One read. */
function sampleCustomers(book: Book): Set<string> {
  const tab = book.tab('customers');
  return (tab && findSamples(book, tab)?.untouched) ?? new Set();
}

/**
 * Tabs that are made or become free while the shop still has the samples get their own: of customers who are there.
 *
 * @param key the one tab to add to; absent: all
 */
export function addSamplesLater(book: Book, key?: string): void {
  const customers = sampleCustomers(book);
  if (customers.size === 0) return;
  addSamples(book, key, (sample, tab) => {
    const reference = tab.fields().find((field) => field.kind === 'reference');
    return !reference || customers.has(String(sample[reference.key]));
  });
}

const empty = (cell: unknown): boolean => cell === '' || cell === false;

/** Whether a whole row is still the sample: nothing in it was changed, and nothing of the shop's own stands beside it. */
function unchanged(tab: LedgerTab, cells: readonly Raw[], sample: Sample): boolean {
  const ledger = new Set(tab.fields().map((field) => tab.column(field.key)));
  if (cells.some((cell, i) => !ledger.has(i + 1) && !empty(cell))) return false;
  return tab.fields().every((field) => {
    const now = tab.toCell(cells[tab.column(field.key) - 1]);
    const given = sample[field.key];
    // What the ledger fills in by itself is no change of the shop's.
    if ((field.fills || field.amountFrom) && isBlank(given)) return true;
    // Dates moved with the day the samples were made, so any date will do, and ages with them.
    if (field.fills?.some(({ from }) => from === 'age')) return true;
    if (field.kind === 'date' || empty(now)) return isBlank(now) || empty(now) ? isBlank(given) : !isBlank(given);
    return cellText(now) === String(given ?? '');
  });
}

/** All rows below the header, with the columns of the shop's own. One read. */
function wholeRows(tab: LedgerTab): Raw[][] {
  const rows = tab.dataRows();
  const last = Math.max(1, tab.sheet.getLastColumn());
  return (rows > 0 ? tab.sheet.getRange(2, 1, rows, last).getValues() : []) as Raw[][];
}

interface Found {
  tab: LedgerTab;
  series: Field;
  samples: ReadonlyMap<string, Sample>;
  /** numbers of samples nobody has changed */
  untouched: Set<string>;
  /** samples somebody has changed */
  kept: number;
  /** numbers of customers, and names from lists, in records that stay */
  uses: string[];
}

function findSamples(book: Book, tab: LedgerTab): Found | undefined {
  const series = keyField(tab);
  const byNumber = new Map(samplesOf(book, tab).map((sample) => [String(sample[series?.key ?? '']), sample]));
  if (!series || byNumber.size === 0) return undefined;
  const cells = wholeRows(tab);
  const others = tab.fields().filter((field) => field.kind === 'reference' || field.suggestFrom);
  const found: Found = { tab, series, samples: byNumber, untouched: new Set(), kept: 0, uses: [] };
  for (const row of cells) {
    const number = cellText(tab.toCell(row[tab.column(series.key) - 1]));
    const sample = byNumber.get(number);
    const same = sample !== undefined && unchanged(tab, row, sample);
    if (same) found.untouched.add(number);
    else if (sample && series.kind === 'series') found.kept++;
    if (!same) for (const field of others) found.uses.push(cellText(tab.toCell(row[tab.column(field.key) - 1])));
  }
  return found;
}

/**
 * Deletes samples by their numbers, from the bottom up, consecutive ones together. Right before each deletion the rows
 * are read again: they are where they are now, and only one that still is the sample, cell by cell, goes.
 */
function deleteByNumber(found: Found, numbers: ReadonlySet<string>): number {
  const { tab, series, samples } = found;
  let deleted = 0;
  for (let left = numbers.size; left > 0; left--) {
    const rows = wholeRows(tab).flatMap((cells, i) => {
      const number = cellText(tab.toCell(cells[tab.column(series.key) - 1]));
      return numbers.has(number) && unchanged(tab, cells, samples.get(number)!) ? [i + 2] : [];
    });
    const end = rows[rows.length - 1];
    if (end === undefined) break;
    let first = end;
    while (rows.includes(first - 1)) first--;
    if (tab.sheet.getMaxRows() - 1 <= end - first + 1) tab.sheet.insertRowsAfter(tab.sheet.getMaxRows(), 1);
    tab.sheet.deleteRows(first, end - first + 1);
    deleted += end - first + 1;
  }
  return deleted;
}

const goingEntries = ({ tab }: Found, numbers: ReadonlySet<string>, locale: Locale): Change[] =>
  [...numbers].map((record) => ({
    tab: tab.tab.key,
    record,
    field: '',
    from: say('log.sampleRow', locale),
    to: say('log.removed', locale),
  }));

/** Samples that may go, tab by tab, by their numbers: nobody has changed them, and nothing of the shop's own needs them. */
function freeSamples(book: Book): { found: Found; free: ReadonlySet<string> }[] {
  const all = book.dictionary.tabs.flatMap(({ key }) => {
    const tab = book.tab(key);
    return (tab && findSamples(book, tab)) ?? [];
  });
  const used = new Set(all.flatMap(({ uses }) => uses));
  const isReferredTo = (key: string): boolean =>
    book.dictionary.tabs.some((tab) => tab.fields.some((field) => field.reference === key || field.suggestFrom?.list === key));
  return all.map((found) => {
    const needed = isReferredTo(found.tab.tab.key) ? used : new Set();
    return { found, free: new Set([...found.untouched].filter((number) => !needed.has(number))) };
  });
}

/** Samples that may go, by tab. */
export const samplesToGo = (book: Book): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(freeSamples(book).map(({ found, free }) => [found.tab.tab.key, free]));

/** Deletes samples, within a run that has begun already; call it under the lock. */
export function takeSamplesAway(book: Book): { count: number; kept: number } {
  let count = 0;
  let kept = 0;
  const run = beginRun(book, { kind: 'samples' }, loggedRun());
  // Records first: cut off in between, none of them points to a customer who is gone.
  for (const { found, free } of freeSamples(book).reverse()) {
    if (free.size > 0) {
      run.note(goingEntries(found, free, book.language));
      noteLoggedRun(run.number);
    }
    count += deleteByNumber(found, free);
    kept += found.kept + found.untouched.size - free.size;
  }
  run.done();
  return { count, kept };
}

/**
 * Deletes the sample records. A sample that somebody changed, or a sample customer whose number stands in a record of
 * the shop's own, stays.
 */
export function removeSamples(book: Book): Outcome {
  const { language } = book;
  const undertaking = { id: 'remove-samples', action: 'remove-samples', request: {} };
  const result = underLock(book, () => withIntent(undertaking, () => takeSamplesAway(book)));
  if (!result) return { ok: false, message: say('stop.busy', language) };
  if (result.count === 0 && result.kept === 0) return { ok: true, message: say('done.noSamples', language) };
  const key = result.kept > 0 ? 'done.samplesKept' : 'done.samplesRemoved';
  return { ok: true, message: say(key, language, result), details: result };
}
