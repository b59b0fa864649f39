/** The title above a chart and the list of what its colours mean. */
import type { ChartLook, LegendPlace } from './look.ts';
import { type Box, INK, lineShape, rectShape, type Shape, SOFT, textShape } from './shapes.ts';
import { shorten, textWidth, wrapText } from './text-width.ts';

export interface Entry {
  name: string;
  color: string;
  /** of a line: how it is broken, so that it is found again without its colour */
  line?: string;
  /** where its line or stack ends, to stand beside it */
  near?: number;
}

const EDGE = 16;
const SIGN = 10;
/** Pixels of a sign that shows a line. */
const STROKE = 22;
const LINE = 18;

/** Draws the title into `shapes`. @returns what is left for the rest */
export function drawTitle(look: ChartLook, shapes: Shape[]): Box {
  const width = look.width - 2 * EDGE;
  let top = 12;
  for (const line of look.title ? wrapText(look.title, width, 15, 2, true) : []) {
    shapes.push(textShape(EDGE, top + 10, line, { size: 15, color: INK, bold: true, hint: look.title }));
    top += 21;
  }
  if (look.subtitle) {
    shapes.push(textShape(EDGE, top + 8, shorten(look.subtitle, width, 12), { hint: look.subtitle }));
    top += 18;
  }
  if (look.title || look.subtitle) top += 6;
  return { left: EDGE, top, width, height: look.height - top - 12 };
}

/** @returns what is left for the plot */
export function roomBeside(box: Box, place: LegendPlace, entries: readonly Entry[]): Box {
  if (place === 'none' || entries.length === 0) return box;
  if (place === 'top' || place === 'bottom') {
    const height = rowsOf(entries, box.width).length * LINE + 6;
    return { ...box, top: box.top + (place === 'top' ? height : 0), height: box.height - height };
  }
  const width = columnWidth(entries, box.width);
  return { ...box, left: box.left + (place === 'left' ? width : 0), width: box.width - width };
}

/** @param box with the legend's room, @param plot what was left of it */
export function drawLegend(box: Box, plot: Box, place: LegendPlace, entries: readonly Entry[], shapes: Shape[]): void {
  if (place === 'none' || entries.length === 0) return;
  if (place === 'top' || place === 'bottom') drawRows(box, place, entries, shapes);
  else drawColumn(box, plot, place, entries, shapes);
}

const signWidth = ({ line }: Entry): number => (line === undefined ? SIGN : STROKE);
const entryWidth = (entry: Entry): number => signWidth(entry) + 6 + textWidth(entry.name, 12) + 16;

const columnWidth = (entries: readonly Entry[], width: number): number =>
  Math.min(width * 0.38, Math.max(...entries.map(entryWidth)) + 4);

function rowsOf(entries: readonly Entry[], width: number): Entry[][] {
  const rows: Entry[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    if (used > 0 && used + entryWidth(entry) > width) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1]!.push(entry);
    used += entryWidth(entry);
  }
  return rows;
}

function drawEntry(x: number, y: number, width: number, entry: Entry, shapes: Shape[]): void {
  const { name, color, line } = entry;
  const room = signWidth(entry);
  if (line === undefined) shapes.push(rectShape({ left: x, top: y - SIGN / 2, width: SIGN, height: SIGN }, color));
  else {
    const stroke = lineShape(x, y, x + room, y, color, 2);
    shapes.push({ ...stroke, at: { ...stroke.at, 'stroke-dasharray': line } });
  }
  shapes.push(textShape(x + room + 6, y, shorten(name, width - room - 6, 12), { color: INK, hint: name }));
}

function drawRows(box: Box, place: 'top' | 'bottom', entries: readonly Entry[], shapes: Shape[]): void {
  const rows = rowsOf(entries, box.width);
  const top = place === 'top' ? box.top : box.top + box.height - rows.length * LINE + 4;
  for (const [index, row] of rows.entries()) {
    let x = box.left;
    for (const entry of row) {
      drawEntry(x, top + index * LINE + 7, Math.min(entryWidth(entry), box.width) - 10, entry, shapes);
      x += entryWidth(entry);
    }
  }
}

/** Entries stand as near to what they name as they can without covering one another. */
function drawColumn(box: Box, plot: Box, place: 'left' | 'right', entries: readonly Entry[], shapes: Shape[]): void {
  const width = columnWidth(entries, box.width) - 14;
  const x = place === 'right' ? plot.left + plot.width + 14 : box.left;
  const most = Math.max(1, Math.floor(plot.height / LINE));
  const shown = entries.slice(0, entries.length > most ? most - 1 : most);
  const near = place === 'right' && shown.every((entry) => entry.near !== undefined);
  const ordered = near ? [...shown].sort((a, b) => a.near! - b.near!) : shown;
  const places = near
    ? spread(
        ordered.map((entry) => entry.near!),
        plot,
      )
    : ordered.map((_, index) => plot.top + 9 + index * LINE);
  for (const [index, entry] of ordered.entries()) drawEntry(x, places[index]!, width, entry, shapes);
  if (shown.length < entries.length)
    shapes.push(textShape(x, plot.top + 9 + shown.length * LINE, `+${entries.length - shown.length}`, { color: SOFT }));
}

/** Moves places apart from top to bottom, then back up what went beyond the end. */
function spread(places: number[], { top, height }: Box): number[] {
  const apart = [...places];
  for (let index = 0; index < apart.length; index++)
    apart[index] = Math.max(apart[index]!, index === 0 ? top + 8 : apart[index - 1]! + LINE);
  for (let index = apart.length - 1; index >= 0; index--) {
    const most = index === apart.length - 1 ? top + height - 8 : apart[index + 1]! - LINE;
    apart[index] = Math.min(apart[index]!, most);
  }
  return apart;
}
