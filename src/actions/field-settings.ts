import { type Cell, cellText } from '../domain/check/cell.ts';
import { activeFields, composeDictionary, type FieldChange } from '../domain/dictionary/compose.ts';
import { fieldId, readSettingsRows, type SettingsReading, settingsRow } from '../domain/dictionary/read-settings-rows.ts';
import { settingsTab, settingsTabKey } from '../domain/dictionary/settings-tab.ts';
import type { Dictionary } from '../domain/dictionary/types.ts';
import { say } from '../domain/messages/say.ts';
import { matchOption } from '../domain/text/match-option.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import { fitsInMetadata } from '../google/settings.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import { checkBlock } from './check-block.ts';
import type { Outcome } from './outcome.ts';
import { ensureTabs, shippedDictionary } from './set-up.ts';

/** Rows that 字段设置 lacks are written at its end: all of them when it has just been made. */
function writeMissingRows(book: Book, tab: LedgerTab): void {
  const block = tab.read(2, tab.dataRows());
  const there = new Set(block.raw.map((_, row) => cellText(tab.cell(block, row, 'key'))));
  const rows = book.dictionary.tabs.flatMap((t) =>
    t.fields.filter((field) => !there.has(fieldId(t.key, field.key))).map((field) => settingsRow(t, field, book.language)),
  );
  if (rows.length === 0) return;
  const first = 2 + tab.dataRows();
  const lacking = first + rows.length - 1 - tab.sheet.getMaxRows();
  if (lacking > 0) tab.sheet.insertRowsAfter(tab.sheet.getMaxRows(), lacking);
  for (const field of tab.fields()) {
    const range = tab.sheet.getRange(first, tab.column(field.key), rows.length, 1);
    range.setNumberFormat('@').setValues(rows.map((row) => [row[field.key] ?? '']));
  }
}

function settingsTabOf(book: Book): LedgerTab {
  ensureTabs(book, [settingsTab(book.dictionary)], book.workbook.getSheets().length);
  return book.tab(settingsTabKey)!;
}

/** Shows 字段设置, made when it is first asked for. What the shop has edited there and not applied yet stays. */
export function openFieldSettings(book: Book): Outcome {
  const done = underLock(book, () => {
    const tab = book.tab(settingsTabKey) ?? settingsTabOf(book);
    writeMissingRows(book, tab);
    return tab;
  });
  if (!done) return { ok: false, message: say('stop.busy', book.language) };
  done.sheet.activate();
  return { ok: true, message: done.name, shown: true };
}

interface Read {
  tab: LedgerTab;
  rows: Record<string, Cell>[];
  reading: SettingsReading;
}

function read(book: Book): Read | undefined {
  const tab = book.tab(settingsTabKey);
  if (!tab) return undefined;
  const block = tab.read(2, tab.dataRows());
  const rows = block.raw.map((_, row) => tab.record(block, row));
  return {
    tab,
    rows,
    reading: readSettingsRows(rows, shippedDictionary(book.settings!), book.dictionary, book.language, book.settings!.ownFields),
  };
}

/** Marks what has to be mended at its cell, and takes the marks of mended cells away. */
function markProblems(book: Book, { tab, reading }: Read): void {
  const rows = tab.dataRows();
  if (rows === 0) return;
  const block = tab.read(2, rows);
  const range = tab.sheet.getRange(2, block.firstColumn, rows, block.columns);
  const notes = range.getNotes();
  const fills = range.getBackgrounds();
  const changes: CellChange[] = [];
  for (let row = 0; row < rows; row++)
    for (const field of tab.fields()) {
      const at = tab.column(field.key) - block.firstColumn;
      const problem = reading.problems.find((p) => p.row === row && p.problem.field === field.key)?.problem;
      const change = markChange(
        { row, field: field.key },
        { problem },
        notes[row]![at]!,
        fills[row]![at],
        tab.tab,
        book.language,
      );
      if (change) changes.push(change);
    }
  writeChanges(tab, changes, { block, notes });
}

/** The changed fields of each tab that are in use afterwards: their cells are to be looked at again. */
function toCheck(before: Dictionary, after: Dictionary): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const tab of after.tabs) {
    const former = before.tabs.find((t) => t.key === tab.key);
    const changed = activeFields(tab).filter((field) => {
      const same = former?.fields.find((f) => f.key === field.key);
      return same && JSON.stringify({ ...same, label: 0, help: 0 }) !== JSON.stringify({ ...field, label: 0, help: 0 });
    });
    if (changed.length > 0)
      found.set(
        tab.key,
        changed.map((field) => field.key),
      );
  }
  return found;
}

/** Marks follow the new settings: what was foreign may be an option now, and the other way round. */
function checkAgain(book: Book, changed: ReadonlyMap<string, string[]>): void {
  for (const [key, keys] of changed) {
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

/** Puts changed settings into force in every tab that exists. */
function putIntoForce(book: Book, changes: FieldChange[], ownFields = 0): Outcome {
  const language = book.language;
  const before = book.dictionary;
  const after = composeDictionary(shippedDictionary(book.settings!), undefined, changes);
  const list = differences(before, after, language);
  if (list.length === 0) return { ok: true, message: say('done.nothingToApply', language) };
  const settings = { ...book.settings!, changes, ownFields: Math.max(ownFields, book.settings!.ownFields ?? 0) };
  if (!fitsInMetadata(settings)) return { ok: false, message: say('stop.settingsTooLarge', language) };
  // The tabs first and the settings last: cut off in between, applying again finds the same differences and goes on.
  book.adopt(settings);
  ensureTabs(
    book,
    book.dictionary.tabs.filter((tab) => book.tab(tab.key)),
    1,
    before,
  );
  book.saveSettings({ ...book.settings!, changes });
  return {
    ok: true,
    message: say('done.applied', language, { list: list.join(say('list.separator', language)) }),
    details: { fields: list },
  };
}

/**
 * New fields get their id in the hidden column, and what was left blank is filled in as it now stands. Applying takes a
 * while: a row is looked for where it is now, and one that somebody has changed meanwhile is left alone.
 */
function writeBack(book: Book, tab: LedgerTab, found: Read): void {
  const block = tab.read(2, tab.dataRows());
  const signature = (record: Record<string, Cell>): string => JSON.stringify(record);
  const places = new Map(block.raw.map((_, row) => [signature(tab.record(block, row)), row]));
  const changes: CellChange[] = [];
  found.reading.fields.forEach((field, i) => {
    const owner = field && book.dictionary.tabs.find((t) => t.key === field.tab);
    const now = owner?.fields.find((f) => f.key === field!.key);
    const row = places.get(signature(found.rows[i]!));
    if (!owner || !now || row === undefined) return;
    const wanted = settingsRow(owner, now, book.language);
    for (const key of Object.keys(wanted)) {
      if (cellText(tab.cell(block, row, key)) !== wanted[key]) changes.push({ row, field: key, value: wanted[key] });
    }
  });
  writeChanges(tab, changes, { block });
  writeMissingRows(book, tab);
}

/**
 * Applies 字段设置: tabs, dropdowns and forms follow. With a mistake anywhere nothing is applied, and each mistake is
 * answered at its cell with what to write instead.
 */
export function applyFieldSettings(book: Book): Outcome {
  const language = book.language;
  const before = book.dictionary;
  const outcome = underLock(book, (): Outcome => {
    const found = read(book);
    if (!found) {
      settingsTabOf(book);
      writeMissingRows(book, book.tab(settingsTabKey)!);
      return { ok: true, message: say('done.nothingToApply', language) };
    }
    markProblems(book, found);
    const { problems } = found.reading;
    if (problems.length > 0) {
      found.tab.sheet.activate();
      return { ok: false, message: say('stop.settingsProblems', language, { count: problems.length }), details: { problems } };
    }
    const result = putIntoForce(book, found.reading.changes, found.reading.ownFields);
    if (result.ok) writeBack(book, book.tab(settingsTabKey)!, found);
    return result;
  });
  if (outcome?.ok) checkAgain(book, toCheck(before, book.dictionary));
  return outcome ?? { ok: false, message: say('stop.busy', language) };
}

/** Switches one field on or off without going through the tab; its row in 字段设置 follows. */
export function switchField(book: Book, request: { tab: string; field: string; on: boolean }): Outcome {
  const language = book.language;
  const before = book.dictionary;
  const tab = book.dictionary.tabs.find(
    (t) => t.key === request.tab || matchOption(request.tab, Object.values(t.label)) !== undefined,
  );
  if (!tab) return { ok: false, message: say('stop.unknownTab', language, { tab: request.tab }) };
  const field = tab.fields.find(
    (f) => f.key === request.field || matchOption(request.field, Object.values(f.label)) !== undefined,
  );
  if (!field || field.kind === 'series')
    return { ok: false, message: say('stop.unknownField', language, { field: request.field }) };
  const outcome = underLock(book, (): Outcome => {
    const changes = book.settings!.changes.filter((change) => change.tab !== tab.key || change.key !== field.key);
    const mine = book.settings!.changes.find((change) => change.tab === tab.key && change.key === field.key);
    const result = putIntoForce(book, [...changes, { ...mine, tab: tab.key, key: field.key, off: !request.on }]);
    const settings = book.tab(settingsTabKey);
    if (result.ok && settings) {
      const block = settings.read(2, settings.dataRows());
      const row = block.raw.findIndex((_, i) => cellText(settings.cell(block, i, 'key')) === fieldId(tab.key, field.key));
      const now = book.dictionary.tabs.find((t) => t.key === tab.key)!.fields.find((f) => f.key === field.key)!;
      if (row >= 0) writeChanges(settings, [{ row, field: 'on', value: settingsRow(tab, now, language).on! }], { block });
    }
    return result.ok
      ? { ok: true, message: say(request.on ? 'done.fieldOn' : 'done.fieldOff', language, { field: field.label[language] }) }
      : result;
  });
  if (outcome?.ok) checkAgain(book, toCheck(before, book.dictionary));
  return outcome ?? { ok: false, message: say('stop.busy', language) };
}
