import { linkageMessages } from '../linkage/messages.ts';
import type { Locale } from '../locale.ts';
import { fillIn } from '../messages/fill-in.ts';
import { parsePhone } from '../phone/parse-phone.ts';
import type { PhoneRegion } from '../phone/phone-types.ts';
import { duplicateMessages } from './messages.ts';

const sentences = {
  'zh-CN': { ...duplicateMessages['zh-CN'], ...linkageMessages['zh-CN'] },
  en: { ...duplicateMessages.en, ...linkageMessages.en },
};

const sentenceOf = (code: string, locale: Locale): string => {
  const sentence = (sentences[locale] as Readonly<Record<string, string>>)[code];
  if (sentence === undefined) throw new Error(`No sentence for ${code}.`);
  return sentence;
};

/**
 * The same in few words, for where the values stand beside it.
 *
 * @example sayReasonShortly('samePhone', {}, 'zh-CN') // '电话相同'
 */
export const sayReasonShortly = (code: string, params: Readonly<Record<string, string | number>>, locale: Locale): string =>
  fillIn(sentenceOf(code, locale).replace(/[：:]\s*\{.*$/, ''), params);

/**
 * Why two customers may be one, as a sentence.
 *
 * @throws when nobody wrote a sentence for the code: a bug, because a code must never be shown
 * @example sayReason('samePhone', { phone: '+8613800138000' }, 'zh-CN', 'CN') // '电话相同：13800138000'
 */
export function sayReason(
  code: string,
  params: Readonly<Record<string, string | number>>,
  locale: Locale,
  region: PhoneRegion,
): string {
  const sentence = sentenceOf(code, locale);
  if (params.phone === undefined) return fillIn(sentence, params);
  const text = String(params.phone);
  // Digits that are no valid number stand as they are, behind a sign that says so.
  const phone = text.startsWith('?') ? text.slice(1) : parsePhone(text, { region }).display;
  return fillIn(sentence, { ...params, phone });
}
