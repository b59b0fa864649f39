import { explainNumber } from './explain-number.ts';
import { invalid } from './findings.ts';
import { formatMainland } from './format-mainland.ts';
import { formatPhone } from './format-phone.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import { kindOf, planOf } from './numbering-plan.ts';
import type { Judgement, PhoneNumber } from './phone-types.ts';
import { MOST_DIGITS, readDigits } from './read-digits.ts';
import { readElsewhere } from './read-elsewhere.ts';

/** +86, 0086, a trunk 0 or nothing, then the national number; a bare 86 only before a mobile, since landlines may begin so. */
const MAINLAND = /^(?:\+86|0086|86(?=1[3-9]\d{9}$))?0?(\d{7,12})$/;

/** Most cells of a Chinese shop are mainland numbers: judged by the same metadata, without the library's parser. */
function readMainland(compact: string): { number: PhoneNumber; noTrunk: boolean } | undefined {
  const national = MAINLAND.exec(compact)?.[1];
  const kind = national && kindOf(planOf('CN'), national);
  if (!kind) return undefined;
  const noTrunk = compact === national && formatMainland(national, 'shop').startsWith('0');
  return { number: { e164: `+86${national}`, region: 'CN', kind }, noTrunk };
}

/** `00` is dialled before a country code in most of the world, and typed for it everywhere. */
function readInternational(digits: string, plus: boolean, region: PhoneRegion): PhoneNumber | undefined {
  if (plus) return readDigits(digits, true, region);
  if (digits.startsWith('00')) return readDigits(digits.slice(2), true, region);
  // 086-138… mixes the country code with the trunk 0
  if (/^0861[3-9]\d{9}$/.test(digits) && region === 'CN') return readDigits(digits.slice(1), true, region);
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
  const compact = written.replace(/[^\d+]/g, '');
  if (region === 'CN') {
    const mainland = readMainland(compact);
    if (mainland) return { verdict: 'valid', ...mainland };
  }
  if (compact.lastIndexOf('+') > 0) return invalid('notInUse', { digits: compact });
  const plus = compact.startsWith('+');
  const digits = plus ? compact.slice(1) : compact;
  if (digits.length > MOST_DIGITS) return explainNumber(digits, plus, region);
  const local = plus ? undefined : readDigits(digits, false, region);
  if (local?.region === region) {
    const complete = digits.startsWith('0') || digits.startsWith(planOf(region).callingCode);
    return { verdict: 'valid', number: local, noTrunk: !complete && formatPhone(local, region).startsWith('0') };
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
