import { percentOf } from './weigh-pair.ts';

/** How far a find may be relied on; `sure` still is looked at before anything is merged. */
export type LinkTier = 'sure' | 'likely' | 'possible';

/** Per cent from which two rows are hardly anybody else. */
const SURE = 97;
/** Rows are put into one group from here on: wrong at most about once in three at the very edge, once in a hundred over all. */
export const LIKELY_BITS = 0.75;
/** Per cent from which a pair is worth a glance; below it is kept from sight. */
const POSSIBLE = 12;

/**
 * The tier of a probability.
 *
 * @param bits log2 of the odds for "one customer"
 * @returns undefined for what is not worth showing
 */
export function tierOf(bits: number): LinkTier | undefined {
  if (bits >= LIKELY_BITS) return percentOf(bits) >= SURE ? 'sure' : 'likely';
  return percentOf(bits) >= POSSIBLE ? 'possible' : undefined;
}
