import { splitAreaCode } from './area-codes.ts';

/** Numbers of ten digits that are dialled alike from everywhere. */
const HOTLINE = /^[48]00\d{7}$/;
const MOBILE = /^1[3-9]\d{9}$/;
/** Dialled without an area code: 950…, 1010…, 16x…, 10800…, 21800…. */
const NATIONWIDE = /^(?:950\d{7,8}|1010\d{4}|16\d{6}|(?:10|21)800\d{7})$/;

const spaceLocal = (local: string) => (local.length < 7 ? local : `${local.slice(0, -4)} ${local.slice(-4)}`);

/**
 * A mainland number without regard to extensions. Own rules, because nobody in a Chinese shop writes a landline as
 * `010 6234 5678`, as the library would.
 *
 * @param national without country code and trunk 0
 */
export function formatMainland(national: string, style: 'shop' | 'spaced' | 'international'): string {
  if (MOBILE.test(national)) {
    const spaced = `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`;
    if (style === 'international') return `+86 ${spaced}`;
    return style === 'spaced' ? spaced : national;
  }
  const gap = style === 'international' ? ' ' : '-';
  const country = style === 'international' ? '+86 ' : '';
  if (HOTLINE.test(national)) return `${country}${national.slice(0, 3)}${gap}${national.slice(3, 6)}${gap}${national.slice(6)}`;
  if (NATIONWIDE.test(national)) return country + national;
  const [areaCode, local] = splitAreaCode(national);
  return style === 'international' ? `${country}${areaCode} ${spaceLocal(local)}` : `0${areaCode}-${local}`;
}
