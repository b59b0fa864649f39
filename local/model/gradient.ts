/** Colours of conditional formats that go by how large a number is. */
import type { ConditionalFormat, SheetState, Style } from '../contract.ts';
import type { Workbook } from './workbook.ts';

/** Shades between two points: enough for the eye, and few enough to be kept as styles. */
const SHADES = 48;

interface Stop {
  at: number;
  color: string;
}

const known = new WeakMap<ConditionalFormat, { workbook: Workbook; version: number; stops: Stop[] }>();
const styles = new Map<string, Style>();

/** The background that a number gets; `undefined` for what is no number, and where the scale has no extent. */
export function gradientStyle(
  workbook: Workbook,
  sheet: SheetState,
  format: ConditionalFormat,
  value: unknown,
): Style | undefined {
  if (typeof value !== 'number') return undefined;
  const stops = gradientStops(workbook, sheet, format);
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return undefined;
  const upper = stops.findIndex(({ at }) => value < at);
  const color = upper < 0 ? last.color : upper === 0 ? first.color : between(stops[upper - 1]!, stops[upper]!, value);
  let style = styles.get(color);
  if (!style) styles.set(color, (style = { background: color }));
  return style;
}

/** Where on the scale the colours lie, in rising order: computed once for each version of the workbook. */
export function gradientStops(workbook: Workbook, sheet: SheetState, format: ConditionalFormat): readonly Stop[] {
  const { version } = workbook;
  const held = known.get(format);
  if (held?.workbook === workbook && held.version === version) return held.stops;
  const numbers = numbersIn(workbook, sheet, format);
  const stops = (format.gradient ?? [])
    .flatMap(({ type, value, color }) => {
      const at = numbers.length === 0 ? Number.NaN : placeOf(type, Number(value), numbers);
      return Number.isNaN(at) ? [] : [{ at, color }];
    })
    .sort((a, b) => a.at - b.at);
  known.set(format, { workbook, version, stops });
  return stops;
}

function numbersIn(workbook: Workbook, sheet: SheetState, { ranges }: ConditionalFormat): number[] {
  const numbers: number[] = [];
  for (const rect of ranges) {
    const rows = Math.min(rect.rows, sheet.cells.length - rect.row);
    if (rows <= 0) continue;
    for (const line of workbook.values(sheet, { ...rect, rows }))
      for (const value of line) if (typeof value === 'number') numbers.push(value);
  }
  return numbers.sort((a, b) => a - b);
}

/** By the names of `SpreadsheetApp.InterpolationType`. */
function placeOf(type: string, value: number, sorted: readonly number[]): number {
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  if (type === 'MIN') return low;
  if (type === 'MAX') return high;
  if (type === 'PERCENT') return low + ((high - low) * value) / 100;
  if (type === 'NUMBER') return value;
  const index = ((sorted.length - 1) * Math.min(100, Math.max(0, value))) / 100;
  const [before, after] = [sorted[Math.floor(index)]!, sorted[Math.ceil(index)]!];
  return before + (after - before) * (index % 1);
}

function between(from: Stop, to: Stop, value: number): string {
  const share = Math.round(((value - from.at) / (to.at - from.at)) * SHADES) / SHADES;
  const part = (start: number) => {
    const [a, b] = [from.color, to.color].map((color) => Number.parseInt(color.slice(start, start + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
