import { explainNumber } from './explain-number.ts';
import { invalid } from './findings.ts';
import { formatPhone } from './format-phone.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import type { Judgement, PhoneNumber } from './phone-types.ts';
import { MOST_DIGITS, readDigits } from './read-digits.ts';
import { readElsewhere } from './read-elsewhere.ts';
import { lacksZero, readPlainly } from './read-plainly.ts';

/** `00` is dialled before a country code in most of the world, and typed for it everywhere. */
function readInternational(digits: string, plus: boolean, region: PhoneRegion): PhoneNumber | undefined {
  if (plus) return readDigits(digits, true, region);
  if (digits.startsWith('00')) return readDigits(digits.slice(2), true, region);
  // 086-138… and 086-0571-… mix the country code with the trunk 0
  if (/^086(?:1[3-9]\d{9}|0\d{9,11})$/.test(digits) && region === 'CN') return readDigits(digits.slice(1), true, region);
  return undefined;
}

/**
 * Judges one written number: digits, separators and perhaps a +, without extension or words.
 *
 * A number of another region that shares the calling code (Canada in a shop of the United States) is only possible
 * without a +: libphonenumber-js calls it valid, Google's check for a region does not.
 *
 * @example judgeNumber('(852) 9123 4567', 'CN').number?.e164 // '+85291234567'
 */
export function judgeNumber(written: string, region: PhoneRegion): Judgement {
  // no country code begins with 0: +086 is +86
  const compact = written.replace(/[^\d+]/g, '').replace(/^\+0+(?=\d)/, '+');
  const plain = readPlainly(compact, region);
  if (plain) return { verdict: 'valid', ...plain };
  if (compact.lastIndexOf('+') > 0) return invalid('notInUse', { digits: compact });
  const plus = compact.startsWith('+');
  const digits = plus ? compact.slice(1) : compact;
  if (digits.length > MOST_DIGITS) return explainNumber(digits, plus, region);
  const local = plus ? undefined : readDigits(digits, false, region);
  if (local?.region === region) {
    return { verdict: 'valid', number: local, noTrunk: lacksZero(digits, local, region) };
  }
  const international = readInternational(digits, plus, region);
  if (international) return { verdict: 'valid', number: international };
  if (!plus) {
    const elsewhere = readElsewhere(written, digits, region);
    const number = elsewhere?.number ?? local;
    if (elsewhere?.certain) return { verdict: 'valid', number };
    if (number) {
      const suggestion = formatPhone(number, region, 'international');
      return { verdict: 'possible', number, problem: { code: 'otherRegion', params: { digits }, suggestion } };
    }
  }
  return explainNumber(digits, plus, region);
}
