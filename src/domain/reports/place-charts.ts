import type { ChartSpec } from '../charts/chart-spec.ts';
import type { Currency } from '../money/own-currency.ts';
import { columnWidths, reportColumns, usualRow } from './page.ts';
import type { ReportChart, ReportTable } from './report.ts';

/** A table where it stands: 1-based row of its head and column of its names. */
export interface PlacedTable {
  table: ReportTable;
  head: number;
  column: number;
}

export const pageWidth = columnWidths.reduce((sum, width) => sum + width, 0);

/** The cell and the distance from its corner that lie so many pixels from the left. */
function placeAt(row: number, pixels: number): ChartSpec['at'] {
  let column = 1;
  let left = pixels;
  while (column < reportColumns && left >= columnWidths[column - 1]!) left -= columnWidths[column++ - 1]!;
  return { row, column, x: Math.round(left), y: 4 };
}

/**
 * A chart of columns of a table.
 *
 * @param place row of its upper edge, pixels from the left, its width in pixels and its height in rows
 */
export function placedChart(
  chart: ReportChart,
  { table, head, column: first }: PlacedTable,
  place: { row: number; left: number; width: number; rows: number },
  { sign, isBehind }: Currency,
): ChartSpec {
  const { columns, rows, title, ...rest } = chart;
  const drawn = Math.min(rows ?? Number.POSITIVE_INFINITY, table.rows.length - (table.totals ? 1 : 0));
  const look = table.columns[columns[0]!]?.look;
  const ranges: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const at of [0, ...columns]) {
    const last = ranges[ranges.length - 1];
    // neighbours are one stretch
    if (last && last.column + last.columns === first + at) last.columns++;
    else ranges.push({ row: head, column: first + at, rows: drawn + 1, columns: 1 });
  }
  const values = table.rows.slice(0, drawn).map((row) => columns.map((at) => Math.abs(Number(row[at] ?? 0))));
  const most = Math.max(...values.map((row) => (chart.stacked ? row.reduce((sum, value) => sum + value, 0) : Math.max(...row))));
  const money = isBehind ? `#,##0 "${sign}"` : `"${sign}"#,##0`;
  return {
    ...rest,
    title,
    ranges,
    at: placeAt(place.row, place.left),
    size: { width: Math.floor(place.width) - 8, height: place.rows * usualRow - 12 },
    // half a customer would stand beside the axis
    ...(look === 'count' && most < 4 && !chart.stacked?.startsWith('s') && { valueRange: { min: 0, max: 4 } }),
    ...(look === 'share' ? { valueFormat: 'percent' } : look === 'money' ? { valueFormat: money } : {}),
  };
}
