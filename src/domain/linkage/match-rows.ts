import { BlockIndex } from './block-index.ts';
import { keysOf, LARGEST_BLOCK } from './block-keys.ts';
import { compareWholly } from './compare-profiles.ts';
import type { Comparison } from './comparison.ts';
import { explainPair, type LinkReason, OTHER_NAMES } from './explain-pair.ts';
import type { LinkReaders, LinkTable } from './link-table.ts';
import type { Profiles } from './profile.ts';
import { RowReader, withoutRowNumbers } from './read-rows.ts';
import { rowsWorthComparing } from './row-filter.ts';
import { type LinkTier, tierOf } from './tiers.ts';
import { bitsOf, percentOf, shippedModel } from './weigh-pair.ts';
import { asOfWholeRegister } from './whole-register.ts';

/** Another row that may be the same customer as the one that was asked about, or of the same household. */
export interface RowMatch {
  readonly row: number;
  readonly other: number;
  readonly tier: LinkTier;
  /** Per cent, 1 to 99. */
  readonly confidence: number;
  /** Another name at the same phone, mailbox or door: hardly the same customer. */
  readonly isHousehold: boolean;
  readonly reasons: readonly LinkReason[];
}

/** From this many rows on it is cheaper to take the whole register apart than to look through its texts for each. */
const MANY = 4;
/** A phone or mailbox that this many of other names have is a placeholder (13800138000) or the shop's own. */
const PLACEHOLDER_SHARERS = 4;
/** Two rows of a register of ten would be one customer too easily: a name says the same in a small shop as in a large one. */
const SMALLEST = 1000;

/**
 * Other rows that may be the same customers as some rows of a table, each row's likeliest first: compared and weighed as
 * `startLinkage` does, with the shipped weights. Nobody is refused by it; two people may share a phone.
 *
 * One row among 50,000 takes some hundred milliseconds, a thousand take what reading the whole table takes.
 *
 * @param asked rows of the table, each once
 * @example matchRows(table, readers, [7]) // [{ row: 7, other: 2, tier: 'sure', reasons: [{ code: 'samePhone', … }], … }]
 */
export function matchRows(table: LinkTable, readers: LinkReaders, asked: readonly number[]): RowMatch[] {
  return asked.length < MANY ? asked.flatMap((row) => matchesOf(table, readers, row)) : matchMany(table, readers, asked);
}

function matchesOf(table: LinkTable, readers: LinkReaders, row: number): RowMatch[] {
  const telling = withoutRowNumbers(table);
  const [own] = read(pick(telling, [row]), readers).rows;
  const rows = rowsWorthComparing(telling, own!).filter((other) => other !== row);
  rows.push(row);
  const profiles = asOfWholeRegister(read(pick(telling, rows), readers), telling, readers);
  const last = rows.length - 1;
  return matches(
    pick(table, rows),
    profiles,
    last,
    rows.slice(0, -1).map((_, at) => at),
  ).map((match) => at(rows, match));
}

/** The rows that are asked about come last, so that each meets all others and those asked about before it. */
function matchMany(table: LinkTable, readers: LinkReaders, asked: readonly number[]): RowMatch[] {
  const among = new Set(asked);
  const rows = [...Array.from({ length: table.size }, (_, row) => row).filter((row) => !among.has(row)), ...asked];
  const profiles = read(pick(withoutRowNumbers(table), rows), readers);
  const index = new BlockIndex(profiles.size, LARGEST_BLOCK);
  const keys: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    keys.length = 0;
    keysOf(profiles, profiles.rows[i]!, keys);
    index.add(i, keys);
  }
  const partners: number[] = [];
  const ordered = pick(table, rows);
  const found: RowMatch[] = [];
  for (let i = rows.length - asked.length; i < rows.length; i++) {
    index.partnersOf(i, partners);
    found.push(...matches(ordered, profiles, i, partners).map((match) => at(rows, match)));
  }
  return found;
}

const at = (rows: readonly number[], match: RowMatch): RowMatch => ({
  row: rows[match.row]!,
  other: rows[match.other]!,
  tier: match.tier,
  confidence: match.confidence,
  isHousehold: match.isHousehold,
  get reasons() {
    return match.reasons;
  },
});

function matches(table: LinkTable, profiles: Profiles, row: number, others: readonly number[]): RowMatch[] {
  const model = shippedModel(profiles.own);
  const size = Math.max(profiles.size, SMALLEST);
  const found: (RowMatch & { bits: number; comparison: Comparison })[] = [];
  for (const other of others) {
    const comparison = compareWholly(profiles, profiles.rows[row]!, profiles.rows[other]!);
    const bits = bitsOf({ size }, comparison, model);
    const isShared = OTHER_NAMES.has(comparison.name) && shares(comparison);
    const tier = tierOf(bits) ?? (isShared ? 'possible' : undefined);
    if (!tier || (tier === 'possible' && !hasEvidence(comparison))) continue;
    found.push({
      row,
      other,
      tier,
      confidence: percentOf(bits),
      isHousehold: isShared && tier === 'possible',
      get reasons() {
        return explainPair(table, profiles, comparison, row, other);
      },
      bits,
      comparison,
    });
  }
  const strangers = found.filter(({ isHousehold, comparison }) => isHousehold && comparison.address !== 'door');
  const isPlaceholder = strangers.length >= PLACEHOLDER_SHARERS;
  return found
    .filter((match) => !(isPlaceholder && strangers.includes(match)))
    .sort((a, b) => b.bits - a.bits || a.other - b.other);
}

const shares = ({ phone, email, address }: Comparison): boolean =>
  phone === 'mobile' || phone === 'landline' || email === 'same' || address === 'door';

/** Whether more than the name speaks for one customer. A common name alone is not worth a glance. */
const hasEvidence = (comparison: Comparison): boolean =>
  shares(comparison) ||
  comparison.phone === 'near' ||
  comparison.email === 'similar' ||
  comparison.birth === 'same' ||
  comparison.birth === 'close' ||
  comparison.address === 'partial' ||
  comparison.identifier === 'same' ||
  comparison.identifier === 'near';

const pick = ({ columns }: LinkTable, rows: readonly number[]): LinkTable => ({
  size: rows.length,
  columns: columns.map(({ kind, cells }) => ({ kind, cells: rows.map((row) => cells[row]) })),
});

function read(table: LinkTable, readers: LinkReaders): Profiles {
  const reader = new RowReader(table, readers);
  while (reader.count < table.size) reader.readNext();
  return reader.profiles();
}
