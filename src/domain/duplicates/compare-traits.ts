import { isRealDate } from '../dates/calendar.ts';
import { emailKey } from '../email/email-key.ts';
import { editDistance } from '../text/edit-distance.ts';

export type BirthDateLevel = 'same' | 'close' | 'different' | 'unknown';
export type PhoneLevel = 'same' | 'near' | 'different' | 'unknown';
export type EmailLevel = 'same' | 'similar' | 'different' | 'unknown';

/**
 * `close`: day and month swapped, one digit mistyped, or 1 January of the same year, which stands for "day not known".
 *
 * @example compareBirthDates('1985-03-02', '1985-02-03') // 'close'
 */
export function compareBirthDates(a: string, b: string): BirthDateLevel {
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'same';
  const [year, month, day] = a.split('-');
  const swapped = { year: Number(year), month: Number(day), day: Number(month) };
  if (isRealDate(swapped) && b === `${year}-${day}-${month}`) return 'close';
  if (editDistance(a, b, 1) <= 1) return 'close';
  const dayUnknown = a.endsWith('-01-01') || b.endsWith('-01-01');
  return dayUnknown && a.slice(0, 4) === b.slice(0, 4) ? 'close' : 'different';
}

/**
 * @param a numbers as E.164; bare digits are allowed for a number that lacks one, and can only be near
 * @returns the closest pair's level; `near` is one digit wrong, missing or swapped with its neighbour; `phone` is the one of `b`
 */
export function comparePhones(
  a: readonly string[],
  b: readonly string[],
): { readonly level: PhoneLevel; readonly phone: string } {
  const [ours, theirs] = [a.filter(Boolean), b.filter(Boolean)];
  if (ours.length === 0 || theirs.length === 0) return { level: 'unknown', phone: '' };
  const same = theirs.find((phone) => ours.includes(phone));
  if (same !== undefined) return { level: 'same', phone: same };
  const near = theirs.find(
    (phone) => phone.length >= 10 && ours.some((other) => editDistance(national(phone), national(other), 1) <= 1),
  );
  return near === undefined ? { level: 'different', phone: '' } : { level: 'near', phone: near };
}

function national(phone: string): string {
  return phone.replace(/^\+86|^\+/, '');
}

/** `similar`: the same name at another service, or one letter off before the same `@…`. */
export function compareEmails(a: string, b: string): EmailLevel {
  const [x, y] = [emailKey(a), emailKey(b)];
  if (x === '' || y === '') return 'unknown';
  if (x === y) return 'same';
  const [localX, domainX] = x.split('@') as [string, string];
  const [localY, domainY] = y.split('@') as [string, string];
  if (localX === localY) return localX.length >= 6 ? 'similar' : 'different';
  const letters = /[a-z]{3}/.test(localX);
  return letters && domainX === domainY && Math.min(localX.length, localY.length) >= 6 && editDistance(localX, localY, 1) <= 1
    ? 'similar'
    : 'different';
}
