import { cellText, type Written } from '../domain/check/cell.ts';
import { type CellStep, standings } from '../domain/intents/cell-plan.ts';
import { type Intent, mostTries } from '../domain/intents/intent.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { completeRecord, removeInserted, rowsOf } from '../google/add-record.ts';
import type { Book } from '../google/book.ts';
import { finishIntent, isLeft, knownIntents, lookForIntents, takeUp } from '../google/intents.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { logAndWrite } from '../google/log-writer.ts';
import { noteRequest } from '../google/requests.ts';
import { showToast } from '../google/screen.ts';
import { writeChanges } from '../google/write-cells.ts';
import { checkBlock } from './check-block.ts';
import { entriesOf } from './log-entries.ts';

/** A record that was about to be added. */
export interface SaveIntent {
  tab: string;
  number: string;
  values: Readonly<Record<string, Written>>;
  /** rows of the grid before one was inserted */
  rows: number;
}

/** A customer of whom several cells were about to be changed. */
export interface UpdateIntent {
  number: string;
  plan: CellStep[];
}

type Recovery = (book: Book, intent: Intent, locale: Locale) => string;

const seriesOf = (tab: LedgerTab | undefined) => tab?.fields().find((field) => field.kind === 'series');

/** The marks of a record that was written in two goes. */
export function checkRecord(book: Book, tab: LedgerTab, row: number): void {
  const keys = tab.fields().map((field) => field.key);
  checkBlock(book, tab, { firstRow: row, rows: 1, keys, typing: true });
}

/** A row that bears the number is filled in; without one nothing was saved, and the empty row goes. */
const finishSave: Recovery = (book, intent, locale) => {
  const { tab: key, number, values, rows } = intent.request as SaveIntent;
  const tab = book.tab(key);
  const series = seriesOf(tab);
  const name = cellText(values.name ?? values.customerId);
  const isThere = tab && series ? rowsOf(tab, series.key, number).length > 0 : false;
  if (isThere) {
    const row = completeRecord(tab!, series!.key, number, values);
    if (row !== undefined) checkRecord(book, tab!, row);
  } else if (tab) removeInserted(tab, rows);
  noteRequest({ id: intent.id, tab: key, number, ...(isThere ? { done: true } : {}) });
  return say(isThere ? 'recovered.saved' : 'recovered.notSaved', locale, { number, name });
};

/** Where one cell was changed the others follow, unless somebody has changed them since; where none was, none is. */
const finishUpdate: Recovery = (book, intent, locale) => {
  const { number, plan } = intent.request as UpdateIntent;
  const tab = book.tab('customers');
  const series = seriesOf(tab);
  const rows = tab && series ? rowsOf(tab, series.key, number) : [];
  if (rows.length !== 1) return say('recovered.notUpdated', locale, { number });
  const block = tab!.read(rows[0]!, 1);
  const record = tab!.record(block, 0);
  const { ahead, done } = standings(plan, (step) => record[step.field]);
  if (done.length === 0) return say('recovered.notUpdated', locale, { number });
  const changes = ahead.map((step) => ({ row: 0, field: step.field, value: step.to }));
  logAndWrite(book, entriesOf(tab!, block, changes, 'form'), () => writeChanges(tab!, changes, { block }));
  book.commit();
  checkRecord(book, tab!, rows[0]!);
  return say('recovered.updated', locale, { number });
};

const recoveries: Readonly<Record<string, Recovery>> = { 'save-record': finishSave, 'update-customer': finishUpdate };

/** Whether an intent is about a single record, which takes moments to finish. */
export const isOfRecord = (intent: Intent): boolean => intent.action in recoveries;

/**
 * Finishes or takes back saves that were cut off, and tells the person; call it under the lock, before anything else is
 * saved. Costs one look-up where there are none.
 *
 * @param own the request at hand, which sees to its own earlier attempt
 */
export function recoverRecords(book: Book, locale: Locale, own?: string): void {
  for (const intent of lookForIntents()) {
    if (!isOfRecord(intent) || intent.id === own || !isLeft(intent) || intent.tries >= mostTries) continue;
    try {
      const sentence = takeUp(intent, () => recoveries[intent.action]!(book, intent, locale));
      book.commit();
      finishIntent(intent);
      showToast(book.workbook, sentence);
    } catch (error) {
      // It stays for the next one; what is to be done now must not fail by it.
      console.error(error instanceof Error ? error.stack : error);
    }
  }
}

/** What an earlier attempt at the same save had set out to write, where it was cut off. */
export function cutOffSave(id: string): { intent: Intent; request: SaveIntent & { done?: boolean } } | undefined {
  const intent = knownIntents().find((each) => each.id === id && each.action === 'save-record');
  return intent && { intent, request: intent.request as SaveIntent };
}
