import type { Tab } from '../dictionary/types.ts';
import { isNothing, type MergeCustomer, mergedFields, numberOrder } from './customer.ts';

const filled = (tab: Tab, { cells }: MergeCustomer): number =>
  mergedFields(tab).filter(({ key }) => !isNothing(cells[key])).length;

/**
 * Who of them is proposed to stay: whoever has the most records, then whoever is described most completely, then whoever
 * was registered first. The staff know that number best.
 *
 * @param customers at least one
 */
export function keepWhom(tab: Tab, customers: readonly MergeCustomer[]): MergeCustomer {
  const order = numberOrder(tab);
  const ranked = [...customers].sort((a, b) => b.records - a.records || filled(tab, b) - filled(tab, a) || order(a, b));
  return ranked[0]!;
}
