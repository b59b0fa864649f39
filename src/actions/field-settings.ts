import { type Cell, cellText } from '../domain/check/cell.ts';
import type { FieldChange } from '../domain/dictionary/compose.ts';
import { fieldId, readSettingsRows, type SettingsReading, settingsRow } from '../domain/dictionary/read-settings-rows.ts';
import { settingsTab, settingsTabKey } from '../domain/dictionary/settings-tab.ts';
import type { Tab } from '../domain/dictionary/types.ts';
import { fingerprint } from '../domain/intents/fingerprint.ts';
import { say } from '../domain/messages/say.ts';
import { matchOption } from '../domain/text/match-option.ts';
import { appendRows } from '../google/append-rows.ts';
import type { Book } from '../google/book.ts';
import { giveUp, isTakenUp, lookForIntents, type Undertaking, withIntent } from '../google/intents.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import type { Outcome } from './outcome.ts';
import { putIntoForce } from './put-into-force.ts';
import { ensureTabs, shippedDictionary } from './set-up.ts';

const applying = 'apply-field-settings';

/** Rows that 字段设置 lacks are written at its end: all of them when it has just been made. */
function writeMissingRows(book: Book, tab: LedgerTab): void {
  const block = tab.read(2, tab.dataRows());
  const there = new Set(block.raw.map((_, row) => cellText(tab.cell(block, row, 'key'))));
  const rows = book.dictionary.tabs.flatMap((t) =>
    t.fields.filter((field) => !there.has(fieldId(t.key, field.key))).map((field) => settingsRow(t, field, book.language)),
  );
  appendRows(tab, rows);
}

/** Makes 字段设置 with a row for every field. */
function makeSettingsTab(book: Book): LedgerTab {
  return withIntent({ id: 'open-field-settings', action: 'open-field-settings', request: {} }, () => {
    ensureTabs(book, [settingsTab(book.dictionary)], book.workbook.getSheets().length);
    const tab = book.tab(settingsTabKey)!;
    writeMissingRows(book, tab);
    return tab;
  });
}

/** Shows 字段设置, made when it is first asked for. What the shop has edited there and not applied yet stays. */
export function openFieldSettings(book: Book): Outcome {
  const done = underLock(book, () => {
    const tab = isTakenUp('open-field-settings') ? undefined : book.tab(settingsTabKey);
    if (!tab) return makeSettingsTab(book);
    writeMissingRows(book, tab);
    return tab;
  });
  if (!done) return { ok: false, message: say('stop.busy', book.language) };
  if (!isTakenUp('open-field-settings')) done.sheet.activate();
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

/** Where a run was cut off, the settings may have been edited since; nobody has asked for those edits to be applied. */
function editedSince(book: Book, changes: readonly FieldChange[]): boolean {
  const wanted = lookForIntents().find((intent) => intent.action === applying)?.data?.changes;
  return isTakenUp(applying) && ![fingerprint(changes), fingerprint(book.settings!.changes)].includes(String(wanted));
}

/**
 * Applies 字段设置: tabs, dropdowns and forms follow. With a mistake anywhere nothing is applied, and each mistake is
 * answered at its cell with what to write instead.
 */
export function applyFieldSettings(book: Book): Outcome {
  const { language } = book;
  const outcome = underLock(book, (): Outcome => {
    const found = read(book);
    if (!found) {
      makeSettingsTab(book);
      return { ok: true, message: say('done.nothingToApply', language) };
    }
    const { problems, changes, ownFields } = found.reading;
    if (editedSince(book, changes)) {
      giveUp(applying);
      return { ok: false, message: say('stop.settingsEdited', language) };
    }
    markProblems(book, found);
    if (problems.length > 0) {
      found.tab.sheet.activate();
      return { ok: false, message: say('stop.settingsProblems', language, { count: problems.length }), details: { problems } };
    }
    const undertaking = { id: applying, action: applying, request: {} };
    return putIntoForce(book, undertaking, changes, ownFields, () => writeBack(book, book.tab(settingsTabKey)!, found));
  });
  return outcome ?? { ok: false, message: say('stop.busy', language) };
}

interface Switch {
  tab: string;
  field: string;
  on: boolean;
}

/** The fields' rows in 字段设置 say what was switched. */
function writeSwitches(book: Book, tab: Tab, keys: readonly string[]): void {
  const settings = book.tab(settingsTabKey);
  if (!settings) return;
  const block = settings.read(2, settings.dataRows());
  const now = book.dictionary.tabs.find((t) => t.key === tab.key)!.fields.filter((field) => keys.includes(field.key));
  const changes = now.flatMap((field): CellChange[] => {
    const row = block.raw.findIndex((_, i) => cellText(settings.cell(block, i, 'key')) === fieldId(tab.key, field.key));
    return row < 0 ? [] : [{ row, field: 'on', value: settingsRow(tab, field, book.language).on! }];
  });
  if (changes.length > 0) writeChanges(settings, changes, { block });
}

/**
 * Switches fields of a tab on or off, and what follows from it in every tab; call it under the lock.
 *
 * @param undertaking what to note before the first write, so that the next run can go on
 */
export function switchFields(book: Book, tab: Tab, keys: readonly string[], on: boolean, undertaking: Undertaking): Outcome {
  const isMeant = (change: FieldChange): boolean => change.tab === tab.key && keys.includes(change.key);
  const { changes } = book.settings!;
  const switched = keys.map((key) => ({
    ...changes.find((change) => isMeant(change) && change.key === key),
    ...{ tab: tab.key, key, off: !on },
  }));
  const wanted = [...changes.filter((change) => !isMeant(change)), ...switched];
  return putIntoForce(book, undertaking, wanted, 0, () => writeSwitches(book, tab, keys));
}

/** Switches one field on or off without going through the tab; its row in 字段设置 follows. */
export function switchField(book: Book, request: Switch): Outcome {
  const { language } = book;
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
    const undertaking = { id: 'switch-field', action: 'switch-field', request };
    const result = switchFields(book, tab, [field.key], request.on, undertaking);
    return result.ok
      ? { ok: true, message: say(request.on ? 'done.fieldOn' : 'done.fieldOff', language, { field: field.label[language] }) }
      : result;
  });
  return outcome ?? { ok: false, message: say('stop.busy', language) };
}
