import { compareAddresses } from '../duplicates/compare-addresses.ts';
import type { AddressLevel } from './comparison.ts';
import type { AddressProfile } from './profile.ts';

/** Dice's share of common pairs of letters from which two Latin addresses are one, are near, or have their road in common. */
const ONE_PLACE = 0.75;
const NEAR_PLACE = 0.6;
const SOME_PLACE = 0.45;
/** An address that lies nearly whole within a longer one counts a little less than one that fills it. */
const WITHIN = 0.9;
const SHORTEST_WITHIN = 10;

/**
 * How far two addresses agree: Chinese ones part by part, Latin ones by their letters, and across both by their numbers.
 *
 * @param organisations a road is full of shops: another number is another shop
 */
export function comparePlaces(
  a: AddressProfile | undefined,
  b: AddressProfile | undefined,
  organisations: boolean,
): AddressLevel {
  if (!a || !b) return 'missing';
  if (a === b) return a.chinese && a.door === 0 ? compareChinese(a, b) : 'door';
  if (a.chinese !== b.chinese) return compareNumbersAlone(a.numbers, b.numbers);
  return a.chinese ? compareChinese(a, b) : compareLatin(a, b, organisations);
}

function compareChinese(a: AddressProfile, b: AddressProfile): AddressLevel {
  const level = compareAddresses(a.parts, b.parts);
  switch (level) {
    case 'same':
      return 'door';
    case 'unknown':
      return 'missing';
    case 'partial':
      // rooms that the parts do not hold, such as 5樓B室
      return a.parts.room === '' && b.parts.room === '' && !oneWithin(a.numbers, b.numbers) ? 'road' : 'partial';
    default:
      return level;
  }
}

function compareLatin(a: AddressProfile, b: AddressProfile, organisations: boolean): AddressLevel {
  const alike = shareOfPairs(a.pairs, b.pairs);
  if (alike < SOME_PLACE) return compareParts(a, b);
  if (!oneWithin(a.numbers, b.numbers)) return alike >= NEAR_PLACE && !organisations ? 'road' : 'different';
  return alike >= ONE_PLACE ? 'door' : alike >= NEAR_PLACE ? 'partial' : 'road';
}

/** The same house and road, whatever stands around them. */
function compareParts(a: AddressProfile, b: AddressProfile): AddressLevel {
  const level = a.parts.road !== '' && b.parts.road !== '' ? compareAddresses(a.parts, b.parts) : 'different';
  return level === 'same' ? 'door' : level === 'partial' ? 'partial' : 'different';
}

/** 彌敦道700號5樓B室 and Flat B, 5/F, 700 Nathan Road have only their numbers in common. */
function compareNumbersAlone(a: readonly string[], b: readonly string[]): AddressLevel {
  if (a.length < 2 || b.length < 2) return 'missing';
  if (oneWithin(a, b)) return 'partial';
  return a.some((number) => b.includes(number)) ? 'missing' : 'different';
}

function oneWithin(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((number) => many.includes(number));
}

function shareOfPairs(a: readonly number[], b: readonly number[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length === 0) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < few.length && j < many.length; ) {
    if (few[i] === many[j]) {
      common++;
      i++;
      j++;
    } else if (few[i]! < many[j]!) i++;
    else j++;
  }
  const whole = (2 * common) / (few.length + many.length);
  return few.length >= SHORTEST_WITHIN ? Math.max(whole, (WITHIN * common) / few.length) : whole;
}
