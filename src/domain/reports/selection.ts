import { regionName } from '../facts/customer-columns.ts';
import { dayNumber } from '../facts/day-number.ts';
import { ended, type LedgerFacts, noDay, none, type RecordFacts, unpriced, type WordColumn } from '../facts/record-facts.ts';
import { optionKey } from '../text/match-option.ts';
import { monthsOf, type Period, periodBefore, periodOf } from './period.ts';
import type { ReportFilters } from './report-kind.ts';

/** Sums over records. */
export interface Tally {
  /** hundredths of the workbook's currency */
  cents: number;
  records: number;
  pieces: number;
  /** records with an amount */
  priced: number;
}

export const emptyTally = (): Tally => ({ cents: 0, records: 0, pieces: 0, priced: 0 });

/** What was looked at and not counted. */
export interface NotCounted {
  void: number;
  noDay: number;
  future: number;
  empty: number;
  unclear: number;
  foreign: number;
  noPieces: number;
  noCustomer: number;
}

/** Place of a word, whatever its width, case and spaces; -2 where nothing bears it, so that nothing fits. */
function placeOf({ words }: WordColumn, word: string): number {
  const key = optionKey(word);
  const place = words.findIndex((each) => optionKey(each) === key);
  return place < 0 ? -2 : place;
}

function customerTest({ customers }: LedgerFacts, filters: ReportFilters): (customer: number) => boolean {
  const tests = (['region', 'type'] as const).flatMap((key) => {
    const word = filters[key]?.trim();
    if (!word) return [];
    const column = key === 'region' ? customers.regions : customers.types;
    const place = placeOf(column, key === 'region' ? regionName(word) : word);
    return [(customer: number) => column.places[customer] === place];
  });
  return (customer) => tests.every((test) => test(customer));
}

/**
 * The records of a tab that a report counts: those that fit the filters and came about, whatever their day.
 */
export class Selection {
  /** the period that is asked for; for `all` from the first day to the last */
  readonly period: Period;
  /** as long a stretch before it; undefined where all of time is asked for */
  readonly before: Period | undefined;
  /** the first day of them */
  readonly since: number;
  /** records that fit and came about, with a day up to today; in the order of the tab */
  readonly records: Int32Array;
  readonly notCounted: NotCounted = {
    ...{ void: 0, noDay: 0, future: 0, empty: 0, unclear: 0, foreign: 0, noPieces: 0, noCustomer: 0 },
  };

  constructor(
    readonly facts: LedgerFacts,
    readonly of: RecordFacts,
    filters: ReportFilters,
    /** records that never came about are kept: for the report of states */
    withVoid = false,
  ) {
    this.fitsCustomer = customerTest(facts, filters);
    const fits = this.fitting(filters);
    const kept: number[] = [];
    const voids: number[] = [];
    let first = facts.today;
    let last = noDay;
    for (let at = 0; at < of.count; at++) {
      if (!fits(at)) continue;
      const day = of.days[at]!;
      if (of.closings[at] === ended.void && !withVoid) voids.push(day);
      else if (day === noDay) this.notCounted.noDay++;
      else if (day > facts.today) this.notCounted.future++;
      else {
        kept.push(at);
        if (day < first) first = day;
        if (day > last) last = day;
      }
    }
    const named = filters.preset ?? (filters.from || filters.to ? 'own' : 'last12Months');
    this.period = periodOf(named, facts.today) ?? {
      from: named === 'own' && filters.from ? dayNumber(filters.from) : first,
      to: named === 'own' && filters.to ? dayNumber(filters.to) : named === 'all' && last !== noDay ? last : facts.today,
    };
    this.before = named === 'all' ? undefined : periodBefore(this.period, monthsOf(named));
    this.since = first;
    this.records = Int32Array.from(kept);
    const { from, to } = this.period;
    this.notCounted.void = voids.filter((day) => day >= from && day <= to).length;
    this.each(this.period, (at) => this.noteUncounted(at));
  }

  private noteUncounted(at: number): void {
    const { of, notCounted } = this;
    const why = of.unpriced[at]!;
    if (of.has('amount') && why !== 0)
      notCounted[why === unpriced.empty ? 'empty' : why === unpriced.unclear ? 'unclear' : 'foreign']++;
    if (Number.isNaN(of.quantities[at])) notCounted.noPieces++;
    if (of.customers[at] === none) notCounted.noCustomer++;
  }

  /** Whether a customer fits the filters that tell customers apart. */
  readonly fitsCustomer: (customer: number) => boolean;

  private fitting(filters: ReportFilters): (record: number) => boolean {
    const { of } = this;
    const tests = (['product', 'person'] as const).flatMap((key) => {
      const word = filters[key]?.trim();
      if (!word) return [];
      const column = key === 'product' ? of.items : of.people;
      const place = placeOf(column, word);
      return [(record: number) => column.places[record] === place];
    });
    const ofCustomer = this.fitsCustomer;
    if (filters.region?.trim() || filters.type?.trim())
      tests.push((record) => of.customers[record] !== none && ofCustomer(of.customers[record]!));
    return (record) => tests.every((test) => test(record));
  }

  /** Whether the records reach back far enough to compare with a period: no more than a tenth of it lies before them. */
  covers({ from, to }: Period): boolean {
    return this.since - from <= (to - from + 1) / 10;
  }

  /** Goes through the records of a period. */
  each({ from, to }: Period, see: (record: number, day: number) => void): void {
    const { days } = this.of;
    for (const at of this.records) {
      const day = days[at]!;
      if (day >= from && day <= to) see(at, day);
    }
  }

  add(tally: Tally, record: number): void {
    const cents = this.of.cents[record]!;
    const pieces = this.of.quantities[record]!;
    tally.records++;
    if (!Number.isNaN(pieces)) tally.pieces += pieces;
    if (!Number.isNaN(cents)) {
      tally.cents += cents;
      tally.priced++;
    }
  }

  sum(period: Period): Tally {
    const tally = emptyTally();
    this.each(period, (at) => this.add(tally, at));
    return tally;
  }

  /** Sums by whatever tells the records apart, for example a stretch of time or a word's place. */
  sums<K>(period: Period, key: (record: number, day: number) => K): Map<K, Tally> {
    const found = new Map<K, Tally>();
    this.each(period, (at, day) => {
      const name = key(at, day);
      let tally = found.get(name);
      if (!tally) {
        tally = emptyTally();
        found.set(name, tally);
      }
      this.add(tally, at);
    });
    return found;
  }
}
