import type { SheetState } from '../contract.ts';
import { newChart } from './chart-builder.ts';
import { EmbeddedChartObject } from './chart-objects.ts';
import { ChartTextStyleBuilderObject } from './chart-text-style.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import type { GlobalService, SheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

type Charts = SheetState['charts'];

function update(context: ExecutionContext, sheet: number, change: (charts: Charts) => Charts): void {
  context.write({ resolve: () => [{ op: 'sheet', sheet, patch: { charts: change(sheetState(context, sheet).charts) } }] });
}

/** A number that no chart of the workbook has. */
export function freeChartId(context: ExecutionContext): number {
  const taken = new Set(context.book.state.sheets.flatMap(({ charts }) => charts.map(({ id }) => id)));
  for (;;) {
    const id = Math.floor(context.surroundings.random() * 0x7fffffff);
    if (id > 0 && !taken.has(id)) return id;
  }
}

/** The chart on the sheet gets a number, the script's own object does not. */
function insertChart(context: ExecutionContext, { id: sheet }: SheetObject, { spec }: EmbeddedChartObject): void {
  const { rowCount, columnCount } = sheetState(context, sheet);
  if (spec.row >= rowCount || spec.column >= columnCount) {
    throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
  }
  update(context, sheet, (charts) => [...charts, { id: freeChartId(context), spec }]);
}

/** @throws ServiceError when no such chart is on the tab any more, once everything queued has been applied */
function checkPresent(context: ExecutionContext, sheet: number, { id }: EmbeddedChartObject): void {
  context.look();
  const { charts, name } = sheetState(context, sheet);
  if (!charts.some((chart) => chart.id === id)) throw new ServiceError(`The chart was not found on the sheet "${name}".`);
}

function updateChart(context: ExecutionContext, { id: sheet }: SheetObject, chart: EmbeddedChartObject): void {
  checkPresent(context, sheet, chart);
  update(context, sheet, (charts) => charts.map((each) => (each.id === chart.id ? { id: each.id, spec: chart.spec } : each)));
}

function removeChart(context: ExecutionContext, { id: sheet }: SheetObject, chart: EmbeddedChartObject): void {
  checkPresent(context, sheet, chart);
  update(context, sheet, (charts) => charts.filter(({ id }) => id !== chart.id));
}

function getCharts(context: ExecutionContext, { id }: SheetObject): EmbeddedChartObject[] {
  context.look();
  return sheetState(context, id).charts.map((chart) => new EmbeddedChartObject(structuredClone(chart.spec), chart.id));
}

export const sheetCharts: Methods<SheetObject> = {
  newChart: ['', newChart],
  getCharts: ['', getCharts],
  insertChart: ['EmbeddedChart', insertChart],
  updateChart: ['EmbeddedChart', updateChart],
  removeChart: ['EmbeddedChart', removeChart],
};

export const chartsMethods: Methods<GlobalService> = {
  newTextStyle: ['', () => new ChartTextStyleBuilderObject()],
};
