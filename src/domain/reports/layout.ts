import type { ChartSpec } from '../charts/chart-spec.ts';
import { bandingStyle, headerStyle } from '../dictionary/palette.ts';
import { columnWidths, PageRows, type ReportPage, reportColumns, softColor, usualRow } from './page.ts';
import type { KeyFigure, Report, ReportChart, ReportTable, ReportValue, ValueLook } from './report.ts';
import type { ReportWords } from './report-words.ts';
import { linesOf } from './text-lines.ts';

/** Of a chart, with the row below it. */
const chartRows = 14;
/** Columns that a table may have and leave room for a chart beside it. */
const narrow = 4;
/** In units of half a Chinese character: what fits into the columns at 10 and 11 points. */
const lineWidth = { small: 136, large: 124 };

const pageWidth = columnWidths.reduce((sum, width) => sum + width, 0);
const half = pageWidth / 2;

/** The cell and the distance from its corner that lie so many pixels from the left. */
function placeAt(row: number, pixels: number): ChartSpec['at'] {
  let column = 1;
  let left = pixels;
  while (column < reportColumns && left >= columnWidths[column - 1]!) left -= columnWidths[column++ - 1]!;
  return { row, column, x: Math.round(left), y: 4 };
}

function chartOf(
  chart: ReportChart,
  table: ReportTable,
  head: number,
  at: ChartSpec['at'],
  width: number,
  money: string,
): ChartSpec {
  const { columns, rows, title, ...rest } = chart;
  const drawn = Math.min(rows ?? Number.POSITIVE_INFINITY, table.rows.length - (table.totals ? 1 : 0));
  const look = table.columns[columns[0]!]?.look;
  return {
    ...rest,
    title,
    // neighbours are one stretch
    ranges: [0, ...columns].reduce<{ row: number; column: number; rows: number; columns: number }[]>((ranges, column) => {
      const last = ranges[ranges.length - 1];
      if (last && last.column + last.columns === column + 1) last.columns++;
      else ranges.push({ row: head, column: column + 1, rows: drawn + 1, columns: 1 });
      return ranges;
    }, []),
    at,
    size: { width: Math.floor(width) - 8, height: chartRows * usualRow - 12 },
    ...(look === 'share' ? { valueFormat: 'percent' } : look === 'money' ? { valueFormat: money } : {}),
  };
}

function lookAt({ columns, looks }: ReportTable, row: number, column: number): ValueLook {
  const { look } = columns[column]!;
  return look === 'text' || look === 'change' ? look : (looks?.[row] ?? look);
}

class Layout {
  private readonly page = new PageRows();

  constructor(
    private readonly report: Report,
    private readonly words: ReportWords,
    private readonly made: string,
  ) {}

  lay(): ReportPage {
    const { report, page } = this;
    page.line([report.title], { size: 16, weight: 'bold' }, 36);
    page.line([report.scope], { color: softColor });
    this.figures();
    this.sentences(report.findings, lineWidth.large, { size: 11 });
    const placed: { chart: ReportChart; table: ReportTable; head: number }[] = [];
    const top = page.next + (page.rows[page.rows.length - 1]!.some((cell) => cell !== '') ? 1 : 0);
    if (report.isPage) {
      const count = report.tables.reduce((sum, { charts }) => sum + (charts?.length ?? 0), 0);
      if (count > 0) page.blank(top - page.next + Math.ceil(count / 2) * chartRows);
    }
    for (const table of report.tables) this.table(table, placed);
    if (report.isPage)
      placed.forEach(({ chart, table, head }, at) => {
        this.chart(chart, table, head, top + Math.floor(at / 2) * chartRows, (at % 2) * half, half);
      });
    if (report.notes.length > 0) {
      page.blank();
      page.line([this.words.say('report.notes')], { weight: 'bold' });
      this.sentences(report.notes, lineWidth.small, { color: softColor });
    }
    page.blank();
    page.line([this.made], { color: softColor, size: 9 });
    return page;
  }

  private sentences(texts: readonly string[], width: number, look: Parameters<PageRows['line']>[1]): void {
    for (const text of texts) for (const line of linesOf(text, width)) this.page.line([line], look);
  }

  /** Four in a row: what it is, the figure, and how it compares. Figures are texts: a large number would not fit into its cell. */
  private figures(): void {
    const { page, words } = this;
    const { figures } = this.report;
    for (let from = 0; from < figures.length; from += 4) {
      page.blank();
      const four = figures.slice(from, from + 4);
      const spread = (text: (figure: KeyFigure) => string): string[] =>
        four.flatMap((figure, at) => (at === 0 ? [text(figure)] : ['', text(figure)]));
      const background = bandingStyle.second;
      page.line(
        spread(({ label }) => label),
        { color: softColor, background },
      );
      page.line(
        spread(({ value, look }) => words.value(value, look)),
        { size: 18, weight: 'bold', background },
        34,
      );
      page.line(
        spread(({ beside }) => beside ?? ''),
        { color: softColor, size: 9, background },
      );
    }
    if (figures.length > 0) page.blank();
  }

  private table(table: ReportTable, placed: { chart: ReportChart; table: ReportTable; head: number }[]): void {
    const { page } = this;
    const charts = table.charts ?? [];
    const isNarrow = table.columns.length <= narrow && table.rows.length > 0;
    if (page.rows[page.rows.length - 1]!.some((cell) => cell !== '')) page.blank();
    page.line([table.heading], { size: 12, weight: 'bold' });
    if (table.lead)
      this.sentences([table.lead], isNarrow && charts.length > 0 ? lineWidth.small / 2 : lineWidth.small, { color: softColor });
    const above = page.next;
    const isAbove = charts.length > 0 && !isNarrow && !this.report.isPage;
    if (isAbove) page.blank(Math.ceil(charts.length / 2) * chartRows);
    const head = page.line(table.columns.map(({ label }) => label));
    this.head(table, head);
    table.rows.forEach((row, at) => {
      this.row(table, row, at);
    });
    if (this.report.isPage) {
      placed.push(...charts.map((chart) => ({ chart, table, head })));
      return;
    }
    if (isAbove)
      charts.forEach((chart, at) => {
        const isAlone = charts.length === 1;
        this.chart(chart, table, head, above + Math.floor(at / 2) * chartRows, (at % 2) * half, isAlone ? pageWidth : half);
      });
    else if (charts.length > 0) {
      const left = columnWidths.slice(0, table.columns.length).reduce((sum, width) => sum + width, 16);
      charts.forEach((chart, at) => {
        this.chart(chart, table, head, head + at * chartRows, left, pageWidth - left);
      });
      page.blank(Math.max(0, head + charts.length * chartRows - page.next));
    }
  }

  private head(table: ReportTable, row: number): void {
    table.columns.forEach(({ look }, column) => {
      this.page.look(row, column + 1, {
        weight: 'bold',
        background: headerStyle.fill,
        align: look === 'text' ? 'left' : 'right',
      });
    });
  }

  private row(table: ReportTable, values: readonly ReportValue[], at: number): void {
    const { page } = this;
    const row = page.line(values.map((value, column) => this.shown(value, lookAt(table, at, column))));
    const isTotal = table.totals && at === table.rows.length - 1;
    values.forEach((value, column) => {
      const look = lookAt(table, at, column);
      page.look(row, column + 1, {
        format: value === null ? 'text' : look,
        align: look === 'text' ? 'left' : 'right',
        background: isTotal ? headerStyle.fill : at % 2 === 1 ? bandingStyle.second : bandingStyle.first,
        weight: isTotal ? 'bold' : 'normal',
      });
    });
  }

  private shown(value: ReportValue, look: ValueLook): string | number {
    if (value === null) return '—';
    return look === 'money' ? Number(value) / 100 : value;
  }

  private chart(chart: ReportChart, table: ReportTable, head: number, row: number, left: number, width: number): void {
    const { sign, isBehind } = this.words.currency;
    const money = isBehind ? `#,##0 "${sign}"` : `"${sign}"#,##0`;
    this.page.charts.push(chartOf(chart, table, head, placeAt(row, left), width, money));
  }
}

/**
 * Gives a report its rows: title, figures, findings, tables with their charts beside or above them, and what was left out.
 *
 * @param made when it was made and what becomes of the tab, as a sentence
 */
export const layOut = (report: Report, words: ReportWords, made: string): ReportPage => new Layout(report, words, made).lay();
