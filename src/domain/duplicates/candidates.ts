import type { CustomerTraits } from './customer-traits.ts';

/** Existing customers in the form the search runs over: raw texts first, traits only of the few that pass its filter. */
export interface Candidates {
  readonly size: number;
  readonly number: (index: number) => string;
  readonly name: (index: number) => string;
  /** Anything that holds the digits of the phones: the raw cell will do. */
  readonly phoneText: (index: number) => string;
  readonly email: (index: number) => string;
  readonly address: (index: number) => string;
  readonly traits: (index: number) => CustomerTraits;
}

/** The columns of the customer tab as they are read, row by row at the same index; a column the shop lacks is left out. */
export interface CandidateColumns {
  readonly numbers: readonly unknown[];
  readonly names: readonly unknown[];
  readonly phones?: readonly unknown[];
  readonly emails?: readonly unknown[];
  readonly addresses?: readonly unknown[];
  readonly birthDates?: readonly unknown[];
  /** Row of the sheet of index 0, counted from 1. */
  readonly firstRow?: number;
}

export interface TraitReaders {
  /** E.164 of every number in a cell. */
  readonly phoneKeys: (cell: string) => readonly string[];
  /** `yyyy-MM-dd` of a cell, empty where it holds no date. */
  readonly birthDate: (cell: unknown) => string;
}

/** Candidates whose traits are known already. */
export function prepareCandidates(rows: Iterable<CustomerTraits>): Candidates {
  const all = Array.from(rows);
  return {
    size: all.length,
    number: (index) => all[index]!.number,
    name: (index) => all[index]!.name,
    phoneText: (index) => all[index]!.phones.join(' '),
    email: (index) => all[index]!.email,
    address: (index) => all[index]!.address,
    traits: (index) => all[index]!,
  };
}

/**
 * Candidates straight from the sheet's columns. Nothing is parsed here; phones and dates are read by `readers` only for
 * the rows that pass the filter (some dozens of 50,000).
 */
export function candidatesFromColumns(columns: CandidateColumns, readers: TraitReaders): Candidates {
  const text = (column: readonly unknown[] | undefined, index: number): string => {
    const value = column?.[index];
    return typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
  };
  return {
    size: columns.names.length,
    number: (index) => text(columns.numbers, index),
    name: (index) => text(columns.names, index),
    phoneText: (index) => text(columns.phones, index),
    email: (index) => text(columns.emails, index),
    address: (index) => text(columns.addresses, index),
    traits: (index) => {
      let phones: readonly string[] | undefined;
      let birthDate: string | undefined;
      return {
        number: text(columns.numbers, index),
        name: text(columns.names, index),
        // Read when asked for: most rows are settled by their name, and a phone costs as much as all else together.
        get phones() {
          phones ??= readers.phoneKeys(text(columns.phones, index));
          return phones;
        },
        email: text(columns.emails, index),
        address: text(columns.addresses, index),
        get birthDate() {
          birthDate ??= columns.birthDates ? readers.birthDate(columns.birthDates[index]) : '';
          return birthDate;
        },
        ...(columns.firstRow === undefined ? {} : { row: columns.firstRow + index }),
      };
    },
  };
}
