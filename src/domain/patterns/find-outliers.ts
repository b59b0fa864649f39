import { quantile } from './chance.ts';

/** A value far off what is usual for its kind. */
export interface Outlier {
  place: number;
  value: number;
  /** the usual value: the median of its kind */
  usual: number;
  /** how far off, in robust standard deviations of the logarithms; beyond 3.5 */
  score: number;
  /** 10, 100, 1000 or their inverse where the value is that many times the usual one: a digit or a point has slipped */
  slip?: number;
}

/** Values of a kind below which nothing is said. */
export const leastOfKind = 8;
/** A value less than so many times the usual one, or its inverse, is no outlier however alike the others are. */
const leastTimes = 2;
/** Of the values of a kind, how many may be far off: where more are, that is how this kind is. */
const mostOfKind = 0.02;
/** 1 / Φ⁻¹(0.75): makes the median deviation of a normal distribution its standard deviation. */
const normal = 1.4826;

/**
 * Values far off the median of their kind, in logarithms, since prices and quantities vary by times: more than 3.5 median
 * deviations (Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993), and at least twice or half the usual.
 *
 * @param kinds the kind of each value; below 0: none
 * @param values not above 0 or NaN: left out
 */
export function findOutliers(kinds: ArrayLike<number>, values: ArrayLike<number>): Outlier[] {
  const byKind = new Map<number, number[]>();
  for (let place = 0; place < kinds.length; place++) {
    if (kinds[place]! < 0 || !(values[place]! > 0)) continue;
    const same = byKind.get(kinds[place]!);
    if (same) same.push(place);
    else byKind.set(kinds[place]!, [place]);
  }
  return [...byKind.values()].flatMap((places) => {
    if (places.length < leastOfKind) return [];
    const logs = places.map((place) => Math.log(values[place]!));
    const middle = medianOf(logs);
    const spread = Math.max(normal * medianOf(logs.map((log) => Math.abs(log - middle))), Math.log(leastTimes) / 3.5);
    const found = places.flatMap((place, i): Outlier[] => {
      const off = logs[i]! - middle;
      const score = Math.abs(off) / spread;
      if (score <= 3.5) return [];
      return [{ place, value: values[place]!, usual: Math.exp(middle), score, ...slipOf(off) }];
    });
    return found.length > Math.max(2, mostOfKind * places.length) ? [] : found;
  });
}

const medianOf = (values: readonly number[]): number => quantile(Float64Array.from(values).sort(), 0.5);

/** A power of ten within a twentieth. */
function slipOf(off: number): { slip?: number } {
  const tens = Math.round(off / Math.LN10);
  return tens !== 0 && Math.abs(off - tens * Math.LN10) < 0.05 ? { slip: 10 ** tens } : {};
}

/** Days on end without a record, where there usually are some. */
export interface Gap {
  /** first and last day, days since 1970-01-01 */
  from: number;
  to: number;
  /** how likely that is by chance, anywhere in the time looked at */
  chance: number;
}

/**
 * Stretches without any record that chance hardly explains, by how often each weekday has one. Less likely than 1 in 1000
 * for the whole time; at least three days.
 *
 * @param days of records, any order; days below `from` or above `to` are left out
 */
export function findGaps(days: ArrayLike<number>, from: number, to: number): Gap[] {
  const busy = new Uint8Array(Math.max(to - from + 1, 0));
  for (let i = 0; i < days.length; i++) if (days[i]! >= from && days[i]! <= to) busy[days[i]! - from] = 1;
  // how often each weekday stays without; half a day each way keeps 0 and 1 out
  const all = new Array<number>(7).fill(1);
  const quiet = new Array<number>(7).fill(0.5);
  busy.forEach((has, day) => {
    all[(day + from) % 7]! += 1;
    if (!has) quiet[(day + from) % 7]! += 1;
  });
  const gaps: Gap[] = [];
  let log = 0;
  let start = 0;
  for (let day = 0; day <= busy.length; day++) {
    if (day < busy.length && !busy[day]) {
      log += Math.log(quiet[(day + from) % 7]! / all[(day + from) % 7]!);
      continue;
    }
    const chance = Math.exp(log) * busy.length;
    if (day - start >= 3 && chance < 0.001) gaps.push({ from: from + start, to: from + day - 1, chance });
    log = 0;
    start = day + 1;
  }
  return gaps.sort((a, b) => a.chance - b.chance);
}
