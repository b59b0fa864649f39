import { markNote } from '../domain/check/mark.ts';
import { bandingStyle, headerStyle, markFill, palette } from '../domain/dictionary/palette.ts';
import { say } from '../domain/messages/say.ts';
import { urgencies, urgencyHues } from '../domain/reminders/agenda.ts';
import { handlingOptions } from '../domain/reminders/marks.ts';
import {
  mostHidden,
  mostListed,
  type ReadTodayRow,
  readTodayRow,
  type TodayColumn,
  type TodayRow,
  todayCells,
  todayColumns,
} from '../domain/reminders/today-rows.ts';
import type { Book } from './book.ts';
import { columnLetter } from './columns.ts';
import { makeOwnSheet, sheetOf } from './own-sheet.ts';
import { identity } from './plan-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const todayTabKey = 'today';

const width = todayColumns.length;
const widths: Readonly<Record<TodayColumn, number>> = {
  urgency: 80,
  rule: 124,
  text: 340,
  customer: 104,
  name: 130,
  phone: 130,
  due: 96,
  person: 104,
  handling: 120,
  link: 84,
  key: 60,
};
const columnOf = (column: TodayColumn): number => todayColumns.indexOf(column) + 1;
const letterOf = (column: TodayColumn): string => columnLetter(columnOf(column));
const headerRow = 4;
const firstRow = headerRow + 1;
/** Rows of the grid: all that is ever listed has room, so that nothing is put in or deleted while it is written. */
const gridRows = headerRow + mostListed + mostHidden;
const soft = '#5f6b66';
const linkColour = '#1155cc';

export const todaySheet = (book: Book): Sheet | undefined => sheetOf(book, todayTabKey);

/** Texts of the header row as the ledger writes it, in any language. */
const isLabel = (text: string, column: TodayColumn): boolean =>
  text === say(`today.column.${column}`, 'zh-CN') || text === say(`today.column.${column}`, 'en');

/** Whether the columns stand as the ledger has written them; where somebody put in one, the tab is the shop's. */
const isAsWritten = (header: readonly string[]): boolean =>
  header.every((text) => text === '') || todayColumns.every((column, i) => isLabel(header[i] ?? '', column));

/** The list as somebody left it. */
export interface StandingToday {
  rows: ReadTodayRow[];
  /** the ledger may write over it */
  isAsWritten: boolean;
}

/**
 * What somebody chose in the list since it was written, wherever its rows and columns stand now. One read.
 *
 * @param today `yyyy-MM-dd`
 */
export function readToday(book: Book, today: string): StandingToday {
  const sheet = todaySheet(book);
  const rows = sheet ? sheet.getLastRow() : 0;
  if (!sheet || rows < headerRow) return { rows: [], isAsWritten: true };
  const cells = sheet.getRange(1, 1, rows, Math.max(width, sheet.getLastColumn())).getValues() as unknown[][];
  const texts = cells.map((row) => row.map((cell) => (cell instanceof Date ? book.zone.day(cell).day : String(cell))));
  const header = texts[headerRow - 1]!;
  const places = todayColumns.map((column, i) => {
    const at = header.findIndex((text) => isLabel(text, column));
    return at < 0 ? i : at;
  });
  const listed = texts[0]!.find((text) => /^\d{4}-\d\d-\d\d$/.test(text)) ?? today;
  const when = { today, listed, dateOrder: book.dateOrder };
  return {
    rows: texts.slice(headerRow).flatMap(
      (row) =>
        readTodayRow(
          places.map((at) => row[at] ?? ''),
          when,
        ) ?? [],
    ),
    isAsWritten: isAsWritten(header),
  };
}

/**
 * The tab to write into, made behind the start page when it is first needed, or anew where the shop has made the old one
 * its own. Call it under the lock, before anything is queued.
 */
export function ensureTodaySheet(book: Book, standing: StandingToday): Sheet {
  const there = standing.isAsWritten ? todaySheet(book) : undefined;
  const home = book.settings?.tabs.home;
  const at = book.workbook.getSheets().findIndex((each) => each.getSheetId() === home);
  const sheet = there ?? makeOwnSheet(book, todayTabKey, say('today.tab', book.language), at + 1);
  const columns = sheet.getMaxColumns();
  if (!there && columns > width) sheet.deleteColumns(width + 1, columns - width);
  if (columns < width) sheet.insertColumnsAfter(columns, width - columns);
  const rows = sheet.getMaxRows();
  if (rows < gridRows) sheet.insertRowsAfter(rows, gridRows - rows);
  return sheet;
}

/** What stands above the list. */
export interface TodayHead {
  today: string;
  totals: string;
  lines: readonly string[];
}

/**
 * Leads to records wherever they stand when somebody clicks. A record that stands where it stood is found without looking
 * through its column, which would take long in a large tab.
 */
function linker(book: Book, rows: readonly TodayRow[]): (row: TodayRow) => string {
  const text = (value: string): string => `"${value.replace(/"/g, '""')}"`;
  const places = new Map<string, { address: string; sheet: string; letter: string }>();
  for (const key of new Set(rows.map(({ tab }) => tab))) {
    const tab = book.tab(key);
    const field = tab && identity(tab);
    if (!tab || !field) continue;
    const letter = columnLetter(tab.column(field.key));
    const sheet = `'${tab.name.replace(/'/g, "''")}'!`;
    places.set(key, { address: text(`#gid=${tab.sheet.getSheetId()}&range=${letter}`), sheet, letter });
  }
  return ({ tab, number, row }) => {
    const place = places.get(tab);
    if (!place) return '';
    const { address, sheet, letter } = place;
    const cell = `${sheet}${letter}${row + 2}`;
    const found = `IF(${cell}=${text(number)},ROW(${cell}),MATCH(${text(number)},${sheet}${letter}:${letter},0))`;
    return `=IFERROR(HYPERLINK(${address}&${found},${text(number)}),"")`;
  };
}

const colours = (sheet: Sheet, book: Book): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] => {
  const reach = (column: TodayColumn) => sheet.getRange(`${letterOf(column)}${firstRow}:${letterOf(column)}${gridRows}`);
  return urgencies
    .filter((urgency) => urgencyHues[urgency] !== 'grey')
    .map((urgency) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(say(`today.urgency.${urgency}`, book.language))
        .setBackground(palette[urgencyHues[urgency]].fill)
        .setRanges([reach('urgency'), ...(urgency === 'done' ? [reach('handling')] : [])])
        .build(),
    );
};

/** Writes the list afresh: what it held before is read first, and all that is written afterwards is one commit. */
class TodayWriter {
  private readonly links: string[];
  private readonly bandings: GoogleAppsScript.Spreadsheet.Banding[];
  private readonly filter: GoogleAppsScript.Spreadsheet.Filter | null;
  private readonly grid: GoogleAppsScript.Spreadsheet.Range;

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly rows: readonly TodayRow[],
  ) {
    this.links = rows.map(linker(book, rows));
    this.bandings = sheet.getBandings();
    this.filter = sheet.getFilter();
    // What somebody wrote or dressed further down is theirs.
    this.grid = sheet.getRange(1, 1, Math.max(headerRow + rows.length, Math.min(sheet.getLastRow(), gridRows)), width);
  }

  queue(head: TodayHead): void {
    this.dress();
    this.writeHead(head);
    if (this.rows.length > 0) this.writeRows();
  }

  private below(column: TodayColumn): GoogleAppsScript.Spreadsheet.Range {
    return this.sheet.getRange(firstRow, columnOf(column), Math.max(1, this.rows.length), 1);
  }

  private dress(): void {
    const { sheet } = this;
    this.filter?.remove();
    for (const banding of this.bandings) banding.remove();
    this.grid.clear().clearDataValidations().clearNote().setVerticalAlignment('middle').setNumberFormat('@');
    for (const column of todayColumns) sheet.setColumnWidth(columnOf(column), widths[column]);
    sheet.hideColumns(width);
    sheet.setFrozenRows(headerRow);
    sheet.setHiddenGridlines(true);
    sheet.setRowHeight(1, 36).setRowHeight(headerRow, headerStyle.height);
    sheet.setTabColor(palette.blue.tab);
    sheet.setConditionalFormatRules(colours(sheet, this.book));
  }

  private writeHead({ today, totals, lines }: TodayHead): void {
    const { sheet } = this;
    const { language } = this.book;
    const title = sheet.getRange(1, 1).setValue(say('today.tab', language));
    title.setFontSize(16).setFontWeight('bold').setFontColor(headerStyle.text);
    sheet.getRange(1, width).setValue(today);
    const texts = sheet.getRange(2, 1, 2, 1).setValues([[totals], [lines.join(say('sentence.separator', language))]]);
    texts.setFontColor(soft);
  }

  private writeRows(): void {
    const { sheet, rows } = this;
    const { language } = this.book;
    const labels = todayColumns.map((column) => say(`today.column.${column}`, language));
    const header = sheet.getRange(headerRow, 1, 1, width).setValues([labels]);
    header.setFontWeight('bold').setFontColor(headerStyle.text);
    this.below('due').setNumberFormat('yyyy-mm-dd').setHorizontalAlignment('left');
    this.below('link').setNumberFormat('General').setFontColor(linkColour).setFontLine('underline');
    this.below('text').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
    sheet.getRange(firstRow, 1, rows.length, width).setValues(rows.map((row, i) => todayCells(row, this.links[i]!, language)));
    const choice = SpreadsheetApp.newDataValidation().requireValueInList(handlingOptions(language), true);
    this.below('handling').setDataValidation(choice.setAllowInvalid(true).build());
    this.markUnclear();
    const table = sheet.getRange(headerRow, 1, rows.length + 1, width);
    const banding = table.applyRowBanding();
    banding.setHeaderRowColor(headerStyle.fill).setFirstRowColor(bandingStyle.first).setSecondRowColor(bandingStyle.second);
    table.createFilter();
  }

  private markUnclear(): void {
    const { rows } = this;
    const { language } = this.book;
    if (!rows.some(({ isUnclear }) => isUnclear)) return;
    const note = (text: string) => markNote(say('reminder.unclear', language, { value: text }), { note: '' }, language);
    const range = this.below('handling');
    range.setNotes(rows.map(({ isUnclear, handling }) => [isUnclear ? note(handling) : '']));
    range.setBackgrounds(rows.map(({ isUnclear }) => [isUnclear ? markFill.wrong : null]));
  }
}

/**
 * Makes ready to write the list: everything that has to be known of the tab is read. Nothing is written yet.
 *
 * @param rows in the order in which they are shown
 * @returns queues the list, so that it comes as one commit with what was queued before
 */
export function placeToday(book: Book, sheet: Sheet, rows: readonly TodayRow[]): (head: TodayHead) => void {
  const writer = new TodayWriter(book, sheet, rows);
  return (head) => writer.queue(head);
}
