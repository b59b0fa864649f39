import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import type { PhoneRegion } from './metadata.generated.ts';
import { isPhoneRegion, kindOf, phoneMetadataFor, planOf } from './numbering-plan.ts';
import type { PhoneNumber } from './phone-types.ts';

/** E.164 allows 15 digits; with an international prefix and a trunk digit nothing sensible is longer than this. */
export const MOST_DIGITS = 20;

/**
 * The number that digits mean in a region, or nothing where no such number is in use. Carrier and international
 * prefixes, an own country code without +, and a trunk digit left behind the country code are understood.
 *
 * @param digits digits only; `plus`: whether a + stood before them
 * @example readDigits('013800138000', false, 'CN') // { e164: '+8613800138000', region: 'CN', kind: 'mobile' }
 */
export function readDigits(digits: string, plus: boolean, region: PhoneRegion): PhoneNumber | undefined {
  if (digits.length < 5 || digits.length > MOST_DIGITS) return undefined;
  const parsed = parsePhoneNumberFromString(
    plus ? `+${digits}` : digits,
    { defaultCountry: region, extract: false },
    phoneMetadataFor(region),
  );
  if (!parsed?.country || !isPhoneRegion(parsed.country)) return undefined;
  const kind = kindOf(planOf(parsed.country), parsed.nationalNumber);
  return kind && { e164: parsed.number, region: parsed.country, kind };
}

/** The digits behind the country code. @example nationalOf({ e164: '+85291234567', region: 'HK', … }) // '91234567' */
export function nationalOf(number: PhoneNumber): string {
  return number.region && isPhoneRegion(number.region)
    ? number.e164.slice(1 + planOf(number.region).callingCode.length)
    : number.e164.slice(1);
}
