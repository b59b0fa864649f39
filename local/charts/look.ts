/** How a chart is to look, worked out from its kind and its options. */
import type { ChartSpec } from '../presentation.ts';
import type { ChartTable } from './chart-table.ts';
import { OptionReader } from './options.ts';

export type Mark = 'bars' | 'line' | 'area' | 'steps' | 'points';
export type LegendPlace = 'right' | 'left' | 'top' | 'bottom' | 'none';

export interface SeriesLook {
  name: string;
  color: string;
  mark: Mark;
  /** 1: it has the scale at the other side */
  side: 0 | 1;
  labelled: boolean;
  inLegend: boolean;
  lineWidth: number;
  pointSize: number;
  dash?: string;
}

export interface AxisLook {
  title: string;
  format?: string;
  min?: number;
  max?: number;
  log: boolean;
  reversed: boolean;
  textHidden: boolean;
}

export interface ChartLook {
  width: number;
  height: number;
  title: string;
  subtitle: string;
  background: string;
  legend: LegendPlace;
  series: SeriesLook[];
  /** along the names */
  names: AxisLook;
  /** of the values, at the first and the other side */
  values: [AxisLook, AxisLook];
  /** values run from left to right */
  sideways: boolean;
  /** names are numbers with places of their own */
  measured: boolean;
  stacked: 'no' | 'absolute' | 'share';
  smooth: boolean;
  options: OptionReader;
}

/** Google's size of a chart that was given none. */
const WIDTH = 600;
const HEIGHT = 371;

/** Kinds whose values stand on two axes, by the names of `Charts.ChartType`. */
const MARKS: Record<string, Mark> = {
  AREA: 'area',
  BAR: 'bars',
  COLUMN: 'bars',
  COMBO: 'bars',
  HISTOGRAM: 'bars',
  LINE: 'line',
  SCATTER: 'points',
  SPARKLINE: 'line',
  STEPPED_AREA: 'steps',
};

export const hasAxes = (type: string): boolean => type in MARKS;

/** @param colors of the workbook's theme, for what the chart gives none to */
export function lookOf(spec: ChartSpec, table: ChartTable, colors: readonly string[]): ChartLook {
  const options = new OptionReader(spec.options);
  const sideways = spec.type === 'BAR';
  // `hAxis` describes one, `hAxes` several
  const [names, values] = sideways ? ['vAx', 'hAx'] : ['hAx', 'vAx'];
  const own = options.colors('colors');
  const series = table.series.map((_, index) => seriesLook(spec.type, options, table, index, own ?? colors));
  return {
    width: clamp(options.number('width') ?? WIDTH, 120, 2400),
    height: clamp(options.number('height') ?? HEIGHT, 80, 1800),
    title: options.text('title') ?? '',
    subtitle: options.text('subtitle') ?? '',
    background: options.color('backgroundColor') ?? '#ffffff',
    legend: legendOf(spec.type, options, series),
    series,
    names: axisLook(options, [`${names}es.0`, `${names}is`]),
    values: [axisLook(options, [`${values}es.0`, `${values}is`]), axisLook(options, [`${values}es.1`])],
    sideways,
    measured: spec.type === 'SCATTER' && table.keys.every((key, row) => key !== null || table.names[row] === ''),
    stacked: stackedOf(options, series),
    smooth: options.text('curveType') === 'function',
    options,
  };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, Math.round(value)));

function legendOf(type: string, options: OptionReader, series: SeriesLook[]): LegendPlace {
  const place = options.text('legend.position') ?? options.text('legend');
  if (place === 'none' || place === 'left' || place === 'top' || place === 'bottom' || place === 'right') return place;
  return type === 'PIE' || series.filter(({ inLegend }) => inLegend).length > 1 ? 'right' : 'none';
}

function stackedOf(options: OptionReader, series: SeriesLook[]): ChartLook['stacked'] {
  const asked = options.text('isStacked');
  if (series.length < 2) return 'no';
  if (asked === 'percent' || asked === 'relative') return 'share';
  return asked === 'absolute' || options.flag('isStacked') ? 'absolute' : 'no';
}

/** @param places under which the axis may be described, the first that says something being heard */
function axisLook(options: OptionReader, places: string[]): AxisLook {
  const first = <T>(read: (place: string) => T | undefined) => places.map(read).find((value) => value !== undefined);
  return {
    title: first((place) => options.text(`${place}.title`)) ?? '',
    format: first((place) => options.text(`${place}.format`)),
    min: first((place) => options.number(`${place}.viewWindow.min`) ?? options.number(`${place}.minValue`)),
    max: first((place) => options.number(`${place}.viewWindow.max`) ?? options.number(`${place}.maxValue`)),
    log: places.some((place) => options.flag(`${place}.logScale`)),
    reversed: places.some((place) => options.number(`${place}.direction`) === -1),
    textHidden: places.some((place) => options.text(`${place}.textPosition`) === 'none'),
  };
}

/** Lines that cross are told apart without colours, too. */
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 4', '1 4'];

function seriesLook(
  type: string,
  options: OptionReader,
  table: ChartTable,
  index: number,
  colors: readonly string[],
): SeriesLook {
  const at = `series.${index}`;
  const mark = markOf(type, options.text(`${at}.type`) ?? options.text('seriesType'), index);
  return {
    name: options.text(`${at}.labelInLegend`) ?? table.series[index]!.name,
    color: options.color(`${at}.color`) ?? colors[index % colors.length]!,
    mark,
    side: options.number(`${at}.targetAxisIndex`) === 1 ? 1 : 0,
    labelled: options.text(`${at}.dataLabel`) === 'value',
    inLegend: !options.denies(`${at}.visibleInLegend`),
    lineWidth: options.number(`${at}.lineWidth`) ?? options.number('lineWidth') ?? 2,
    pointSize: options.number(`${at}.pointSize`) ?? options.number('pointSize') ?? (mark === 'points' ? 7 : 0),
    dash: mark === 'line' ? DASHES[index % DASHES.length] : undefined,
  };
}

function markOf(type: string, asked: string | undefined, index: number): Mark {
  if (type !== 'COMBO') return MARKS[type] ?? 'bars';
  if (asked === 'line' || asked === 'area' || asked === 'bars') return asked;
  if (asked === 'columns') return 'bars';
  if (asked === 'steppedArea') return 'steps';
  return index === 0 ? 'bars' : 'line';
}
