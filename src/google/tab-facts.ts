import { isTextField } from '../domain/dictionary/formats.ts';
import type { LedgerTab } from './ledger-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const headerProtection = 'customer-ledger header';

/** Everything about a tab that building it depends on, read before anything is written: a read after a write costs a commit. */
export interface TabFacts {
  /** last column that holds anything; 0 in an empty tab */
  lastColumn: number;
  maxRows: number;
  maxColumns: number;
  /** texts and notes of the header row, from column A on */
  header: string[];
  notes: string[];
  /** the header row's protections, the ledger's own and nameless ones */
  protections: GoogleAppsScript.Spreadsheet.Protection[];
  bandings: GoogleAppsScript.Spreadsheet.Banding[];
  frozenRows: number;
  /** columns (1-based) of text fields that lost their text format and hold no formula */
  lostText: ReadonlySet<number>;
  rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[];
}

/** A grid that ends with its header has nowhere to put a record. */
function ensureRows(sheet: Sheet): void {
  if (sheet.getMaxRows() < 2) sheet.insertRowsAfter(sheet.getMaxRows(), 100);
}

/** The header row's, before anybody has named it. */
function isNamelessHeader(protection: GoogleAppsScript.Spreadsheet.Protection): boolean {
  const range = protection.getRange();
  return protection.getDescription() === '' && range.getRow() === 1 && range.getNumRows() === 1 && range.getColumn() === 1;
}

/** Of a tab that has just been made there is nothing to read but its size. */
export function newTabFacts(sheet: Sheet): TabFacts {
  ensureRows(sheet);
  return {
    lastColumn: 0,
    maxRows: sheet.getMaxRows(),
    maxColumns: sheet.getMaxColumns(),
    header: [],
    notes: [],
    protections: [],
    bandings: [],
    frozenRows: 0,
    lostText: new Set(),
    rules: [],
  };
}

export function readTabFacts(tab: LedgerTab): TabFacts {
  const { sheet } = tab;
  ensureRows(sheet);
  if (tab.isHeaderGone(tab.header())) sheet.insertRowsBefore(1, 1);
  const lastColumn = sheet.getLastColumn();
  const row = lastColumn > 0 ? sheet.getRange(1, 1, 1, lastColumn) : undefined;
  return {
    lastColumn,
    maxRows: sheet.getMaxRows(),
    maxColumns: sheet.getMaxColumns(),
    header: tab.header(),
    notes: row?.getNotes()[0] ?? [],
    protections: sheet
      .getProtections(SpreadsheetApp.ProtectionType.RANGE)
      .filter((protection) => protection.getDescription() === headerProtection || isNamelessHeader(protection)),
    bandings: sheet.getBandings(),
    frozenRows: sheet.getFrozenRows(),
    lostText: lostText(tab),
    rules: sheet.getConditionalFormatRules(),
  };
}

/** A text column must be text before anything is written; a formula's cell would stop being one. */
function lostText(tab: LedgerTab): Set<number> {
  const fields = tab.fields().filter(isTextField);
  const rows = tab.sheet.getMaxRows() - 1;
  if (fields.length === 0 || rows < 1) return new Set();
  const { first, last } = tab.span();
  const range = tab.sheet.getRange(2, first, rows, last - first + 1);
  const formats = range.getNumberFormats();
  const lost = fields
    .map((field) => tab.column(field.key))
    .filter((column) => formats.some((row) => row[column - first] !== '@'));
  if (lost.length === 0) return new Set();
  const formulas = range.getFormulas();
  return new Set(lost.filter((column) => formulas.every((row) => row[column - first] === '')));
}
