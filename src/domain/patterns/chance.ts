/** What chance alone would bring about: upper tails of the distributions that the findings are held against. */

/** ln Γ(x) for x > 0: Stirling's series after moving x up to 10 and beyond; error below 1e-12. */
function lnGamma(x: number): number {
  let below = 0;
  for (; x < 10; x++) below += Math.log(x);
  const y = 1 / (x * x);
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y / 1680))) / x - below;
}

const lnChoose = (n: number, k: number) => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** Adds up `term`, and what `ratio` makes of it step by step, until nothing more is added. */
function series(term: number, from: number, to: number, step: 1 | -1, ratio: (i: number) => number): number {
  let sum = term;
  for (let i = from; i !== to && term > sum * 1e-17; i += step) sum += term *= ratio(i);
  return sum;
}

/**
 * Fisher's exact test, one-sided: the probability of at least `both` among `drawn` of `all` of which `marked` are marked.
 * Fisher, The Design of Experiments (1935).
 *
 * @example fisherTail(8, 4, 4, 3) // 17/70: the lady tasting tea who gets three of four right
 */
export function fisherTail(all: number, marked: number, drawn: number, both: number): number {
  if (both <= Math.max(0, marked + drawn - all)) return 1;
  if (both > Math.min(marked, drawn)) return 0;
  // below the mean the other tail is the short one
  if (both <= (marked * drawn) / all) return 1 - fisherTail(all, all - marked, drawn, drawn - both + 1);
  const first = Math.exp(lnChoose(marked, both) + lnChoose(all - marked, drawn - both) - lnChoose(all, drawn));
  const odds = (i: number) => ((marked - i) * (drawn - i)) / ((i + 1) * (all - marked - drawn + i + 1));
  return series(first, both, Math.min(marked, drawn), 1, odds);
}

/**
 * The probability of at least `seen` where `expected` are expected. Bounds the tail of a sum of unlike rare chances from
 * above once `seen` ≥ `expected` + 1: Anderson and Samuels, Proc. Fifth Berkeley Symposium 1 (1967) 1–12.
 */
export function poissonTail(expected: number, seen: number): number {
  if (seen <= 0) return 1;
  if (expected <= 0) return 0;
  const at = (k: number) => Math.exp(k * Math.log(expected) - expected - lnGamma(k + 1));
  if (seen <= expected) return 1 - series(at(seen - 1), seen - 1, 0, -1, (i) => i / expected);
  return series(at(seen), seen, Number.POSITIVE_INFINITY, 1, (i) => expected / (i + 1));
}

/** The probability of a value of F of at least `f`; the continued fraction of the incomplete beta function after Lentz (1976). */
export function fTail(f: number, above: number, below: number): number {
  if (!(f > 0)) return 1;
  if (f === Number.POSITIVE_INFINITY) return 0;
  const x = below / (below + above * f);
  return x < (below / 2 + 1) / ((above + below) / 2 + 2)
    ? betaPart(x, below / 2, above / 2)
    : 1 - betaPart(1 - x, above / 2, below / 2);
}

function betaPart(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const part of [even, odd]) {
      d = 1 / (1 + part * d);
      c = 1 + part / c;
      change *= c * d;
    }
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return (value * Math.exp(a * Math.log(x) + b * Math.log(1 - x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b))) / a;
}

/**
 * How large a share of false findings one accepts by believing each of these and all stronger ones. Benjamini and
 * Hochberg, J. R. Statist. Soc. B 57 (1995) 289–300.
 *
 * @param tests how many were made in all, where those left out are no findings; absent: these
 * @returns in the order given
 */
export function falseShares(chances: readonly number[], tests = chances.length): number[] {
  const order = chances.map((_, place) => place).sort((a, b) => chances[b]! - chances[a]!);
  const shares = new Array<number>(chances.length);
  let least = 1;
  order.forEach((place, from) => {
    least = Math.min(least, (chances[place]! * tests) / (chances.length - from));
    shares[place] = least;
  });
  return shares;
}

/** The value below which this share of sorted values lies, between two of them in proportion. Hyndman and Fan's type 7 (1996). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)]!;
  return low + (sorted[Math.ceil(place)]! - low) * (place % 1);
}
