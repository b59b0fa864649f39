import { cellText } from '../domain/check/cell.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { writeHelp } from '../google/help-tab.ts';
import { isTakenUp, withIntent } from '../google/intents.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import type { Outcome } from './outcome.ts';
import { addSamplesLater } from './samples.ts';
import { ensureTabs } from './set-up.ts';

/**
 * Shows a tab that appears only when first used, making it then. Dropdowns that take their values from it are made in
 * the same go.
 *
 * @param action the id of the action that opens it
 */
export function openTab(book: Book, key: string, action: string): Outcome {
  const language = book.language;
  const definition = book.dictionary.tabs.find((tab) => tab.key === key);
  if (!definition) return { ok: false, message: say('stop.unknownTab', language, { tab: key }) };
  const tab = ensureTab(book, key, action);
  if (!tab) return { ok: false, message: say('stop.busy', language) };
  if (!isTakenUp(action)) tab.sheet.activate();
  return { ok: true, message: tab.name, shown: true };
}

/**
 * A tab that appears only when first used, made where it is not there yet. What one was looking at stays in sight.
 *
 * @param action the id of an action that opens the tab: it finishes what was cut off
 * @returns undefined when somebody else held the lock for too long
 */
export function ensureTab(book: Book, key: string, action: string): LedgerTab | undefined {
  const there = isTakenUp(action) ? undefined : book.tab(key);
  if (there) return there;
  const inSight = book.workbook.getActiveSheet();
  const made = underLock(book, () => withIntent({ id: action, action, request: {} }, () => makeTab(book, key)));
  if (!isTakenUp(action)) inSight.activate();
  return made;
}

/** What the records hold already becomes the beginning of the list, so that nothing in use is foreign to it. */
function fillFromUse(book: Book, key: string): void {
  const list = book.tab(key);
  if (!list || list.dataRows() > 0) return;
  for (const field of list.fields()) {
    const used = new Set<string>();
    for (const { key: other, fields } of book.dictionary.tabs) {
      const tab = book.tab(other);
      for (const { key: source, suggestFrom } of fields) {
        if (!tab?.columns.has(source) || suggestFrom?.list !== key || suggestFrom.field !== field.key) continue;
        const block = tab.read(2, tab.dataRows(), [source]);
        for (let row = 0; row < block.rows; row++) used.add(cellText(tab.cell(block, row, source)).trim());
      }
    }
    used.delete('');
    const rows = [...used].slice(0, list.sheet.getMaxRows() - 1).map((text) => [text]);
    if (rows.length > 0) list.sheet.getRange(2, list.column(field.key), rows.length, 1).setValues(rows);
  }
}

function makeTab(book: Book, key: string) {
  const { tabs } = book.dictionary;
  const position = tabs.filter((tab) => book.tab(tab.key)).length + 1;
  const [made] = ensureTabs(book, [tabs.find((tab) => tab.key === key)!], position);
  if (made?.isNew) {
    addSamplesLater(book, key);
    fillFromUse(book, key);
  }
  ensureTabs(
    book,
    tabs.filter((tab) => book.tab(tab.key) && tab.fields.some((field) => field.suggestFrom?.list === key)),
    position,
  );
  return book.tab(key);
}

/** Shows the help tab, written afresh from the fields as they are now. */
export function openHelp(book: Book): Outcome {
  const undertaking = { id: 'open-help', action: 'open-help', request: {} };
  const sheet = underLock(book, () => withIntent(undertaking, () => writeHelp(book)));
  if (!sheet) return { ok: false, message: say('stop.busy', book.language) };
  if (!isTakenUp('open-help')) sheet.activate();
  return { ok: true, message: sheet.getName(), shown: true };
}
