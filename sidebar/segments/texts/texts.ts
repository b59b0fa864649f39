import type { Locale } from '../../../src/domain/locale.ts';
import { segmentsEn } from './en.ts';
import { type SegmentsTexts, segmentsZh } from './zh-CN.ts';

const byLocale: Readonly<Record<Locale, SegmentsTexts>> = { 'zh-CN': segmentsZh, en: segmentsEn };

export const segmentsTextsOf = (locale: Locale): SegmentsTexts => byLocale[locale] ?? segmentsZh;
