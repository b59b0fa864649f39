/** The charts of the tabs as pictures, and which of them are to be drawn anew after a change. */
import { drawChart } from '../charts/draw-chart.ts';
import type { ChartPicture } from '../charts/shapes.ts';
import type { SheetState, WorkbookState } from '../contract.ts';
import { themeOf } from '../services/themes.ts';
import type { Sight } from './view-cell.ts';

/** The charts that hang on a tab, from what their ranges hold now. */
export function chartPictures(state: WorkbookState, sight: Sight, sheet: SheetState): ChartPicture[] {
  const sources = new Set(sheet.charts.flatMap(({ spec }) => spec.ranges.map((range) => range.sheet)));
  for (const other of state.sheets) if (sources.has(other.id)) sight.refresh(other);
  const theme = themeOf(state);
  return sheet.charts.map((chart) => drawChart(state, chart, theme, (value, format) => sight.display(value, format)));
}

export class ChartWatch {
  /** what pages were told last, by tab */
  private readonly told = new Map<number, string>();

  /** @param touched tabs of which a cell, a row or the charts changed */
  changed(state: WorkbookState, sight: Sight, touched: ReadonlySet<number>): { sheet: number; charts: ChartPicture[] }[] {
    return state.sheets.flatMap((sheet) => {
      const had = (this.told.get(sheet.id) ?? '[]') !== '[]';
      if (sheet.charts.length === 0 && !had) return [];
      const reads = sheet.charts.some(({ spec }) => spec.ranges.some((range) => touched.has(range.sheet)));
      if (!reads && !touched.has(sheet.id)) return [];
      const charts = chartPictures(state, sight, sheet);
      const words = JSON.stringify(charts);
      if (words === this.told.get(sheet.id)) return [];
      this.told.set(sheet.id, words);
      return [{ sheet: sheet.id, charts }];
    });
  }
}
