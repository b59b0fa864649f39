import { fTail, quantile } from './chance.ts';

/** How the months of the year differ. Index 1: an average month; place 0 is January. */
export interface Season {
  /** whole years, counted back from the last month that is over */
  cycles: number;
  index: readonly number[];
  /** how alike the years are, 0 to 1: Kendall's coefficient of concordance */
  agreement: number;
  /** the probability that chance alone orders the months so alike; NaN with fewer than two years */
  chance: number;
  /** the three months on end that sell most, by their first, and their share of a year without growth (a quarter where all are alike) */
  best: { month: number; share: number };
  total: number;
}

/**
 * What each month of the year sells, growth taken out: from the middle of one year to the middle of the next it is even, and
 * as large as for the middle one of the twelve months (Hirsch, Slack and Smith, Water Resources Research 18 (1982) 107–121),
 * so that neither growth nor one large order makes a season. Whether the years order their months alike is tested by ranks
 * (Friedman, J. Am. Statist. Assoc. 32 (1937) 675–701), by the F of Iman and Davenport (Comm. Statist. A9 (1980) 571–595),
 * which holds for as few as two years.
 *
 * @param months what was sold in each month, without gaps; the last one is over
 * @param first month of the year of the first value, 0 is January
 * @returns undefined with less than a year, or when nothing was sold in one of the years
 */
export function seasonOf(months: readonly number[], first: number): Season | undefined {
  const cycles = Math.floor(months.length / 12);
  const skipped = months.length - cycles * 12;
  const values = months.slice(skipped);
  const years = Array.from({ length: cycles }, (_, year) => values.slice(year * 12, year * 12 + 12));
  if (cycles < 1 || years.some((year) => total(year) <= 0)) return undefined;
  const steps = years.slice(1).map((year, y) => growth(years[y]!, year));
  const adjusted = years.map((year, y) => year.map((value, m) => value / Math.exp(trendAt(steps, y * 12 + m))));
  const monthly = Array.from({ length: 12 }, (_, m) => adjusted.map((year) => year[m]!).sort((a, b) => a - b));
  const middle = monthly.map((values) => quantile(values, 0.5));
  // months that sell in few of the years have a middle of nothing
  const raw = total(middle) > 0 ? middle : monthly.map(total);
  const mean = total(raw) / 12;
  const monthOf = (place: number) => (first + skipped + place) % 12;
  const index = new Array<number>(12);
  for (const [place, value] of raw.entries()) index[monthOf(place)] = value / mean;
  const shares = index.map((value, m) => (value + index[(m + 1) % 12]! + index[(m + 2) % 12]!) / 12);
  const share = Math.max(...shares);
  return {
    ...{ cycles, index, best: { month: shares.indexOf(share), share } },
    ...concordance(adjusted),
    total: total(values),
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The logarithm of how much a year is above the year before; by the sums where too few months sold in both. */
function growth(before: readonly number[], after: readonly number[]): number {
  const steps = after.flatMap((value, m) => (value > 0 && before[m]! > 0 ? [Math.log(value / before[m]!)] : []));
  return steps.length < 3 ? Math.log(total(after) / total(before)) : quantile(Float64Array.from(steps).sort(), 0.5);
}

/** The logarithm of the trend at a month, by the steps from the middle of each year to the middle of the next. */
function trendAt(steps: readonly number[], place: number): number {
  if (steps.length === 0) return 0;
  const at = (place - 5.5) / 12;
  const low = Math.min(Math.max(Math.floor(at), 0), steps.length - 1);
  return total(steps.slice(0, low)) + steps[low]! * (at - low);
}

/** Kendall's W with its correction for ties, and its probability. @param years the same twelve months each */
function concordance(years: readonly (readonly number[])[]): { agreement: number; chance: number } {
  const count = years.length;
  const sums = new Array<number>(12).fill(0);
  let ties = 0;
  for (const year of years) {
    const sorted = [...year].sort((a, b) => a - b);
    year.forEach((value, month) => {
      const from = sorted.indexOf(value);
      const alike = sorted.lastIndexOf(value) - from + 1;
      sums[month]! += from + (alike + 1) / 2;
      ties += alike * alike - 1;
    });
  }
  const spread = sums.reduce((sum, value) => sum + (value - count * 6.5) ** 2, 0);
  const most = (count * count * 1716 - count * ties) / 12;
  const agreement = most > 0 ? spread / most : 0;
  if (count < 2) return { agreement, chance: Number.NaN };
  return { agreement, chance: fTail(((count - 1) * agreement) / (1 - agreement), 11, 11 * (count - 1)) };
}
