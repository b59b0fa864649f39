import type { Intent } from '../domain/intents/intent.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { matchOption } from '../domain/text/match-option.ts';
import type { Book } from '../google/book.ts';
import { finishIntent, isLeft, knownIntents, longestRun, withIntent } from '../google/intents.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { showToast } from '../google/screen.ts';
import { sweep } from '../google/sweep.ts';
import { saySureness } from './block-marks.ts';
import { checkBlock } from './check-block.ts';
import { checkHeaders } from './check-headers.ts';
import type { Outcome } from './outcome.ts';

/** A check of more rows than this takes long enough to say that it has begun. */
const worthAnnouncing = 5_000;
/** Of records that are gone so many are named. */
const mostListed = 10;

/**
 * Checks a whole tab as if every cell of it had just been typed: the platform may drop fast edits, and nothing tells
 * the add-on of changes made while it was not there. Running it after typing changes nothing.
 *
 * @param name a tab's name, label or key; absent: the tab one is looking at
 */
export function checkTab(book: Book, name: string | undefined, locale: Locale): Outcome {
  const sheet = name === undefined ? book.workbook.getActiveSheet() : sheetOf(book, name);
  const tab = sheet && book.tabOfSheet(sheet);
  if (!tab) {
    // Of a tab that somebody has deleted there is nothing left to check.
    if (name !== undefined && !sheet) settle(name);
    // what it is called in the workbook, whatever the reader's language
    const [first] = book.dictionary.tabs.flatMap(({ key }) => book.tab(key)?.name ?? []);
    return { ok: false, message: say('stop.notALedgerTab', locale, { tab: name ?? sheet?.getName() ?? '', first: first ?? '' }) };
  }
  const { key } = tab.tab;
  const undertaking = { id: `check-tab.${key}`, action: 'check-tab', request: { tab: key }, lasts: longestRun };
  const outcome = withIntent(undertaking, () => check(book, tab, locale));
  settle(key);
  return outcome;
}

/** Whatever was left unchecked in a tab has been checked. */
function settle(key: string): void {
  const isSame = (intent: Intent): boolean => intent.action === 'check-tab' && (intent.request as { tab: string }).tab === key;
  for (const intent of knownIntents()) if (isSame(intent) && isLeft(intent)) finishIntent(intent);
}

function check(book: Book, tab: LedgerTab, locale: Locale): Outcome {
  const headers = checkHeaders(book, tab);
  if (tab.fields().length === 0) return { ok: false, message: headers.join(say('sentence.separator', locale)) };
  const amount = tab.dataRows();
  if (amount > worthAnnouncing) showToast(book.workbook, say('busy.checking', locale, { rows: amount, tab: tab.name }));
  const keys = tab.fields().map((field) => field.key);
  const report = checkBlock(book, tab, { firstRow: 2, rows: amount, keys, typing: false });
  if (!report) return { ok: false, message: say('stop.busy', locale) };
  if (report.moved) return { ok: false, message: saySureness(report.moved, locale) };
  const { rows, written, numbered, problems, missing, numbersLost } = report;
  const clean = problems + missing + written + numbered === 0;
  const key = rows === 0 ? 'done.checkedEmpty' : clean ? 'done.checkedClean' : 'done.checked';
  const gone = numbersLost ? [] : sweep(book, tab);
  const details = { ...report, headers, gone };
  const list = gone.slice(0, mostListed).join(say('list.separator', locale)) + (gone.length > mostListed ? '…' : '');
  const message = [
    say(key, locale, { rows, written, numbered, problems, missing, tab: tab.name }),
    ...headers,
    ...(gone.length > 0 ? [say('found.deleted', locale, { count: gone.length, list })] : []),
  ].join(say('sentence.separator', locale));
  if (numbersLost)
    return { ok: false, message: `${say('stop.numbersLost', locale)}${say('sentence.separator', locale)}${message}`, details };
  return { ok: headers.length === 0, message, details };
}

function sheetOf(book: Book, name: string): GoogleAppsScript.Spreadsheet.Sheet | null | undefined {
  const sheet = book.workbook.getSheetByName(name);
  if (sheet) return sheet;
  const tab = book.dictionary.tabs.find((t) => t.key === name || matchOption(name, Object.values(t.label)) !== undefined);
  return tab && book.tab(tab.key)?.sheet;
}
