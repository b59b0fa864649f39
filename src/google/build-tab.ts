import { headerFaults } from '../domain/check/header-faults.ts';
import { readMark } from '../domain/check/mark.ts';
import { activeFields } from '../domain/dictionary/compose.ts';
import { alignment, isTextField, numberFormat } from '../domain/dictionary/formats.ts';
import { bandingStyle, headerStyle, palette } from '../domain/dictionary/palette.ts';
import { settingsTabKey } from '../domain/dictionary/settings-tab.ts';
import type { Field, Tab } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import type { Book } from './book.ts';
import { bindColumn, columnLetter } from './columns.ts';
import { applyConditionalFormats } from './conditional-formats.ts';
import type { LedgerTab } from './ledger-tab.ts';
import { headerNote, type Suggestions, validationFor } from './validations.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const headerProtection = 'customer-ledger header';

/** What was made or mended, as labels for the sentence at the end. */
export interface BuildReport {
  added: string[];
  mended: string[];
}

const whole = (sheet: Sheet, column: number): GoogleAppsScript.Spreadsheet.Range => {
  const letter = columnLetter(column);
  return sheet.getRange(`${letter}2:${letter}${Math.max(2, sheet.getMaxRows())}`);
};

function suggestionsOf(book: Book, field: Field): Suggestions | undefined {
  const list = field.suggestFrom && book.tab(field.suggestFrom.list);
  const column = list?.columns.get(field.suggestFrom?.field ?? '');
  return list && column ? { sheet: list.sheet, column } : undefined;
}

/** Header, format and width of a column that the ledger has just made or taken on. */
function dressColumn(sheet: Sheet, column: number, field: Field, locale: Locale, isNew: boolean): void {
  const header = sheet.getRange(1, column);
  if (isNew) {
    header.setNumberFormat('@').setValue(field.label[locale]);
    sheet.setColumnWidth(column, field.width);
    whole(sheet, column).setHorizontalAlignment(alignment(field));
    if (field.kind === 'longText') whole(sheet, column).setWrap(true);
  }
  if (header.getNote() === '') header.setNote(headerNote(field, locale));
  header.setFontWeight('bold').setBackground(headerStyle.fill).setFontColor(headerStyle.text).setVerticalAlignment('middle');
  if (isNew && field.kind !== 'yesNo') whole(sheet, column).setNumberFormat(numberFormat(field));
}

/** A text column must be text before anything is written; a formula's cell is left as it is. */
function mendTextFormat(sheet: Sheet, column: number): boolean {
  const range = whole(sheet, column);
  const formats = range.getNumberFormats();
  if (formats.every((row) => row[0] === '@')) return false;
  const formulas = range.getFormulas();
  if (formulas.some((row) => row[0] !== '')) return false;
  range.setNumberFormat('@');
  return true;
}

function addColumn(sheet: Sheet, after: number): number {
  const column = after + 1;
  if (column > sheet.getMaxColumns()) sheet.insertColumnAfter(sheet.getMaxColumns());
  return column;
}

/**
 * Makes a tab's columns, or mends them: what is missing is added on the right, headers that were emptied or swapped are
 * written again, lost text formats and dropdowns come back. Nothing of the shop's is moved, renamed or deleted; widths,
 * colours and banding are set only where the ledger made the column.
 *
 * @param before the tab's definition as it was, to tell a header the ledger wrote from one the shop chose
 */
export function buildTab(book: Book, sheet: Sheet, tab: Tab, before: Tab | undefined, isNew: boolean): BuildReport {
  const locale = book.language;
  const report: BuildReport = { added: [], mended: [] };
  const bound = book.tabOfSheet(sheet)!;
  adoptColumns(bound);
  for (const field of activeFields(tab)) {
    if (bound.columns.has(field.key)) continue;
    const column = addColumn(sheet, Math.max(sheet.getLastColumn(), ...bound.columns.values(), 0));
    bindColumn(sheet, column, field.key);
    bound.columns.set(field.key, column);
    dressColumn(sheet, column, field, locale, true);
    report.added.push(field.label[locale]);
  }
  report.mended.push(...mendHeaders(bound, before, locale));
  for (const field of bound.fields()) {
    const column = bound.column(field.key);
    if (!isNew && isTextField(field) && mendTextFormat(sheet, column)) report.mended.push(field.label[locale]);
    const rule = validationFor(field, locale, suggestionsOf(book, field));
    if (rule) whole(sheet, column).setDataValidation(rule);
  }
  applyConditionalFormats(bound, locale);
  dressSheet(sheet, tab, bound, isNew);
  return report;
}

/** Columns found by their header become known by identity. */
function adoptColumns(tab: LedgerTab): void {
  const known = new Set(
    tab.sheet
      .createDeveloperMetadataFinder()
      .withKey('ledger.field')
      .find()
      .map((item) => item.getValue()),
  );
  for (const field of tab.fields()) if (!known.has(field.key)) bindColumn(tab.sheet, tab.column(field.key), field.key);
}

function mendHeaders(tab: LedgerTab, before: Tab | undefined, locale: Locale): string[] {
  const last = tab.sheet.getLastColumn();
  if (last === 0) return [];
  const row = tab.sheet.getRange(1, 1, 1, last);
  const header = row.getDisplayValues()[0]!.map((text) => text.trim());
  const notes = row.getNotes()[0]!;
  const faults = headerFaults(
    tab.fields().map((field) => ({ key: field.key, labels: Object.values(field.label), column: tab.column(field.key) - 1 })),
    header,
  );
  const mended: string[] = [];
  for (const field of tab.fields()) {
    const column = tab.column(field.key);
    const text = header[column - 1] ?? '';
    const fault = faults.find((f) => f.key === field.key && f.kind !== 'doubled');
    const former = before?.fields.find((f) => f.key === field.key);
    const renamed = former !== undefined && text === former.label[locale] && text !== field.label[locale];
    const cell = tab.sheet.getRange(1, column);
    if (fault || renamed) {
      cell.setValue(field.label[locale]);
      if (fault) mended.push(field.label[locale]);
    }
    const note = notes[column - 1] ?? '';
    const mark = readMark(note);
    const plain = former ? headerNote(former, locale) : undefined;
    if (mark) cell.setNote(mark.note || headerNote(field, locale)).setBackground(headerStyle.fill);
    else if (note === '' || (note === plain && plain !== headerNote(field, locale))) cell.setNote(headerNote(field, locale));
  }
  return mended;
}

function dressSheet(sheet: Sheet, tab: Tab, bound: LedgerTab, isNew: boolean): void {
  if (sheet.getFrozenRows() === 0) sheet.setFrozenRows(1);
  const hasProtection = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .some((protection) => protection.getDescription() === headerProtection);
  if (!hasProtection) sheet.getRange('1:1').protect().setDescription(headerProtection).setWarningOnly(true);
  if (!isNew) return;
  sheet.setRowHeight(1, headerStyle.height);
  sheet.setTabColor(palette[tab.hue].tab);
  if (sheet.getBandings().length === 0) {
    const { first, last } = bound.span();
    sheet
      .getRange(1, first, sheet.getMaxRows(), last - first + 1)
      .applyRowBanding(SpreadsheetApp.BandingTheme.LIGHT_GREY, true, false)
      .setHeaderRowColor(headerStyle.fill)
      .setFirstRowColor(bandingStyle.first)
      .setSecondRowColor(bandingStyle.second);
  }
  if (tab.key === settingsTabKey) sheet.hideColumns(bound.column('key'));
}
