import type { Locale } from '../../../src/domain/locale.ts';
import { searchEn } from './en.ts';
import { type SearchTexts, searchZh } from './zh-CN.ts';

const byLocale: Readonly<Record<Locale, SearchTexts>> = { 'zh-CN': searchZh, en: searchEn };

export function searchTextsOf(locale: Locale): SearchTexts {
  return byLocale[locale] ?? searchZh;
}
