import { kindOf, planOf } from './numbering-plan.ts';

/**
 * A landline's area code and local number: 10 and 2x have two digits, all others three.
 *
 * @param national without the trunk 0
 * @example splitAreaCode('75582345678') // ['755', '82345678']
 */
export function splitAreaCode(national: string): [areaCode: string, local: string] {
  const length = /^(?:10|2)/.test(national) ? 2 : 3;
  return [national.slice(0, length), national.slice(length)];
}

/** How long local numbers are behind a mainland area code; empty where there is no such area code. @example localLengths('10') // [8] */
export function localLengths(areaCode: string): number[] {
  return ['2345678', '22345678'].filter((local) => kindOf(planOf('CN'), areaCode + local)).map((local) => local.length);
}
