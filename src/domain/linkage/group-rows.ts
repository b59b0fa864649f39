import { compareWholly } from './compare-profiles.ts';
import { type Comparison, RANKS, type Trait } from './comparison.ts';
import type { Profiles } from './profile.ts';
import { bitsOf } from './weigh-pair.ts';
import type { Model } from './weights.ts';

export interface WeighedPair {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison;
  /** log2 of the odds for "one customer" */
  readonly bits: number;
}

export interface RowGroup {
  readonly rows: number[];
  /** of the weakest step by which the group came about */
  bits: number;
}

/** Two rows that speak against each other more than this keep their groups apart, whatever else agrees. */
const CONTRADICTION_BITS = -20;
const UNKNOWN_CHANCE = 1e-4;
/** A group that has grown may draw in what was too weak before. */
const ROUNDS = 3;

/**
 * Joins rows to groups, the likeliest pair first. Two groups are weighed as if each were one row that knows what all its
 * rows know: a row with only a phone and one with only a mailbox meet through a third. `LIKELY_BITS` of evidence for the
 * whole are needed, and no two rows that plainly contradict.
 */
export class RowGrouper {
  private readonly profiles: Profiles;
  private readonly model: Model;
  private readonly least: number;
  private readonly known = new Map<number, Comparison>();
  private readonly groupOf = new Map<number, RowGroup>();
  private queue: readonly WeighedPair[];
  private left: WeighedPair[] = [];
  private at = 0;
  private joined = 0;
  private round = 0;

  /** @param pairs each weighed by the model; those far below the threshold need not be there */
  constructor(profiles: Profiles, model: Model, pairs: readonly WeighedPair[], least: number) {
    this.profiles = profiles;
    this.model = model;
    this.least = least;
    this.queue = [...pairs].sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
  }

  /** 0 to 1. */
  get progress(): number {
    return this.queue.length === 0 ? 1 : (this.round + this.at / this.queue.length) / ROUNDS;
  }

  /** Looks at the next pairs; false when nothing is left to join. */
  step(pairs: number): boolean {
    for (let i = 0; i < pairs; i++) {
      const pair = this.queue[this.at++];
      if (!pair) return this.nextRound();
      this.tryToJoin(pair);
    }
    return true;
  }

  groups(): RowGroup[] {
    return [...new Set(this.groupOf.values())];
  }

  private nextRound(): boolean {
    if (this.joined === 0 || ++this.round >= ROUNDS) return false;
    this.queue = this.left;
    this.left = [];
    this.at = 0;
    this.joined = 0;
    return true;
  }

  private tryToJoin(pair: WeighedPair): void {
    const ours = this.groupOf.get(pair.a);
    const theirs = this.groupOf.get(pair.b);
    if (ours && ours === theirs) return;
    const x = ours?.rows ?? [pair.a];
    const y = theirs?.rows ?? [pair.b];
    const bits = x.length * y.length === 1 ? pair.bits : this.weighGroups(x, y);
    if (bits < this.least) {
      this.left.push(pair);
      return;
    }
    this.joined++;
    const group: RowGroup = {
      rows: [...x, ...y].sort((a, b) => a - b),
      bits: Math.min(bits, ours?.bits ?? bits, theirs?.bits ?? bits),
    };
    for (const row of group.rows) this.groupOf.set(row, group);
  }

  /** Below every threshold where two of their rows contradict. */
  private weighGroups(x: readonly number[], y: readonly number[]): number {
    const all: Comparison[] = [];
    for (const a of x) {
      for (const b of y) {
        const comparison = this.compare(a, b);
        if (bitsOf(this.profiles, comparison, this.model) < CONTRADICTION_BITS) return Number.NEGATIVE_INFINITY;
        all.push(comparison);
      }
    }
    return bitsOf(this.profiles, closest(all), this.model);
  }

  private compare(a: number, b: number): Comparison {
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * this.profiles.size + high;
    let comparison = this.known.get(key);
    if (!comparison) {
      comparison = compareWholly(this.profiles, this.profiles.rows[low]!, this.profiles.rows[high]!);
      this.known.set(key, comparison);
    }
    return comparison;
  }
}

/** Trait by trait the closest of several comparisons. */
function closest(all: readonly Comparison[]): Comparison {
  const best = (trait: Exclude<Trait, 'sex'>): Comparison => {
    const ranks: readonly string[] = RANKS[trait];
    // of two that agree equally far, the one with the rarer value; an unknown chance stands in the middle
    const rank = (one: Comparison) => ranks.indexOf(one[trait]) + (one[`${trait}Chance`] || UNKNOWN_CHANCE);
    return all.reduce((closer, one) => (rank(one) < rank(closer) ? one : closer));
  };
  const [name, phone, email, birth] = [best('name'), best('phone'), best('email'), best('birth')];
  const [address, identifier] = [best('address'), best('identifier')];
  const ownBest = all[0]!.own.map((_, index) =>
    all.reduce((closer, one) => (RANKS.own.indexOf(one.own[index]!) < RANKS.own.indexOf(closer.own[index]!) ? one : closer)),
  );
  return {
    organisation: name.organisation,
    name: name.name,
    nameChance: name.nameChance,
    phone: phone.phone,
    phoneChance: phone.phoneChance,
    email: email.email,
    emailChance: email.emailChance,
    birth: birth.birth,
    birthChance: birth.birthChance,
    address: address.address,
    addressChance: address.addressChance,
    identifier: identifier.identifier,
    identifierChance: identifier.identifierChance,
    sex: all.reduce((closer, one) => (RANKS.sex.indexOf(one.sex) < RANKS.sex.indexOf(closer.sex) ? one : closer)).sex,
    own: ownBest.map(({ own }, index) => own[index]!),
    ownChances: ownBest.map(({ ownChances }, index) => ownChances[index]!),
  };
}
