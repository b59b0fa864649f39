import { foldWidth } from '../text/fold-width.ts';

/** Numbers that do not belong into a remark, where everybody reads them and no rule guards them. */
export type SensitiveKind = 'idCard' | 'bankCard' | 'phone';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A resident's identity number with its right last sign (GB 11643). */
function isIdCard(text: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

/** A bank card's number with its right last digit (Luhn). */
function isBankCard(digits: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const isMobile = (digits: string): boolean => /^(?:86)?1[3-9]\d{9}$/.test(digits);

/**
 * The most sensitive number that somebody wrote into a free text; undefined where there is none.
 *
 * @example findSensitive('身份证 11010519491231002X') // 'idCard'
 */
export function findSensitive(text: string): SensitiveKind | undefined {
  if (!/\d[\d \-－０-９]{9}/.test(foldWidth(text))) return undefined;
  const found = new Set<SensitiveKind>();
  for (const stretch of foldWidth(text).match(/\d(?:[ -]?\d){9,18}[ -]?[\dXx]?/g) ?? []) {
    const digits = stretch.replace(/[ -]/g, '');
    if (isIdCard(digits)) found.add('idCard');
    else if (isBankCard(digits)) found.add('bankCard');
    else if (isMobile(digits)) found.add('phone');
  }
  return (['idCard', 'bankCard', 'phone'] as const).find((kind) => found.has(kind));
}
