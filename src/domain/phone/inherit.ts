import { splitAreaCode } from './area-codes.ts';
import { judgeNumber } from './judge-number.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import { nationalOf } from './read-digits.ts';
import type { WrittenNumber } from './resolve-stretch.ts';

/** Written alone, they replace the last digits of the number before (62345678/79), or its extension. */
const LAST_DIGITS = /^\d{1,4}$/;

/**
 * A second number written short: another extension (转801/802), only the last digits of a mainland landline
 * (010-62345678/79), or without the area code that the first has (010-62345678、62345679).
 *
 * @returns the number in full, or the same where it is not short for anything
 */
export function inheritFrom(before: WrittenNumber | undefined, number: WrittenNumber, region: PhoneRegion): WrittenNumber {
  if (before?.extension && before.judgement.number && LAST_DIGITS.test(number.text)) {
    return { ...number, judgement: before.judgement, extension: number.text };
  }
  const first = before?.judgement.verdict === 'valid' ? before.judgement.number : undefined;
  if (first?.region !== 'CN' || first.kind !== 'landline' || region !== 'CN') return number;
  if (number.judgement.verdict === 'valid' || !/^[\d -]+$/.test(number.text)) return number;
  const [areaCode, local] = splitAreaCode(nationalOf(first));
  const digits = number.text.replace(/\D/g, '');
  const isLast = LAST_DIGITS.test(digits) && local.length >= 7;
  if (!isLast && !/^[2-9]\d{6,7}$/.test(digits)) return number;
  const judgement = judgeNumber(`0${areaCode}${isLast ? local.slice(0, -digits.length) : ''}${digits}`, 'CN');
  return judgement.verdict === 'valid' ? { ...number, judgement } : number;
}
