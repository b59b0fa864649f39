/** The values of a chart with axes: bars, lines, areas and points. */
import type { Plot } from './axes.ts';
import type { ChartTable } from './chart-table.ts';
import type { ChartLook, SeriesLook } from './look.ts';
import { dotShape, INK, pathOf, rectShape, type Shape, textShape } from './shapes.ts';
import type { Span } from './stack.ts';
import { textWidth } from './text-width.ts';

interface Drawing {
  look: ChartLook;
  table: ChartTable;
  spans: readonly Span[][];
  plot: Plot;
  shapes: Shape[];
}

/** Areas lie behind bars, bars behind lines, as Google has them. */
export function drawMarks(drawing: Drawing): void {
  const { look } = drawing;
  const each = (marks: SeriesLook['mark'][], draw: (index: number) => void) => {
    for (const [index, { mark }] of look.series.entries()) if (marks.includes(mark)) draw(index);
  };
  each(['area', 'steps'], (index) => drawArea(drawing, index));
  each(['bars'], (index) => drawBars(drawing, index));
  each(['line', 'points'], (index) => drawLine(drawing, index));
}

const hintOf = ({ table, look }: Drawing, index: number, row: number): string => {
  const name = look.series[index]!.name;
  const text = table.series[index]!.texts[row]!;
  return [table.names[row], name && look.series.length > 1 ? `${name}: ${text}` : text].filter(Boolean).join('\n');
};

/** How much of a name's room its bars take. */
const FULL = 0.68;

function drawBars(drawing: Drawing, index: number): void {
  const { look, spans, plot, shapes } = drawing;
  const bars = look.series.flatMap(({ mark }, at) => (mark === 'bars' ? [at] : []));
  const abreast = look.stacked === 'no' ? bars.length : 1;
  const { color, side, labelled } = look.series[index]!;
  for (const [row, span] of spans[index]!.entries()) {
    if (!span) continue;
    const [from, size] = plot.band(row);
    const share = look.options.text('bar.groupWidth')?.endsWith('%')
      ? Number.parseFloat(look.options.text('bar.groupWidth')!) / 100
      : FULL;
    const width = (size * share) / abreast;
    const start = from + (size * (1 - share)) / 2 + (look.stacked === 'no' ? bars.indexOf(index) * width : 0);
    const [a, b] = [plot.at(span[0], side), plot.at(span[1], side)];
    const gap = width > 6 ? 1 : 0;
    const low = Math.min(a, b);
    const long = Math.max(Math.abs(a - b), span[0] === span[1] ? 0 : 0.5);
    const box = look.sideways
      ? { left: low, top: start, width: long, height: width - gap }
      : { left: start, top: low, width: width - gap, height: long };
    const bar = rectShape(box, color, hintOf(drawing, index, row));
    // a light edge keeps what is stacked apart in grey, too
    shapes.push(look.stacked === 'no' ? bar : { ...bar, at: { ...bar.at, stroke: '#ffffff', 'stroke-width': 1 } });
    if (labelled) labelBar(drawing, index, row, start + width / 2, b, width);
  }
}

/** The value at the bar's end, where there is room for it. */
function labelBar(
  { table, look, plot, shapes }: Drawing,
  index: number,
  row: number,
  middle: number,
  end: number,
  width: number,
): void {
  const text = table.series[index]!.texts[row]!;
  const long = textWidth(text, 11);
  if (look.sideways) {
    const inside = end + long + 8 > plot.left + plot.width;
    const at = { size: 11, color: inside ? '#ffffff' : INK, anchor: inside ? ('end' as const) : ('start' as const) };
    if (width >= 10) shapes.push(textShape(end + (inside ? -5 : 5), middle, text, at));
  } else if (long <= width + 14)
    shapes.push(textShape(middle, Math.max(plot.top + 2, end - 8), text, { size: 11, color: INK, anchor: 'middle' }));
}

/** The points of a series with a value, in stretches without a gap. */
function stretches({ look, spans, plot }: Drawing, index: number, end: 0 | 1): [x: number, y: number, row: number][][] {
  const { side } = look.series[index]!;
  const found: [number, number, number][][] = [[]];
  for (const [row, span] of spans[index]!.entries()) {
    if (!span) {
      if (found[found.length - 1]!.length > 0 && !look.options.flag('interpolateNulls')) found.push([]);
      continue;
    }
    const [from, size] = plot.band(row);
    found[found.length - 1]!.push([from + size / 2, plot.at(span[end], side), row]);
  }
  return found.filter((stretch) => stretch.length > 0);
}

const flat = (points: readonly (readonly number[])[]): [number, number][] => points.map(([x, y]) => [x!, y!]);

/** A curve that runs level through each point's height, so that it never swings beyond a value. */
function smoothPath(points: readonly (readonly [number, number])[]): string {
  let path = pathOf(points.slice(0, 1));
  for (let at = 1; at < points.length; at++) {
    const [x0, y0] = points[at - 1]!;
    const [x1, y1] = points[at]!;
    const middle = Math.round((x0 + x1) * 5) / 10;
    path += `C${middle} ${Math.round(y0 * 10) / 10} ${middle} ${Math.round(y1 * 10) / 10} ${Math.round(x1 * 10) / 10} ${Math.round(y1 * 10) / 10}`;
  }
  return path;
}

function drawLine(drawing: Drawing, index: number): void {
  const { look, table, shapes } = drawing;
  const { color, mark, lineWidth, pointSize, dash, labelled } = look.series[index]!;
  for (const points of stretches(drawing, index, 1)) {
    if (mark === 'line' && points.length > 1) {
      const d = look.smooth ? smoothPath(flat(points)) : pathOf(flat(points));
      const at: Shape['at'] = { d, fill: 'none', stroke: color, 'stroke-width': lineWidth, 'stroke-linejoin': 'round' };
      shapes.push({ tag: 'path', at: dash ? { ...at, 'stroke-dasharray': dash } : at });
    }
    // with few values each is marked, so that one can rest on it
    const radius = pointSize > 0 ? pointSize / 2 : points.length <= 60 ? 3 : 0;
    for (const [x, y, row] of points) {
      if (radius > 0) shapes.push(dotShape(x, y, radius, color, hintOf(drawing, index, row)));
      if (labelled)
        shapes.push(textShape(x, y - 11, table.series[index]!.texts[row]!, { size: 11, color: INK, anchor: 'middle' }));
    }
  }
}

function drawArea(drawing: Drawing, index: number): void {
  const { look, shapes } = drawing;
  const { color, mark, lineWidth } = look.series[index]!;
  const upper = stretches(drawing, index, 1);
  const lower = stretches(drawing, index, 0);
  const [, step] = drawing.plot.band(0);
  const outline = (points: readonly (readonly number[])[]) =>
    mark === 'steps'
      ? flat(points).flatMap(([x, y]): [number, number][] => [
          [x - step / 2, y],
          [x + step / 2, y],
        ])
      : flat(points);
  for (const [at, points] of upper.entries()) {
    const top = outline(points);
    const bottom = outline(lower[at]!).reverse();
    const opacity = look.stacked === 'no' ? 0.25 : 0.75;
    shapes.push({
      tag: 'path',
      at: { d: `${pathOf([...top, ...bottom])}Z`, fill: color, 'fill-opacity': opacity, stroke: 'none' },
    });
    shapes.push({ tag: 'path', at: { d: pathOf(top), fill: 'none', stroke: color, 'stroke-width': lineWidth } });
    if (points.length <= 60)
      for (const [x, y, row] of points) shapes.push(dotShape(x, y, 2.5, color, hintOf(drawing, index, row)));
  }
}
