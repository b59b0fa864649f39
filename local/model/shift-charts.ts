/** Charts hang on cells and read ranges, often of another tab: both follow when rows and columns come and go. */
import type { Op, SheetState } from '../contract.ts';
import type { ChartSpec } from '../presentation.ts';
import { type AxisChange, inverseChange, mapIndex, mapOpenRect } from './axis.ts';
import type { ApplyContext } from './context.ts';

type Charts = SheetState['charts'];

/** A cell that is deleted leaves the chart at the line that took its place. */
function mapAnchor(index: number, change: AxisChange): number {
  return mapIndex(index, change) ?? change.at;
}

/** @param onSheet whether the charts hang on the changed tab itself */
export function shiftCharts(charts: Charts, changed: number, onSheet: boolean, change: AxisChange): Charts {
  return charts.map(({ id, spec }) => {
    const ranges = spec.ranges.flatMap((range) => {
      if (range.sheet !== changed) return range;
      const rect = mapOpenRect(range.rect, range.open, change);
      return rect ? { ...range, rect } : [];
    });
    const moved: ChartSpec = { ...spec, ranges };
    if (onSheet) moved[change.axis] = mapAnchor(spec[change.axis], change);
    return { id, spec: moved };
  });
}

/** Shifts the charts of all tabs; answers what restores those that the opposite change would not bring back. */
export function shiftAllCharts(context: ApplyContext, changed: SheetState, change: AxisChange): Op[] {
  const back = inverseChange(change);
  return replaceCharts(context, (charts, sheet) => {
    const shifted = shiftCharts(charts, changed.id, sheet === changed, change);
    return { charts: shifted, restored: shiftCharts(shifted, changed.id, sheet === changed, back) };
  });
}

/** Before a tab goes: the charts of the other tabs lose the ranges they read there. */
export function forgetChartRanges(context: ApplyContext, gone: SheetState): Op[] {
  return replaceCharts(context, (charts, sheet) => {
    if (sheet === gone) return { charts, restored: charts };
    const kept = charts.map(({ id, spec }) => ({
      id,
      spec: { ...spec, ranges: spec.ranges.filter((range) => range.sheet !== gone.id) },
    }));
    return { charts: kept, restored: kept };
  });
}

function replaceCharts(
  context: ApplyContext,
  change: (charts: Charts, sheet: SheetState) => { charts: Charts; restored: Charts },
): Op[] {
  return context.state.sheets.flatMap((sheet) => {
    if (sheet.charts.length === 0) return [];
    const before = sheet.charts;
    const { charts, restored } = change(before, sheet);
    sheet.charts = charts;
    if (JSON.stringify(restored) === JSON.stringify(before)) return [];
    return [{ op: 'sheet' as const, sheet: sheet.id, patch: { charts: before } }];
  });
}
