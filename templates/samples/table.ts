/** Samples of one tab as they are written down: keys of fields, and a line for each record. */
export interface Lines {
  fields: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The samples of a trade, by tab. */
export type TradeSamples = Readonly<Record<string, Lines>>;

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
