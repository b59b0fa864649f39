import type { ChartSpec } from '../presentation.ts';
import { ChartOptionsObject, ContainerInfoObject, chartRanges, EmbeddedChartObject, withOption } from './chart-objects.ts';
import { ChartTextStyleObject } from './chart-text-style.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { RangeObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { EnumValue, ServiceError, ServiceObject } from './service-object.ts';

/** What a builder and the builders of single types made from it work on together. */
interface Draft {
  spec: ChartSpec;
  /** of the chart on the sheet that is being modified */
  id?: number;
  /** tells builders apart in their text */
  mark: string;
}

export class ChartBuilderObject extends ServiceObject {
  /** `EmbeddedChartBuilder`, or one of a type: `EmbeddedPieChartBuilder` */
  readonly type: string;
  readonly draft: Draft;

  constructor(type: string, draft: Draft) {
    super();
    this.type = type;
    this.draft = draft;
  }
}

type Builder = ChartBuilderObject;

const NEW_CHART: ChartSpec = { type: 'LINE', ranges: [], row: 0, column: 0, x: 0, y: 0, options: {} };

const hexMark = (context: ExecutionContext): string => Math.floor(context.surroundings.random() * 0xffffffff).toString(16);

export function newChart(context: ExecutionContext): Builder {
  return new ChartBuilderObject('EmbeddedChartBuilder', { spec: structuredClone(NEW_CHART), mark: hexMark(context) });
}

export function change(builder: Builder, patch: Partial<ChartSpec>): Builder {
  Object.assign(builder.draft.spec, patch);
  return builder;
}

/** What a script gives for an option, as plain data. */
function plain(value: unknown): unknown {
  if (value instanceof EnumValue) return value.name;
  if (value instanceof ChartTextStyleObject) return value.text;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toJSON();
  if (value instanceof ServiceObject) throw new ServiceError('Invalid argument: value');
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

export function setOption(builder: Builder, name: string, value: unknown): Builder {
  return change(builder, { options: withOption(builder.draft.spec.options, name, plain(value)) });
}

function setPosition(builder: Builder, row: number, column: number, x: number, y: number): Builder {
  if (row < 1) throw new ServiceError('The starting row of the range is too small.');
  if (column < 1) throw new ServiceError('The starting column of the range is too small.');
  return change(builder, { row: Math.trunc(row) - 1, column: Math.trunc(column) - 1, x: Math.trunc(x), y: Math.trunc(y) });
}

const sameRange = (a: ChartSpec['ranges'][number], { sheet, rect }: RangeObject): boolean =>
  a.sheet === sheet && JSON.stringify(a.rect) === JSON.stringify(rect);

const TYPES = ['Area', 'Bar', 'Column', 'Combo', 'Histogram', 'Line', 'Pie', 'Scatter', 'Table'];

const toType = (name: string): [string, Method<Builder>] => [
  `as${name}Chart`,
  [
    '',
    (_, { draft }) => {
      draft.spec.type = name.toUpperCase();
      return new ChartBuilderObject(`Embedded${name}ChartBuilder`, draft);
    },
  ],
];

/** Google's own name for it, as scripts see it. */
const inGooglesWords: Method<Builder> = [
  '',
  (_, { type, draft }) => `com.google.apps.maestro.server.beans.trix.impl.ChartPropertyApi${type}@${draft.mark}`,
];

/** What every builder of a chart can do. */
export const chartBuilderMethods: Methods<Builder> = {
  ...Object.fromEntries(TYPES.map(toType)),
  addRange: [
    'Range',
    (_, self, { sheet, rect, open }: RangeObject) =>
      change(self, { ranges: [...self.draft.spec.ranges, { sheet, rect, ...(open && { open }) }] }),
  ],
  removeRange: [
    'Range',
    (_, self, range: RangeObject) => change(self, { ranges: self.draft.spec.ranges.filter((each) => !sameRange(each, range)) }),
  ],
  clearRanges: ['', (_, self) => change(self, { ranges: [] })],
  getRanges: ['', (context, { draft }) => chartRanges(context, draft.spec)],
  getChartType: ['', (_, { draft }) => enumValue('ChartType', draft.spec.type)],
  setChartType: ['ChartType', (_, self, { name }: EnumValue) => change(self, { type: name })],
  getContainer: ['', (_, { draft }) => new ContainerInfoObject({ ...draft.spec })],
  setPosition: ['int, int, int, int', (_, self, ...at: [number, number, number, number]) => setPosition(self, ...at)],
  setOption: ['string, any', (_, self, name: string, value: unknown) => setOption(self, name, value)],
  setNumHeaders: ['int', (_, self, headers: number) => change(self, { headers: Math.trunc(headers) })],
  setTransposeRowsAndColumns: ['boolean', (_, self, on: boolean) => change(self, { transposed: on || undefined })],
  setMergeStrategy: ['ChartMergeStrategy', (_, self, { name }: EnumValue) => change(self, { merge: name })],
  setHiddenDimensionStrategy: ['ChartHiddenDimensionStrategy', (_, self, { name }: EnumValue) => change(self, { hidden: name })],
  build: ['', (_, { draft }) => new EmbeddedChartObject(structuredClone(draft.spec), draft.id)],
  toString: inGooglesWords,
};

export const embeddedChartMethods: Methods<EmbeddedChartObject> = {
  getChartId: ['', (_, { id }) => id ?? null],
  getContainerInfo: ['', (_, { spec }) => new ContainerInfoObject(spec)],
  getHiddenDimensionStrategy: ['', (_, { spec }) => enumValue('ChartHiddenDimensionStrategy', spec.hidden ?? 'IGNORE_BOTH')],
  getMergeStrategy: ['', (_, { spec }) => enumValue('ChartMergeStrategy', spec.merge ?? 'MERGE_COLUMNS')],
  getNumHeaders: ['', (_, { spec }) => spec.headers ?? -1],
  getOptions: ['', (_, { spec }) => new ChartOptionsObject(spec.options)],
  getRanges: ['', (context, { spec }) => chartRanges(context, spec)],
  getTransposeRowsAndColumns: ['', (_, { spec }) => spec.transposed === true],
  modify: [
    '',
    (context, { spec, id }) =>
      new ChartBuilderObject('EmbeddedChartBuilder', { spec: structuredClone(spec), id, mark: hexMark(context) }),
  ],
};
