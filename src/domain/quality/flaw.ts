import type { Problem } from '../problem.ts';
import type { Dimension } from './dimensions.ts';
import type { SensitiveKind } from './sensitive-numbers.ts';

/** What is not as it should be with one record: an empty or wrong cell, a second row, old data, a number where it does not belong. */
export const flawKinds = ['missing', 'wrong', 'doubled', 'stale', 'leaked'] as const;
export type FlawKind = (typeof flawKinds)[number];

/** What a flaw counts against. */
export const dimensionOf: Readonly<Record<FlawKind, Dimension>> = {
  missing: 'complete',
  wrong: 'valid',
  doubled: 'unique',
  stale: 'current',
  leaked: 'handled',
};

export interface Flaw {
  kind: FlawKind;
  tab: string;
  /** key; the field that shows it */
  field: string;
  /** the record's number; empty where it has none */
  record: string;
  /** 1-based, as it stood when it was looked at */
  row: number;
  problem?: Problem;
  /** the row that was there before */
  first?: number;
  /** days; how old the data are, unknown where they bear no date */
  age?: number;
  leaks?: SensitiveKind;
}

/** How often one thing is wrong with one field, and where at first. */
export interface FlawGroup {
  kind: FlawKind;
  tab: string;
  field: string;
  amount: number;
  /** the first of them */
  flaws: Flaw[];
}

/** Of each group so many are listed: who has mended those comes again. */
export const listedEach = 25;

export class FlawGroups {
  private readonly groups = new Map<string, FlawGroup>();

  add(flaw: Flaw): void {
    const key = `${flaw.kind} ${flaw.tab} ${flaw.field}`;
    let group = this.groups.get(key);
    if (!group) {
      const { kind, tab, field } = flaw;
      group = { kind, tab, field, amount: 0, flaws: [] };
      this.groups.set(key, group);
    }
    group.amount++;
    if (group.flaws.length < listedEach) group.flaws.push(flaw);
  }

  all(): FlawGroup[] {
    return [...this.groups.values()];
  }

  amount(kind: FlawKind, tab: string, field: string): number {
    return this.groups.get(`${kind} ${tab} ${field}`)?.amount ?? 0;
  }
}
