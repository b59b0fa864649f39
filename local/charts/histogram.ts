/** How often values fall between two bounds, as a table that is drawn like any other. */
import type { ChartTable } from './chart-table.ts';
import type { OptionReader } from './options.ts';
import { niceStep } from './scale.ts';

/** Values a bucket holds from its lower bound on, below its upper one. */
export function bucketTable(table: ChartTable, options: OptionReader): ChartTable {
  const all = table.series.flatMap(({ values }) => values.filter((value) => value !== null));
  if (all.length === 0) return { ...table, names: [], keys: [] };
  const low = all.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const asked = options.number('histogram.bucketSize');
  const size = asked && asked > 0 ? asked : niceStep(high - low || 1, Math.min(20, Math.ceil(Math.sqrt(all.length))));
  const first = Math.floor(low / size);
  const count = Math.min(200, Math.floor(high / size) - first + 1);
  const bound = (index: number) => String(Number(((first + index) * size).toPrecision(10)));
  return {
    names: Array.from({ length: count }, (_, index) => `${bound(index)} – ${bound(index + 1)}`),
    keys: Array.from({ length: count }, () => null),
    title: '',
    series: table.series.map(({ name, values }) => {
      const counts = Array<number>(count).fill(0);
      for (const value of values) if (value !== null) counts[Math.min(count - 1, Math.floor(value / size) - first)]!++;
      return { name, values: counts, texts: counts.map(String) };
    }),
  };
}
