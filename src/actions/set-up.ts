import { findTemplate, templates } from '../../templates/all.ts';
import { cellText } from '../domain/check/cell.ts';
import type { Dictionary, Tab } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import { languageOf } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { highestCount } from '../domain/series.ts';
import { type Book, dictionaryOf, settingsTabs } from '../google/book.ts';
import { type BuildReport, buildTab, type Novelty } from '../google/build-tab.ts';
import { freeName } from '../google/free-name.ts';
import { mendHome, writeHome } from '../google/home-tab.ts';
import { noteMade, wasMade, withIntent } from '../google/intents.ts';
import { ensureLogSheet } from '../google/log-tab.ts';
import { countGiven, noteNumbers, underLock } from '../google/numbers.ts';
import type { Settings } from '../google/settings.ts';
import { shopRegion } from '../google/shop-region.ts';
import type { Outcome } from './outcome.ts';
import { addSamples } from './samples.ts';

export interface SetUpRequest {
  template?: string;
  language?: Locale;
  /** a few records to try things with */
  samples?: boolean;
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function firstSettings(book: Book, request: SetUpRequest): Settings {
  return {
    version: 1,
    template: (findTemplate(request.template) ?? templates[0]!).key,
    language: request.language ?? languageOf(book.workbook.getSpreadsheetLocale()),
    region: shopRegion(book.workbook),
    tabs: {},
    changes: [],
  };
}

/** A tab that Google made and nobody has used becomes the start page. */
function untouched(sheet: Sheet): boolean {
  return sheet.getLastRow() === 0 && /^(工作表|表格|Sheet|Feuille|Hoja|Tabelle|シート) ?1$/i.test(sheet.getName());
}

function sheetNamed(book: Book, names: readonly string[]): Sheet | undefined {
  return book.workbook.getSheets().find((sheet) => names.indexOf(sheet.getName().trim()) >= 0);
}

/** The sheet of a tab: the known one, one that bears its name, or a new one at its place in the order. */
function sheetFor(
  book: Book,
  settings: Settings,
  key: string,
  names: readonly string[],
  position: number,
): Novelty & { sheet: Sheet } {
  const known = book.workbook.getSheets().find((sheet) => sheet.getSheetId() === settings.tabs[key]);
  if (known) return { sheet: known, isNew: false, inserted: false };
  const taken = new Set(Object.values(settings.tabs));
  const named = sheetNamed(book, names);
  if (named && !taken.has(named.getSheetId())) return { sheet: named, isNew: named.getLastRow() === 0, inserted: false };
  const name = freeName(book.workbook, names[0]!);
  return {
    sheet: book.workbook.insertSheet(name, Math.min(position, book.workbook.getSheets().length)),
    isNew: true,
    inserted: true,
  };
}

const namesOf = (tab: Tab, language: Locale): string[] => [tab.label[language], ...Object.values(tab.label)];

/** A tab whose sheet is there and known. */
interface Placed extends Novelty {
  tab: Tab;
  sheet: Sheet;
}

/** Finds or makes the sheets of several tabs before any of them is built: each new sheet is a commit of its own. */
function placeTabs(book: Book, tabs: readonly Tab[], position: number): Placed[] {
  const { settings } = book;
  const known = { ...settings!.tabs };
  const placed = tabs.map((tab, i): Placed => {
    const found = sheetFor(book, { ...settings!, tabs: known }, tab.key, namesOf(tab, book.language), position + i);
    const id = found.sheet.getSheetId();
    known[tab.key] = id;
    return wasMade(id) ? { tab, ...found, isNew: true, again: true } : { tab, ...found };
  });
  noteMade(placed.filter(({ isNew }) => isNew).map(({ sheet }) => sheet.getSheetId()));
  if (tabs.some((tab) => settings!.tabs[tab.key] !== known[tab.key])) book.saveSettings({ ...settings!, tabs: known });
  return placed;
}

/**
 * Makes or mends tabs of the dictionary.
 *
 * @param before the dictionary as it was, when it has just changed
 */
export function ensureTabs(
  book: Book,
  tabs: readonly Tab[],
  position: number,
  before?: Dictionary,
): (BuildReport & { isNew: boolean; tab: Tab })[] {
  return placeTabs(book, tabs, position).map(({ tab, sheet, isNew, inserted, again }) => {
    const former = before?.tabs.find((t) => t.key === tab.key) ?? tab;
    return { ...buildTab(book, sheet, tab, former, { isNew, inserted, again }), isNew, tab };
  });
}

function ensureHome(book: Book): void {
  const settings = book.settings!;
  const sheets = book.workbook.getSheets();
  const there = sheets.find((sheet) => sheet.getSheetId() === settings.tabs.home);
  if (there && !wasMade(there.getSheetId())) {
    mendHome(book, there);
    return;
  }
  const names = [say('home.tab', settings.language), say('home.tab', 'zh-CN'), say('home.tab', 'en')];
  const named = there ?? sheetNamed(book, names);
  if (named && named !== there && named.getLastRow() > 0) return;
  const free = named ?? sheets.find((sheet) => untouched(sheet) && Object.values(settings.tabs).indexOf(sheet.getSheetId()) < 0);
  const home = there ?? free?.setName(names[0]!) ?? book.workbook.insertSheet(names[0]!, 0);
  noteMade([home.getSheetId()]);
  book.saveSettings({ ...book.settings!, tabs: { ...book.settings!.tabs, home: home.getSheetId() } });
  writeHome(book, home);
  if (free && sheets[0]!.getSheetId() !== free.getSheetId()) {
    home.activate();
    book.workbook.moveActiveSheet(1);
  }
}

/**
 * Makes the ledger in a workbook, or mends it. Run twice it changes nothing; on a workbook with data it moves, renames
 * and deletes nothing of the shop's. Cut off in the middle, the next run goes on.
 */
export function setUp(book: Book, request: SetUpRequest): Outcome {
  const { template } = request;
  if (template !== undefined && !findTemplate(template)) {
    const list = templates.map(({ key }) => key).join(say('list.separator', book.language));
    return { ok: false, message: say('stop.unknownTemplate', book.language, { template, list }) };
  }
  const undertaking = { id: 'set-up', action: 'set-up', request };
  return (
    underLock(book, () => withIntent(undertaking, () => build(book, request))) ?? {
      ok: false,
      message: say('stop.busy', book.language),
    }
  );
}

function build(book: Book, request: SetUpRequest): Outcome {
  const first = book.settings === undefined;
  if (first) book.saveSettings(firstSettings(book, request));
  const language = book.language;
  const join = (labels: readonly string[]): string => [...new Set(labels)].join(say('list.separator', language));
  const tabs = book.dictionary.tabs.filter((tab) => tab.from === 'start' || book.tab(tab.key) !== undefined);
  const position = book.workbook.getSheets().some(untouched) ? 1 : 0;
  const reports = ensureTabs(book, tabs, position);
  for (const key of Object.keys(settingsTabs)) {
    const there = book.tab(key);
    if (there) ensureTabs(book, [there.tab], 0);
  }
  ensureHome(book);
  ensureLogSheet(book);
  if (request.samples) addSamples(book);
  if (first) book.workbook.getSheets()[0]!.activate();
  for (const tab of book.dictionary.tabs) countNumbers(book, tab.key);

  const made = reports.filter((report) => report.isNew).map((report) => report.tab.label[language]);
  const mended = reports.filter((report) => !report.isNew && report.added.length + report.mended.length > 0);
  const sentences = mended.map((report) =>
    say('done.mendedTab', language, { tab: report.tab.label[language], list: join([...report.added, ...report.mended]) }),
  );
  if (first) sentences.unshift(say('done.setUp', language, { tabs: join(reports.map((report) => report.tab.label[language])) }));
  else if (made.length > 0) sentences.unshift(say('done.made', language, { tabs: join(made) }));
  if (sentences.length === 0) sentences.push(say('done.nothingToMend', language));
  return { ok: true, message: sentences.join(say('sentence.separator', language)) };
}

/** The counter of a tab's numbers starts from what stands there already. */
function countNumbers(book: Book, key: string): void {
  const tab = book.tab(key);
  const field = tab?.fields().find((f) => f.kind === 'series');
  if (!tab || !field || countGiven(key) !== undefined) return;
  const block = tab.read(2, tab.dataRows(), [field.key]);
  noteNumbers(
    key,
    highestCount(
      field.series!,
      block.raw.map((_, row) => cellText(tab.cell(block, row, field.key))),
    ),
  );
}

/** The dictionary as the product ships it for a workbook's trade, without the shop's changes. */
export const shippedDictionary = (settings: Settings): Dictionary => dictionaryOf({ ...settings, changes: [] });
