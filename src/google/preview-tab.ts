import type { Finding } from '../domain/cleanup/finding.ts';
import { mostListed, type PreviewedRow, previewColumns, previewRow, readPreviewRow } from '../domain/cleanup/preview-rows.ts';
import { bandingStyle, headerStyle, markFill } from '../domain/dictionary/palette.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from './book.ts';
import { columnLetter } from './columns.ts';
import {
  clearListing,
  ensureListing,
  ensureListingRows,
  listingHeader as headerRow,
  type Listing,
  listingSheet,
  queueHead,
  queueHeadings,
  queueProgress,
} from './listing-tab.ts';
import { exactRuns } from './runs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const listing: Listing = { key: 'cleanUp', title: 'preview.tab' };
const width = previewColumns.length;
const widths = [56, 84, 88, 110, 104, 200, 200, 250, 140, 60];
const last = columnLetter(width);
const letterOf = (column: (typeof previewColumns)[number]): string => columnLetter(previewColumns.indexOf(column) + 1);
const firstRow = headerRow + 1;
const resultColumn = previewColumns.indexOf('result') + 1;
/** So many rows are sent in one commit. */
const slice = 10_000;
/** A list of ranges in one call. */
const mostStretches = 200;

export const previewSheet = (book: Book): Sheet | undefined => listingSheet(book, listing);

/** What the rows of the preview hold as somebody left them, by row (1-based). One read. */
export function readPreview(sheet: Sheet): Map<number, PreviewedRow> {
  const rows = sheet.getLastRow() - headerRow;
  if (rows <= 0 || sheet.getMaxColumns() < width) return new Map();
  const cells = sheet.getRange(firstRow, 1, rows, width).getValues() as unknown[][];
  return new Map(
    cells.flatMap((row, i) => {
      const read = readPreviewRow(row);
      return read && read.kind !== 'report' ? [[firstRow + i, read] as const] : [];
    }),
  );
}

/** The preview's tab, made when first needed, emptied and in front: it says that somebody is at work. One commit. */
export function openPreview(book: Book): Sheet {
  const sheet = ensureListing(book, listing);
  clearListing(book, sheet, listing, widths, width);
  sheet.getRange(`B${firstRow}:${last}`).setNumberFormat('@');
  sheet.getRange(`${letterOf('from')}${firstRow}:${letterOf('result')}`).setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  queueProgress(sheet, say('preview.reading', book.language));
  sheet.activate();
  SpreadsheetApp.flush();
  return sheet;
}

/** What stands above the list. */
export interface PreviewHead {
  totals: (reportsFrom: number) => string;
  lines: readonly string[];
}

class PreviewWriter {
  private readonly changes: readonly Finding[];
  private readonly reports: readonly Finding[];

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    findings: readonly Finding[],
  ) {
    this.changes = findings.filter(({ kind }) => kind !== 'report').slice(0, mostListed);
    this.reports = findings.filter(({ kind }) => kind === 'report').slice(0, mostListed);
  }

  write(head: PreviewHead): void {
    const { sheet, changes, reports } = this;
    const below = firstRow + changes.length;
    const reportsFrom = changes.length > 0 ? below + 1 : headerRow;
    const end = Math.max(below, reportsFrom + 2 + reports.length);
    ensureListingRows(sheet, end, sheet.getMaxRows());
    queueHead(sheet, head.totals(reportsFrom), head.lines.join(' '));
    if (changes.length > 0) this.writeChanges(below);
    if (reports.length > 0) this.writeReports(reportsFrom);
    SpreadsheetApp.flush();
  }

  private heading(row: number, keys: readonly string[]): void {
    const labels = keys.map((key) =>
      key === 'place' ? '' : say(`preview.column.${key}` as 'preview.column.tick', this.book.language),
    );
    queueHeadings(this.sheet, row, labels);
  }

  /** Rows in slices: text columns are text already, so that nothing is read as a number or a formula. */
  private rows(first: number, findings: readonly Finding[]): void {
    const { book, sheet } = this;
    for (let at = 0; at < findings.length; at += slice) {
      const some = findings.slice(at, at + slice);
      const range = sheet.getRange(first + at, 1, some.length, width);
      range.setValues(some.map((finding) => previewRow(finding, book.dictionary, book.language)));
      if (findings.length > slice) SpreadsheetApp.flush();
    }
  }

  private writeChanges(below: number): void {
    const { sheet, changes } = this;
    this.heading(headerRow, previewColumns);
    // Boxes come first: they begin unticked, whatever stands there.
    sheet.getRange(firstRow, 1, changes.length, 1).insertCheckboxes();
    this.rows(firstRow, changes);
    const table = sheet.getRange(headerRow, 1, below - headerRow, width);
    const banding = table.applyRowBanding();
    banding.setHeaderRowColor(headerStyle.fill).setFirstRowColor(bandingStyle.first).setSecondRowColor(bandingStyle.second);
    const unsure = exactRuns(changes.flatMap(({ sure }, i) => (sure ? [] : [{ row: firstRow + i, value: true }])));
    const letter = letterOf('reason');
    const ranges = unsure
      .slice(0, mostStretches)
      .map(({ first, values }) => `${letter}${first}:${letter}${first + values.length - 1}`);
    if (ranges.length > 0) sheet.getRangeList(ranges).setBackground(markFill.warning);
    table.createFilter();
  }

  private writeReports(from: number): void {
    const { sheet, reports } = this;
    const list = from === headerRow ? from : from + 1;
    if (list !== from)
      sheet
        .getRange(from, 1)
        .setValue(say('preview.reports', this.book.language))
        .setFontWeight('bold')
        .setFontColor(headerStyle.text);
    this.heading(list, ['place', 'tab', 'record', 'about', 'field', 'now', 'maybe', 'mend', 'place', 'place']);
    this.rows(list + 1, reports);
    sheet.getRange(list + 1, 1, reports.length, 1).clearContent();
  }
}

/**
 * Writes what a clean-up would do: a line of totals, the changes with a tick each under a filter, and below them what
 * only people can settle.
 *
 * @param findings in the order in which they are shown
 */
export const writePreview = (book: Book, sheet: Sheet, findings: readonly Finding[], head: PreviewHead): void =>
  new PreviewWriter(book, sheet, findings).write(head);

/** Notes what became of rows of the preview, by row (1-based). One read and one write. */
export function writeResults(sheet: Sheet, results: ReadonlyMap<number, string>): void {
  if (results.size === 0) return;
  const rows = [...results.keys()];
  const first = rows.reduce((least, row) => Math.min(least, row), rows[0]!);
  const amount = rows.reduce((most, row) => Math.max(most, row), first) - first + 1;
  const range = sheet.getRange(first, resultColumn, amount, 1);
  const before = range.getValues() as string[][];
  range.setValues(before.map(([text], i) => [results.get(first + i) ?? text!]));
}

/** What a row of the preview is about, whoever has sorted it. One read. */
export function previewedAt(sheet: Sheet, row: number): PreviewedRow | undefined {
  return row >= firstRow && row <= sheet.getLastRow()
    ? readPreviewRow(sheet.getRange(row, 1, 1, width).getValues()[0]!)
    : undefined;
}
