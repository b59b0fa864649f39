import type { LinkReason } from '../linkage/explain-pair.ts';
import type { LinkGroup, LinkPair, LinkResult } from '../linkage/link-result.ts';
import type { LinkTier } from '../linkage/tiers.ts';
import type { Judgements } from './judgements.ts';

/** How a group stands: waiting for a decision, put off, or decided. */
export type GroupState = 'open' | 'later' | 'notSame';

export interface FoundGroup {
  /** of the compared customers, in the tab's order; their numbers differ */
  readonly rows: readonly number[];
  readonly tier: LinkTier;
  /** per cent, 1 to 99 */
  readonly confidence: number;
  readonly state: GroupState;
  /** of each of `rows`: why it is here, the strongest first */
  readonly reasons: readonly (readonly LinkReason[])[];
}

const tiers: readonly LinkTier[] = ['sure', 'likely', 'possible'];
const states: readonly GroupState[] = ['open', 'later', 'notSame'];

/**
 * Groups as people look through them, sure ones first, those put off behind them and the decided ones last. A group whose
 * members are known to be different people falls apart; a pair of two groups that is worth a glance is a group of its own,
 * once for any two groups.
 *
 * @param numbers of the compared rows
 */
export function formGroups(result: LinkResult, numbers: readonly string[], judgements: Judgements): FoundGroup[] {
  return new GroupForming(numbers, judgements).form(result);
}

class GroupForming {
  private readonly found: FoundGroup[] = [];
  /** of each row the rows that it is put together with */
  private readonly together = new Map<number, readonly number[]>();
  private readonly asked = new Set<string>();

  constructor(
    private readonly numbers: readonly string[],
    private readonly judgements: Judgements,
  ) {}

  form({ groups, possible }: LinkResult): FoundGroup[] {
    for (const group of groups) this.takeGroup(group);
    for (const pair of possible) this.takePair(pair);
    const place = ({ state, tier, confidence }: FoundGroup): number =>
      states.indexOf(state) * 10_000 + tiers.indexOf(tier) * 1_000 - confidence;
    return this.found
      .map((group, i) => ({ group, i, at: place(group) }))
      .sort((a, b) => a.at - b.at || a.i - b.i)
      .map(({ group }) => group);
  }

  private areDifferent(a: number, b: number): boolean {
    return this.judgements.of(this.numbers[a]!, this.numbers[b]!) === 'notSame';
  }

  private isKeptApart(x: readonly number[], y: readonly number[]): boolean {
    return x.some((a) => y.some((b) => this.areDifferent(a, b)));
  }

  private takeGroup(group: LinkGroup): void {
    const rows = this.distinct(group.rows);
    const parts = this.isKeptApart(rows, rows) ? this.parts(rows, group.pairs) : [rows];
    for (const part of parts) {
      for (const row of part) this.together.set(row, part);
      if (part.length < 2) continue;
      const own = group.pairs.filter(({ rows: [a, b] }) => part.includes(a) && part.includes(b));
      const { tier, confidence } = parts.length > 1 && part.length === 2 && own[0] ? own[0] : group;
      this.found.push({ rows: part, tier, confidence, state: this.stateOf(part), reasons: reasonsOf(part, own) });
    }
    if (parts.length > 1) for (const pair of group.pairs) if (this.areDifferent(...pair.rows)) this.addDecided(pair);
  }

  /** One row for each number: a number that stands twice is marked by the checks and asked about there. */
  private distinct(rows: readonly number[]): number[] {
    return rows.filter((row, i) => rows.findIndex((other) => this.numbers[other] === this.numbers[row]) === i);
  }

  /** Joins what may be joined, the likeliest pair first. */
  private parts(rows: readonly number[], pairs: readonly LinkPair[]): number[][] {
    const partOf = new Map(rows.map((row) => [row, [row]]));
    for (const {
      rows: [a, b],
    } of pairs) {
      const [x, y] = [partOf.get(a), partOf.get(b)];
      if (!x || !y || x === y || this.isKeptApart(x, y)) continue;
      const joined = [...x, ...y].sort((one, other) => one - other);
      for (const row of joined) partOf.set(row, joined);
    }
    return [...new Set(partOf.values())];
  }

  private takePair(pair: LinkPair): void {
    const [a, b] = pair.rows;
    if (this.numbers[a] === this.numbers[b]) return;
    if (this.areDifferent(a, b)) {
      this.addDecided(pair);
      return;
    }
    const [x, y] = [this.together.get(a) ?? [a], this.together.get(b) ?? [b]];
    if (x === y || this.isKeptApart(x, y)) return;
    const question = [x[0]!, y[0]!].sort((one, other) => one - other).join(' ');
    if (this.asked.has(question)) return;
    this.asked.add(question);
    const { tier, confidence, rows, reasons } = pair;
    this.found.push({ rows, tier, confidence, state: this.stateOf(rows), reasons: [reasons, reasons] });
  }

  private addDecided({ rows, tier, confidence, reasons }: LinkPair): void {
    this.found.push({ rows, tier, confidence, state: 'notSame', reasons: [reasons, reasons] });
  }

  private stateOf(rows: readonly number[]): GroupState {
    const isLater = rows.every((a) => rows.every((b) => a === b || this.judgements.of(this.numbers[a]!, this.numbers[b]!)));
    return isLater ? 'later' : 'open';
  }
}

/** Of each row what its likeliest partner speaks for. */
function reasonsOf(rows: readonly number[], pairs: readonly LinkPair[]): (readonly LinkReason[])[] {
  return rows.map((row) => pairs.find(({ rows: [a, b] }) => a === row || b === row)?.reasons ?? pairs[0]?.reasons ?? []);
}
