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
    if (!holdsWord(candidates.address(index), telling) || candidates.number(index) === entry.number) continue;
    const other = candidates.traits(index);
    if (compareAddresses(address, other.address) === 'same') found.push(other);
  }
  return found;
}

const isSign = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122);

/** Whether a text holds a number by itself: 12 stands in 12 号 and 012 号, and not in 312 室. */
function holdsWord(text: string, word: string): boolean {
  const plain = foldWidth(text).toLowerCase();
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
    let before = at - 1;
    while (plain.charAt(before) === '0') before--;
    if (!isSign(plain.charCodeAt(before)) && !isSign(plain.charCodeAt(at + word.length))) return true;
  }
  return false;
}
