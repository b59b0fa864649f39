/** What makes the difference between two sums of sales, in whole hundredths: the parts add up to the difference exactly. */

/** Purchases of one side; every array has the same length. */
export interface Side {
  customers: ArrayLike<number>;
  items: ArrayLike<number>;
  quantities: ArrayLike<number>;
  /** hundredths, whole numbers */
  cents: ArrayLike<number>;
}

/** What a customer or item sold on either side. */
export interface Change {
  place: number;
  before: number;
  after: number;
  piecesBefore: number;
  piecesAfter: number;
  purchasesBefore: number;
  purchasesAfter: number;
}

export interface Totals {
  cents: number;
  pieces: number;
  purchases: number;
  /** customers who are known */
  customers: number;
}

export interface Comparison {
  before: Totals;
  after: Totals;
  customers: Change[];
  items: Change[];
}

/** Sums by customer and by item on both sides, the largest change first. Places below 0 (no customer, no item) are one among them. */
export function compareSides(before: Side, after: Side): Comparison {
  const customers = changesOf(before, after, 'customers');
  const totals = (side: Side, purchases: 'purchasesBefore' | 'purchasesAfter'): Totals => ({
    cents: sum(side.cents),
    pieces: sum(side.quantities),
    purchases: side.cents.length,
    customers: customers.filter((one) => one.place >= 0 && one[purchases] > 0).length,
  });
  return {
    ...{ before: totals(before, 'purchasesBefore'), after: totals(after, 'purchasesAfter') },
    ...{ customers, items: changesOf(before, after, 'items') },
  };
}

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
};

function changesOf(before: Side, after: Side, by: 'customers' | 'items'): Change[] {
  const changes = new Map<number, Change>();
  const of = (place: number): Change => {
    let change = changes.get(place);
    if (!change) {
      change = { place, before: 0, after: 0, piecesBefore: 0, piecesAfter: 0, purchasesBefore: 0, purchasesAfter: 0 };
      changes.set(place, change);
    }
    return change;
  };
  for (let i = 0; i < before.cents.length; i++) {
    const change = of(before[by][i]!);
    change.before += before.cents[i]!;
    change.piecesBefore += before.quantities[i]!;
    change.purchasesBefore += 1;
  }
  for (let i = 0; i < after.cents.length; i++) {
    const change = of(after[by][i]!);
    change.after += after.cents[i]!;
    change.piecesAfter += after.quantities[i]!;
    change.purchasesAfter += 1;
  }
  return [...changes.values()].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.place - b.place);
}

/** Where a difference comes from, in hundredths. */
export interface CustomerParts {
  /** bought for the first time ever, came back after having bought before, stayed away */
  fresh: number;
  back: number;
  lost: number;
  /** bought on both sides, more or less than before */
  more: number;
  less: number;
  /** purchases without a known customer */
  unknown: number;
}

/** The difference by what became of the customers. @param known whether somebody had bought before the first side began */
export function customerParts(changes: readonly Change[], known: (customer: number) => boolean): CustomerParts {
  const parts: CustomerParts = { fresh: 0, back: 0, lost: 0, more: 0, less: 0, unknown: 0 };
  for (const change of changes) {
    const difference = change.after - change.before;
    parts[partOf(change, difference, known)] += difference;
  }
  return parts;
}

function partOf(change: Change, difference: number, known: (customer: number) => boolean): keyof CustomerParts {
  if (change.place < 0) return 'unknown';
  if (change.purchasesAfter === 0) return 'lost';
  if (change.purchasesBefore === 0) return known(change.place) ? 'back' : 'fresh';
  return difference >= 0 ? 'more' : 'less';
}

export interface ItemParts {
  /** items sold on one side only */
  added: number;
  dropped: number;
  /** of items sold on both: as many pieces more or less at the old mix and prices; a shift between dear and cheap; prices */
  volume: number;
  mix: number;
  price: number;
}

/**
 * The difference by quantity, mix and price. Volume is what the change of pieces would have made at the old average price,
 * price is what each item's change of price made on the pieces sold now, mix is the rest.
 */
export function itemParts(items: readonly Change[]): ItemParts {
  const both = items.filter(({ piecesBefore, piecesAfter }) => piecesBefore > 0 && piecesAfter > 0);
  const kept = new Set(both);
  const total = (key: 'before' | 'after' | 'piecesBefore' | 'piecesAfter') => both.reduce((all, one) => all + one[key], 0);
  const before = total('before');
  const price = Math.round(both.reduce((all, one) => all + one.after - (one.before * one.piecesAfter) / one.piecesBefore, 0));
  const volume = both.length > 0 ? Math.round(before * (total('piecesAfter') / total('piecesBefore') - 1)) : 0;
  const only = (side: 'before' | 'after') => items.reduce((all, one) => all + (kept.has(one) ? 0 : one[side]), 0);
  return { added: only('after'), dropped: 0 - only('before'), volume, price, mix: total('after') - before - volume - price };
}

/** The difference by how many customers there are, how often each buys and how much a purchase is. */
export interface HabitParts {
  customers: number;
  frequency: number;
  amount: number;
}

/**
 * Shares the difference out between three factors whose product is the sum, none before the other: the logarithmic mean
 * Divisia index (Ang, Energy Policy 32 (2004) 1131–1139).
 *
 * @returns undefined where a side has no sales
 */
export function habitParts(before: Totals, after: Totals): HabitParts | undefined {
  if (![before, after].every(({ cents, customers }) => cents > 0 && customers > 0)) return undefined;
  const difference = after.cents - before.cents;
  const mean = difference === 0 ? after.cents : difference / Math.log(after.cents / before.cents);
  const customers = Math.round(mean * Math.log(after.customers / before.customers));
  const often = (side: Totals) => side.purchases / side.customers;
  const frequency = Math.round(mean * Math.log(often(after) / often(before)));
  return { customers, frequency, amount: difference - customers - frequency };
}
