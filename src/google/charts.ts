import type { ChartSpec } from '../domain/charts/chart-spec.ts';
import { chartColors, headerStyle } from '../domain/dictionary/palette.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Google's names for the kinds; a bar's values run along the other axis. */
const typeOf = (kind: ChartSpec['kind']): GoogleAppsScript.Charts.ChartType =>
  ({
    column: Charts.ChartType.COLUMN,
    bar: Charts.ChartType.BAR,
    line: Charts.ChartType.LINE,
    area: Charts.ChartType.AREA,
    pie: Charts.ChartType.PIE,
    combo: Charts.ChartType.COMBO,
    scatter: Charts.ChartType.SCATTER,
  })[kind];

const seriesOf = ({ ranges, kind, labelled, lines, otherSide }: ChartSpec): number =>
  kind === 'pie' || !(labelled || lines || otherSide) ? 0 : ranges.reduce((sum, { columns }) => sum + columns, -1);

/** Every option by the names of Google's chart options. */
function optionsOf(spec: ChartSpec): Record<string, unknown> {
  const { kind, title, size, axes, valueFormat, valueRange, stacked, labelled, hole, lines, otherSide } = spec;
  const names = { title: axes?.names ?? '' };
  const values = {
    title: axes?.values ?? '',
    ...(valueFormat && { format: valueFormat }),
    ...(valueRange && { viewWindow: valueRange }),
  };
  const columns = spec.ranges.reduce((sum, range) => sum + range.columns, -1);
  return {
    title,
    titleTextStyle: { color: headerStyle.text, fontSize: 14, bold: true },
    width: size.width,
    height: size.height,
    colors: spec.colors ?? chartColors,
    // one series is named by the title
    legend: { position: kind === 'pie' || columns > 1 ? 'right' : 'none' },
    hAxis: kind === 'bar' ? values : names,
    vAxis: kind === 'bar' ? names : values,
    ...(stacked && { isStacked: stacked === 'share' ? 'percent' : true }),
    ...(hole && { pieHole: 0.5 }),
    series: Object.fromEntries(
      Array.from({ length: seriesOf(spec) }, (_, at) => [
        at,
        {
          ...(labelled && { dataLabel: 'value' }),
          ...(lines && { type: lines.includes(at) ? 'line' : 'bars' }),
          ...(otherSide?.includes(at) && { targetAxisIndex: 1 }),
        },
      ]),
    ),
  };
}

/**
 * Takes the charts away that hang between two rows, of columns from the first to `columns`; others stay. It looks, so call it before anything is queued.
 *
 * @param rows first and last row of the stretch that is a report's own, 1-based
 * @param begin what is to be queued before the first goes: each that goes is a commit of its own
 */
export function takeCharts(sheet: Sheet, rows: { from: number; to: number; columns?: number }, begin?: () => void): void {
  const ours = sheet.getCharts().filter((chart) => {
    const place = chart.getContainerInfo();
    const row = place.getAnchorRow();
    return row >= rows.from && row <= rows.to && !(place.getAnchorColumn() > (rows.columns ?? Number.POSITIVE_INFINITY));
  });
  if (ours.length > 0) begin?.();
  for (const chart of ours) sheet.removeChart(chart);
}

/**
 * Queues charts.
 *
 * @example addCharts(sheet, [{ kind: 'bar', title: '…', ranges: [{ row: 26, column: 1, rows: 9, columns: 2 }], … }])
 */
export function addCharts(sheet: Sheet, specs: readonly ChartSpec[]): void {
  for (const spec of specs) {
    const { row, column, x = 0, y = 0 } = spec.at;
    let builder = sheet.newChart().setChartType(typeOf(spec.kind)).setPosition(row, column, x, y);
    builder = builder.setNumHeaders(spec.headers === false ? 0 : 1);
    for (const range of spec.ranges)
      builder = builder.addRange(sheet.getRange(range.row, range.column, range.rows, range.columns));
    for (const [name, value] of Object.entries(optionsOf(spec))) builder = builder.setOption(name, value);
    sheet.insertChart(builder.build());
  }
}
