import { findKept, findTemplate } from '../../templates/all.ts';
import { composeDictionary } from '../domain/dictionary/compose.ts';
import { coreDictionary } from '../domain/dictionary/core.ts';
import { settingsTab, settingsTabKey } from '../domain/dictionary/settings-tab.ts';
import type { Dictionary, Tab } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import type { PhoneRegion } from '../domain/phone/phone-types.ts';
import { reminderSettingsKey, reminderSettingsTab } from '../domain/reminders/settings-tab.ts';
import { segmentSettingsKey, segmentSettingsTab } from '../domain/segments/settings-tab.ts';
import { LedgerTab } from './ledger-tab.ts';
import { readSettings, type Settings, writeSettings } from './settings.ts';
import { WorkbookZone } from './zone.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Tabs in which a shop changes how its ledger works; their columns follow from the dictionary. */
export const settingsTabs: Readonly<Record<string, (dictionary: Dictionary) => Tab>> = {
  [settingsTabKey]: settingsTab,
  [reminderSettingsKey]: reminderSettingsTab,
  [segmentSettingsKey]: segmentSettingsTab,
};

/** The dictionary that a workbook's settings make; without them, the core alone. */
export const dictionaryOf = ({ template, changes, kept }: Partial<Settings> = {}): Dictionary =>
  composeDictionary(coreDictionary, findTemplate(template), changes, kept?.flatMap(findKept));

/** The workbook of this execution as the ledger sees it. Nothing is read before it is asked for. */
export class Book {
  readonly workbook: GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly zone: WorkbookZone;
  private settingsRead?: { settings: Settings | undefined };
  private composed?: Dictionary;
  private readonly bound = new Map<number, LedgerTab>();

  constructor(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet = SpreadsheetApp.getActiveSpreadsheet()) {
    this.workbook = workbook;
    this.zone = new WorkbookZone(workbook);
  }

  get settings(): Settings | undefined {
    this.settingsRead ??= { settings: readSettings(this.workbook) };
    return this.settingsRead.settings;
  }

  /** @returns false when they are too large; nothing was written then */
  saveSettings(settings: Settings): boolean {
    if (!writeSettings(this.workbook, settings)) return false;
    this.adopt(settings);
    return true;
  }

  get language(): Locale {
    return this.settings?.language ?? 'zh-CN';
  }

  get region(): PhoneRegion {
    return (this.settings?.region ?? 'CN') as PhoneRegion;
  }

  get dateOrder(): 'ymd' | 'mdy' | 'dmy' {
    const locale = this.workbook.getSpreadsheetLocale();
    if (/^en_US/.test(locale)) return 'mdy';
    return /^(zh|ja|ko|hu|lt|mn)/.test(locale) ? 'ymd' : 'dmy';
  }

  get dictionary(): Dictionary {
    this.composed ??= dictionaryOf(this.settings);
    return this.composed;
  }

  /** The definition of one of the tabs with settings. */
  ownTab(key: keyof typeof settingsTabs): Tab {
    return settingsTabs[key]!(this.dictionary);
  }

  /** The definition of any tab of the ledger, the settings' included. */
  private definition(key: string): Tab | undefined {
    return settingsTabs[key]?.(this.dictionary) ?? this.dictionary.tabs.find((tab) => tab.key === key);
  }

  /** The ledger's tab that a sheet is, if it is one. */
  tabOfSheet(sheet: Sheet): LedgerTab | undefined {
    const settings = this.settings;
    if (!settings) return undefined;
    const id = sheet.getSheetId();
    const known = this.bound.get(id);
    if (known) return known;
    const key = Object.keys(settings.tabs).find((tab) => settings.tabs[tab] === id);
    return key === undefined ? undefined : this.bind(key, sheet);
  }

  /** A tab by its key; undefined when the shop deleted it or never used it. */
  tab(key: string): LedgerTab | undefined {
    const id = this.settings?.tabs[key];
    if (id === undefined) return undefined;
    const known = this.bound.get(id);
    if (known) return known;
    const sheet = this.workbook.getSheets().find((s) => s.getSheetId() === id);
    return sheet && this.bind(key, sheet);
  }

  /** The same tab as it stands now, its columns looked up afresh; undefined when it is gone. */
  lookAgain(tab: LedgerTab): LedgerTab | undefined {
    const id = tab.sheet.getSheetId();
    this.bound.delete(id);
    const isThere = this.workbook.getSheets().some((sheet) => sheet.getSheetId() === id);
    return isThere ? this.tabOfSheet(tab.sheet) : undefined;
  }

  /** Sends what is queued. */
  commit(): void {
    SpreadsheetApp.flush();
  }

  /**
   * Forgets what was read of settings and columns: others may have changed both. What the platform has read ahead it
   * forgets on a flush only (platform §3, write buffering).
   */
  refresh(): void {
    SpreadsheetApp.flush();
    this.settingsRead = undefined;
    this.composed = undefined;
    this.bound.clear();
  }

  /** Works with changed settings before they are saved, so that what follows from them can be made first. */
  adopt(settings: Settings): void {
    this.settingsRead = { settings };
    this.composed = undefined;
    this.bound.clear();
  }

  private bind(key: string, sheet: Sheet): LedgerTab | undefined {
    const definition = this.definition(key);
    if (!definition) return undefined;
    const tab = new LedgerTab(definition, sheet, this.zone);
    this.bound.set(sheet.getSheetId(), tab);
    return tab;
  }
}
