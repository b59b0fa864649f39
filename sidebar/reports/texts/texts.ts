import type { Locale } from '../../../src/domain/locale.ts';
import { reportsEn } from './en.ts';
import { type ReportsTexts, reportsZh } from './zh-CN.ts';

const byLocale: Readonly<Record<Locale, ReportsTexts>> = { 'zh-CN': reportsZh, en: reportsEn };

export const reportsTextsOf = (locale: Locale): ReportsTexts => byLocale[locale] ?? reportsZh;
