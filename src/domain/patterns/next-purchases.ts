import { falseShares, poissonTail, quantile } from './chance.ts';
import type { Happening } from './visits.ts';

/** “Who had `first` later had `then`.” Days are counted from a customer's first `first` to the next `then` after that day. */
export interface Following {
  first: number;
  then: number;
  /** customers with `first`, and those of them who had `then` later */
  customers: number;
  followed: number;
  /** how many would have been expected if it made no difference, and how many if they had done as the others did */
  expected: number;
  usual: number;
  /** the probability that chance alone brings so many */
  chance: number;
  /** the share of false findings among those at least as sure */
  falseShare: number;
  /** days that passed, sorted */
  gaps: readonly number[];
  quartiles: readonly [number, number, number];
  /** customers without `then` who have not been seen for as long as the middle gap yet: some of them may still come */
  tooEarly: number;
  /** customers without it who are between the quartiles now, and the day from which it is counted */
  due: readonly { customer: number; day: number }[];
  /** share that had `then` within the days asked for, those counted who have been seen that long (Kaplan and Meier 1958) */
  within: number;
}

export interface FollowingOptions {
  /** days since 1970-01-01: nobody is seen after this day */
  today: number;
  /** the day on which customers are due or not yet, where nothing is known to have been left out since; absent: the same */
  now?: number;
  /** customers with a thing, and customers who followed, below which nothing is said */
  leastCustomers: number;
  leastFollowed: number;
  /** days for `within` */
  horizon: number;
  /** the most frequent things only */
  most?: number;
  /** share of false findings up to which a pair is told */
  believed?: number;
}

/** Visits up to now that tell customers apart: 1, 2, 3, 4 to 5, 6 to 9, 10 and more. */
const levels = 6;
const levelOf = (visits: number) => (visits < 4 ? visits - 1 : visits < 6 ? 3 : visits < 10 ? 4 : 5);

/** Each customer's days with anything, one after the other. */
interface Visits {
  whose: number[];
  days: number[];
  /** the day of the customer's next visit, or today */
  ends: number[];
  /** the place behind the customer's last visit */
  stops: number[];
  levels: number[];
  /** for each thing, the visits with it */
  with: Map<number, number[]>;
  start: number;
  today: number;
}

/**
 * What follows what, for all pairs of the most frequent things. What would be expected is counted day by day among the
 * customers there at the time, those who had come as often and had (or had not) had `then` before: the log-rank test with a
 * state that changes (Mantel and Byar, J. Am. Statist. Assoc. 69 (1974) 81–86), so that neither a season, nor growth, nor
 * that some customers buy more of everything makes a finding.
 *
 * @param ordered as `inOrder` answers them
 * @returns those believed, the surest first
 */
export function followings(ordered: readonly Happening[], options: FollowingOptions): Following[] {
  const { today, now = today, leastCustomers, leastFollowed, horizon, most = 60, believed = 0.05 } = options;
  const visits = visitsOf(ordered, today);
  const thens = [...visits.with]
    .map(([thing, places]) => ({ thing, places: firstOfEach(places, visits.stops) }))
    .filter(({ places }) => places.length >= leastFollowed)
    .sort((a, b) => b.places.length - a.places.length || a.thing - b.thing)
    .slice(0, most);
  const firsts = thens.filter(({ places }) => places.length >= leastCustomers);
  const base = riskByLevel(visits);
  const pairs = thens.flatMap(({ thing: then, places: thenPlaces }) => {
    const { after, again, all } = expectations(visits, then, thenPlaces, base);
    const next = nextWith(visits, then);
    return firsts.flatMap(({ thing: first, places }) => {
      let expected = first === then ? again : 0;
      let followed = 0;
      for (const at of places) {
        const to = next[at]!;
        if (to >= 0) followed += 1;
        if (first !== then) expected += after[at]! - (to < 0 ? 0 : after[to]!);
      }
      if (followed < leastFollowed) return [];
      const others = all - followed;
      const othersExpected = Math.max(all - expected, 0);
      return [
        {
          ...{ first, then, places, customers: places.length, followed, expected },
          // the relative rate of Pike (1972); half a one each keeps it finite
          usual: (expected * (others + 0.5)) / (othersExpected + 0.5),
          // that so many are among them, and that so few are among the others, is one chance, bounded in two ways
          chance: Math.min(poissonTail(expected, followed), 1 - poissonTail(othersExpected, others + 1)),
        },
      ];
    });
  });
  const shares = falseShares(
    pairs.map(({ chance }) => chance),
    firsts.length * thens.length,
  );
  return pairs
    .map((pair, place) => ({ ...pair, falseShare: shares[place]! }))
    .filter(({ falseShare }) => falseShare <= believed)
    .sort((a, b) => a.chance - b.chance || b.followed - a.followed)
    .map(({ places, ...pair }) => ({ ...pair, ...timesOf(visits, nextWith(visits, pair.then), places, horizon, now) }));
}

function visitsOf(ordered: readonly Happening[], today: number): Visits {
  const visits: Visits = { whose: [], days: [], ends: [], stops: [], levels: [], with: new Map(), start: today, today };
  const { days, ends, stops } = visits;
  let customer = -1;
  let from = 0;
  const finish = () => {
    for (let at = from; at < days.length; at++) stops.push(days.length);
    from = days.length;
  };
  for (const { customer: whose, day, thing } of ordered) {
    if (day > today) continue;
    if (whose !== customer) finish();
    if (whose !== customer || days[days.length - 1] !== day) {
      if (days.length > from) ends[days.length - 1] = day;
      visits.levels.push(levelOf(days.length - from + 1));
      visits.whose.push(whose);
      days.push(day);
      ends.push(today);
    }
    customer = whose;
    visits.start = Math.min(visits.start, day);
    const places = visits.with.get(thing);
    if (!places) visits.with.set(thing, [days.length - 1]);
    else if (places[places.length - 1] !== days.length - 1) places.push(days.length - 1);
  }
  finish();
  return visits;
}

/** The first of these visits of each customer. */
const firstOfEach = (places: readonly number[], stops: readonly number[]): number[] =>
  places.filter((place, i) => i === 0 || stops[place] !== stops[places[i - 1]!]);

/** For each visit the customer's next one with the thing; −1: none. */
function nextWith({ days, stops, with: places }: Visits, thing: number): Int32Array {
  const next = new Int32Array(days.length).fill(-1);
  let last = -1;
  for (const place of [...places.get(thing)!, days.length]) {
    const from = Math.max(last, 0);
    for (let at = from; at < place && place < days.length; at++) if (stops[at] === stops[place]) next[at] = place;
    last = place;
  }
  return next;
}

/** How many more customers of each level are there from each day on than the day before. */
function riskByLevel({ days, ends, levels: level, start, today }: Visits): Float64Array {
  const width = today - start + 2;
  const risk = new Float64Array(levels * width);
  for (let at = 0; at < days.length; at++) {
    const row = level[at]! * width + 1 - start;
    risk[row + days[at]!]! += 1;
    risk[row + ends[at]!]! -= 1;
  }
  return risk;
}

/**
 * What is to be expected of each customer: `after`, for each visit, how many `then` from there to today, by those who had
 * come as often and had or had not had it; `again`, of all who had it, how many until the next, by who had come as often;
 * `all`, how often it came up at a later visit.
 */
function expectations(visits: Visits, then: number, firstPlaces: readonly number[], base: Float64Array) {
  const { days, ends, stops, levels: level, start, today } = visits;
  const width = today - start + 2;
  // without it, then with it
  const risk = [base.slice(), new Float64Array(base.length)] as const;
  const events = [new Float64Array(base.length), new Float64Array(base.length)] as const;
  const had = new Uint8Array(days.length);
  for (const first of firstPlaces)
    for (let at = first; at < stops[first]!; at++) {
      had[at] = 1;
      const row = level[at]! * width + 1 - start;
      for (const [which, sign] of [-1, 1].entries()) {
        risk[which]![row + days[at]!]! += sign;
        risk[which]![row + ends[at]!]! -= sign;
      }
    }
  let all = 0;
  for (const at of visits.with.get(then)!)
    if (at > 0 && stops[at - 1] === stops[at]) {
      all += 1;
      events[had[at - 1]!]![level[at - 1]! * width + days[at]! - start]! += 1;
    }
  const both = new Float64Array(base.length);
  for (let row = 0; row < base.length; row += width) {
    const there = [0, 0];
    const sums = [0, 0, 0];
    for (let at = row; at < row + width; at++) {
      for (const which of [0, 1]) {
        there[which]! += risk[which]![at]!;
        if (events[which]![at]) sums[which]! += events[which]![at]! / there[which]!;
      }
      const any = events[0][at]! + events[1][at]!;
      if (any) sums[2]! += any / (there[0]! + there[1]!);
      events[0][at] = sums[0]!;
      events[1][at] = sums[1]!;
      both[at] = sums[2]!;
    }
  }
  const during = (table: Float64Array, at: number): number => {
    const row = level[at]! * width - start;
    return table[row + ends[at]!]! - table[row + days[at]!]!;
  };
  const after = new Float64Array(days.length);
  for (let at = days.length - 1; at >= 0; at--)
    after[at] = during(events[had[at]!]!, at) + (at + 1 < stops[at]! ? after[at + 1]! : 0);
  const has = new Set(visits.with.get(then)!);
  let again = 0;
  for (const first of firstPlaces)
    for (let at = first; at < stops[first]! && (at === first || !has.has(at)); at++) again += during(both, at);
  return { after, again, all };
}

/** How long it took, for a pair that is worth telling. */
function timesOf({ whose, days, today }: Visits, next: Int32Array, places: readonly number[], horizon: number, now: number) {
  const gaps: number[] = [];
  const open: { customer: number; day: number }[] = [];
  for (const at of places)
    if (next[at]! < 0) open.push({ customer: whose[at]!, day: days[at]! });
    else gaps.push(days[next[at]!]! - days[at]!);
  gaps.sort((a, b) => a - b);
  const passed = open.map(({ day }) => today - day);
  const quartiles = [0.25, 0.5, 0.75].map((share) => quantile(gaps, share)) as [number, number, number];
  return {
    ...{ gaps, quartiles, within: shareWithin(gaps, passed, horizon) },
    tooEarly: open.filter(({ day }) => now - day < quartiles[1]).length,
    due: open.filter(({ day }) => now - day >= quartiles[0] && now - day <= quartiles[2]),
  };
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
