/** From values to pixels: round ticks that cover the values. */

export interface Scale {
  min: number;
  max: number;
  ticks: number[];
  /** 0 at the smallest, 1 at the largest */
  part(value: number): number;
}

export interface ScaleWish {
  min?: number;
  max?: number;
  log?: boolean;
  /** backwards */
  reversed?: boolean;
  /** about how many ticks there is room for */
  ticks: number;
  /** bars and areas stand on zero */
  fromZero: boolean;
}

/** @example niceStep(83, 5) // 20 */
export function niceStep(span: number, ticks: number): number {
  const raw = span / Math.max(1, ticks);
  const power = 10 ** Math.floor(Math.log10(raw));
  const part = raw / power;
  return (part <= 1 ? 1 : part <= 2 ? 2 : part <= 2.5 ? 2.5 : part <= 5 ? 5 : 10) * power;
}

export function scaleOf(values: readonly number[], wish: ScaleWish): Scale {
  return wish.log && values.every((value) => value > 0) ? logScale(values, wish) : linearScale(values, wish);
}

/** 0.1 + 0.2 is no tick. */
const clean = (value: number): number => Number(value.toPrecision(12));

function linearScale(values: readonly number[], wish: ScaleWish): Scale {
  let low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  let high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (low > high) [low, high] = [0, 1];
  // a line that never comes near zero may leave it out
  if (wish.fromZero || (low > 0 && low < high * 0.5)) low = Math.min(low, 0);
  if (wish.fromZero || (high < 0 && high > low * 0.5)) high = Math.max(high, 0);
  low = wish.min ?? low;
  high = wish.max ?? high;
  if (high <= low) high = low + (low === 0 ? 1 : Math.abs(low) * 0.1 || 1);
  const step = niceStep(high - low, wish.ticks);
  const min = wish.min ?? clean(Math.floor(clean(low / step)) * step);
  const max = wish.max ?? clean(Math.ceil(clean(high / step)) * step);
  const ticks: number[] = [];
  for (let at = Math.ceil(clean(min / step)); clean(at * step) <= max; at++) ticks.push(clean(at * step));
  return finish(min, max, ticks, wish, (value) => (value - min) / (max - min));
}

function logScale(values: readonly number[], wish: ScaleWish): Scale {
  const low = Math.floor(Math.log10(wish.min && wish.min > 0 ? wish.min : Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(wish.max ?? Math.max(...values))));
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => clean(10 ** (low + index)));
  return finish(10 ** low, 10 ** high, ticks, wish, (value) => (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low));
}

function finish(min: number, max: number, ticks: number[], wish: ScaleWish, part: (value: number) => number): Scale {
  const within = (value: number) => Math.max(0, Math.min(1, part(value)));
  return { min, max, ticks, part: wish.reversed ? (value) => 1 - within(value) : within };
}
