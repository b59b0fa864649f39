import { bandingStyle, headerStyle } from '../dictionary/palette.ts';
import { type CellLook, columnWidths, PageRows, type ReportPage, reportColumns, softColor } from './page.ts';
import { type PlacedTable, pageWidth, placedChart } from './place-charts.ts';
import type { KeyFigure, Report, ReportChart, ReportTable, ReportValue, ValueLook } from './report.ts';
import type { ReportWords } from './report-words.ts';
import { linesOf, widthIn } from './text-lines.ts';

/** Of a chart, with what is left free below it; on a page to print. Few bars need less. */
const chartRows = { report: 14, page: 12 };
/** Columns that a table may have and leave room for a chart, or for another table, beside it. */
const narrow = 4;
/** Pixels of half a Chinese character in bold. */
const unitWidth = 6.9;
/** In units of half a Chinese character: what fits into the columns at 10 and 11 points. */
const lineWidth = { small: 136, large: 124 };

function lookAt({ columns, looks }: ReportTable, row: number, column: number): ValueLook {
  const { look } = columns[column]!;
  return look === 'text' || look === 'change' ? look : (looks?.[row] ?? look);
}

/** Rows of a chart, with what is left free below it. */
function rowsOf({ kind, columns, rows = 14, stacked }: ReportChart, table: ReportTable): number {
  const bars = Math.min(rows, table.rows.length - (table.totals ? 1 : 0)) * (stacked ? 1 : columns.length);
  // the legend needs room, too
  const least = columns.length > 1 ? columns.length + 7 : 9;
  return kind === 'bar' ? Math.min(chartRows.report, Math.max(9, least, bars + 6)) : chartRows.report;
}

/** Columns over which the texts of the last one run. */
function overrun({ columns, rows }: ReportTable, first: number): number {
  const last = first + columns.length - 1;
  if (columns[columns.length - 1]!.look !== 'text') return 0;
  let free = Math.max(...rows.map((row) => widthIn(String(row[columns.length - 1] ?? '')))) * unitWidth - columnWidths[last - 1]!;
  let more = 0;
  for (; free > 0 && last + more < reportColumns; more++) free -= columnWidths[last + more]!;
  return more;
}

const isNarrow = ({ columns }: ReportTable): boolean => columns.length <= narrow;

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
    if (report.isPage) this.pageToPrint();
    else for (const table of report.tables) this.withCharts(table);
    for (const [heading, sentences] of [
      ['report.method', report.method ?? []],
      ['report.notes', report.notes],
    ] as const)
      if (sentences.length > 0) {
        this.gap();
        page.line([this.words.say(heading)], { weight: 'bold' });
        this.sentences(sentences, lineWidth.small, { color: softColor });
      }
    this.gap();
    page.line([this.made], { color: softColor, size: 9 });
    return page;
  }

  private sentences(texts: readonly string[], width: number, look: Partial<CellLook>): void {
    for (const text of texts) for (const line of linesOf(text, width)) this.page.line([line], look);
  }

  /** An empty row, where the last one is not empty. */
  private gap(): void {
    const { rows } = this.page;
    if (rows[rows.length - 1]!.some((cell) => cell !== '')) this.page.blank();
  }

  /** Four in a row: what it is, the figure, and how it compares. Figures are texts: a large number would not fit into its cell. */
  private figures(): void {
    const { page, words } = this;
    const { figures } = this.report;
    for (let from = 0; from < figures.length; from += 4) {
      this.gap();
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
    page.blank();
  }

  /** All charts first, two beside each other, and narrow tables beside each other. */
  private pageToPrint(): void {
    const { page } = this;
    const { tables } = this.report;
    this.gap();
    const top = page.next;
    const rows = chartRows.page;
    page.blank(Math.ceil(tables.reduce((sum, { charts }) => sum + (charts?.length ?? 0), 0) / 2) * rows);
    const placed: PlacedTable[] = [];
    for (const table of tables) {
      const last = placed[placed.length - 1];
      const isBeside = last?.column === 1 && isNarrow(last.table) && isNarrow(table);
      placed.push(this.table(table, isBeside ? { heading: last.head - 1 } : undefined));
    }
    const charts = placed.flatMap((place) => (place.table.charts ?? []).map((chart) => ({ place, chart })));
    charts.forEach(({ place, chart }, at) => {
      const row = top + Math.floor(at / 2) * rows;
      this.chart(chart, place, { row, left: ((at % 2) * pageWidth) / 2, width: pageWidth / 2, rows });
    });
  }

  /** The charts beside a narrow table, above any other. */
  private withCharts(table: ReportTable): void {
    const { page } = this;
    const charts = table.charts ?? [];
    const rows = Math.max(0, ...charts.map((chart) => rowsOf(chart, table)));
    if (isNarrow(table)) {
      const place = this.table(table);
      const left = columnWidths.slice(0, table.columns.length).reduce((sum, width) => sum + width, 16);
      charts.forEach((chart, at) => {
        this.chart(chart, place, { row: place.head + at * rows, left, width: pageWidth - left, rows });
      });
      page.blank(Math.max(0, place.head + charts.length * rows - page.next));
      return;
    }
    this.heading(table);
    const top = page.next;
    page.blank(Math.ceil(charts.length / 2) * rows);
    const place = this.body(table);
    const width = charts.length === 1 ? pageWidth : pageWidth / 2;
    charts.forEach((chart, at) => {
      this.chart(chart, place, { row: top + Math.floor(at / 2) * rows, left: (at % 2) * width, width, rows });
    });
  }

  private chart(chart: ReportChart, table: PlacedTable, place: Parameters<typeof placedChart>[2]): void {
    this.page.charts.push(placedChart(chart, table, place, this.words.currency));
  }

  private heading({ heading, lead }: ReportTable): void {
    this.gap();
    this.page.line([heading], { size: 12, weight: 'bold' });
    if (lead) this.sentences([lead], lineWidth.small, { color: softColor });
  }

  /** @param beside row of the heading of the table that it stands beside; absent: below everything */
  private table(table: ReportTable, beside?: { heading: number }): PlacedTable {
    if (!beside) {
      this.heading(table);
      return this.body(table);
    }
    this.page.put(beside.heading, narrow + 1, [table.heading], [{ size: 12, weight: 'bold' }]);
    return this.body(table, { row: beside.heading + 1, column: narrow + 1 });
  }

  private body(table: ReportTable, at: { row: number; column: number } = { row: this.page.next, column: 1 }): PlacedTable {
    const { rows } = table;
    const blank = { label: '', look: 'text' } as const;
    const columns = [...table.columns, ...Array<typeof blank>(overrun(table, at.column)).fill(blank)];
    const align = (look: ValueLook) => (look === 'text' ? 'left' : 'right');
    this.page.put(
      at.row,
      at.column,
      columns.map(({ label }) => label),
      columns.map(({ look }) => ({ weight: 'bold', background: headerStyle.fill, align: align(look), wraps: true })),
    );
    const lines = columns.map(({ label }, i) => linesOf(label, (columnWidths[at.column - 1 + i]! - 8) / unitWidth).length);
    const most = Math.min(3, Math.max(...lines));
    if (most > 1) this.page.heights.set(at.row, Math.max(this.page.heights.get(at.row) ?? 0, most * 16 + 6));
    rows.forEach((row, index) => {
      const isTotal = table.totals && index === rows.length - 1;
      const background = isTotal ? headerStyle.fill : index % 2 === 1 ? bandingStyle.second : bandingStyle.first;
      const cells = columns.map((_, column) => (column < row.length ? row[column]! : ''));
      const looks = columns.map((_, column) => (column < row.length ? lookAt(table, index, column) : 'text'));
      this.page.put(
        at.row + 1 + index,
        at.column,
        cells.map((value, column) => this.shown(value, looks[column]!)),
        cells.map((value, column) => ({
          format: value === null ? 'text' : looks[column]!,
          align: align(looks[column]!),
          background,
          weight: isTotal ? 'bold' : 'normal',
        })),
      );
    });
    return { table, head: at.row, column: at.column };
  }

  private shown(value: ReportValue, look: ValueLook): string | number {
    if (value === null) return '—';
    return look === 'money' ? Number(value) / 100 : value;
  }
}

/**
 * Gives a report its rows: title, figures, findings, tables with their charts beside or above them, and what was left out.
 *
 * @param made when it was made and what becomes of the tab, as a sentence
 */
export const layOut = (report: Report, words: ReportWords, made: string): ReportPage => new Layout(report, words, made).lay();
