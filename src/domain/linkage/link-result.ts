import { explainPair, type LinkReason } from './explain-pair.ts';
import type { RowGroup, WeighedPair } from './group-rows.ts';
import type { LinkTable } from './link-table.ts';
import type { Profiles } from './profile.ts';
import { type LinkTier, tierOf } from './tiers.ts';
import { percentOf } from './weigh-pair.ts';

export interface LinkPair {
  /** Of the table, counted from 0, the earlier one first. */
  readonly rows: readonly [number, number];
  readonly tier: LinkTier;
  /** Per cent, 1 to 99. */
  readonly confidence: number;
  readonly reasons: readonly LinkReason[];
}

export interface LinkGroup {
  /** In the table's order. */
  readonly rows: readonly number[];
  readonly tier: LinkTier;
  /** Per cent: that of the weakest step by which the group came about. */
  readonly confidence: number;
  /** The pairs that speak for it, the likeliest first. */
  readonly pairs: readonly LinkPair[];
}

export interface LinkResult {
  /** Rows that are one customer each, the surest first. */
  readonly groups: readonly LinkGroup[];
  /** Pairs across groups that are worth a glance: often a household. */
  readonly possible: readonly LinkPair[];
}

/** What a run has found, with reasons when they are asked for. */
export function resultOf(
  table: LinkTable,
  profiles: Profiles,
  pairs: readonly WeighedPair[],
  found: readonly RowGroup[],
): LinkResult {
  const groupOf = new Map<number, RowGroup>();
  for (const group of found) for (const row of group.rows) groupOf.set(row, group);
  const inside = new Map<RowGroup, LinkPair[]>();
  const possible: LinkPair[] = [];
  for (const { a, b, bits, comparison } of [...pairs].sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)) {
    const group = groupOf.get(a);
    const together = group !== undefined && group === groupOf.get(b);
    // what the groups' other rows contradict is at most possible, however well the two rows agree
    const tier = together ? (tierOf(bits) ?? 'possible') : tierOf(Math.min(bits, 0));
    if (!tier) continue;
    const pair: LinkPair = {
      rows: [a, b],
      tier,
      confidence: percentOf(bits),
      // of thousands of pairs only those that somebody looks at
      get reasons() {
        return explainPair(table, profiles, comparison, a, b);
      },
    };
    if (!together) possible.push(pair);
    else if (inside.has(group)) inside.get(group)!.push(pair);
    else inside.set(group, [pair]);
  }
  const groups = found.map((group) => ({
    rows: group.rows,
    tier: tierOf(group.bits) ?? ('possible' as const),
    confidence: percentOf(group.bits),
    pairs: inside.get(group) ?? [],
  }));
  return { groups: groups.sort((x, y) => y.confidence - x.confidence || x.rows[0]! - y.rows[0]!), possible };
}
