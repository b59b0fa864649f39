import type { Locale } from '../../../src/domain/locale.ts';
import { reviewsEn } from './en.ts';
import { type ReviewsTexts, reviewsZh } from './zh-CN.ts';

const byLocale: Readonly<Record<Locale, ReviewsTexts>> = { 'zh-CN': reviewsZh, en: reviewsEn };

export const reviewsTextsOf = (locale: Locale): ReviewsTexts => byLocale[locale] ?? reviewsZh;
