import { findTemplate } from '../../templates/all.ts';
import { cellText, isBlank } from '../domain/check/cell.ts';
import { addDays } from '../domain/dates/calendar.ts';
import { isTextField } from '../domain/dictionary/formats.ts';
import { sampleText } from '../domain/dictionary/template.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import type { Outcome } from './outcome.ts';

type Sample = Readonly<Record<string, string | number>>;

/** The trade's samples in the workbook's language, dates counted from today. */
function samplesOf(book: Book, tab: LedgerTab): Sample[] {
  const template = findTemplate(book.settings?.template);
  const today = book.zone.today();
  return (template?.samples?.[tab.tab.key] ?? []).map((sample) => {
    const values: Record<string, string | number> = {};
    for (const field of tab.fields()) {
      const given = sample[field.key];
      if (given === undefined) continue;
      const text = sampleText(given, book.language);
      values[field.key] =
        field.kind === 'date' && text !== ''
          ? addDays(today, Number(text))
          : isTextField(field) || text === ''
            ? text
            : Number(text);
    }
    return values;
  });
}

/** Adds the samples to tabs that hold nothing yet. Their numbers are words, so that no number of the series is used up. */
export function addSamples(book: Book): void {
  for (const { key } of book.dictionary.tabs) {
    const tab = book.tab(key);
    if (!tab || tab.dataRows() > 0) continue;
    const samples = samplesOf(book, tab);
    if (samples.length === 0) continue;
    for (const field of tab.fields()) {
      const range = tab.sheet.getRange(2, tab.column(field.key), samples.length, 1);
      range.setValues(samples.map((sample) => [sample[field.key] ?? '']));
    }
  }
}

const seriesOf = (tab: LedgerTab): Field | undefined => tab.fields().find((field) => field.kind === 'series');

/** Rows of a tab that still are samples: same number, and nothing in them was changed. */
function sampleRows(book: Book, tab: LedgerTab, used: ReadonlySet<string>): { rows: number[]; kept: number } {
  const series = seriesOf(tab);
  const samples = samplesOf(book, tab);
  if (!series || samples.length === 0) return { rows: [], kept: 0 };
  const byNumber = new Map(samples.map((sample) => [String(sample[series.key]), sample]));
  const block = tab.read(2, tab.dataRows());
  const rows: number[] = [];
  let kept = 0;
  block.raw.forEach((_, i) => {
    const record = tab.record(block, i);
    const number = cellText(record[series.key]);
    const sample = byNumber.get(number);
    if (!sample) return;
    const unchanged = tab.fields().every((field) => {
      const now = record[field.key];
      // Dates moved with the day the samples were made, so any date will do.
      if (field.kind === 'date') return isBlank(now) === isBlank(sample[field.key]);
      return cellText(now) === String(sample[field.key] ?? '') || (isBlank(now) && isBlank(sample[field.key]));
    });
    if (unchanged && !used.has(number)) rows.push(i + 2);
    else kept++;
  });
  return { rows, kept };
}

/** Deletes rows from the bottom up, consecutive ones together; one more row is added first if none would be left. */
function deleteRows(tab: LedgerTab, rows: readonly number[]): void {
  if (rows.length >= tab.sheet.getMaxRows() - 1) tab.sheet.insertRowsAfter(tab.sheet.getMaxRows(), 1);
  const sorted = [...rows].sort((a, b) => b - a);
  for (let i = 0; i < sorted.length; ) {
    let count = 1;
    while (i + count < sorted.length && sorted[i + count] === sorted[i]! - count) count++;
    tab.sheet.deleteRows(sorted[i]! - count + 1, count);
    i += count;
  }
}

/**
 * Deletes the sample records. A sample that somebody changed, or a sample customer whose number stands in a record of
 * the shop's own, stays.
 */
export function removeSamples(book: Book): Outcome {
  const language = book.language;
  const result = underLock(() => {
    let count = 0;
    let kept = 0;
    const used = new Set<string>();
    // Records first: what they still refer to afterwards is in use.
    const tabs = book.dictionary.tabs.map(({ key }) => book.tab(key)).filter((tab) => tab !== undefined);
    for (const tab of [...tabs].reverse()) {
      const found = sampleRows(book, tab, tab.tab.key === 'customers' ? used : new Set());
      const gone = new Set(found.rows);
      const reference = tab.fields().find((field) => field.kind === 'reference');
      if (reference) {
        const block = tab.read(2, tab.dataRows(), [reference.key]);
        block.raw.forEach((_, i) => {
          if (!gone.has(i + 2)) used.add(cellText(tab.cell(block, i, reference.key)));
        });
      }
      deleteRows(tab, found.rows);
      count += found.rows.length;
      kept += found.kept;
    }
    return { count, kept };
  });
  if (!result) return { ok: false, message: say('stop.busy', language) };
  if (result.count === 0 && result.kept === 0) return { ok: true, message: say('done.noSamples', language) };
  const key = result.kept > 0 ? 'done.samplesKept' : 'done.samplesRemoved';
  return { ok: true, message: say(key, language, result), details: result };
}
