import { cleanText } from '../text/clean-text.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { NumberProblemCode } from './messages.ts';

export type ParsedYesNo =
  | { readonly ok: true; readonly value: boolean }
  | { readonly ok: false; readonly code: NumberProblemCode; readonly params: { readonly value: string } };

const YES = new Set('是 是的 有 对 對 要 已 好 在 在职 同意 真 yes y true t ok 1 on √ ✓ ✔ ☑ ✅ v'.split(' '));
const NO = new Set('否 不 不是 没有 無 无 不要 未 离职 不同意 假 no n false f 0 off × ✗ ✘ ✕ ☒ ☐ ❌ x'.split(' '));

/**
 * Yes or no in any usual word or sign, for checkboxes.
 *
 * @example parseYesNo('√') // { ok: true, value: true }
 */
export function parseYesNo(input: string | number | boolean): ParsedYesNo {
  if (typeof input === 'boolean') return { ok: true, value: input };
  const shown = cleanText(String(input));
  const word = foldWidth(shown)
    .replace(/[\ufe0f。.!]/g, '')
    .toLowerCase();
  if (YES.has(word)) return { ok: true, value: true };
  if (NO.has(word)) return { ok: true, value: false };
  return { ok: false, code: shown === '' ? 'emptyNumber' : 'notYesNo', params: { value: shown } };
}
