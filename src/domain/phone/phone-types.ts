import type { PhoneProblemCode } from './messages.ts';

export type { PhoneRegion } from './metadata.generated.ts';

/**
 * `valid`: a number in use by its numbering plan. `possible`: it may be one (an old area code, a country whose plan is
 * not shipped); it warns. `invalid`: it cannot be called as it stands.
 */
export type PhoneVerdict = 'empty' | 'valid' | 'possible' | 'invalid';

export type PhoneKind =
  | 'mobile'
  | 'landline'
  /** plans that do not tell the two apart, as in the United States */
  | 'landlineOrMobile'
  | 'tollFree'
  | 'sharedCost'
  | 'voip'
  | 'premium'
  | 'pager'
  | 'uan'
  | 'personal'
  | 'other';

export interface PhoneNumber {
  /** `+8613800138000` */
  e164: string;
  /** ISO 3166 alpha-2; absent where the numbering plan is not shipped */
  region?: string;
  kind: PhoneKind;
  /** digits dialled after the number has answered */
  extension?: string;
}

export interface PhoneProblem {
  code: PhoneProblemCode;
  params: Record<string, string | number>;
  /** what the person may have meant, in the form to type */
  suggestion?: string;
}

export interface PhoneResult {
  verdict: PhoneVerdict;
  /** every number found in the cell that is valid or possible, in the order written */
  numbers: PhoneNumber[];
  /** valid: the text to write into the cell; otherwise what was typed, untouched */
  display: string;
  /** a leading 0 that the spreadsheet had eaten was put back */
  restoredZero?: true;
  problem?: PhoneProblem;
}

/**
 * `shop`: as people of the region write it, a mainland mobile in one run. `spaced`: the same, a mainland mobile as
 * 138 0013 8000. `international`: with + and country code. `e164`: + and digits only.
 */
export type PhoneStyle = 'shop' | 'spaced' | 'international' | 'e164';

/** What {@link judgeNumber} finds about one written number. */
export interface Judgement {
  verdict: 'valid' | 'possible' | 'invalid';
  number?: PhoneNumber;
  problem?: PhoneProblem;
  /** the number was written without the trunk 0 that belongs before it */
  noTrunk?: boolean;
}
