import type { Field } from '../domain/dictionary/types.ts';
import type { LedgerTab } from './ledger-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const key = 'ledger.field';

/** field key → column, 1-based */
export type Columns = Map<string, number>;

/**
 * The columns of a tab by what they are: each carries its field's key as developer metadata, which moves with the
 * column whatever its header says. One look-up, no cells.
 */
export function readColumns(sheet: Sheet): Columns {
  const columns = lookForColumns(sheet);
  // A column that goes while they are looked up leaves its place to its neighbour, which then stands for both.
  return new Set(columns.values()).size === columns.size ? columns : lookForColumns(sheet);
}

function lookForColumns(sheet: Sheet): Columns {
  const columns: Columns = new Map();
  const found = sheet
    .createDeveloperMetadataFinder()
    .withKey(key)
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
    .find();
  for (const item of found) {
    const column = item.getLocation().getColumn()?.getColumn();
    const field = item.getValue();
    if (column && field && !columns.has(field)) columns.set(field, column);
  }
  return columns;
}

/** Fields that were found by their header only: their columns are not known by identity yet. */
export function unboundColumns(tab: LedgerTab): Field[] {
  const known = readColumns(tab.sheet);
  const taken = new Set(known.values());
  return tab.fields().filter((field) => !known.has(field.key) && !taken.has(tab.column(field.key)));
}

/** Makes a column known as a field's. The field has no other column: whoever binds has looked. */
export function bindColumn(sheet: Sheet, column: number, field: string): void {
  wholeColumn(sheet, column).addDeveloperMetadata(key, field, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

/** A column is no field's any more. */
export function unbindColumn(sheet: Sheet, column: number): void {
  for (const item of sheet.createDeveloperMetadataFinder().withKey(key).find())
    if (item.getLocation().getColumn()?.getColumn() === column) item.remove();
}

/**
 * Says anew which columns are which fields. The named columns forget what they were, and the named fields where they
 * were; a field that loses its column to another is missing from then on.
 *
 * @param fields field key by column, 1-based
 */
export function rebindColumns(sheet: Sheet, fields: ReadonlyMap<number, string>): void {
  const named = new Set(fields.values());
  for (const item of sheet.createDeveloperMetadataFinder().withKey(key).find()) {
    const column = item.getLocation().getColumn()?.getColumn() ?? 0;
    if (fields.has(column) || named.has(item.getValue() ?? '')) item.remove();
  }
  for (const [column, field] of fields) bindColumn(sheet, column, field);
}

/** Metadata can be added to whole rows and columns only (platform §3). */
function wholeColumn(sheet: Sheet, column: number): GoogleAppsScript.Spreadsheet.Range {
  const letter = columnLetter(column);
  return sheet.getRange(`${letter}:${letter}`);
}

/** @example columnLetter(28) // 'AB' */
export function columnLetter(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
