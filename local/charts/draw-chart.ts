/** Draws one chart of a workbook. Pure: the same workbook gives the same picture. */
import type { WorkbookState } from '../contract.ts';
import type { ChartSpec, Theme } from '../presentation.ts';
import { drawAxes } from './axes.ts';
import { type ChartTable, chartTable, type Display } from './chart-table.ts';
import { bucketTable } from './histogram.ts';
import { drawLegend, drawTitle, type Entry, roomBeside } from './legend.ts';
import { type ChartLook, hasAxes, lookOf, type SeriesLook } from './look.ts';
import { drawMarks } from './marks.ts';
import { OptionReader } from './options.ts';
import { drawPie } from './pie.ts';
import { type Box, type ChartPicture, rectShape, type Shape, textShape } from './shapes.ts';
import { type Span, spansOf } from './stack.ts';
import { drawTable } from './table-picture.ts';

const WORDS = {
  zh: { empty: '还没有可以画出来的数字', foreign: '这种图表只能在 Google 表格里看到', chart: '图表' },
  en: { empty: 'There are no numbers to draw yet', foreign: 'Only Google Sheets shows this kind of chart', chart: 'Chart' },
};

/**
 * @param theme gives the colours that the chart does not name
 * @example drawChart(state, { id: 1, spec }, theme, sight.display).shapes
 */
export function drawChart(
  state: WorkbookState,
  { id, spec }: { id: number; spec: ChartSpec },
  theme: Theme,
  display: Display,
): ChartPicture {
  const words = state.locale.startsWith('zh') ? WORDS.zh : WORDS.en;
  const colors = [1, 2, 3, 4, 5, 6].map((accent) => theme.colors[`ACCENT${accent}`] ?? '#888888');
  const table = tableOf(state, spec, display);
  const look = lookOf(spec, table, colors);
  const shapes: Shape[] = [rectShape({ left: 0, top: 0, width: look.width, height: look.height }, look.background)];
  const box = drawTitle(look, shapes);
  const numbers = table.series.some(({ values }) => values.some((value) => value !== null && (spec.type !== 'PIE' || value > 0)));
  const say = (text: string) =>
    shapes.push(textShape(box.left + box.width / 2, box.top + box.height / 2, text, { size: 13, anchor: 'middle' }));
  if (!hasAxes(spec.type) && spec.type !== 'PIE' && spec.type !== 'TABLE') say(words.foreign);
  else if (!numbers && spec.type !== 'TABLE') say(words.empty);
  else if (spec.type === 'PIE') drawPie(look, table, colors, box, shapes);
  else if (spec.type === 'TABLE') drawTable(table, box, shapes);
  else drawUponAxes(state, look, table, box, display, shapes);
  const { row, column, x, y } = spec;
  const label = [look.title || words.chart, look.subtitle].filter((text) => text !== '').join(' – ');
  return { id, row, column, x, y, width: look.width, height: look.height, label, shapes };
}

function tableOf(state: WorkbookState, spec: ChartSpec, display: Display): ChartTable {
  const options = new OptionReader(spec.options);
  const named = spec.type !== 'HISTOGRAM' && !options.denies('useFirstColumnAsDomain');
  const table = chartTable(state, spec, display, named);
  return spec.type === 'HISTOGRAM' ? bucketTable(table, options) : table;
}

function drawUponAxes(
  state: WorkbookState,
  look: ChartLook,
  table: ChartTable,
  box: Box,
  display: Display,
  shapes: Shape[],
): void {
  const spans = spansOf(table.series, look);
  const entries = look.series.flatMap((series): Entry[] => (series.inLegend ? [entryOf(series)] : []));
  const room = roomBeside(box, look.legend, entries);
  const plot = drawAxes(look, table, spans, room, { locale: state.locale, display }, shapes);
  drawMarks({ look, table, spans, plot, shapes });
  const near = look.sideways ? entries : entriesAtEnds(look, spans, plot.at);
  drawLegend(box, plot, look.legend, near, shapes);
}

const entryOf = ({ name, color, mark, dash }: SeriesLook): Entry => ({
  name,
  color,
  ...(mark === 'line' && { line: dash ?? 'none' }),
});

/** Beside where each line ends, and stack by stack: so the list is read without looking for colours. */
function entriesAtEnds(look: ChartLook, spans: readonly Span[][], at: (value: number, side: 0 | 1) => number): Entry[] {
  return look.series.flatMap((series, index): Entry[] => {
    const { side, mark } = series;
    if (!series.inLegend) return [];
    const last = spans[index]!.findLast((span) => span !== null);
    const ends = last && (mark === 'line' || look.stacked !== 'no');
    const value = last && (mark === 'line' ? last[1] : (last[0] + last[1]) / 2);
    return [{ ...entryOf(series), ...(ends && { near: at(value!, side) }) }];
  });
}
