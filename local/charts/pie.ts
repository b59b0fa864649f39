/** Shares of a whole as slices, each with its share beside its name. */
import type { ChartTable } from './chart-table.ts';
import { drawLegend, type Entry, roomBeside } from './legend.ts';
import type { ChartLook } from './look.ts';
import { type Box, rectShape, type Shape, textShape } from './shapes.ts';

/** A slice that is narrower, in degrees, has no room for its share. */
const NARROW = 16;

export function drawPie(look: ChartLook, table: ChartTable, colors: readonly string[], box: Box, shapes: Shape[]): void {
  const [series] = table.series;
  const slices = (series?.values ?? []).flatMap((value, row) => (value !== null && value > 0 ? [{ value, row }] : []));
  const total = slices.reduce((sum, { value }) => sum + value, 0);
  if (look.options.flag('reverseCategories')) slices.reverse();
  const colorOf = (row: number) =>
    look.options.color(`slices.${row}.color`) ??
    (look.options.colors('colors') ?? colors)[row % colors.length] ??
    colors[row % colors.length]!;
  const share = (value: number) => `${Math.round((value / total) * 1000) / 10}%`;
  const entries: Entry[] = slices.map(({ value, row }) => ({
    name: `${table.names[row]}  ${share(value)}`,
    color: colorOf(row),
  }));
  const room = roomBeside(box, look.legend, entries);
  drawLegend(box, room, look.legend, entries, shapes);
  const radius = Math.max(10, Math.min(room.width, room.height) / 2 - 4);
  const [x, y] = [room.left + room.width / 2, room.top + room.height / 2];
  let from = 0;
  for (const { value, row } of slices) {
    const to = from + (value / total) * 360;
    const text = series!.texts[row]!;
    const hint = `${table.names[row]}\n${text} (${share(value)})`;
    shapes.push({
      tag: 'path',
      at: { d: slicePath(x, y, radius, from, to), fill: colorOf(row), stroke: '#ffffff', 'stroke-width': 1.5 },
      hint,
    });
    if (to - from >= NARROW && radius >= 36) {
      const said = saidInside(look, share(value), text, table.names[row]!);
      const [left, top] = onCircle(x, y, radius * (hole(look) > 0 ? (1 + hole(look)) / 2 : 0.68), (from + to) / 2);
      if (said) shapes.push(...plate(left, top, said));
    }
    from = to;
  }
  if (hole(look) > 0) shapes.push({ tag: 'circle', at: { cx: x, cy: y, r: radius * hole(look), fill: look.background } });
}

const hole = (look: ChartLook): number => Math.max(0, Math.min(0.9, look.options.number('pieHole') ?? 0));

function saidInside(look: ChartLook, share: string, value: string, name: string): string {
  const asked = look.options.text('pieSliceText');
  return asked === 'none' ? '' : asked === 'value' ? value : asked === 'label' ? name : share;
}

/** Text that can be read upon any colour. */
function plate(x: number, y: number, text: string): Shape[] {
  const width = text.length * 6.4 + 8;
  const back = rectShape({ left: x - width / 2, top: y - 8, width, height: 16 }, '#ffffff');
  return [
    { ...back, at: { ...back.at, rx: 8, 'fill-opacity': 0.85 } },
    textShape(x, y, text, { size: 11, color: '#1c2321', anchor: 'middle' }),
  ];
}

/** @param angle degrees clockwise from the top */
function onCircle(x: number, y: number, radius: number, angle: number): [number, number] {
  const turn = ((angle - 90) * Math.PI) / 180;
  return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
}

function slicePath(x: number, y: number, radius: number, from: number, to: number): string {
  const say = (point: [number, number]) => point.map((value) => Math.round(value * 10) / 10).join(' ');
  // an arc from a point to itself is nothing: a whole circle takes two
  if (to - from >= 359.99) {
    const [top, bottom] = [say(onCircle(x, y, radius, 0)), say(onCircle(x, y, radius, 180))];
    return `M${top}A${radius} ${radius} 0 1 1 ${bottom}A${radius} ${radius} 0 1 1 ${top}Z`;
  }
  const wide = to - from > 180 ? 1 : 0;
  return `M${say([x, y])}L${say(onCircle(x, y, radius, from))}A${radius} ${radius} 0 ${wide} 1 ${say(onCircle(x, y, radius, to))}Z`;
}
