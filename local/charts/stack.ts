/** Where each value begins and ends along its axis: from zero, or from where the series before it ended. */
import type { ChartSeries } from './chart-table.ts';
import type { ChartLook } from './look.ts';

/** From and to, or nothing where there is no value. */
export type Span = [from: number, to: number] | null;

const STACKING = new Set(['bars', 'area', 'steps']);

/** By series and row. */
export function spansOf(series: readonly ChartSeries[], look: ChartLook): Span[][] {
  const piles = new Map<string, number>();
  const totals = look.stacked === 'share' ? totalsOf(series, look) : undefined;
  return series.map(({ values }, index) => {
    const { mark, side } = look.series[index]!;
    return values.map((value, row): Span => {
      if (value === null) return null;
      if (look.stacked === 'no' || !STACKING.has(mark)) return [0, value];
      const share = totals ? value / (totals.get(`${side} ${row}`) || 1) : value;
      const pile = `${side} ${mark} ${share < 0} ${row}`;
      const from = piles.get(pile) ?? 0;
      piles.set(pile, from + share);
      return [from, from + share];
    });
  });
}

function totalsOf(series: readonly ChartSeries[], look: ChartLook): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [index, { values }] of series.entries()) {
    for (const [row, value] of values.entries()) {
      const place = `${look.series[index]!.side} ${row}`;
      totals.set(place, (totals.get(place) ?? 0) + Math.abs(value ?? 0));
    }
  }
  return totals;
}
