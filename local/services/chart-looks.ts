/** What the builders of single chart types can do besides: each method sets one of Google's chart options. */
import { type ChartBuilderObject, setOption } from './chart-builder.ts';
import type { ChartTextStyleObject } from './chart-text-style.ts';
import { cssColor } from './color-objects.ts';
import type { Method, Methods } from './service-class.ts';
import type { EnumValue } from './service-object.ts';

type Builder = ChartBuilderObject;

const textOption = (name: string): Method<Builder> => ['string', (_, self, text: string) => setOption(self, name, text)];

const styleOption = (name: string): Method<Builder> => [
  'ChartTextStyle',
  (_, self, style: ChartTextStyleObject) => setOption(self, name, style),
];

const fixedOption = (name: string, value: unknown): Method<Builder> => ['', (_, self) => setOption(self, name, value)];

const flagOption = (name: string): Method<Builder> => ['boolean', (_, self, on: boolean) => setOption(self, name, on)];

const rangeOption = (axis: string): Method<Builder> => [
  'number, number',
  (_, self, min: number, max: number) => setOption(self, `${axis}.viewWindow`, { min, max }),
];

/** All types but tables. */
const looks: Methods<Builder> = {
  setTitle: textOption('title'),
  setTitleTextStyle: styleOption('titleTextStyle'),
  setBackgroundColor: ['string', (_, self, css: string) => setOption(self, 'backgroundColor', cssColor(css))],
  setColors: ['string[]', (_, self, colors: string[]) => setOption(self, 'colors', colors.map(cssColor))],
  setLegendPosition: ['Position', (_, self, { name }: EnumValue) => setOption(self, 'legend.position', name.toLowerCase())],
  setLegendTextStyle: styleOption('legend.textStyle'),
};

const axes: Methods<Builder> = {
  setXAxisTitle: textOption('hAxis.title'),
  setXAxisTitleTextStyle: styleOption('hAxis.titleTextStyle'),
  setXAxisTextStyle: styleOption('hAxis.textStyle'),
  setYAxisTitle: textOption('vAxis.title'),
  setYAxisTitleTextStyle: styleOption('vAxis.titleTextStyle'),
  setYAxisTextStyle: styleOption('vAxis.textStyle'),
};

/** @param values the axis that the numbers stand on, @param names that of the categories */
const scales = (values: string, names: string): Methods<Builder> => ({
  ...looks,
  ...axes,
  setRange: rangeOption(values),
  useLogScale: fixedOption(`${values}.logScale`, true),
  reverseCategories: fixedOption(`${names}.direction`, -1),
});

const stacked: Methods<Builder> = { setStacked: fixedOption('isStacked', true) };

const SIZES: Record<string, number> = { NONE: 0, TINY: 2, MEDIUM: 7, LARGE: 10, HUGE: 14 };

const points: Methods<Builder> = {
  setPointStyle: ['PointStyle', (_, self, { name }: EnumValue) => setOption(self, 'pointSize', SIZES[name])],
};

const table: Methods<Builder> = {
  enablePaging: [
    'boolean | int | int, int',
    (_, self, size: boolean | number, start?: number) => {
      setOption(self, 'page', size === false ? 'disable' : 'enable');
      if (typeof size === 'number') setOption(self, 'pageSize', size);
      return start === undefined ? self : setOption(self, 'startPage', start);
    },
  ],
  enableRtlTable: flagOption('rtlTable'),
  enableSorting: ['boolean', (_, self, on: boolean) => setOption(self, 'sort', on ? 'enable' : 'disable')],
  setFirstRowNumber: ['int', (_, self, number: number) => setOption(self, 'firstRowNumber', number)],
  setInitialSortingAscending: [
    'int',
    (_, self, column: number) => setOption(setOption(self, 'sortColumn', column), 'sortAscending', true),
  ],
  setInitialSortingDescending: [
    'int',
    (_, self, column: number) => setOption(setOption(self, 'sortColumn', column), 'sortAscending', false),
  ],
  showRowNumberColumn: flagOption('showRowNumber'),
  useAlternatingRowStyle: flagOption('alternatingRowStyle'),
};

/** By the names of the builders' classes. */
export const CHART_LOOKS: Readonly<Record<string, Methods<Builder>>> = {
  EmbeddedAreaChartBuilder: { ...scales('vAxis', 'hAxis'), ...stacked, ...points },
  EmbeddedBarChartBuilder: {
    ...scales('hAxis', 'vAxis'),
    ...stacked,
    reverseDirection: fixedOption('hAxis.direction', -1),
  },
  EmbeddedColumnChartBuilder: { ...scales('vAxis', 'hAxis'), ...stacked },
  EmbeddedComboChartBuilder: { ...scales('vAxis', 'hAxis'), ...stacked },
  EmbeddedHistogramChartBuilder: { ...scales('vAxis', 'hAxis'), ...stacked },
  EmbeddedLineChartBuilder: {
    ...scales('vAxis', 'hAxis'),
    ...points,
    setCurveStyle: [
      'CurveStyle',
      (_, self, { name }: EnumValue) => setOption(self, 'curveType', name === 'SMOOTH' ? 'function' : 'none'),
    ],
  },
  EmbeddedPieChartBuilder: {
    ...looks,
    set3D: fixedOption('is3D', true),
    reverseCategories: fixedOption('reverseCategories', true),
  },
  EmbeddedScatterChartBuilder: {
    ...looks,
    ...axes,
    ...points,
    setXAxisRange: rangeOption('hAxis'),
    setYAxisRange: rangeOption('vAxis'),
    setXAxisLogScale: fixedOption('hAxis.logScale', true),
    setYAxisLogScale: fixedOption('vAxis.logScale', true),
  },
  EmbeddedTableChartBuilder: table,
};
