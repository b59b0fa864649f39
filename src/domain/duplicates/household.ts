import { foldWidth } from '../text/fold-width.ts';
import type { Candidates } from './candidates.ts';
import { compareAddresses, parseAddress } from './compare-addresses.ts';
import type { CustomerTraits } from './customer-traits.ts';

/**
 * Customers with the same door, or the same house where neither names a door, whatever their names are. An address that
 * names neither house nor door (a village) finds nobody.
 *
 * @param entry left out by its number
 * @param limit how many to return, in the order of the tab
 * @example sameAddress(zhangWei, candidates, 8) // [his wife]
 */
export function sameAddress(entry: CustomerTraits, candidates: Candidates, limit: number): CustomerTraits[] {
  const address = parseAddress(entry.address);
  // Parsing 50,000 addresses would take most of a second: an address without this number is another one.
  const telling = address.room || address.building || address.number;
  if (telling === '') return [];
  const found: CustomerTraits[] = [];
  for (let index = 0; index < candidates.size && found.length < limit; index++) {
    const other = candidates.traits(index);
    if (other.number === entry.number || !foldWidth(other.address).toLowerCase().includes(telling)) continue;
    if (compareAddresses(address, other.address) === 'same') found.push(other);
  }
  return found;
}
