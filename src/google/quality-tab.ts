import { bandingStyle, headerStyle, palette } from '../domain/dictionary/palette.ts';
import { say } from '../domain/messages/say.ts';
import { type PlacedTable, type QualityReport, reportColumns } from '../domain/quality/report.ts';
import type { ColumnLook, ReportCell, Target } from '../domain/quality/report-rows.ts';
import type { Book } from './book.ts';
import { addCharts, takeCharts } from './charts.ts';
import { columnLetter } from './columns.ts';
import { freeName } from './free-name.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const qualityTabKey = 'quality';
const placeColumn = reportColumns + 1;
const widths = [280, 88, 88, 88, 88, 88, 88, 88, 60];
const soft = '#5f6b66';
const usualRow = 21;

/** Columns from here on are the shop's own. */
export const freeColumn = columnLetter(placeColumn + 1);

const formats: Readonly<Record<ColumnLook, string>> = {
  text: '@',
  link: '@',
  share: '0.0%',
  weight: '0%',
  points: '0.0',
  amount: '#,##0',
};

export const qualitySheet = (book: Book): Sheet | undefined => {
  const id = book.settings?.tabs[qualityTabKey];
  return id === undefined ? undefined : book.workbook.getSheets().find((sheet) => sheet.getSheetId() === id);
};

/** Behind the tabs with records. */
function makeSheet(book: Book): Sheet {
  const settings = book.settings!;
  const label = say('quality.tab', settings.language);
  const blank = book.workbook.getSheets().find((each) => each.getName() === label && each.getLastRow() === 0);
  const records = book.dictionary.tabs.map(({ key }) => settings.tabs[key]);
  const position = book.workbook.getSheets().reduce((last, each, at) => (records.includes(each.getSheetId()) ? at : last), 0) + 1;
  const sheet = blank ?? book.workbook.insertSheet(freeName(book.workbook, label), position);
  sheet.setTabColor(palette.green.tab);
  sheet.setHiddenGridlines(true);
  widths.forEach((pixels, i) => {
    sheet.setColumnWidth(i + 1, pixels);
  });
  sheet.hideColumns(placeColumn);
  book.saveSettings({ ...settings, tabs: { ...settings.tabs, [qualityTabKey]: sheet.getSheetId() } });
  return sheet;
}

const shownIn = (cell: ReportCell): string | number => (typeof cell === 'object' ? cell.text : cell);

type Look = { format: string; align: 'left' | 'right'; background: string; weight: string; size: number; color: string };

const plain: Look = { format: '@', align: 'left', background: '#ffffff', weight: 'normal', size: 10, color: headerStyle.text };

/** How every cell of the page looks, so that each property is set in one call. */
function looksOf(report: QualityReport): Look[][] {
  const page = report.rows.map((row) => row.map(() => ({ ...plain })));
  const change = (row: number, to: Partial<Look>) => Object.assign(page[row - 1]![0]!, to);
  change(1, { size: 16, weight: 'bold' });
  change(2, { color: soft });
  for (let row = report.findings.from; row <= report.findings.to; row++) change(row, { size: 11 });
  for (const { heading, lead, head, last, looks } of report.tables) {
    change(heading, { size: 12, weight: 'bold' });
    if (lead !== undefined) change(lead, { color: soft });
    // words at the end run on over the empty cells beside them
    const width = looks[looks.length - 1] === 'text' ? reportColumns : looks.length;
    for (let row = head; row <= last; row++)
      for (let column = 0; column < width; column++) {
        const look = looks[column] ?? 'text';
        const isText = look === 'text' || looks[column + 1] === 'text';
        const cell = page[row - 1]![column]!;
        cell.align = isText ? 'left' : 'right';
        cell.background = row === head ? headerStyle.fill : (row - head) % 2 === 0 ? bandingStyle.second : bandingStyle.first;
        if (row === head) cell.weight = 'bold';
        else cell.format = formats[look];
      }
  }
  return page;
}

class QualityWriter {
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly report: QualityReport,
  ) {}

  /** Looks first, then only writes: one commit. What is the shop's, from the free column on, stays. */
  write(): void {
    const { sheet, report } = this;
    takeCharts(sheet, report.band);
    const page = this.clear();
    this.dress(page);
    const values = report.rows.map((row) => row.map(shownIn));
    const lead = values[1]![0]!;
    // a run that is cut off leaves a page that says so
    values[1]![0] = say('quality.unfinished', this.book.language);
    page.setValues(values);
    for (const table of report.tables) this.link(table);
    sheet.getRange(report.scoreRow, 1).setRichTextValue(this.scoreLine());
    const places = report.rows.map((_, i) => {
      const place = report.places.get(i + 1);
      return [place ? JSON.stringify([place.tab, place.record, place.field]) : ''];
    });
    sheet.getRange(1, placeColumn, places.length, 1).setNumberFormat('@').setValues(places);
    addCharts(sheet, report.charts);
    sheet.getRange(2, 1).setValue(lead);
  }

  /** @returns where the page is written */
  private clear(): GoogleAppsScript.Spreadsheet.Range {
    const { sheet, report } = this;
    const rows = sheet.getMaxRows();
    const columns = sheet.getMaxColumns();
    const needed = report.rows.length;
    if (columns < placeColumn) sheet.insertColumnsAfter(columns, placeColumn - columns);
    if (rows < needed) sheet.insertRowsAfter(rows, needed - rows);
    sheet.getRange(1, 1, Math.max(rows, needed), placeColumn).clear().clearDataValidations();
    return sheet.getRange(1, 1, needed, reportColumns);
  }

  private dress(page: GoogleAppsScript.Spreadsheet.Range): void {
    const { sheet, report } = this;
    const looks = looksOf(report);
    const each = <K extends keyof Look>(key: K): Look[K][][] => looks.map((row) => row.map((look) => look[key]));
    // what is text stays text, whatever it begins with: names of people, numbers of records
    page.setNumberFormats(each('format')).setVerticalAlignment('middle');
    page.setHorizontalAlignments(each('align')).setBackgrounds(each('background'));
    page.setFontWeights(each('weight') as GoogleAppsScript.Spreadsheet.FontWeight[][]);
    page.setFontSizes(each('size')).setFontColors(each('color'));
    sheet.setRowHeights(1, report.rows.length, usualRow);
    sheet.setRowHeight(1, 36);
    sheet.setRowHeight(report.scoreRow, 48);
  }

  /** Links are text with an address: `#gid=…&range=…` leads to a cell of the same workbook. */
  private link({ first, last, looks }: PlacedTable): void {
    looks.forEach((look, column) => {
      if (look !== 'link' || last < first) return;
      const cells = this.report.rows.slice(first - 1, last).map((row) => [this.linked(row[column]!)]);
      this.sheet.getRange(first, column + 1, cells.length, 1).setRichTextValues(cells);
    });
  }

  private linked(cell: ReportCell): GoogleAppsScript.Spreadsheet.RichTextValue {
    const text = SpreadsheetApp.newRichTextValue().setText(String(shownIn(cell)));
    const address = typeof cell === 'object' ? this.address(cell.to) : undefined;
    return (address === undefined ? text : text.setLinkUrl(address)).build();
  }

  private address(to: Target): string | undefined {
    if ('details' in to) {
      const rows = this.report.details.get(to.details);
      return rows && `#gid=${this.sheet.getSheetId()}&range=A${rows.from}:C${rows.to}`;
    }
    const tab = this.book.tab(to.tab);
    const column = tab?.columns.get(to.field);
    return tab && column ? `#gid=${tab.sheet.getSheetId()}&range=${columnLetter(column)}${to.row}` : undefined;
  }

  /** The figure large, what it means small. */
  private scoreLine(): GoogleAppsScript.Spreadsheet.RichTextValue {
    const { rows, scoreRow, scoreLength } = this.report;
    const text = String(shownIn(rows[scoreRow - 1]![0]!));
    const style = () => SpreadsheetApp.newTextStyle();
    const large = style().setFontSize(30).setBold(true).setForegroundColor(headerStyle.text).build();
    const small = style().setFontSize(11).setForegroundColor(soft).build();
    const line = SpreadsheetApp.newRichTextValue().setText(text).setTextStyle(0, scoreLength, large);
    return (scoreLength < text.length ? line.setTextStyle(scoreLength, text.length, small) : line).build();
  }
}

/** Writes the report as a whole. One commit; what one was looking at stays in sight. */
export function writeQuality(book: Book, report: QualityReport): Sheet {
  const inSight = book.workbook.getActiveSheet();
  const there = qualitySheet(book);
  const sheet = there ?? makeSheet(book);
  if (!there) inSight.activate();
  new QualityWriter(book, sheet, report).write();
  SpreadsheetApp.flush();
  return sheet;
}

/** What a row of the report is about, whoever has sorted it. One read. */
export function qualityPlaceAt(sheet: Sheet, row: number): { tab: string; record: string; field: string } | undefined {
  if (row > sheet.getLastRow() || sheet.getMaxColumns() < placeColumn) return undefined;
  try {
    const place: unknown = JSON.parse(String(sheet.getRange(row, placeColumn).getValue()));
    if (!Array.isArray(place) || place.length !== 3) return undefined;
    const [tab, record, field] = place.map(String) as [string, string, string];
    return { tab, record, field };
  } catch {
    return undefined;
  }
}
