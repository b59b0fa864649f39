import { cleanText } from '../text/clean-text.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { NameProblemCode } from './messages.ts';

export interface NameProblem {
  readonly code: NameProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What a name field must not hold: values of the columns beside it, pasted one column off. An empty name is no problem
 * here.
 *
 * @example checkName('13800138000') // { code: 'phoneInName', params: { value: '13800138000' } }
 */
export function checkName(text: string): NameProblem | undefined {
  const value = cleanText(text);
  const folded = foldWidth(value);
  if (folded === '') return undefined;
  if (/^\S+@\S+\.\S+$/.test(folded)) return { code: 'emailInName', params: { value } };
  if (/[a-z\u00c0-\u024f\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af\ud840-\ud888]/i.test(folded)) return undefined;
  return { code: /(?:\d[\s()+/,;.-]*){7,}/.test(folded) ? 'phoneInName' : 'noLetters', params: { value } };
}
