/** The data quality report as it is to be written: its lines, tables, charts and links, in rows of one tab. */
import type { ChartSpec } from '../charts/chart-spec.ts';
import type { Quality } from './assess.ts';
import { dimensions, scoreOf, shareOf, sumTallies, type Tallies } from './dimensions.ts';
import { findingsOf } from './findings.ts';
import { type MonthScore, withMonth } from './history.ts';
import type { QualityWords } from './quality-words.ts';
import { type ColumnLook, grouped, points, type ReportCell, type ReportTable } from './report-rows.ts';
import { type Step, stepsOf } from './steps.ts';
import { detailTable, fieldTable, monthTable, personTable, ruleTable, stepTable, tabTable } from './tables.ts';

/** Columns of the report; the one after them is hidden and says what a row is about. */
export const reportColumns = 8;

/** The charts hang from here on, whatever was found: the next look finds them there. */
const bandRow = 9;
/** Rows of the band in which the charts hang, each of the usual height of 21 pixels. */
const bandRows = 15;
const chartSize = { width: 440, height: 300 };
/** Months that the chart shows. */
const shownMonths = 12;

/** A table where it stands: 1-based rows of its head and of its first and last line. */
export interface PlacedTable {
  heading: number;
  lead?: number;
  head: number;
  first: number;
  last: number;
  looks: readonly ColumnLook[];
}

export interface QualityReport {
  score: number | undefined;
  records: number;
  /** the most rewarding thing to do, as a sentence; empty where there is nothing */
  best: string;
  /** every row has `reportColumns` cells */
  rows: ReportCell[][];
  /** by row, what it is about */
  places: ReadonlyMap<number, { tab: string; record: string; field: string }>;
  tables: PlacedTable[];
  charts: ChartSpec[];
  /** the rows in which the charts hang */
  band: { from: number; to: number };
  scoreRow: number;
  /** of the figure at the beginning of that row */
  scoreLength: number;
  findings: { from: number; to: number };
  /** by what the links of numbers name: the rows of the report that they lead to */
  details: ReadonlyMap<string, { from: number; to: number }>;
  history: MonthScore[];
}

/** @param at the moment of the look as the workbook shows it, beginning with `yyyy-MM` */
export function qualityReport(
  quality: Quality,
  history: readonly MonthScore[],
  at: string,
  words: QualityWords,
  freeColumn: string,
): QualityReport {
  const all = sumTallies(quality.tabs.map(({ tallies }) => tallies));
  const records = quality.tabs.reduce((sum, tab) => sum + tab.records, 0);
  const score = scoreOf(all);
  const months = records === 0 ? [...history] : withMonth(history, monthOf(at, score, all, records));
  const groups = quality.flaws.all();
  const steps = stepsOf(groups, all);
  const listed = inOrderOf(steps, groups);
  const details = detailTable(listed, words);
  const page = new Page();
  page.line(words.say('quality.tab'));
  page.line(words.say('quality.lead', { at, records: grouped(records), column: freeColumn }));
  const figure = score === undefined ? words.say('quality.noScore') : String(Math.round(score));
  const scoreRow = page.line(
    score === undefined ? figure : `${figure} ${words.say('quality.outOf')}${comparison(months, words)}`,
  );
  const head = { score, records, steps, words, months, scoreRow, scoreLength: figure.length };
  const sentences = records === 0 ? [words.say('quality.nothing')] : findingsOf(quality, all, steps, words);
  const findings = { from: page.next, to: page.next + sentences.length - 1 };
  for (const sentence of sentences) page.line(sentence);
  const band = { from: bandRow, to: bandRow + bandRows - 1 };
  if (records === 0) return finish(page, { ...head, findings, band });
  while (page.next < bandRow + bandRows) page.line('');
  const step = steps.length > 0 ? page.table(stepTable(steps, words)) : undefined;
  page.table(tabTable(quality, words));
  page.table(fieldTable(quality, words));
  page.table(personTable(quality, words));
  const month = page.table(monthTable(months, words));
  page.table(ruleTable(words));
  const detail = listed.length > 0 ? page.table(details.table) : undefined;
  const first = detail?.first ?? 0;
  const stretches = new Map([...details.stretches].map(([key, { from, to }]) => [key, { from: first + from, to: first + to }]));
  const charts = chartsOf({ steps, step, month, months, score: score ?? 0, row: band.from, words });
  return { ...finish(page, { ...head, findings, band }), charts, details: stretches };
}

function finish(
  page: Page,
  parts: Pick<QualityReport, 'score' | 'records' | 'scoreRow' | 'scoreLength' | 'findings' | 'band'> & {
    steps: readonly Step[];
    words: QualityWords;
    months: MonthScore[];
  },
): QualityReport {
  const { score, records, scoreRow, scoreLength, findings, band, steps, words, months } = parts;
  const [best] = steps;
  return {
    ...{ score, records, scoreRow, scoreLength, findings, band, history: months },
    best: best ? words.say('quality.finding.best', { step: words.step(best.group), points: points(best.gain) }) : '',
    rows: page.rows,
    places: page.places,
    tables: page.tables,
    charts: [],
    details: new Map(),
  };
}

/** Groups that the steps are about come first: those are what one clicks at. */
function inOrderOf(steps: readonly Step[], groups: ReturnType<Quality['flaws']['all']>) {
  const first = steps.map(({ group }) => group);
  const rest = groups.filter((group) => !first.includes(group)).sort((a, b) => b.amount - a.amount);
  return [...first, ...rest];
}

function monthOf(at: string, score: number | undefined, all: Tallies, records: number): MonthScore {
  const kept = (value: number | undefined): number | null => (value === undefined ? null : Number(value.toFixed(4)));
  const shares = dimensions.map((dimension) => kept(shareOf(all[dimension])));
  return { month: at.slice(0, 7), score: kept(score), shares, records };
}

/** The last two months that were measured. */
function lastTwo(months: readonly MonthScore[]): { now?: MonthScore; before?: MonthScore; change: number } {
  const [now, before] = months.filter(({ score }) => score !== null).reverse();
  const change = now && before ? Math.round(now.score!) - Math.round(before.score!) : 0;
  return { ...(now && { now }), ...(before && { before }), change };
}

function comparison(months: readonly MonthScore[], words: QualityWords): string {
  const { before, change } = lastTwo(months);
  if (!before) return words.say('quality.first');
  const key = change > 0 ? 'quality.better' : change < 0 ? 'quality.worse' : 'quality.same';
  return words.say(key, { month: words.month(before.month), points: Math.abs(change) });
}

function chartsOf(parts: {
  steps: readonly Step[];
  step: PlacedTable | undefined;
  month: PlacedTable;
  months: readonly MonthScore[];
  score: number;
  row: number;
  words: QualityWords;
}): ChartSpec[] {
  const { steps, step, month, months, score, row, words } = parts;
  const charts: ChartSpec[] = [];
  if (step) {
    const best = Math.min(100, Math.round(score + steps.reduce((sum, { gain }) => sum + gain, 0)));
    charts.push({
      kind: 'bar',
      title: words.say(steps.length === 1 ? 'quality.chart.stepsOne' : 'quality.chart.steps', { score: Math.round(score), best }),
      ranges: [{ row: step.head, column: 1, rows: step.last - step.head + 1, columns: 2 }],
      at: { row, column: 1 },
      size: chartSize,
      axes: { values: words.say('quality.chart.points') },
      labelled: true,
    });
  }
  const shown = Math.min(shownMonths, months.length);
  // the head names the columns; it is only in the range where the first month is shown
  const from = months.length > shownMonths ? month.last - shown + 1 : month.head;
  charts.push({
    kind: 'column',
    title: trendTitle(months, words),
    ranges: [{ row: from, column: 1, rows: month.last - from + 1, columns: 2 }],
    at: { row, column: step ? 4 : 1, x: step ? 2 : 0 },
    size: chartSize,
    axes: { values: words.say('quality.chart.score') },
    valueRange: { min: 0, max: 100 },
    labelled: true,
    headers: from === month.head,
  });
  return charts;
}

function trendTitle(months: readonly MonthScore[], words: QualityWords): string {
  const { now, before, change } = lastTwo(months);
  if (!now) return words.say('quality.months');
  const params = { month: words.month(now.month), score: Math.round(now.score!), points: Math.abs(change) };
  if (!before) return words.say('quality.chart.trendFirst', params);
  const key = change > 0 ? 'trendUp' : change < 0 ? 'trendDown' : 'trendSame';
  return words.say(`quality.chart.${key}`, { ...params, before: words.month(before.month) });
}

/** Rows one after the other, every one as wide as the report. */
class Page {
  readonly rows: ReportCell[][] = [];
  readonly tables: PlacedTable[] = [];
  readonly places = new Map<number, { tab: string; record: string; field: string }>();

  /** Of the row that comes next, 1-based. */
  get next(): number {
    return this.rows.length + 1;
  }

  /** @returns its row */
  line(first: ReportCell, more: readonly ReportCell[] = []): number {
    const row = [first, ...more];
    this.rows.push([...row, ...Array<string>(reportColumns - row.length).fill('')]);
    return this.rows.length;
  }

  table({ heading, lead, head, looks, rows, places }: ReportTable): PlacedTable {
    if (this.rows[this.rows.length - 1]?.some((cell) => cell !== '')) this.line('');
    const headingRow = this.line(heading);
    const leadRow = lead === undefined ? undefined : this.line(lead);
    const headRow = this.line(head[0]!, head.slice(1));
    rows.forEach((row, at) => {
      const placed = this.line(row[0]!, row.slice(1));
      if (places) this.places.set(placed, places[at]!);
    });
    const table: PlacedTable = {
      heading: headingRow,
      ...(leadRow === undefined ? {} : { lead: leadRow }),
      head: headRow,
      first: headRow + 1,
      last: this.rows.length,
      looks,
    };
    this.tables.push(table);
    return table;
  }
}
