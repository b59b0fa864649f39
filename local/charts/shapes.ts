/** What a chart is drawn with: shapes as plain data, which a page puts up as SVG and a test can read. */

export interface Shape {
  tag: 'rect' | 'path' | 'circle' | 'line' | 'text' | 'g';
  at: Record<string, string | number>;
  text?: string;
  /** what resting on it tells */
  hint?: string;
  inside?: Shape[];
}

/** A chart as it is to be put up: where it hangs, how large it is, and what to draw. Pixels throughout. */
export interface ChartPicture {
  id: number;
  row: number;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** what it shows, for who does not see it */
  label: string;
  shapes: Shape[];
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const INK = '#1c2321';
export const SOFT = '#5d6b68';
export const GRID = '#e3e8e6';

const round = (value: number): number => Math.round(value * 10) / 10;

export function rectShape(box: Box, fill: string, hint?: string): Shape {
  const at = { x: round(box.left), y: round(box.top), width: round(box.width), height: round(box.height), fill };
  return { tag: 'rect', at, ...(hint && { hint }) };
}

export function lineShape(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1): Shape {
  return {
    tag: 'line',
    at: {
      x1: round(x1),
      y1: round(y1),
      x2: round(x2),
      y2: round(y2),
      stroke,
      'stroke-width': width,
      'shape-rendering': 'crispEdges',
    },
  };
}

export function dotShape(x: number, y: number, radius: number, fill: string, hint?: string): Shape {
  const at = { cx: round(x), cy: round(y), r: radius, fill, stroke: '#ffffff', 'stroke-width': 1 };
  return { tag: 'circle', at, ...(hint && { hint }) };
}

/** @example pathOf([[0, 0], [4, 3]]) // 'M0 0L4 3' */
export function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

export interface TextLook {
  size?: number;
  color?: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** degrees, clockwise, about the text's own place */
  turn?: number;
  hint?: string;
}

/** @param y of the text's middle */
export function textShape(x: number, y: number, text: string, look: TextLook = {}): Shape {
  const { size = 12, color = SOFT, bold, anchor = 'start', turn, hint } = look;
  const at: Shape['at'] = { x: round(x), y: round(y), fill: color, 'font-size': size, 'text-anchor': anchor, dy: '0.35em' };
  if (bold) at['font-weight'] = 600;
  if (turn) at.transform = `rotate(${turn} ${round(x)} ${round(y)})`;
  return { tag: 'text', at, text, ...(hint && { hint }) };
}
