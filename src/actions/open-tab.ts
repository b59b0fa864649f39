import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { writeHelp } from '../google/help-tab.ts';
import { underLock } from '../google/numbers.ts';
import type { Outcome } from './outcome.ts';
import { ensureTabs } from './set-up.ts';

/**
 * Shows a tab that appears only when first used, making it then. Dropdowns that take their values from it are made in
 * the same go.
 */
export function openTab(book: Book, key: string): Outcome {
  const language = book.language;
  const definition = book.dictionary.tabs.find((tab) => tab.key === key);
  if (!definition) return { ok: false, message: say('stop.unknownTab', language, { tab: key }) };
  const tab = book.tab(key) ?? underLock(book, () => makeTab(book, key));
  if (!tab) return { ok: false, message: say('stop.busy', language) };
  tab.sheet.activate();
  return { ok: true, message: tab.name, shown: true };
}

function makeTab(book: Book, key: string) {
  const { tabs } = book.dictionary;
  const position = tabs.filter((tab) => book.tab(tab.key)).length + 1;
  ensureTabs(book, [tabs.find((tab) => tab.key === key)!], position);
  ensureTabs(
    book,
    tabs.filter((tab) => book.tab(tab.key) && tab.fields.some((field) => field.suggestFrom?.list === key)),
    position,
  );
  return book.tab(key);
}

/** Shows the help tab, written afresh from the fields as they are now. */
export function openHelp(book: Book): Outcome {
  const sheet = underLock(book, () => writeHelp(book));
  if (!sheet) return { ok: false, message: say('stop.busy', book.language) };
  sheet.activate();
  return { ok: true, message: sheet.getName(), shown: true };
}
