import type { FieldChange } from '../domain/dictionary/compose.ts';
import type { Locale } from '../domain/locale.ts';

/**
 * What a workbook knows about itself. It lies in developer metadata of the workbook, because that travels with a copy
 * of the file (properties do not) and can be read by a simple trigger.
 */
export interface Settings {
  version: 1;
  template: string;
  /** fields of trades before that hold data: `template.tab.field` */
  kept?: string[];
  /** options and switches as the shop had changed them when it left a trade, by template */
  left?: Readonly<Record<string, readonly FieldChange[]>>;
  /** language of headers and options */
  language: Locale;
  /** the shop's phone region, ISO 3166 alpha-2 */
  region: string;
  /** tab key → sheet id */
  tabs: Record<string, number>;
  changes: FieldChange[];
  /** how many fields of its own the shop ever made: a key is never given to another field */
  ownFields?: number;
  /** the plan of periodic reviews, once the shop has begun with them; `readPlan` knows its shape */
  reviews?: unknown;
}

const key = 'ledger.settings';
/** Metadata of a workbook may hold 30,000 characters in all (platform §1). */
const mostSettings = 28_000;

function find(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet): GoogleAppsScript.Spreadsheet.DeveloperMetadata | undefined {
  return workbook
    .createDeveloperMetadataFinder()
    .withKey(key)
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SPREADSHEET)
    .find()[0];
}

/** Undefined when the workbook was never set up, or when what is there cannot be read. */
export function readSettings(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet): Settings | undefined {
  const text = find(workbook)?.getValue();
  if (!text) return undefined;
  try {
    return JSON.parse(text) as Settings;
  } catch {
    return undefined;
  }
}

/** Whether the settings can be kept: metadata has a limit. */
export const fitsInMetadata = (settings: Settings): boolean => JSON.stringify(settings).length <= mostSettings;

/** @returns false when the settings are too large to be kept; nothing was written then */
export function writeSettings(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet, settings: Settings): boolean {
  const text = JSON.stringify(settings);
  if (text.length > mostSettings) return false;
  const there = find(workbook);
  if (there) {
    if (there.getValue() !== text) there.setValue(text);
  } else workbook.addDeveloperMetadata(key, text, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  return true;
}
