import { purchases as purchasesTab } from '../../src/domain/dictionary/core/purchases.ts';
import {
  type CustomerFacts,
  type LedgerFacts,
  noDay,
  none,
  type RecordFacts,
  type WordColumn,
} from '../../src/domain/facts/record-facts.ts';

/** One purchase: whose, on which day, for how much; an amount of NaN is not known. */
export interface Bought {
  customer: number;
  day: number;
  cents: number;
  /** 2: cancelled */
  closing?: number;
}

const noWords = (count: number): WordColumn => ({ words: [], places: new Int32Array(count).fill(none) });

/** A shop's purchases as the reader would hand them over. */
export function factsOf(customers: number, bought: readonly Bought[], today: number): LedgerFacts {
  const count = bought.length;
  const records = {
    tab: purchasesTab,
    count,
    customers: Int32Array.from(bought, ({ customer }) => customer),
    days: Int32Array.from(bought, ({ day }) => day),
    doneDays: new Int32Array(count).fill(noDay),
    items: noWords(count),
    quantities: new Float64Array(count).fill(1),
    cents: Float64Array.from(bought, ({ cents }) => cents),
    closings: Uint8Array.from(bought, ({ closing = 1 }) => closing),
    states: noWords(count),
    scores: new Float64Array(count).fill(Number.NaN),
    people: noWords(count),
    words: () => noWords(count),
    numberOf: (record: number) => `D${record}`,
  } as unknown as RecordFacts;
  const people = {
    count: customers,
    numbers: Array.from({ length: customers }, (_, i) => `C${String(i + 1).padStart(6, '0')}`),
    names: (i: number) => `客户${i + 1}`,
    types: noWords(customers),
    regions: noWords(customers),
    genders: noWords(customers),
    births: new Int32Array(customers).fill(noDay),
    words: () => noWords(customers),
  } as unknown as CustomerFacts;
  return {
    today,
    customers: people,
    records: (tab: string) => (tab === 'purchases' ? records : undefined),
  } as unknown as LedgerFacts;
}
