import { explainMainland } from './explain-mainland.ts';
import { invalid, wrongLength } from './findings.ts';
import { otherCallingCodes, type PhoneRegion } from './metadata.generated.ts';
import { planOf, regionsOf } from './numbering-plan.ts';
import type { Judgement } from './phone-types.ts';

const LONGEST_CALLING_CODE = 3;

function explainAbroad(digits: string): Judgement {
  for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
    const code = digits.slice(0, length);
    const national = digits.slice(length);
    const shipped = regionsOf(code)[0];
    if (shipped) return explainNational(national, digits, true, shipped);
    const lengths = otherCallingCodes[code];
    if (!lengths) continue;
    const written = `+${digits}`;
    const shortest = Math.min(...lengths);
    const longest = Math.max(...lengths);
    if (national.length < shortest) return wrongLength(written, national.length - shortest, false);
    if (national.length > longest) return wrongLength(written, national.length - longest, false);
    return {
      verdict: 'possible',
      number: { e164: written, kind: 'other' },
      problem: { code: 'foreignPossibleOnly', params: { digits: written } },
    };
  }
  return invalid('unknownCountry', { prefix: `+${digits.slice(0, LONGEST_CALLING_CODE)}` });
}

function explainNational(national: string, typed: string, plus: boolean, region: PhoneRegion): Judgement {
  const plan = planOf(region);
  const trunk = plan.trunk !== undefined && national.startsWith(plan.trunk) && national.length > plan.shortest;
  const bare = trunk ? national.slice(plan.trunk!.length) : national;
  const written = plus ? `+${typed}` : typed;
  if (region === 'CN') return explainMainland(bare, { typed: written, plus, trunk });
  if (bare.length < 5) return invalid('incomplete', { digits: written });
  // a Taiwanese mobile, alone among the neighbours' numbers with a trunk, has one length only
  if (region === 'TW' && bare.startsWith('9') && bare.length !== 9) return wrongLength(written, bare.length - 9, true);
  if (bare.length < plan.shortest) return wrongLength(written, bare.length - plan.shortest, false);
  if (bare.length > plan.longest) return wrongLength(written, bare.length - plan.longest, false);
  // without area codes every range is known, and an unknown one is a slip; area codes come and go
  if (!plan.trunk) return invalid('notInUse', { digits: written });
  const e164 = `+${plan.callingCode}${bare}`;
  return {
    verdict: 'possible',
    number: { e164, region, kind: 'other' },
    problem: { code: 'possibleOnly', params: { digits: written } },
  };
}

/**
 * Why a number is not in use, and whether it may be one all the same.
 *
 * @example explainNumber('1380013800', false, 'CN').problem // { code: 'phoneMobileOneShort', params: { digits: '1380013800', count: 1 } }
 */
export function explainNumber(digits: string, plus: boolean, region: PhoneRegion): Judgement {
  if (plus) return explainAbroad(digits);
  if (/^00[1-9]\d{7,}/.test(digits)) return explainAbroad(digits.slice(2));
  if (region === 'CN' && /^86(?:1[3-9]|0?[2-9])\d{6,}/.test(digits) && digits.length > 10)
    return explainNational(digits.slice(2), digits, true, 'CN');
  return explainNational(digits, digits, false, region);
}
