import { falseShares, poissonTail, quantile } from './chance.ts';
import type { Happening } from './visits.ts';

/** “Who had `first` later had `then`.” Days are counted from a customer's first `first` to the next `then` after that day. */
export interface Following {
  first: number;
  then: number;
  /** customers with `first`, and those of them who had `then` later */
  customers: number;
  followed: number;
  /** how many would have been expected of customers who come as often, with and without `first` alike */
  expected: number;
  /** the probability that chance alone brings so many */
  chance: number;
  /** the share of false findings among those at least as sure */
  falseShare: number;
  /** days that passed, sorted */
  gaps: readonly number[];
  quartiles: readonly [number, number, number];
  /** customers without `then` who have not been seen for as long as the middle gap yet: some of them may still come */
  tooEarly: number;
  /** share that had `then` within the days asked for, those counted who have been seen that long (Kaplan and Meier 1958) */
  within: number;
}

export interface FollowingOptions {
  /** days since 1970-01-01: nobody is seen after this day */
  today: number;
  /** customers with a thing, and customers who followed, below which nothing is said */
  leastCustomers: number;
  leastFollowed: number;
  /** days for `within` */
  horizon: number;
  /** the most frequent things only */
  most?: number;
}

/** Visits up to now that tell customers apart: 1, 2, 3, 4 to 5, 6 to 9, 10 and more. */
const levels = 6;
const levelOf = (visits: number) => (visits < 4 ? visits - 1 : visits < 6 ? 3 : visits < 10 ? 4 : 5);

/** One customer: the days with anything, and the things of each. */
interface History {
  days: number[];
  things: number[][];
  /** of those, what had not come up before */
  firsts: number[][];
}

/**
 * What follows what, for all pairs of the most frequent things. What would be expected is counted day by day among the
 * customers there at the time, those who had come as often and had (or had not) had `then` before: the log-rank test with a
 * state that changes (Mantel and Byar, J. Am. Statist. Assoc. 69 (1974) 81–86), so that neither a season, nor growth, nor
 * that some customers buy more of everything makes a finding.
 *
 * @param ordered as `inOrder` answers them
 */
export function followings(ordered: readonly Happening[], options: FollowingOptions): Following[] {
  const { today, leastCustomers, leastFollowed, most = 60 } = options;
  const histories = historiesOf(ordered, today);
  const things = frequentThings(histories, leastCustomers, most);
  const start = ordered.reduce((least, { day }) => Math.min(least, day), today);
  const found: Following[] = [];
  let tests = 0;
  for (const then of things) {
    const rates = ratesOf(histories, then, start, today - start + 2);
    const tallies = new Map(
      things.map((thing) => [thing, { customers: 0, expected: 0, gaps: [] as number[], open: [] as number[] }]),
    );
    for (const history of histories) {
      const { days, things: all, firsts } = history;
      let next = 0;
      let had: 0 | 1 = 0;
      for (let at = 0; at < days.length; at++) {
        if (next === at) next = nextWith(history, then, at + 1);
        if (all[at]!.includes(then)) had = 1;
        const until = days[next] ?? today;
        for (const first of firsts[at]!) {
          const tally = tallies.get(first);
          if (!tally) continue;
          tally.customers += 1;
          tally.expected += rates.expected(history, at, until, first === then ? undefined : had);
          (next < days.length ? tally.gaps : tally.open).push(until - days[at]!);
        }
      }
    }
    for (const [first, { customers, expected, gaps, open }] of tallies) {
      tests += 1;
      if (customers < leastCustomers || gaps.length < leastFollowed) continue;
      gaps.sort((a, b) => a - b);
      const quartiles = [0.25, 0.5, 0.75].map((share) => quantile(gaps, share)) as [number, number, number];
      found.push({
        ...{ first, then, customers, followed: gaps.length, expected, gaps, quartiles, falseShare: 1 },
        chance: poissonTail(expected, gaps.length),
        tooEarly: open.filter((days) => days < quartiles[1]).length,
        within: shareWithin(gaps, open, options.horizon),
      });
    }
  }
  const shares = falseShares(
    found.map(({ chance }) => chance),
    tests,
  );
  return found.map((one, place) => ({ ...one, falseShare: shares[place]! }));
}

function historiesOf(ordered: readonly Happening[], today: number): History[] {
  const histories: History[] = [];
  let seen = new Set<number>();
  let customer = -1;
  for (const { customer: whose, day, thing } of ordered) {
    if (day > today) continue;
    if (whose !== customer) {
      histories.push({ days: [], things: [], firsts: [] });
      seen = new Set();
    }
    customer = whose;
    const { days, things, firsts } = histories[histories.length - 1]!;
    if (days[days.length - 1] !== day) {
      days.push(day);
      things.push([]);
      firsts.push([]);
    }
    things[days.length - 1]!.push(thing);
    if (!seen.has(thing)) firsts[days.length - 1]!.push(thing);
    seen.add(thing);
  }
  return histories;
}

function frequentThings(histories: readonly History[], least: number, most: number): number[] {
  const customers = new Map<number, number>();
  for (const { firsts } of histories)
    for (const visit of firsts) for (const thing of visit) customers.set(thing, (customers.get(thing) ?? 0) + 1);
  return [...customers.keys()]
    .filter((thing) => customers.get(thing)! >= least)
    .sort((a, b) => customers.get(b)! - customers.get(a)! || a - b)
    .slice(0, most);
}

/** The visit from `from` on that has the thing; the number of visits where none has. */
function nextWith({ things }: History, thing: number, from: number): number {
  let at = from;
  while (at < things.length && !things[at]!.includes(thing)) at += 1;
  return at;
}

/** How often `then` came up per customer and day, summed over days, by how often they had come and whether they had had it. */
function ratesOf(histories: readonly History[], then: number, start: number, width: number) {
  // rows: level × 2 + had it before; afterwards, levels alone
  const atRisk = new Float64Array(levels * 2 * width);
  const events = new Float64Array(levels * 2 * width);
  for (const { days, things } of histories) {
    let had = 0;
    for (let at = 0; at < days.length; at++) {
      const day = days[at]! - start;
      const has = things[at]!.includes(then);
      if (at > 0) {
        // at risk up to and with this day as what they were before it
        const row = (levelOf(at) * 2 + had) * width;
        atRisk[row + day + 1]! -= 1;
        if (has) events[row + day]! += 1;
      }
      if (has) had = 1;
      atRisk[(levelOf(at + 1) * 2 + had) * width + day + 1]! += 1;
    }
  }
  const sums = new Float64Array(levels * 2 * width);
  const plain = new Float64Array(levels * width);
  for (let level = 0; level < levels; level++) {
    const without = level * 2 * width;
    const risk = [0, 0];
    for (let day = 0; day < width; day++) {
      for (const had of [0, 1]) {
        const at = without + had * width + day;
        risk[had]! += atRisk[at]!;
        sums[at] = (day > 0 ? sums[at - 1]! : 0) + (events[at] ? events[at]! / risk[had]! : 0);
      }
      const both = events[without + day]! + events[without + width + day]!;
      plain[level * width + day] = (day > 0 ? plain[level * width + day - 1]! : 0) + (both ? both / (risk[0]! + risk[1]!) : 0);
    }
  }
  /** What is expected of a customer after visit `at`, up to and with a day. @param had whether `then` had come up; absent: whichever */
  const expected = ({ days }: History, at: number, until: number, had?: 0 | 1): number => {
    const table = had === undefined ? plain : sums;
    let sum = 0;
    for (let i = at; i < days.length && days[i]! < until; i++) {
      const level = levelOf(i + 1);
      const row = (had === undefined ? level : level * 2 + had) * width - start;
      sum += table[row + Math.min(until, days[i + 1] ?? until)]! - table[row + days[i]!]!;
    }
    return sum;
  };
  return { expected };
}

/** Kaplan and Meier, J. Am. Statist. Assoc. 53 (1958) 457–481. @param gaps sorted @param open days seen without it */
function shareWithin(gaps: readonly number[], open: readonly number[], horizon: number): number {
  const left = [...open].sort((a, b) => a - b);
  let staying = 1;
  let gone = 0;
  for (let i = 0; i < gaps.length && gaps[i]! <= horizon; i++) {
    while (gone < left.length && left[gone]! < gaps[i]!) gone += 1;
    staying *= 1 - 1 / (gaps.length - i + left.length - gone);
  }
  return 1 - staying;
}
