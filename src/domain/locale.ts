/** The two languages of the product. Chinese comes first and is the answer to every locale that is not English. */
export type Locale = 'zh-CN' | 'en';

export type Localized = Readonly<Record<Locale, string>>;

/**
 * The product's language for a locale as Google or a browser names it.
 *
 * @example languageOf('en_GB') // 'en'
 * @example languageOf('zh-TW') // 'zh-CN'
 */
export function languageOf(locale: string | null | undefined): Locale {
  return /^en(?:[-_]|$)/i.test(locale ?? '') ? 'en' : 'zh-CN';
}
