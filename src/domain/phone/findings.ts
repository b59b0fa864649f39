import type { PhoneProblemCode } from './messages.ts';
import type { Judgement } from './phone-types.ts';

export function invalid(code: PhoneProblemCode, params: Record<string, string | number>, suggestion?: string): Judgement {
  return { verdict: 'invalid', problem: suggestion ? { code, params, suggestion } : { code, params } };
}

/** Too few or too many digits. @param by how many: negative where digits are missing */
export function wrongLength(digits: string, by: number, mobile: boolean): Judgement {
  const count = Math.abs(by);
  if (by < 0) return invalid(mobile ? 'mobileTooShort' : 'tooShort', { digits, count });
  return invalid(mobile ? 'mobileTooLong' : 'tooLong', { digits, count });
}
