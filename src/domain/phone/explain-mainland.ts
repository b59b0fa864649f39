import { localLengths, splitAreaCode } from './area-codes.ts';
import { invalid, wrongLength } from './findings.ts';
import { formatMainland } from './format-mainland.ts';
import type { Judgement } from './phone-types.ts';
import { readDigits } from './read-digits.ts';

const MOBILE_LENGTH = 11;
/** Emergency and hotline numbers: 110, 12315, 10086, 95588, 96123, 116114. */
const SERVICE = /^(?:1[0-2]\d{1,4}|9[56]\d{3,4})$/;

function explainMobile(digits: string): Judgement {
  if (digits.length === MOBILE_LENGTH) return invalid('unknownPrefix', { prefix: digits.slice(0, 3), digits });
  if (digits.length === 2 * MOBILE_LENGTH) {
    const halves = [digits.slice(0, MOBILE_LENGTH), digits.slice(MOBILE_LENGTH)];
    if (halves.every((half) => readDigits(half, false, 'CN'))) {
      return invalid('runTogether', { digits }, halves.join(' / '));
    }
  }
  return wrongLength(digits, digits.length - MOBILE_LENGTH, true);
}

function explainLandline(bare: string, typed: string, marked: boolean): Judgement {
  const [areaCode, local] = splitAreaCode(bare);
  const lengths = localLengths(areaCode);
  if (lengths.length > 0) {
    const shortest = Math.min(...lengths);
    const longest = Math.max(...lengths);
    if (local.length < shortest) return wrongLength(typed, local.length - shortest, false);
    if (local.length > longest) return wrongLength(typed, local.length - longest, false);
    return invalid('notInUse', { digits: typed });
  }
  if (!/^[2-8]\d{6,7}$/.test(local)) return invalid('notInUse', { digits: typed });
  if (!marked) return invalid('zeroLost', { digits: typed }, formatMainland(bare, 'shop'));
  return {
    verdict: 'possible',
    number: { e164: `+86${bare}`, region: 'CN', kind: 'landline' },
    problem: { code: 'unknownAreaCode', params: { areaCode: `0${areaCode}`, digits: typed } },
  };
}

/**
 * Why a mainland number is not in use. Mobile ranges are published, so an unknown one is wrong; area codes were merged
 * over the years, so an unknown one behind a 0 or +86 may be an old one.
 *
 * @param bare without country code and trunk 0
 * @param as how it was typed: its digits, whether +86 or a trunk 0 marks it as complete
 */
export function explainMainland(bare: string, as: { typed: string; plus: boolean; trunk: boolean }): Judgement {
  const marked = as.plus || as.trunk;
  if (!marked && SERVICE.test(bare)) return invalid('serviceNumber', { digits: bare });
  if (/^1[3-9]/.test(bare) && bare.length >= 7) return explainMobile(bare);
  if (bare.length < 7) return invalid('incomplete', { digits: as.typed });
  if (/^[48]00/.test(bare) && bare.length !== 10 && bare.length > 8) return wrongLength(as.typed, bare.length - 10, false);
  if (!as.trunk && /^[2-9]\d{6,7}$/.test(bare)) {
    const hongKong = /^9\d{7}$/.test(bare) && readDigits(`852${bare}`, true, 'CN');
    return invalid('needsAreaCode', { digits: bare }, hongKong ? `+852 ${bare.slice(0, 4)} ${bare.slice(4)}` : undefined);
  }
  if ((bare.length < 9 && !marked) || (bare.startsWith('1') && !bare.startsWith('10')))
    return invalid('notInUse', { digits: as.typed });
  return explainLandline(bare, as.typed, marked);
}
