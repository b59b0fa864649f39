import { BlockIndex } from './block-index.ts';
import { keysOf, LARGEST_BLOCK } from './block-keys.ts';
import { compareRows } from './compare-profiles.ts';
import type { Comparison } from './comparison.ts';
import { fitOnce, ROUNDS } from './estimate.ts';
import { RowGrouper, type WeighedPair } from './group-rows.ts';
import { hashPair, hashText } from './hash.ts';
import { readPairs, writePairs } from './kept-pairs.ts';
import { type LinkResult, resultOf } from './link-result.ts';
import type { LinkReaders, LinkTable } from './link-table.ts';
import type { Profiles } from './profile.ts';
import { RowReader, withoutRowNumbers } from './read-rows.ts';
import { LIKELY_BITS } from './tiers.ts';
import { bitsOf, shippedModel } from './weigh-pair.ts';
import type { Model } from './weights.ts';

/** Rows or pairs a step: some ten milliseconds of work, a few times that within Google. */
const ROWS_A_STEP = 250;
const PAIRS_A_STEP = 1000;
/** Pairs below these odds are dropped where they are found: not even a fitted model lifts them to the threshold. */
const LEAST_BITS = -10;
/** Pairs below these have no part in grouping. */
const GROUPING_BITS = -4;
/** Share of the whole work at which each part begins. */
const BEGINS = { read: 0, index: 0.4, compare: 0.5, fit: 0.85, group: 0.9 } as const;

export interface LinkProgress {
  /** 0 to 1 */
  readonly done: number;
  readonly finished: boolean;
}

/** A run in slices: `step` until `finished`; `save` at any time, to go on in another execution. */
export interface LinkageRun {
  step(): LinkProgress;
  /** Text of some characters a pair found, for {@link startLinkage}. */
  save(): string;
  /** @throws Error before the run has finished */
  result(): LinkResult;
}

/**
 * Finds the rows of a table that are the same customer, without any labels. Pure computation, some 0.1 ms a row; nothing is
 * asked of the clock, so the caller decides when to pause.
 *
 * @param saved what `save` answered for the same table; that of another table is not used
 * @example
 * const run = startLinkage(table, linkReaders({ region: 'CN', order: 'ymd', today }));
 * while (!run.step().finished);
 * run.result().groups // [{ rows: [3, 17], tier: 'sure', confidence: 99, pairs: […] }, …]
 */
export function startLinkage(table: LinkTable, readers: LinkReaders, saved?: string): LinkageRun {
  const work = new Linkage(table, readers, saved);
  const slices = work.slices();
  let finished = false;
  return {
    step: () => {
      const { value, done } = slices.next();
      finished = finished || done === true;
      return { done: finished ? 1 : (value as number), finished };
    },
    save: () => work.save(),
    result: () => {
      if (!finished) throw new Error('The run has not finished.');
      return work.result();
    },
  };
}

interface Kept {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison;
}

class Linkage {
  private readonly table: LinkTable;
  private readonly readers: LinkReaders;
  private print: number | undefined;
  private compared = 0;
  private kept: Kept[] = [];
  private resumed: readonly [number, number][] = [];
  private outcome: (() => LinkResult) | undefined;

  constructor(table: LinkTable, readers: LinkReaders, saved: string | undefined) {
    this.table = table;
    this.readers = readers;
    const [print, compared, pairs] = (saved ?? '').split('|');
    if (pairs === undefined || Number(print) !== this.printed()) return;
    this.compared = Number(compared);
    this.resumed = readPairs(pairs);
  }

  save(): string {
    const pairs = this.kept.length > 0 ? this.kept : this.resumed.map(([a, b]) => ({ a, b }));
    return `${this.printed()}|${this.compared}|${writePairs(pairs)}`;
  }

  /** Of the whole table, which takes a while: only who stops and goes on needs it. */
  private printed(): number {
    this.print ??= printOf(this.table);
    return this.print;
  }

  result(): LinkResult {
    return this.outcome!();
  }

  /** The whole work; each value is the share that is done. */
  *slices(): Generator<number> {
    const { size } = this.table;
    const reader = new RowReader(withoutRowNumbers(this.table), this.readers);
    while (reader.count < size) {
      for (let i = 0; i < ROWS_A_STEP && reader.count < size; i++) reader.readNext();
      yield share('read', 'index', reader.count / size);
    }
    const profiles = reader.profiles();
    yield* this.compare(profiles);
    yield* this.judge(profiles);
  }

  private *compare(profiles: Profiles): Generator<number> {
    const { size, rows } = profiles;
    const index = new BlockIndex(size, LARGEST_BLOCK);
    const keys: number[] = [];
    for (let row = 0; row < size; row++) {
      keys.length = 0;
      keysOf(profiles, rows[row]!, keys);
      index.add(row, keys);
      if (row % ROWS_A_STEP === 0) yield share('index', 'compare', row / size);
    }
    const shipped = shippedModel(profiles.own);
    const keep = (a: number, b: number): void => {
      const comparison = compareRows(profiles, rows[a]!, rows[b]!);
      if (comparison && bitsOf(profiles, comparison, shipped) >= LEAST_BITS) this.kept.push({ a, b, comparison });
    };
    for (const [a, b] of this.resumed) keep(a, b);
    this.resumed = [];
    const partners: number[] = [];
    while (this.compared < size) {
      index.partnersOf(this.compared, partners);
      for (const partner of partners) keep(partner, this.compared);
      this.compared++;
      if (this.compared % ROWS_A_STEP === 0) yield share('compare', 'fit', this.compared / size);
    }
  }

  private *judge(profiles: Profiles): Generator<number> {
    const shipped = shippedModel(profiles.own);
    const comparisons = this.kept.map(({ comparison }) => comparison);
    let model: Model = shipped;
    for (let round = 0; round < ROUNDS; round++) {
      model = fitOnce(profiles, comparisons, model, shipped);
      yield share('fit', 'group', round / ROUNDS);
    }
    const weighed: WeighedPair[] = this.kept
      .map((pair) => ({ ...pair, bits: bitsOf(profiles, pair.comparison, model) }))
      .filter(({ bits }) => bits >= GROUPING_BITS);
    const grouper = new RowGrouper(profiles, model, weighed, LIKELY_BITS);
    while (grouper.step(PAIRS_A_STEP)) yield BEGINS.group + (1 - BEGINS.group) * grouper.progress;
    this.outcome = () => resultOf(this.table, profiles, weighed, grouper.groups());
  }
}

function share(from: keyof typeof BEGINS, to: keyof typeof BEGINS, done: number): number {
  return BEGINS[from] + (BEGINS[to] - BEGINS[from]) * done;
}

/** Tells one table from another: a saved run is of no use for changed rows. */
function printOf({ size, columns }: LinkTable): number {
  let print = size;
  for (const { kind, cells } of columns) {
    print = hashPair(print, hashText(kind, 0));
    for (let row = 0; row < size; row++) print = hashPair(print, hashText(String(cells[row]), 0));
  }
  return print;
}
