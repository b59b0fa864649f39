import type { Localized } from '../../src/domain/locale.ts';

/** Samples of one tab as they are written down: keys of fields, and a line for each record. */
export interface Lines {
  fields: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What is needed of a trade only when a ledger is set up for it: it lies in a page of its own, not in the bundle. */
export interface TradePage {
  /** for whoever chooses among trades */
  about: Localized;
  /** what to do next in this trade, for the start page; as many in every trade */
  steps: readonly Localized[];
  /** a few records to try things with, by tab */
  samples: Readonly<Record<string, Lines>>;
}

/**
 * Records in few words: cells are separated by semicolons, Chinese and English by a bar. Options are written in Chinese
 * alone, customers by their place among the samples, days as days from today (`-40`) or years and days (`-35y+3`).
 *
 * @example lines('customerId model purchasedOn', '1; KFR-35GW; -40')
 */
export const lines = (fields: string, ...rows: readonly string[]): Lines => ({
  fields: fields.split(' '),
  rows: rows.map((row) => row.split(';').map((cell) => cell.trim())),
});
