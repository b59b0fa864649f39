import { headerFaults } from '../domain/check/header-faults.ts';
import { readMark } from '../domain/check/mark.ts';
import { activeFields } from '../domain/dictionary/compose.ts';
import { alignment, numberFormat } from '../domain/dictionary/formats.ts';
import { bandingStyle, headerStyle, palette } from '../domain/dictionary/palette.ts';
import type { Field, Tab } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import type { Book } from './book.ts';
import { bindColumn, columnLetter, unbindColumn, unboundColumns } from './columns.ts';
import { applyConditionalFormats } from './conditional-formats.ts';
import { boundColumns, type LedgerTab } from './ledger-tab.ts';
import { headerProtection, newTabFacts, readTabFacts, type TabFacts } from './tab-facts.ts';
import { headerNote, suggestionsOf, validationFor } from './validations.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What was made or mended, as labels for the sentence at the end. */
export interface BuildReport {
  added: string[];
  mended: string[];
}

/** How new a tab is: nothing in it, or made a moment ago, so that there is nothing to read either. */
export interface Novelty {
  isNew: boolean;
  inserted: boolean;
  /** made by a run that was cut off: what is there of it is the ledger's own */
  again?: boolean;
}

/** Makes or mends one tab: all reads first, then only writes, which become one commit. */
class TabBuilder {
  private readonly report: BuildReport = { added: [], mended: [] };
  private readonly locale: Locale;
  private readonly sheet: Sheet;
  private readonly book: Book;
  private readonly bound: LedgerTab;
  private readonly tab: Tab;
  private readonly facts: TabFacts;
  private readonly isNew: boolean;
  private readonly again: boolean;

  constructor(book: Book, bound: LedgerTab, tab: Tab, { isNew, inserted, again }: Novelty) {
    this.book = book;
    this.bound = bound;
    this.tab = tab;
    this.isNew = isNew;
    this.again = again === true;
    this.sheet = bound.sheet;
    this.locale = book.language;
    this.facts = inserted ? newTabFacts(bound.sheet) : readTabFacts(bound);
  }

  build(before: Tab | undefined): BuildReport {
    if (!this.isNew)
      for (const field of unboundColumns(this.bound)) bindColumn(this.sheet, this.bound.column(field.key), field.key);
    this.mendHeaders(before);
    this.addColumns();
    for (const field of this.bound.fields()) this.mendColumn(field);
    applyConditionalFormats(this.bound, this.locale, this.facts);
    this.dressSheet();
    return this.report;
  }

  /**
   * Whether new columns came to stand where nothing was: somebody may insert or move columns before the commit. A header
   * of the shop's that was covered comes back, and its column is the shop's again.
   *
   * @param former where the fields stood when they were looked up
   */
  uncover(former: ReadonlyMap<string, number>): boolean {
    SpreadsheetApp.flush();
    const now = this.book.lookAgain(this.bound);
    const header = now?.header() ?? [];
    const ours = new Set(former.values());
    const covered = this.facts.header.flatMap((text, i) =>
      text === '' || ours.has(i + 1) || header.includes(text) ? [] : [i + 1],
    );
    if (!now || covered.length === 0) return true;
    for (const column of covered) {
      const left = [...former].filter(([, at]) => at < column).sort((a, b) => b[1] - a[1])[0];
      const place = column + (left ? (now.columns.get(left[0]) ?? left[1]) - left[1] : 0);
      if (!this.report.added.includes(header[place - 1] ?? '')) continue;
      unbindColumn(this.sheet, place);
      const cell = this.sheet.getRange(1, place);
      cell.setValue(this.facts.header[column - 1]!).setNote(this.facts.notes[column - 1] ?? '');
      this.below(place).clearDataValidations();
    }
    SpreadsheetApp.flush();
    return false;
  }

  private below(column: number): Range {
    const letter = columnLetter(column);
    return this.sheet.getRange(`${letter}2:${letter}${Math.max(2, this.facts.maxRows)}`);
  }

  private addColumns(): void {
    let last = Math.max(this.facts.lastColumn, ...this.bound.columns.values(), 0);
    let { maxColumns } = this.facts;
    for (const field of activeFields(this.tab)) {
      if (this.bound.columns.has(field.key)) continue;
      const column = ++last;
      if (column > maxColumns) {
        this.sheet.insertColumnsAfter(maxColumns, 1);
        maxColumns++;
      }
      bindColumn(this.sheet, column, field.key);
      this.bound.columns.set(field.key, column);
      this.widenBanding(column);
      this.dressColumn(column, field);
      this.report.added.push(field.label[this.locale]);
    }
  }

  /** The banding that ended right before a new column takes it in. */
  private widenBanding(column: number): void {
    for (const banding of this.facts.bandings) {
      const range = banding.getRange();
      if (range.getLastColumn() !== column - 1) continue;
      banding.setRange(this.sheet.getRange(range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns() + 1));
    }
  }

  /** Header, format and width of a column that the ledger makes. The header comes last: where it is blank, the rest may lack. */
  private dressColumn(column: number, field: Field, note = headerNote(field, this.locale)): void {
    this.sheet.setColumnWidth(column, field.width);
    const below = this.below(column).setHorizontalAlignment(alignment(field));
    if (field.kind === 'longText') below.setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
    if (field.kind !== 'yesNo') below.setNumberFormat(numberFormat(field));
    const header = this.sheet.getRange(1, column);
    this.dressHeader(header);
    header.setNote(note).setNumberFormat('@').setValue(field.label[this.locale]);
  }

  private dressHeader(header: Range): void {
    header.setFontWeight('bold').setBackground(headerStyle.fill).setFontColor(headerStyle.text).setVerticalAlignment('middle');
  }

  private mendColumn(field: Field): void {
    const column = this.bound.column(field.key);
    if (this.facts.lostText.has(column)) {
      this.below(column).setNumberFormat('@');
      this.report.mended.push(field.label[this.locale]);
    }
    const rule = validationFor(field, this.locale, suggestionsOf(this.book, field));
    if (rule) this.below(column).setDataValidation(rule);
  }

  /**
   * Headers that were emptied or swapped are written again, and so is one that the ledger wrote itself and that the
   * settings have renamed since. A header that the shop chose stays.
   */
  private mendHeaders(before: Tab | undefined): void {
    const { header, notes } = this.facts;
    const bound = this.bound.fields();
    const faults = headerFaults(boundColumns(this.bound), header);
    for (const field of bound) {
      const column = this.bound.column(field.key);
      const text = header[column - 1] ?? '';
      const fault = faults.some((f) => f.key === field.key && f.kind !== 'doubled');
      const former = before?.fields.find((f) => f.key === field.key);
      const renamed = former !== undefined && text === former.label[this.locale] && text !== field.label[this.locale];
      const cell = this.sheet.getRange(1, column);
      if (text === '') {
        this.widenBanding(column);
        const own = notes[column - 1] ?? '';
        this.dressColumn(column, field, (readMark(own)?.note ?? own) || undefined);
        this.report.mended.push(field.label[this.locale]);
        continue;
      }
      if (fault || renamed) cell.setValue(field.label[this.locale]);
      if (fault) {
        this.dressHeader(cell);
        this.report.mended.push(field.label[this.locale]);
      }
      this.mendHeaderNote(cell, field, former, notes[column - 1] ?? '');
    }
  }

  private mendHeaderNote(cell: Range, field: Field, former: Field | undefined, note: string): void {
    const wanted = headerNote(field, this.locale);
    const mark = readMark(note);
    const ours = former ? headerNote(former, this.locale) : undefined;
    if (mark) cell.setNote(mark.note || wanted).setBackground(headerStyle.fill);
    else if (note === '' ? wanted !== '' : note === ours && ours !== wanted) cell.setNote(wanted);
  }

  /** A warning only. It is named last: one with the ledger's name is whole, and belongs to the shop from then on. */
  private protectHeader(): void {
    const { protections } = this.facts;
    if (protections.some((protection) => protection.getDescription() === headerProtection)) return;
    const begun = this.again ? protections[0] : undefined;
    (begun ?? this.sheet.getRange('1:1').protect()).setWarningOnly(true).setDescription(headerProtection);
  }

  private dressSheet(): void {
    const { sheet, facts } = this;
    if (facts.frozenRows === 0) sheet.setFrozenRows(1);
    this.protectHeader();
    if (!this.isNew) return;
    sheet.setRowHeight(1, headerStyle.height);
    sheet.setTabColor(palette[this.tab.hue].tab);
    const [there] = facts.bandings;
    if (!there || this.again) {
      const { first, last } = this.bound.span();
      const reach = sheet.getRange(1, first, facts.maxRows, last - first + 1);
      (there ?? reach.applyRowBanding(SpreadsheetApp.BandingTheme.LIGHT_GREY, true, false))
        .setHeaderRowColor(headerStyle.fill)
        .setFirstRowColor(bandingStyle.first)
        .setSecondRowColor(bandingStyle.second);
    }
    for (const field of this.bound.fields()) if (field.hidden) sheet.hideColumns(this.bound.column(field.key));
  }
}

/**
 * Makes a tab's columns, or mends them: what is missing is added on the right, headers that were emptied or swapped are
 * written again, lost text formats and dropdowns come back. Nothing of the shop's is moved, renamed or deleted; widths,
 * colours and banding are set only where the ledger made the tab.
 *
 * @param before the tab's definition as it was, to tell a header the ledger wrote from one the shop chose
 * @param novelty how new the tab is
 */
export function buildTab(book: Book, sheet: Sheet, tab: Tab, before: Tab | undefined, novelty: Novelty): BuildReport {
  const bound = book.tabOfSheet(sheet)!;
  const former = new Map(bound.columns);
  const builder = new TabBuilder(book, bound, tab, novelty);
  const report = builder.build(before);
  if (novelty.isNew || report.added.length === 0 || builder.uncover(former)) return report;
  return new TabBuilder(book, book.lookAgain(bound)!, tab, novelty).build(before);
}
