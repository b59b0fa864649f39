import { formatPhone } from './format-phone.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import { kindOf, planOf, regionsOf } from './numbering-plan.ts';
import type { PhoneNumber } from './phone-types.ts';
import { nationalOf } from './read-digits.ts';

const LONGEST_CALLING_CODE = 3;
/** 0086, and a bare 86 only before a mobile, since landlines may begin so. */
const MAINLAND = /^(?:0086|86(?=1[3-9]\d{9}$))/;

/** Whether a number of the shop's region was written without the 0 that belongs before it there. */
export function lacksZero(digits: string, number: PhoneNumber, region: PhoneRegion): boolean {
  if (planOf(region).trunk !== '0' || digits !== nationalOf(number)) return false;
  return formatPhone(number, region).startsWith('0');
}

function regionBehindPlus(compact: string): PhoneRegion | undefined {
  for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
    const regions = regionsOf(compact.slice(1, 1 + length));
    if (regions.length > 0) return regions[0];
  }
  return undefined;
}

/**
 * The usual number, read by the same metadata without the library's parser, which takes ten times as long: the shop's
 * own region or a +, at most a trunk 0, a plan that is neither shared nor knows carrier prefixes.
 *
 * @param compact digits, perhaps behind one +
 * @returns nothing where there is more to it; never another number than the library reads
 */
export function readPlainly(compact: string, region: PhoneRegion): { number: PhoneNumber; noTrunk: boolean } | undefined {
  const plus = compact.startsWith('+');
  const target = plus ? regionBehindPlus(compact) : region;
  if (!target) return undefined;
  const plan = planOf(target);
  if (!plan.plain) return undefined;
  let national = plus ? compact.slice(1 + plan.callingCode.length) : compact;
  if (target === 'CN' && !plus) national = national.replace(MAINLAND, '');
  if (plan.trunk === '0' && national.startsWith('0')) national = national.slice(1);
  const kind = kindOf(plan, national);
  if (!kind) return undefined;
  const number = { e164: `+${plan.callingCode}${national}`, region: target, kind };
  return { number, noTrunk: !plus && lacksZero(compact, number, target) };
}
