import type { Locale } from '../../../src/domain/locale.ts';
import { reviewEn } from './en.ts';
import { type ReviewTexts, reviewZh } from './zh-CN.ts';

const byLocale: Readonly<Record<Locale, ReviewTexts>> = { 'zh-CN': reviewZh, en: reviewEn };

export function reviewTextsOf(locale: Locale): ReviewTexts {
  return byLocale[locale] ?? reviewZh;
}
