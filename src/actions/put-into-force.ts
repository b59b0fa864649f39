import { activeFields, type FieldChange } from '../domain/dictionary/compose.ts';
import { settingsRow } from '../domain/dictionary/read-settings-rows.ts';
import type { Dictionary, Field, Tab } from '../domain/dictionary/types.ts';
import { fingerprint } from '../domain/intents/fingerprint.ts';
import type { Locale } from '../domain/locale.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import { type Book, dictionaryOf } from '../google/book.ts';
import { lookForIntents, type Undertaking, withIntent } from '../google/intents.ts';
import { logAndWrite, type NewEntry } from '../google/log-writer.ts';
import { fitsInMetadata, type Settings } from '../google/settings.ts';
import { checkBlock } from './check-block.ts';
import type { Outcome } from './outcome.ts';
import { ensureTabs } from './set-up.ts';

/** keys of fields by key of their tab */
type Fields = Record<string, string[]>;

/** The changed fields of each tab that are in use afterwards: their cells are to be looked at again. */
function toCheck(before: Dictionary, after: Dictionary): Fields {
  const found: Fields = {};
  for (const tab of after.tabs) {
    const former = before.tabs.find((t) => t.key === tab.key);
    const changed = activeFields(tab).filter((field) => {
      const same = former?.fields.find((f) => f.key === field.key);
      return same && JSON.stringify({ ...same, label: 0, help: 0 }) !== JSON.stringify({ ...field, label: 0, help: 0 });
    });
    if (changed.length > 0) found[tab.key] = changed.map((field) => field.key);
  }
  return found;
}

/** Marks follow the new settings: what was foreign may be an option now, and the other way round. */
export function checkAgain(book: Book, changed: Fields): void {
  for (const [key, keys] of Object.entries(changed)) {
    const tab = book.tab(key);
    const there = tab ? keys.filter((each) => tab.columns.has(each)) : [];
    if (tab && there.length > 0) checkBlock(book, tab, { firstRow: 2, rows: tab.dataRows(), keys: there, typing: false });
  }
}

function differences(before: Dictionary, after: Dictionary, language: 'zh-CN' | 'en'): string[] {
  const found: string[] = [];
  for (const tab of after.tabs)
    for (const field of tab.fields) {
      const former = before.tabs.find((t) => t.key === tab.key)?.fields.find((f) => f.key === field.key);
      if (!former || JSON.stringify(former) !== JSON.stringify(field)) found.push(field.label[language]);
    }
  for (const tab of before.tabs)
    for (const field of tab.fields)
      if (!after.tabs.find((t) => t.key === tab.key)?.fields.some((f) => f.key === field.key)) found.push(field.label[language]);
  return found;
}

/** A field's settings as the log tells them. */
function told(tab: Tab, field: Field | undefined, locale: Locale): string {
  if (!field) return '';
  const { key: _, tab: __, ...row } = settingsRow(tab, field, locale);
  return Object.entries(row)
    .map(([column, text]) => `${say(`settings.column.${column}` as MessageKey, locale)} ${text}`)
    .join(say('list.separator', locale));
}

/** What differs of the settings, field by field: of each only the columns that changed. */
function settingsEntries(before: Dictionary, after: Dictionary, locale: Locale): NewEntry[] {
  const fieldsOf = (dictionary: Dictionary, tab: Tab) => dictionary.tabs.find(({ key }) => key === tab.key)?.fields ?? [];
  return after.tabs.flatMap((tab) => {
    const keys = new Set([...fieldsOf(before, tab), ...tab.fields].map(({ key }) => key));
    return [...keys].flatMap((key): NewEntry[] => {
      const [former, now] = [before, after].map((each) => fieldsOf(each, tab).find((field) => field.key === key));
      if (JSON.stringify(former) === JSON.stringify(now)) return [];
      const texts = { from: told(tab, former, locale), to: told(tab, now, locale) };
      return [{ tab: tab.key, record: '', field: key, ...texts, kind: 'settings', run: 0 }];
    });
  });
}

/** Columns of fields that come into use again may have been hidden when they were switched off. */
function showColumns(book: Book, before: Dictionary): void {
  for (const { key, fields } of book.dictionary.tabs) {
    const tab = book.tab(key);
    const former = before.tabs.find((each) => each.key === key)?.fields ?? [];
    for (const field of fields) {
      const column = tab?.columns.get(field.key);
      if (column === undefined || field.off || former.some((each) => each.key === field.key && !each.off)) continue;
      tab!.sheet.showColumns(column);
    }
  }
}

/** Settings that are to hold, what they change of the dictionary, and what has to be looked at again then. */
export interface Change {
  settings: Settings;
  before: Dictionary;
  /** labels of what differs */
  list: string[];
  check: Fields;
}

/** What settings would change; nothing is written. */
export function changeTo(book: Book, wanted: Partial<Settings>): Change {
  const settings = { ...book.settings!, ...wanted };
  const [before, after] = [book.dictionary, dictionaryOf(settings)];
  return { settings, before, list: differences(before, after, book.language), check: toCheck(before, after) };
}

/**
 * Makes tabs, log and marks follow changed settings; call it under the lock and under an intent.
 *
 * @param settle what else belongs to it, once the settings hold
 */
export function enforce(book: Book, { settings, before, check }: Change, settle: () => void): void {
  // The tabs first and the settings last: cut off in between, the next run finds the same differences and goes on.
  book.adopt(settings);
  showColumns(book, before);
  const there = book.dictionary.tabs.filter((tab) => book.tab(tab.key));
  ensureTabs(book, there, 1, before);
  book.commit();
  const { template, kept, left, changes } = settings;
  logAndWrite(book, settingsEntries(before, book.dictionary, book.language), () =>
    book.saveSettings({ ...book.settings!, template, ...(kept ? { kept, left } : {}), changes }),
  );
  settle();
  book.commit();
  checkAgain(book, check);
}

/**
 * Puts changed settings into force in every tab that exists; call it under the lock. The lock is kept until the marks have
 * followed, so that nobody takes it for a run that was cut off.
 *
 * @param undertaking what to note before the first write, so that the next run can go on
 * @param writeBack brings 字段设置 itself up to date
 */
export function putIntoForce(
  book: Book,
  undertaking: Undertaking,
  changes: FieldChange[],
  ownFields: number,
  writeBack: () => void,
): Outcome {
  const { language } = book;
  const change = changeTo(book, { changes, ownFields: Math.max(ownFields, book.settings!.ownFields ?? 0) });
  const { list, check } = change;
  const left = lookForIntents().find((intent) => intent.id === undertaking.id);
  if (list.length === 0) {
    // In force already; an earlier run may have been cut off before everything had followed.
    if (!left) writeBack();
    else
      withIntent(undertaking, () => {
        writeBack();
        checkAgain(book, (left.data?.check ?? {}) as Fields);
      });
    return { ok: true, message: say('done.nothingToApply', language) };
  }
  if (!fitsInMetadata(change.settings)) return { ok: false, message: say('stop.settingsTooLarge', language) };
  withIntent({ ...undertaking, data: { changes: fingerprint(changes), check } }, () => enforce(book, change, writeBack));
  return {
    ok: true,
    message: say('done.applied', language, { list: list.join(say('list.separator', language)) }),
    details: { fields: list },
  };
}
