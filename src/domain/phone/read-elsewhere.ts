import { localLengths, splitAreaCode } from './area-codes.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import { planOf, regionsOf } from './numbering-plan.ts';
import type { PhoneNumber } from './phone-types.ts';
import { readDigits } from './read-digits.ts';

/** Regions whose people write each other's numbers without a country code. */
const NEIGHBOURS: readonly PhoneRegion[] = ['CN', 'HK', 'MO', 'TW'];

interface Elsewhere {
  number: PhoneNumber;
  /** the way it is grouped leaves no doubt; a bare run of digits may as well be a wrong number of the shop's region */
  certain: boolean;
}

const lengthsOf = (groups: readonly string[]) => groups.map((group) => group.length).join('-');

/** A country code set apart by a bracket, space or dash: (852) 9123 4567. */
function readCountryCodeApart(groups: readonly string[], region: PhoneRegion): PhoneNumber | undefined {
  const [code, ...rest] = groups;
  const digits = rest.join('');
  if (!code || code === planOf(region).callingCode || regionsOf(code).length === 0 || digits.length < 7) return undefined;
  return readDigits(code + digits, true, region);
}

/** Whether the grouping is one that only this region uses, seen from a shop elsewhere. */
function isGroupedAs(home: PhoneRegion, groups: readonly string[], number: PhoneNumber, region: PhoneRegion): boolean {
  const first = groups[0]!;
  if (groups.length < 2) return false;
  if (home === 'CN') {
    if (number.kind === 'mobile') return lengthsOf(groups) === '3-4-4';
    return first.startsWith('0') && splitAreaCode(first.slice(1))[1] === '' && first.length >= 3;
  }
  if (home !== 'TW' || !first.startsWith('0')) return false;
  // seen from the mainland, 0912 may be the area code of a landline that lacks a digit, unless grouped as a mobile is
  const mainlandAreaCode = /^0(?:10|2\d|[3-9]\d\d)$/.test(first) && localLengths(first.slice(1)).length > 0;
  return region !== 'CN' || !mainlandAreaCode || lengthsOf(groups) === '4-3-3';
}

/**
 * A number that makes no sense in the shop's region and does in a neighbouring one, or behind its own country code.
 *
 * @param written with its separators, without +
 * @example readElsewhere('0912-345-678', '0912345678', 'CN') // { number: +886912345678, certain: true }
 */
export function readElsewhere(written: string, digits: string, region: PhoneRegion): Elsewhere | undefined {
  const groups = written.match(/\d+/g) ?? [];
  const apart = readCountryCodeApart(groups, region);
  if (apart) return { number: apart, certain: true };
  if (!NEIGHBOURS.includes(region) || digits.length < 9) return undefined;
  for (const home of NEIGHBOURS) {
    if (home === region) continue;
    const number = readDigits(digits, false, home);
    if (number?.region !== home) continue;
    if (isGroupedAs(home, groups, number, region)) return { number, certain: true };
    // a landline behind an area code of the mainland lacks digits; it is not one of Taiwan
    if (region === 'CN' && number.kind !== 'mobile' && localLengths(splitAreaCode(digits.slice(1))[0]).length > 0) continue;
    // only what is distinctive enough to be worth a question: a mobile, a trunk 0, the country code in front
    if (number.kind === 'mobile' || digits.startsWith('0') || digits.startsWith(planOf(home).callingCode))
      return { number, certain: false };
  }
  return undefined;
}
