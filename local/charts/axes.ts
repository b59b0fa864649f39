/** The two axes of a chart: where names and values lie, with lines, ticks and titles. */
import type { ChartTable, Display } from './chart-table.ts';
import type { ChartLook } from './look.ts';
import { numberText } from './number-text.ts';
import { type Scale, scaleOf } from './scale.ts';
import { type Box, GRID, lineShape, type Shape, SOFT, textShape } from './shapes.ts';
import type { Span } from './stack.ts';
import { shorten, textWidth } from './text-width.ts';

export interface Plot extends Box {
  /** where the row's names stand along their axis: from where, and how wide */
  band(row: number): [from: number, size: number];
  /** a value's place along its axis, for series of this side */
  at(value: number, side: 0 | 1): number;
}

export interface Speech {
  locale: string;
  display: Display;
}

const SIZE = 11;
const TITLE = 20;
const TILT = -40;

type Label = { text: string; full: string };

/** Draws the axes into `shapes`; what is drawn afterwards lies upon their lines. */
export function drawAxes(
  look: ChartLook,
  table: ChartTable,
  spans: readonly Span[][],
  box: Box,
  speech: Speech,
  shapes: Shape[],
): Plot {
  const sides = ([0, 1] as const).filter((side) => look.series.some((series) => series.side === side));
  const along = look.sideways ? box.width : box.height;
  const scales = sides.map((side) => sideScale(look, spans, side, Math.max(2, Math.round(along / (look.sideways ? 90 : 48)))));
  const ticks = sides.map((side, index) => tickLabels(look, table, scales[index]!, side, speech));
  const plot = look.sideways ? roomSideways(look, table, box, ticks[0]!) : roomUpright(look, table, box, sides, ticks);
  const { names } = table;
  const count = Math.max(1, names.length);
  const step = (look.sideways ? plot.height : plot.width) / count;
  const measured = look.measured ? keyScale(look, table, plot.width) : undefined;
  const band = (row: number): [number, number] => {
    if (measured) return [plot.left + measured.part(table.keys[row] ?? measured.min) * plot.width, 0];
    const index = look.names.reversed ? count - 1 - row : row;
    return [(look.sideways ? plot.top : plot.left) + index * step, step];
  };
  const at = (value: number, side: 0 | 1): number => {
    const part = (scales[sides.indexOf(side)] ?? scales[0]!).part(value);
    return look.sideways ? plot.left + part * plot.width : plot.top + (1 - part) * plot.height;
  };
  for (const [index, side] of sides.entries()) drawTicks(look, plot, scales[index]!, ticks[index]!, side, at, shapes);
  const labels = names.map((name) => ({ text: name, full: name }));
  if (measured) drawKeyTicks(look, table, measured, plot, speech, shapes);
  else if (!look.names.textHidden) (look.sideways ? drawNamesSideways : drawNamesUpright)(plot, labels, band, shapes);
  drawTitles(look, plot, box, shapes);
  return { ...plot, band, at };
}

function sideScale(look: ChartLook, spans: readonly Span[][], side: 0 | 1, ticks: number): Scale {
  const axis = look.values[side];
  const values: number[] = [];
  let fromZero = false;
  for (const [index, series] of look.series.entries()) {
    if (series.side !== side) continue;
    const stands = series.mark !== 'line' && series.mark !== 'points';
    fromZero ||= stands;
    for (const span of spans[index]!) if (span) values.push(span[1], ...(stands ? [span[0]] : []));
  }
  const share = look.stacked === 'share' && fromZero;
  return scaleOf(values, {
    min: axis.min,
    max: axis.max ?? (share ? 1 : undefined),
    log: axis.log,
    reversed: axis.reversed,
    ticks,
    fromZero,
  });
}

/** Where the names are numbers themselves, each stands at its own place. */
function keyScale(look: ChartLook, table: ChartTable, width: number): Scale {
  const keys = table.keys.filter((key) => key !== null);
  const { min, max, log, reversed } = look.names;
  return scaleOf(keys, { min, max, log, reversed, ticks: Math.max(2, Math.round(width / 90)), fromZero: false });
}

function drawKeyTicks(look: ChartLook, table: ChartTable, scale: Scale, plot: Box, speech: Speech, shapes: Shape[]): void {
  for (const tick of scale.ticks) {
    const x = plot.left + scale.part(tick) * plot.width;
    shapes.push(lineShape(x, plot.top, x, plot.top + plot.height, GRID));
    if (look.names.textHidden) continue;
    const text = numberText(tick, look.names.format, table.keyFormat, speech.locale, speech.display);
    shapes.push(textShape(x, plot.top + plot.height + 14, text, { size: SIZE, anchor: 'middle' }));
  }
}

function tickLabels(look: ChartLook, table: ChartTable, scale: Scale, side: 0 | 1, speech: Speech): string[] {
  const first = look.series.findIndex((series) => series.side === side);
  const asked = look.values[side].format ?? (look.stacked === 'share' ? 'percent' : undefined);
  const held = table.series[first]?.format;
  return scale.ticks.map((tick) => numberText(tick, asked, held, speech.locale, speech.display));
}

const widest = (labels: readonly string[]): number => Math.max(0, ...labels.map((label) => textWidth(label, SIZE)));

function roomUpright(look: ChartLook, table: ChartTable, box: Box, sides: readonly (0 | 1)[], ticks: string[][]): Box {
  const beside = (side: 0 | 1) => {
    const index = sides.indexOf(side);
    if (index < 0) return 0;
    const labels = look.values[side].textHidden ? 0 : widest(ticks[index]!) + 10;
    return labels + (look.values[side].title ? TITLE : 0);
  };
  const left = beside(0);
  const width = box.width - left - beside(1);
  const step = width / Math.max(1, table.names.length);
  const names = look.names.textHidden ? 0 : look.measured ? 22 : namesHeight(table.names, step);
  const height = box.height - names - (look.names.title ? TITLE : 0) - 4;
  return { left: box.left + left, top: box.top + 4, width, height };
}

function roomSideways(look: ChartLook, table: ChartTable, box: Box, ticks: readonly string[]): Box {
  const names = look.names.textHidden ? 0 : Math.min(box.width * 0.44, widest(table.names) + 10);
  const left = names + (look.names.title ? TITLE : 0);
  const below = (look.values[0].textHidden ? 0 : 22) + (look.values[0].title ? TITLE : 0);
  // the last tick's label reaches beyond it
  const right = look.values[0].textHidden ? 10 : Math.max(10, widest(ticks.slice(-1)) / 2 - 8);
  return { left: box.left + left, top: box.top + 2, width: box.width - left - right, height: box.height - below - 2 };
}

/** Names that do not fit side by side are tilted, unless there are so many that only some are shown. */
const fits = (names: readonly string[], step: number): boolean => widest(names) <= step - 6;
const tilts = (names: readonly string[], step: number): boolean => !fits(names, step) && step >= 16;

function namesHeight(names: readonly string[], step: number): number {
  if (!tilts(names, step)) return 22;
  return Math.min(84, widest(names) * 0.66 + 18);
}

function drawNamesUpright(plot: Box, labels: Label[], band: Plot['band'], shapes: Shape[]): void {
  const names = labels.map(({ text }) => text);
  const [, step] = band(0);
  const y = plot.top + plot.height + 14;
  if (tilts(names, step)) {
    for (const [row, { text, full }] of labels.entries()) {
      const [from, size] = band(row);
      const shown = shorten(text, 100, SIZE);
      shapes.push(textShape(from + size / 2 + 4, y - 2, shown, { size: SIZE, anchor: 'end', turn: TILT, hint: full }));
    }
    return;
  }
  const every = fits(names, step) ? 1 : Math.max(1, Math.ceil((widest(names) + 10) / step));
  for (let row = 0; row < labels.length; row += every) {
    const [from, size] = band(row);
    const shown = shorten(names[row]!, size * every + 20, SIZE);
    shapes.push(textShape(from + size / 2, y, shown, { size: SIZE, anchor: 'middle', hint: labels[row]!.full }));
  }
}

function drawNamesSideways(plot: Box, labels: Label[], band: Plot['band'], shapes: Shape[]): void {
  const [, step] = band(0);
  const every = Math.max(1, Math.ceil(14 / step));
  for (let row = 0; row < labels.length; row += every) {
    const [from, size] = band(row);
    const shown = shorten(labels[row]!.text, plot.left - 24, SIZE);
    shapes.push(textShape(plot.left - 8, from + size / 2, shown, { size: SIZE, anchor: 'end', hint: labels[row]!.full }));
  }
}

function drawTicks(
  look: ChartLook,
  plot: Box,
  scale: Scale,
  labels: string[],
  side: 0 | 1,
  at: Plot['at'],
  shapes: Shape[],
): void {
  for (const [index, tick] of scale.ticks.entries()) {
    const place = at(tick, side);
    const color = tick === 0 ? '#b8c2bf' : GRID;
    if (look.sideways) {
      if (side === 0) shapes.push(lineShape(place, plot.top, place, plot.top + plot.height, color));
      if (!look.values[side].textHidden)
        shapes.push(textShape(place, plot.top + plot.height + 12, labels[index]!, { size: SIZE, anchor: 'middle' }));
      continue;
    }
    if (side === 0) shapes.push(lineShape(plot.left, place, plot.left + plot.width, place, color));
    if (look.values[side].textHidden) continue;
    const x = side === 0 ? plot.left - 8 : plot.left + plot.width + 8;
    shapes.push(textShape(x, place, labels[index]!, { size: SIZE, anchor: side === 0 ? 'end' : 'start' }));
  }
}

function drawTitles(look: ChartLook, plot: Box, box: Box, shapes: Shape[]): void {
  const [below, left] = look.sideways ? [look.values[0], look.names] : [look.names, look.values[0]];
  const right = look.sideways ? undefined : look.values[1];
  const middle = plot.top + plot.height / 2;
  const say = (x: number, y: number, text: string, room: number, turn = 0) =>
    shapes.push(textShape(x, y, shorten(text, room, 12), { anchor: 'middle', color: SOFT, turn, hint: text }));
  if (below.title) say(plot.left + plot.width / 2, box.top + box.height - 6, below.title, plot.width);
  if (left.title) say(box.left + 7, middle, left.title, plot.height, -90);
  if (right?.title && look.series.some(({ side }) => side === 1))
    say(box.left + box.width - 7, middle, right.title, plot.height, 90);
}
